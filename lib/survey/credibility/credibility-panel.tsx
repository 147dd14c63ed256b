'use client'

import { Alert, Group, Stack, Table, Text } from '@mantine/core'
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import type { Result } from '../../result.ts'
import { Panel } from '../../ui/panel.tsx'
import type { CredibilityReport, JudgedFinding } from './check.ts'
import { CHECK_NAMES, FLAG_BELOW, type Severity } from './finding.ts'
import { checkTitle, describeFinding, type Language } from './wording.ts'

interface CredibilityPanelProps {
  /** Null: no item of the survey measures opposition. */
  readonly credibility: Result<CredibilityReport> | null
}

/** Every check of a closed survey with its finding; what could not be checked says what it lacks. */
export function CredibilityPanel({ credibility }: CredibilityPanelProps) {
  const t = useTranslations('credibility')
  if (!credibility?.ok) {
    return (
      <Panel title={t('heading')} description={t('explain')}>
        <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
          {t(credibility ? 'refused' : 'none')}
        </Alert>
      </Panel>
    )
  }
  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Stack gap="md">
        <Verdict report={credibility.value} />
        <FindingTable findings={credibility.value.findings} />
        <Text size="sm" c="ink.6">
          {t('note', { p: FLAG_BELOW })}
        </Text>
      </Stack>
    </Panel>
  )
}

function Verdict({ report: { findings, made } }: { report: CredibilityReport }) {
  const t = useTranslations('credibility')
  const checksWith = (severity: Severity) =>
    new Set(findings.filter((finding) => finding.severity === severity).map(({ check }) => check)).size
  const flagged = checksWith('flag')
  const noticed = checksWith('notice')
  const unmade = CHECK_NAMES.length - made
  return (
    <>
      {flagged > 0 && (
        <Alert color="cinnabar" icon={<IconAlertOctagon aria-hidden />}>
          {t('flagged', { n: flagged })}
        </Alert>
      )}
      {noticed > 0 && (
        <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
          {t('noticed', { n: noticed })}
        </Alert>
      )}
      {flagged === 0 && noticed === 0 && made > 0 && <Text fw={600}>{t('clear', { made })}</Text>}
      {unmade > 0 && (
        <Alert color="dai" icon={<IconInfoCircle aria-hidden />}>
          {t('unmade', { n: unmade })}
        </Alert>
      )}
    </>
  )
}

const MARK = {
  flag: { icon: IconAlertOctagon, color: 'cinnabar' },
  notice: { icon: IconAlertTriangle, color: 'ochre' },
  pass: { icon: IconCircleCheck, color: 'pine' },
  'not-applicable': { icon: IconCircleDashed, color: 'ink' },
} as const satisfies Record<Severity, unknown>

function FindingTable({ findings }: Pick<CredibilityReport, 'findings'>) {
  const t = useTranslations('credibility')
  const language: Language = useLocale() === 'en' ? 'en' : 'zh-CN'
  return (
    <Table verticalSpacing="sm" tabularNums>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.check')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('columns.finding')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('columns.chance')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {findings.map((finding) => {
          const { icon: Icon, color } = MARK[finding.severity]
          const title = checkTitle(finding.check, language)
          const sentence = describeFinding(finding, language)
          return (
            <Table.Tr key={`${finding.check} ${finding.place ?? ''} ${finding.cause}`}>
              <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }} miw="10rem">
                <Group gap={8} wrap="nowrap" align="flex-start">
                  <Text span c={`${color}.6`} lh={0} mt={3}>
                    <Icon size={18} aria-hidden />
                  </Text>
                  <span>{title}</span>
                </Group>
                <Text size="sm" fw={400} mt={6} hiddenFrom="sm">
                  {sentence} <Chance finding={finding} named />
                </Text>
              </Table.Th>
              <Table.Td visibleFrom="sm">
                <Text size="sm" maw="46rem">
                  {sentence}
                </Text>
              </Table.Td>
              <Table.Td ta="right" visibleFrom="sm" style={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
                <Text size="sm">
                  <Chance finding={finding} />
                </Text>
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

/** Smaller p-values are not told apart: the tail of a model is not known that well. */
const LEAST = 0.001

function Chance({ finding, named = false }: { finding: JudgedFinding; named?: boolean }) {
  const t = useTranslations('credibility')
  const format = useFormatter()
  const { adjustedPValue: p, severity } = finding
  if (p === null) return named ? null : t(severity === 'not-applicable' ? 'notChecked' : 'noChance')
  // 0.00996 is below 0.01 and must not be shown as 0.010.
  const digits = p < FLAG_BELOW && Number(p.toFixed(3)) >= FLAG_BELOW ? 5 : 3
  const value =
    p < LEAST
      ? t('below', { p: LEAST })
      : format.number(p, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return named ? `（${t('columns.chance')}：${value}）` : value
}

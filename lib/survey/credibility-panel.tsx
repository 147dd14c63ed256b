'use client'

import { Stack, Table, Text } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import { pValueText } from '../statistics/p-value-text.ts'
import { Panel } from '../ui/panel.tsx'
import type { CredibilityReport, JudgedFinding } from './credibility/check.ts'
import { CHECK_NAMES, type Severity } from './credibility/finding.ts'
import { checkTitle, describeFinding } from './credibility/wording.ts'

const LOOK = {
  flag: { Icon: IconAlertOctagon, color: 'var(--mantine-color-cinnabar-6)' },
  notice: { Icon: IconAlertTriangle, color: 'var(--mantine-color-ochre-6)' },
  pass: { Icon: IconCircleCheck, color: 'var(--mantine-color-pine-6)' },
  'not-applicable': { Icon: IconCircleDashed, color: 'var(--mantine-color-ink-5)' },
} as const satisfies Record<Severity, unknown>

interface CredibilityPanelProps {
  readonly credibility: Result<CredibilityReport> | null
  /** So few people answered that a finding would tell what one of them said. */
  readonly withheld: boolean
}

/** Every check of the survey with its finding; none can be left out, and one that could not be made says so. */
export function CredibilityPanel({ credibility, withheld }: CredibilityPanelProps) {
  const t = useTranslations('survey.credibility')
  return (
    <Panel title={t('heading')} description={t('explain')}>
      {withheld ? (
        <Text c="ink.6">{t('withheld')}</Text>
      ) : !credibility ? (
        <Text c="ink.6">{t('noOpposition')}</Text>
      ) : !credibility.ok ? (
        <Text c="ink.6">{t('unusable')}</Text>
      ) : (
        <Findings report={credibility.value} />
      )}
    </Panel>
  )
}

function Findings({ report }: { report: CredibilityReport }) {
  const t = useTranslations('survey.credibility')
  const locale = useLocale()
  const chance = ({ severity, adjustedPValue, concealed }: JudgedFinding) => {
    if (severity === 'not-applicable' || adjustedPValue === null) return '—'
    if (concealed) return adjustedPValue === 1 ? '≥ 0.05' : `< ${adjustedPValue}`
    return pValueText(adjustedPValue)
  }
  const unmade = CHECK_NAMES.length - report.made
  return (
    <Stack gap="sm">
      <Table verticalSpacing="xs" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('check')}</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {t('p')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.findings.map((finding) => {
            const { Icon, color } = LOOK[finding.severity]
            return (
              <Table.Tr key={`${finding.check} ${finding.place ?? ''} ${finding.cause}`}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    <Icon
                      size={17}
                      color={color}
                      aria-hidden
                      style={{ verticalAlign: '-3px', marginRight: 6 }}
                    />
                    {checkTitle(finding.check, locale)}
                  </Text>
                  <Text size="sm" c={finding.severity === 'not-applicable' ? 'ink.6' : undefined}>
                    {describeFinding(finding, locale)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" visibleFrom="sm" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                  {chance(finding)}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {unmade > 0 && (
        <Text size="sm" c="ink.6">
          {t('unmade', { n: unmade })}
        </Text>
      )}
    </Stack>
  )
}

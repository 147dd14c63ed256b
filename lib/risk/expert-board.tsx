'use client'

import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconUsers } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import type { ExpertSheet } from './expert-sheet.ts'
import { ExpertSpread } from './expert-spread.tsx'
import { type Agreement, type ExpertPanel, judgedFactors, panelAgreement } from './experts.ts'
import type { RiskFactor } from './factor.ts'

interface ExpertBoardProps {
  readonly sheets: readonly ExpertSheet[]
  /** The same, as the engine takes it. */
  readonly panel: ExpertPanel | null
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
  readonly mayScore: boolean
  /** This page; the sheets lie below it. */
  readonly path: string
  readonly remove: Save<string>
}

/** The experts' sheets, how far they lie apart, and whether they agree. */
export function ExpertBoard({ sheets, panel, factors, scheme, mayScore, path, remove }: ExpertBoardProps) {
  const t = useTranslations('experts')
  const confirm = useConfirm()
  const { run } = useSaving()
  const fewest = scheme.expertPanel.value
  const add = mayScore && (
    <Button component={AppLink} href={`${path}/new`} leftSection={<IconPlus size={18} aria-hidden />}>
      {t('add')}
    </Button>
  )
  if (!panel)
    return (
      <Panel>
        <EmptyState icon={<IconUsers size={40} stroke={1.4} />} title={t('emptyTitle')} action={add}>
          {t('empty', { n: fewest })}
        </EmptyState>
      </Panel>
    )
  const ask = (sheet: ExpertSheet, n: number) =>
    confirm({
      title: t('removeTitle'),
      body: t('removeText', { n, field: sheet.field }),
      confirmLabel: t('remove'),
      destructive: true,
      onConfirm: () => void run(remove, sheet.id, t('removed')),
    })
  return (
    <>
      <Panel title={t('sheets')} description={t('sheetsExplain')}>
        <Stack gap="md">
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('expert')}</Table.Th>
                <Table.Th ta="right">{t('judged')}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sheets.map((sheet, i) => (
                <Table.Tr key={sheet.id}>
                  <Table.Th scope="row" fw={500}>
                    {t('seat', { n: i + 1, field: sheet.field })}
                  </Table.Th>
                  <Table.Td ta="right">
                    {sheet.places.filter(({ initialProbability }) => initialProbability !== null).length}/
                    {factors.length}
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end">
                      <Button
                        component={AppLink}
                        href={`${path}/${encodeURIComponent(sheet.id)}`}
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('openNamed', { n: i + 1 })}
                      >
                        {mayScore ? t('edit') : t('look')}
                      </Button>
                      {mayScore && (
                        <Button
                          variant="subtle"
                          color="cinnabar"
                          size="compact-sm"
                          aria-label={t('removeNamed', { n: i + 1 })}
                          onClick={() => ask(sheet, i + 1)}
                        >
                          {t('remove')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {sheets.length < fewest && (
            <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
              {t('few', { n: sheets.length, fewest })}
            </Alert>
          )}
          <Group>{add}</Group>
        </Stack>
      </Panel>
      <Panel title={t('spread.heading')} description={t('spread.explain')}>
        <ExpertSpread panel={panel} factors={factors} scheme={scheme} />
      </Panel>
      <AgreementPanel panel={panel} factors={factors} />
    </>
  )
}

const STAGES = ['initial', 'residual'] as const

function AgreementPanel({ panel, factors }: { panel: ExpertPanel; factors: readonly RiskFactor[] }) {
  const t = useTranslations('experts')
  const format = useFormatter()
  const rows = STAGES.flatMap((stage) => {
    const agreement = panelAgreement(judgedFactors(panel, factors, stage))
    if (!agreement.ok) return []
    return [
      {
        key: `${stage} p`,
        label: t('agreement.of', { stage: t(stage), part: 'p' }),
        ...agreement.value.probability,
      },
      {
        key: `${stage} q`,
        label: t('agreement.of', { stage: t(stage), part: 'q' }),
        ...agreement.value.impact,
      },
    ]
  })
  const number = (value: number | null) =>
    value === null ? '—' : format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const chance = (p: Agreement['kendallP']) =>
    p === null ? '—' : p < 0.001 ? `< ${format.number(0.001)}` : number(p)
  return (
    <Panel title={t('agreement.heading')} description={t('agreement.explain')}>
      {rows.length === 0 ? (
        <Text c="ink.6">{t('agreement.incomplete')}</Text>
      ) : (
        <Table.ScrollContainer
          minWidth={480}
          scrollAreaProps={{
            viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('agreement.heading') },
          }}
        >
          <Table tabularNums verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('agreement.what')}</Table.Th>
                <Table.Th ta="right">{t('agreement.w')}</Table.Th>
                <Table.Th ta="right">{t('agreement.p')}</Table.Th>
                <Table.Th ta="right">{t('agreement.alpha')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ key, label, kendallW, kendallP, krippendorffAlpha }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" fw={400}>
                    {label}
                  </Table.Th>
                  <Table.Td ta="right">{number(kendallW)}</Table.Td>
                  <Table.Td ta="right">{chance(kendallP)}</Table.Td>
                  <Table.Td ta="right">{number(krippendorffAlpha)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  )
}

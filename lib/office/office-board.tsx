'use client'

import { Alert, Badge, Box, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconBuilding } from '@tabler/icons-react'
import { Bar, BarChart, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import { assessmentPath } from '../assessment/paths.ts'
import { AppLink } from '../ui/app-link.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import { DueList } from '../verdict/due-list.tsx'
import { CLOCK_DAYS } from '../verdict/due-soon.ts'
import type { OfficeRow, OfficeView } from './office-view.ts'

const LEVELS = [
  { level: 'low', colour: 'var(--mantine-color-pine-5)' },
  { level: 'medium', colour: 'var(--mantine-color-ochre-4)' },
  { level: 'high', colour: 'var(--mantine-color-cinnabar-5)' },
] as const

/** What the row of assessments shows and no single one does. */
export function OfficeBoard({ view }: { view: OfficeView }) {
  const t = useTranslations('office')
  const levels = useTranslations('workbench.level')
  const format = useFormatter()
  const percent = (value: number) =>
    format.number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const { rows, onlyLow, quarters } = view
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<IconBuilding size={44} aria-hidden />} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      </Panel>
    )
  }
  return (
    <>
      {onlyLow && (
        <Alert
          color="cinnabar"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('onlyLow.title', { n: onlyLow.n })}
          mb="lg"
        >
          {t('onlyLow.body', {
            n: onlyLow.n,
            chance: percent(onlyLow.chance),
            atMost: percent(onlyLow.atMost),
          })}
        </Alert>
      )}
      <StatRow>
        <StatCard label={t('stats.assessments')} value={rows.length} />
        <StatCard label={t('stats.given')} value={rows.filter(({ verdictGiven }) => verdictGiven).length} />
        <StatCard
          label={t('stats.answered')}
          value={view.answeredShare === null ? '—' : percent(view.answeredShare)}
        />
        <StatCard
          label={t('stats.overdue')}
          value={rows.reduce((sum, row) => sum + row.overdueMeasures + row.overdueDisputes, 0)}
        />
      </StatRow>
      <div style={{ height: 20 }} />
      <Panel title={t('levels.title')}>
        {quarters.length === 0 ? (
          <Text c="ink.6">{t('levels.none')}</Text>
        ) : (
          <Box
            role="img"
            aria-label={t('levels.chart', {
              quarters: quarters
                .map(({ quarter, levels: n }) => t('levels.counts', { quarter, ...n }))
                .join('；'),
            })}
            maw={760}
          >
            <ResponsiveContainer width="100%" height={220}>
              <BarChart
                data={quarters.map(({ quarter, levels: counts }) => ({ quarter, ...counts }))}
                accessibilityLayer={false}
              >
                <XAxis dataKey="quarter" tick={{ fontSize: 12 }} />
                <YAxis width={32} allowDecimals={false} tick={{ fontSize: 12 }} />
                <Legend itemSorter={null} />
                {LEVELS.map(({ level, colour }) => (
                  <Bar
                    key={level}
                    dataKey={level}
                    name={levels(level)}
                    stackId="level"
                    fill={colour}
                    isAnimationActive={false}
                    maxBarSize={56}
                  />
                ))}
              </BarChart>
            </ResponsiveContainer>
          </Box>
        )}
      </Panel>
      <Rows view={view} />
    </>
  )
}

function Rows({ view }: { view: OfficeView }) {
  const t = useTranslations('office.table')
  return (
    <Panel title={t('title')}>
      <Table.ScrollContainer
        minWidth={1080}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table fz="sm" verticalSpacing="xs" tabularNums>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('matter')}</Table.Th>
              <Table.Th>{t('progress')}</Table.Th>
              <Table.Th>{t('level')}</Table.Th>
              <Table.Th miw={64}>{t('verdict')}</Table.Th>
              <Table.Th miw={80}>{t('stage')}</Table.Th>
              <Table.Th ta="right">{t('opinions')}</Table.Th>
              <Table.Th ta="right">{t('overdue')}</Table.Th>
              <Table.Th>{t('warnings')}</Table.Th>
              <Table.Th>{t('clocks', { days: CLOCK_DAYS })}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  )
}

function Row({ row }: { row: OfficeRow }) {
  const t = useTranslations('office.table')
  const rules = useTranslations('followUp.warnings.rules')
  const states = useTranslations('approval.states')
  const { stage, warnings } = row
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={180}>
        <AppLink href={assessmentPath(row.id)} style={{ color: 'var(--mantine-color-dai-7)' }}>
          {row.title}
        </AppLink>
      </Table.Th>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {t('steps', { done: row.stepsDone, total: row.stepsTotal })}
      </Table.Td>
      <Table.Td>
        <LevelBadge level={row.level} />
      </Table.Td>
      <Table.Td>{row.verdictGiven ? t('given') : t('notGiven')}</Table.Td>
      <Table.Td>
        {stage === null ? (
          <Text span size="sm" c="ink.6">
            {t('notFrozen')}
          </Text>
        ) : stage.voided ? (
          <Text span size="sm" c="cinnabar.7">
            {t('voided')}
          </Text>
        ) : (
          states(stage.state)
        )}
      </Table.Td>
      <Table.Td ta="right">
        {row.answered}／{row.opinions}
      </Table.Td>
      <Table.Td ta="right">
        {row.overdueMeasures}／{row.overdueDisputes}
      </Table.Td>
      <Table.Td miw={180}>
        {warnings.length === 0
          ? t('none')
          : warnings.map(({ rule, n, reassess }) => (
              <Text key={rule} size="sm">
                {rules(rule, { n })} {reassess && <Badge color="cinnabar">{t('reassess')}</Badge>}
              </Text>
            ))}
      </Table.Td>
      <Table.Td miw={220}>
        {row.due.length === 0 ? t('none') : <DueList assessmentId={row.id} items={row.due} />}
      </Table.Td>
    </Table.Tr>
  )
}

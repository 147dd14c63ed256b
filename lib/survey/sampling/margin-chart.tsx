'use client'

import { Box, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { FrameGroup } from '../frame/frame.ts'
import { marginCurve } from './margin-curve.ts'
import type { PlanEntry } from './plan.ts'
import type { PlanOutcome } from './planner.ts'
import { usePoints } from './points.tsx'
import classes from './sampling.module.css'

interface MarginChartProps {
  readonly entry: PlanEntry
  readonly outcome: PlanOutcome
  readonly groups: readonly FrameGroup[]
  readonly fewest: number
}

const ALL = ''

/** From 0 in steps of 1, 2, 5 or 10 points, six at most. */
function ticksTo(most: number): number[] {
  const step = [1, 2, 5, 10].find((one) => most / one <= 5) ?? 20
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
}

/** The margin against the number of answers, over all groups or within one, with the plan marked on it. */
export function MarginChart({ entry, outcome, groups, fewest }: MarginChartProps) {
  const t = useTranslations('sampling.plan')
  const format = useFormatter()
  const points = usePoints()
  const [of, setOf] = useState(ALL)
  const stratum = outcome.strata.find(({ group }) => group.id === of)
  const curve = useMemo(
    () => marginCurve(entry, groups, stratum?.group.id ?? null, fewest),
    [entry, groups, stratum?.group.id, fewest],
  )
  const target = entry.marginPercent
  const plan = stratum ?? outcome
  const data = curve.map(({ n, margin }) => ({ n, margin: margin * 100 }))
  const ticks = ticksTo(Math.max(target, ...data.map(({ margin }) => margin)))
  const whole = (value: unknown) => (typeof value === 'number' ? format.number(Math.round(value)) : '')
  const read = (value: unknown) => (typeof value === 'number' ? t('points', { n: points(value / 100) }) : '')
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('chart')}</Text>
      {outcome.strata.length > 1 && (
        <NativeSelect
          label={t('chartOf')}
          maw={320}
          value={stratum ? of : ALL}
          onChange={(event) => setOf(event.currentTarget.value)}
          data={[
            { value: ALL, label: t('chartAll') },
            ...outcome.strata
              .filter(({ size }) => size > 0)
              .map(({ group }) => ({ value: group.id, label: group.name })),
          ]}
        />
      )}
      <Box
        role="img"
        aria-label={t('chartLabel', { target: points(target / 100), n: plan.answers })}
        maw={760}
      >
        <ResponsiveContainer width="100%" height={280}>
          <LineChart
            data={data}
            margin={{ top: 16, right: 24, bottom: 22, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--mantine-color-ink-2)" />
            <XAxis
              type="number"
              dataKey="n"
              domain={[0, 'dataMax']}
              tick={{ fontSize: 12 }}
              tickFormatter={whole}
              label={{ value: t('chartAxis'), position: 'insideBottom', offset: -14, fontSize: 13 }}
            />
            <YAxis
              type="number"
              domain={[0, ticks.at(-1) ?? 0]}
              ticks={ticks}
              width={52}
              tick={{ fontSize: 12 }}
              label={{
                value: t('chartMargin'),
                angle: -90,
                position: 'insideLeft',
                offset: 14,
                fontSize: 13,
                style: { textAnchor: 'middle' },
              }}
            />
            <Tooltip formatter={read} labelFormatter={whole} />
            <ReferenceLine
              y={target}
              stroke="var(--mantine-color-cinnabar-6)"
              strokeDasharray="5 4"
              label={{
                value: `${t('chartTarget')} ${t('points', { n: points(target / 100) })}`,
                position: 'insideTopRight',
                fontSize: 12,
                fill: 'var(--mantine-color-cinnabar-7)',
              }}
            />
            <Line
              name={t('chartMargin')}
              dataKey="margin"
              stroke="var(--mantine-color-dai-6)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            {plan.margin !== null && (
              <ReferenceDot
                x={plan.answers}
                y={plan.margin * 100}
                r={6}
                fill="var(--mantine-color-dai-7)"
                stroke="white"
                label={{
                  value: `${t('chartPlan')} ${format.number(plan.answers)}`,
                  position: 'top',
                  fontSize: 12,
                }}
              />
            )}
          </LineChart>
        </ResponsiveContainer>
      </Box>
      <Text size="sm" c="ink.6" maw="46rem">
        {t('chartNote')}
      </Text>
      <details>
        <summary className={classes.summary}>{t('asTable')}</summary>
        <Table fz="sm" w="auto" mt="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.number}>{t('chartAxis')}</Table.Th>
              <Table.Th className={classes.number}>{t('chartMargin')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {curve
              .filter((_, i) => i % 4 === 3 || i === curve.length - 1)
              .map(({ n, margin }) => (
                <Table.Tr key={n}>
                  <Table.Td className={classes.number}>{format.number(n)}</Table.Td>
                  <Table.Td className={classes.number}>{points(margin)}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </details>
    </Stack>
  )
}

'use client'

import { Box, Group, Stack, Table, Text } from '@mantine/core'
import {
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormatter, useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { Panel } from '../ui/panel.tsx'
import { degreeOf, riskDegree } from './composite-index.ts'
import { DegreeMark, degreeColor } from './degree-badge.tsx'
import type { RiskFactor } from './factor.ts'
import { edgeOf, movesOf, type Placed, spotsOf } from './matrix-points.ts'
import styles from './risk-matrix.module.css'
import { useRiskWords } from './scheme-words.tsx'

interface RiskMatrixProps {
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
}

const INK = 'var(--mantine-color-ink-9)'
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** p × q with the bands of R behind, each factor before and after its measures; and the same as a table. */
export function RiskMatrix({ factors, scheme }: RiskMatrixProps) {
  const t = useTranslations('risk')
  const format = useFormatter()
  const placed: Placed[] = factors.map((factor, i) => ({
    n: i + 1,
    initial: [factor.initialProbability, factor.initialImpact],
    residual: [factor.residualProbability, factor.residualImpact],
  }))
  const share = (value: number) => format.number(value, { minimumFractionDigits: 1 })
  const axis = { type: 'number', domain: [0, 1], ticks: TICKS, tickFormatter: share } as const
  return (
    <Panel title={t('matrix.heading')} description={t('matrix.explain')}>
      <Stack gap="md">
        <Box role="img" aria-label={t('matrix.label', { n: factors.length })} maw={760}>
          <ResponsiveContainer width="100%" aspect={1.25} minHeight={300}>
            <ScatterChart margin={{ top: 16, right: 20, bottom: 22, left: 0 }} accessibilityLayer={false}>
              <XAxis
                {...axis}
                dataKey="p"
                tick={{ fontSize: 12 }}
                label={{
                  value: t('matrix.probability'),
                  position: 'insideBottom',
                  offset: -14,
                  fontSize: 13,
                }}
              />
              <YAxis
                {...axis}
                dataKey="q"
                width={52}
                tick={{ fontSize: 12 }}
                label={{
                  value: t('matrix.impact'),
                  angle: -90,
                  position: 'insideLeft',
                  offset: 14,
                  fontSize: 13,
                }}
              />
              {/* recharts sizes its axes by the data it is given; what is drawn comes from Background and Marks. */}
              <Scatter data={[{ p: 0, q: 0 }]} fill="transparent" isAnimationActive={false} />
              <Background scheme={scheme} />
              <Marks placed={placed} />
            </ScatterChart>
          </ResponsiveContainer>
        </Box>
        <Group gap="md" aria-hidden>
          {scheme.riskDegreeBands.bands.map((band) => (
            <Text key={band.degree} size="sm">
              <DegreeMark degree={band.degree} scheme={scheme} />
            </Text>
          ))}
          <Group gap={6}>
            <span className={styles.open} />
            <Text size="sm">{t('stage.initial')}</Text>
          </Group>
          <Group gap={6}>
            <span className={styles.full} />
            <Text size="sm">{t('stage.residual')}</Text>
          </Group>
        </Group>
        <details>
          <summary className={styles.summary}>{t('matrix.asTable')}</summary>
          <MatrixTable factors={factors} scheme={scheme} />
        </details>
      </Stack>
    </Panel>
  )
}

/** The bands as areas between hyperbolas, the worst at the bottom of the pile so that each covers the next. */
function Background({ scheme }: { scheme: Scheme }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!x || !y) return null
  const at = ([p, q]: readonly [number, number]) => `${x(p)},${y(q)}`
  const below = (bound: number) =>
    bound >= 1
      ? `M${at([0, 0])}L${at([0, 1])}L${at([1, 1])}L${at([1, 0])}Z`
      : `M${at([0, 0])}L${at([0, 1])}L${edgeOf(bound).map(at).join('L')}L${at([1, 0])}Z`
  return (
    <g>
      {[...scheme.riskDegreeBands.bands].reverse().map((band) => (
        <path
          key={band.degree}
          d={below(band.upTo)}
          fill={degreeColor(band.degree)}
          stroke="white"
          strokeWidth={1.5}
        />
      ))}
    </g>
  )
}

function Marks({ placed }: { placed: readonly Placed[] }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!x || !y) return null
  return (
    <g>
      {movesOf(placed).map(({ n, initial, residual }) => (
        <line
          key={n}
          x1={x(initial[0])}
          y1={y(initial[1])}
          x2={x(residual[0])}
          y2={y(residual[1])}
          stroke="var(--mantine-color-ink-7)"
          strokeWidth={1.25}
          strokeDasharray="4 3"
        />
      ))}
      {(['initial', 'residual'] as const).flatMap((stage) =>
        spotsOf(placed, stage).map(({ p, q, label }) => (
          <g key={`${stage} ${p} ${q}`}>
            <circle
              cx={x(p)}
              cy={y(q)}
              // A spot of both stages shows as a dot in a ring.
              r={stage === 'initial' ? 7 : 4.5}
              fill={stage === 'initial' ? 'white' : INK}
              stroke={INK}
              strokeWidth={1.75}
            />
            <text
              x={(x(p) ?? 0) + 9}
              y={(y(q) ?? 0) + (stage === 'initial' ? -7 : 14)}
              fontSize={12}
              fontWeight={600}
              fill={INK}
              stroke="white"
              strokeWidth={3}
              paintOrder="stroke"
            >
              {label}
            </text>
          </g>
        )),
      )}
    </g>
  )
}

function MatrixTable({ factors, scheme }: RiskMatrixProps) {
  const t = useTranslations('risk')
  const { entered, computed } = useRiskWords(scheme)
  const bounds = scheme.riskDegreeBands.bands.map((band) => band.upTo)
  return (
    <Table.ScrollContainer
      minWidth={560}
      // A region that scrolls sideways must be reachable by keyboard.
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('matrix.caption') },
      }}
    >
      <Table fz="sm" verticalSpacing={4} captionSide="top">
        <Table.Caption>{t('matrix.caption')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('list.number')}</Table.Th>
            <Table.Th>{t('list.name')}</Table.Th>
            <Table.Th>{t('matrix.stage')}</Table.Th>
            <Table.Th ta="right">p</Table.Th>
            <Table.Th ta="right">q</Table.Th>
            <Table.Th ta="right">R</Table.Th>
            <Table.Th>{t('list.degree')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {factors.flatMap((factor, i) =>
            (['initial', 'residual'] as const).map((stage) => {
              const [p, q] =
                stage === 'initial'
                  ? [factor.initialProbability, factor.initialImpact]
                  : [factor.residualProbability, factor.residualImpact]
              const degree = riskDegree(p, q)
              return (
                <Table.Tr key={`${factor.id} ${stage}`}>
                  <Table.Td>{i + 1}</Table.Td>
                  <Table.Td>{factor.name}</Table.Td>
                  <Table.Td>{t(`stage.${stage}`)}</Table.Td>
                  <Table.Td ta="right">{entered(p)}</Table.Td>
                  <Table.Td ta="right">{entered(q)}</Table.Td>
                  <Table.Td ta="right">{computed(degree, bounds)}</Table.Td>
                  <Table.Td>
                    <DegreeMark degree={degreeOf(degree, scheme)} scheme={scheme} />
                  </Table.Td>
                </Table.Tr>
              )
            }),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

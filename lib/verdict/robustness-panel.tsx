'use client'

import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { RiskFactor } from '../risk/factor.ts'
import { useRiskWords } from '../risk/scheme-words.tsx'
import type { Scheme } from '../scheme/scheme.ts'
import { Panel } from '../ui/panel.tsx'
import { type LevelTurn, nearestTippingPoints } from './nearest-tipping-points.ts'
import type { LevelRobustness } from './robustness.ts'

interface RobustnessPanelProps {
  readonly robustness: LevelRobustness
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
  /** Valid answers that opposition is counted from; what too few gave is not shown. */
  readonly validAnswers: number | null
}

/** Four questions to the level after measures: would it be another? */
export function RobustnessPanel({ robustness, factors, scheme, validAnswers }: RobustnessPanelProps) {
  const t = useTranslations('robustness')
  const few = validAnswers !== null && validAnswers < scheme.suppressionK.value
  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Stack gap="lg">
        <Weights weights={robustness.weights} factors={factors} />
        <Tipping tipping={robustness.tipping} factors={factors} scheme={scheme} />
        <Silence silence={robustness.silence} few={few} />
        <Experts panel={robustness.panel} />
      </Stack>
    </Panel>
  )
}

interface AnswerProps {
  readonly heading: string
  /** Null: the question could not be answered. */
  readonly changes: boolean | null
  readonly children: ReactNode
}

/** One question with its answer as word and icon, then the sentence. */
function Answer({ heading, changes, children }: AnswerProps) {
  const t = useTranslations('robustness')
  const [word, color, Icon] =
    changes === null
      ? ([t('unknown'), 'ink', IconCircleDashed] as const)
      : changes
        ? ([t('turns'), 'ochre', IconAlertTriangle] as const)
        : ([t('stable'), 'pine', IconCircleCheck] as const)
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text component="h3" fw={600} size="sm" m={0}>
          {heading}
        </Text>
        <Badge variant="light" color={color} leftSection={<Icon size={14} aria-hidden />}>
          {word}
        </Badge>
      </Group>
      <Text component="div" size="sm" maw="46rem">
        {children}
      </Text>
    </div>
  )
}

const nameOf = (factors: readonly RiskFactor[], id: string) =>
  factors.find((factor) => factor.id === id)?.name ?? id

function Weights({
  weights,
  factors,
}: Pick<LevelRobustness, 'weights'> & { factors: readonly RiskFactor[] }) {
  const t = useTranslations('robustness')
  const heading = t('weights.heading')
  if (!weights.ok) {
    return (
      <Answer heading={heading} changes={null}>
        {t('weights.refused')}
      </Answer>
    )
  }
  const { shifts, level, changes, changesIndexLevel } = weights.value
  const turning = shifts.filter((shift) => shift.level !== level)
  return (
    <Answer heading={heading} changes={changes}>
      {changes
        ? t('weights.turns', {
            list: turning
              .map((shift) =>
                t('weights.shift', {
                  name: nameOf(factors, shift.factor),
                  direction: shift.change > 0 ? 'up' : 'down',
                  level: t(`levels.${shift.level}`),
                }),
              )
              .join(t('separator')),
          })
        : t('weights.stable', { n: shifts.length, level: t(`levels.${level}`) })}
      {!changes && changesIndexLevel && <div>{t('weights.hidden')}</div>}
    </Answer>
  )
}

/** Rows shown: beyond them a value would have to be quite another. */
const MOST_ROWS = 8

interface TippingProps extends Pick<LevelRobustness, 'tipping'> {
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
}

function Tipping({ tipping, factors, scheme }: TippingProps) {
  const t = useTranslations('robustness.tipping')
  if (!tipping.ok) {
    return (
      <Answer heading={t('heading')} changes={null}>
        {t('refused')}
      </Answer>
    )
  }
  const turns = nearestTippingPoints(tipping.value, Number.POSITIVE_INFINITY)
  const shown = turns.slice(0, MOST_ROWS)
  return (
    <div>
      <Answer heading={t('heading')} changes={turns.length > 0}>
        {turns.length > 0 ? t('turns', { n: new Set(turns.map(({ factor }) => factor)).size }) : t('stable')}
      </Answer>
      {shown.length > 0 && <TurnTable turns={shown} factors={factors} scheme={scheme} />}
      {shown.length < turns.length && (
        <Text size="sm" c="ink.6" mt="xs">
          {t('more', { all: turns.length, shown: shown.length })}
        </Text>
      )}
    </div>
  )
}

interface TurnTableProps {
  readonly turns: readonly LevelTurn[]
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
}

function TurnTable({ turns, factors, scheme }: TurnTableProps) {
  const t = useTranslations('robustness.tipping')
  const format = useFormatter()
  const { entered, computed } = useRiskWords(scheme)
  const difference = (value: number) =>
    format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' })
  return (
    <Table tabularNums verticalSpacing="xs" mt="xs" aria-label={t('caption')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('factor')}</Table.Th>
          <Table.Th ta="right">{t('now')}</Table.Th>
          <Table.Th>{t('turn')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('difference')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {turns.map(({ factor, part, now, direction, at, change }) => (
          <Table.Tr key={`${factor} ${part} ${direction}`}>
            <Table.Th scope="row" fw={500}>
              {nameOf(factors, factor)}
              <Text size="xs" c="ink.6" fw={400}>
                {t(part)}
              </Text>
            </Table.Th>
            <Table.Td ta="right">{entered(now)}</Table.Td>
            <Table.Td>{t(direction, { at: computed(at) })}</Table.Td>
            <Table.Td ta="right" visibleFrom="sm">
              {difference(change)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Silence({ silence, few }: Pick<LevelRobustness, 'silence'> & { few: boolean }) {
  const t = useTranslations('robustness')
  const format = useFormatter()
  const heading = t('silence.heading')
  if (few || !silence.ok) {
    const reason = few ? 'few' : !silence.ok && silence.reason === 'no-survey' ? 'no-survey' : 'refused'
    return (
      <Answer heading={heading} changes={null}>
        {t(`silence.${reason}`)}
      </Answer>
    )
  }
  const { silent, shareIfAllObject, levelIfAllObject, changes } = silence.value
  const values = { silent: format.number(silent), level: t(`levels.${levelIfAllObject}`) }
  if (silent === 0) {
    return (
      <Answer heading={heading} changes={changes}>
        {t('silence.nobody')}
      </Answer>
    )
  }
  return (
    <Answer heading={heading} changes={changes}>
      {shareIfAllObject === null
        ? t('silence.answerNoShare', values)
        : t('silence.answer', {
            ...values,
            share: format.number(shareIfAllObject, { style: 'percent', maximumFractionDigits: 1 }),
          })}
      <div>{t('silence.bound')}</div>
    </Answer>
  )
}

function Experts({ panel }: Pick<LevelRobustness, 'panel'>) {
  const t = useTranslations('robustness')
  const format = useFormatter()
  const heading = t('panel.heading')
  if (!panel?.withoutExpert.ok) {
    return (
      <Answer heading={heading} changes={null}>
        {t(panel ? 'panel.refused' : 'panel.none')}
      </Answer>
    )
  }
  const { level, without, changes } = panel.withoutExpert.value
  const turned = without.flatMap((one) =>
    one.level && one.level !== level
      ? [t('panel.without', { n: one.expert + 1, level: t(`levels.${one.level}`) })]
      : [],
  )
  const values = { n: without.length, level: t(`levels.${level}`) }
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <Answer heading={heading} changes={changes}>
      {changes
        ? t('panel.turns', { ...values, list: turned.join(t('separator')) })
        : t('panel.stable', values)}
      {panel.simulation.ok && (
        <div>
          {t('panel.shares', {
            draws: format.number(panel.simulation.value.draws),
            low: percent(panel.simulation.value.probabilities.low),
            medium: percent(panel.simulation.value.probabilities.medium),
            high: percent(panel.simulation.value.probabilities.high),
          })}
        </div>
      )}
    </Answer>
  )
}

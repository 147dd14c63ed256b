'use client'

import { Badge, Stack, Table, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { pValueText } from '../statistics/p-value-text.ts'
import { useDay } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { optionsOf, type Questionnaire } from './questionnaire.ts'
import { useShares } from './share-text.tsx'
import { type EarlierSurvey, type IndexChange, SIGNIFICANCE, surveyChange } from './survey-change.ts'
import type { SurveyRecord } from './survey-record.ts'

interface SurveyChangePanelProps {
  readonly earlier: EarlierSurvey | null
  readonly later: SurveyRecord | null
  /** k: what fewer people answered is not shown. */
  readonly fewest: number
}

/** The same items asked twice: what moved, how far, and whether it is more than chance. */
export function SurveyChangePanel({ earlier, later, fewest }: SurveyChangePanelProps) {
  const t = useTranslations('followUp.change')
  if (!earlier)
    return (
      <Panel title={t('title')} description={t('lead')}>
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      </Panel>
    )
  return (
    <Panel title={t('title')} description={t('lead')}>
      {later?.tally && later.closedOn ? (
        <Comparison
          earlier={earlier}
          later={{ questionnaire: later.questionnaire, tally: later.tally }}
          closedOn={later.closedOn}
          fewest={fewest}
        />
      ) : (
        <Text c="ink.6">{t('waiting')}</Text>
      )}
    </Panel>
  )
}

interface ComparisonProps {
  readonly earlier: EarlierSurvey
  readonly later: {
    readonly questionnaire: Questionnaire
    readonly tally: NonNullable<SurveyRecord['tally']>
  }
  readonly closedOn: string
  readonly fewest: number
}

function Comparison({ earlier, later, closedOn, fewest }: ComparisonProps) {
  const t = useTranslations('followUp.change')
  const indexName = useTranslations('survey.indices')
  const day = useDay()
  const format = useFormatter()
  const { percent } = useShares()
  const { indices, questions, notComparable } = surveyChange(earlier, later)
  const points = (share: number) =>
    format.number(share * 100, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    })
  const shown = indices.filter(({ before, after }) => before.n >= fewest && after.n >= fewest)
  const question = (id: string) => later.questionnaire.questions.find((candidate) => candidate.id === id)
  const verdict = (value: number) => (
    <Badge variant="light" color={value < SIGNIFICANCE ? 'cinnabar' : 'ink'}>
      {t(value < SIGNIFICANCE ? 'significant' : 'notSignificant')}
    </Badge>
  )
  return (
    <Stack gap="lg">
      <Dumbbells
        rows={shown.map((change) => ({ name: indexName(change.index), change }))}
        label={t('picture')}
        percent={percent}
      />
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table tabularNums verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('index')}</Table.Th>
              <Table.Th ta="right">{t('before', { day: day(earlier.closedOn) })}</Table.Th>
              <Table.Th ta="right">{t('after', { day: day(closedOn) })}</Table.Th>
              <Table.Th ta="right">{t('difference')}</Table.Th>
              <Table.Th ta="right">{t('interval')}</Table.Th>
              <Table.Th ta="right">{t('p')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {indices.map(({ index, before, after, difference, low, high, p: value }) => (
              <Table.Tr key={index}>
                <Table.Th scope="row" fw={500}>
                  {indexName(index)}
                </Table.Th>
                {before.n < fewest || after.n < fewest ? (
                  <Table.Td colSpan={6} c="ink.6">
                    {t('withheld', { k: fewest })}
                  </Table.Td>
                ) : (
                  <>
                    <Table.Td ta="right">
                      {percent(before.count / before.n)}（{before.count}/{before.n}）
                    </Table.Td>
                    <Table.Td ta="right">
                      {percent(after.count / after.n)}（{after.count}/{after.n}）
                    </Table.Td>
                    <Table.Td ta="right" fw={600}>
                      {points(difference)}
                    </Table.Td>
                    <Table.Td ta="right">
                      {points(low)} ～ {points(high)}
                    </Table.Td>
                    <Table.Td ta="right">{pValueText(value)}</Table.Td>
                    <Table.Td>{verdict(value)}</Table.Td>
                  </>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table tabularNums verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('question')}</Table.Th>
              <Table.Th ta="right">{t('valid')}</Table.Th>
              <Table.Th>{t('moved')}</Table.Th>
              <Table.Th ta="right">{t('adjusted')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {questions
              .filter(({ before, after }) => before >= fewest && after >= fewest)
              .map(({ questionId, before, after, moved, adjustedP }) => {
                const asked = question(questionId)
                const option = asked && optionsOf(asked).find(({ id }) => id === moved.optionId)
                return (
                  <Table.Tr key={questionId}>
                    <Table.Th scope="row" fw={500}>
                      {asked?.title}
                    </Table.Th>
                    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                      {before} → {after}
                    </Table.Td>
                    <Table.Td>
                      {option?.label} {points(moved.difference)}
                    </Table.Td>
                    <Table.Td ta="right">{pValueText(adjustedP)}</Table.Td>
                    <Table.Td>{verdict(adjustedP)}</Table.Td>
                  </Table.Tr>
                )
              })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {notComparable.length > 0 && (
        <Text size="sm" c="ink.6">
          {t('notComparable', { n: notComparable.length })}
        </Text>
      )}
    </Stack>
  )
}

interface DumbbellsProps {
  readonly rows: readonly { readonly name: string; readonly change: IndexChange }[]
  readonly label: string
  readonly percent: (share: number) => string
}

const LEFT = 96
const WIDTH = 640
const HEIGHT = 44
const at = (share: number) => LEFT + share * (WIDTH - LEFT - 40)

/** A line per index from 0 to 100 %: hollow where it stood, full where it stands, the interval of the change below. */
function Dumbbells({ rows, label, percent }: DumbbellsProps) {
  if (rows.length === 0) return null
  const spoken = rows
    .map(({ name, change: { before, after } }) => {
      return `${name} ${percent(before.count / before.n)} → ${percent(after.count / after.n)}`
    })
    .join('; ')
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${rows.length * HEIGHT + 20}`}
      width="100%"
      role="img"
      aria-label={`${label}: ${spoken}`}
      style={{ maxWidth: WIDTH, display: 'block' }}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line
            x1={at(tick)}
            x2={at(tick)}
            y1={0}
            y2={rows.length * HEIGHT}
            stroke="var(--mantine-color-ink-2)"
          />
          <text
            x={at(tick)}
            y={rows.length * HEIGHT + 15}
            fontSize={12}
            textAnchor="middle"
            fill="var(--mantine-color-ink-6)"
          >
            {tick * 100}%
          </text>
        </g>
      ))}
      {rows.map(({ name, change: { index, before, after, low, high, p } }, i) => {
        const y = i * HEIGHT + 18
        const [was, is] = [before.count / before.n, after.count / after.n]
        const colour = p < SIGNIFICANCE ? 'var(--mantine-color-cinnabar-7)' : 'var(--mantine-color-ink-6)'
        const inside = (share: number) => Math.min(1, Math.max(0, share))
        return (
          <g key={index}>
            <text x={0} y={y + 5} fontSize={14} fill="var(--mantine-color-ink-8)">
              {name}
            </text>
            <line x1={at(was)} x2={at(is)} y1={y} y2={y} stroke={colour} strokeWidth={3} />
            <circle cx={at(was)} cy={y} r={6} fill="white" stroke={colour} strokeWidth={2} />
            <circle cx={at(is)} cy={y} r={7} fill={colour} />
            <line
              x1={at(inside(was + low))}
              x2={at(inside(was + high))}
              y1={y + 13}
              y2={y + 13}
              stroke={colour}
              strokeWidth={1.5}
            />
          </g>
        )
      })}
    </svg>
  )
}

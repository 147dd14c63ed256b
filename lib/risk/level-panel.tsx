'use client'

import { Alert, Badge, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconGavel, IconInfoCircle } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import type { LevelRule, LevelVerdict, RuleAnswer } from './level.ts'
import styles from './level-table.module.css'
import { useRuleStatement } from './rule-statement.tsx'
import { rankOf } from './rules/rule-answer.ts'
import { useRiskWords } from './scheme-words.tsx'

/** One stage as the results hold it. */
export interface StageLevel {
  readonly index: number | null
  readonly level: Result<LevelVerdict>
}

interface LevelPanelProps {
  readonly initial: StageLevel
  readonly residual: StageLevel
  readonly scheme: Scheme
}

/** The level before and after the measures: the worst of all rules, each rule with its own answer. */
export function LevelPanel({ initial, residual, scheme }: LevelPanelProps) {
  const t = useTranslations('risk.level')
  const { computed } = useRiskWords(scheme)
  if (!initial.level.ok || !residual.level.ok) {
    const refused = initial.level.ok ? residual.level : initial.level
    const key = `reasons.${refused.ok ? '' : refused.reason}` as Parameters<typeof t>[0]
    return (
      <Panel title={t('heading')} description={t('explain')}>
        <Alert color="dai" icon={<IconInfoCircle aria-hidden />}>
          {t.has(key) ? t(key) : t('reasons.other')}
        </Alert>
      </Panel>
    )
  }
  const before = initial.level.value
  const after = residual.level.value
  const { medium, high } = scheme.indexRule
  const index = (value: number | null) => (value === null ? '—' : computed(value, [medium.value, high.value]))
  const rules = (deciding: readonly LevelRule[]) =>
    t('decidedBy', { rules: deciding.map((rule) => t(`rules.${rule}`)).join('、') })
  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Stack gap="md">
        <StatRow>
          <StatCard
            label={t('initialLevel')}
            value={<LevelBadge level={before.level} />}
            hint={rules(before.decidingRules)}
          />
          <StatCard
            label={t('residualLevel')}
            value={<LevelBadge level={after.level} />}
            hint={rules(after.decidingRules)}
          />
          <StatCard
            label={t('initialIndex')}
            value={index(initial.index)}
            hint={initial.index === null && t('indexUnset')}
          />
          <StatCard
            label={t('residualIndex')}
            value={index(residual.index)}
            hint={residual.index === null && t('indexUnset')}
          />
        </StatRow>
        {after.unassessed.length > 0 && (
          <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
            {t('atLeast', { rules: after.unassessed.map((rule) => t(`rules.${rule}`)).join('、') })}
          </Alert>
        )}
        <LevelTable before={before} after={after} scheme={scheme} />
        <Dilution verdict={before} index={initial.index} stage="initial" scheme={scheme} />
        <Dilution verdict={after} index={residual.index} stage="residual" scheme={scheme} />
      </Stack>
    </Panel>
  )
}

interface LevelTableProps {
  readonly before: LevelVerdict
  readonly after: LevelVerdict
  readonly scheme: Scheme
}

function LevelTable({ before, after, scheme }: LevelTableProps) {
  const t = useTranslations('risk.level')
  const explain = useRuleExplanation(scheme)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('rule')}</th>
          <th scope="col">{t('initial')}</th>
          <th scope="col">{t('residual')}</th>
        </tr>
      </thead>
      <tbody>
        {after.answers.map((answer) => {
          const deciding = after.decidingRules.includes(answer.rule)
          const first = before.answers.find(({ rule }) => rule === answer.rule)
          return (
            <tr key={answer.rule} data-deciding={deciding || undefined}>
              <th scope="row">
                <Group gap={8}>
                  <Text span fw={600} size="sm">
                    {t(`rules.${answer.rule}`)}
                  </Text>
                  {deciding && (
                    <Badge
                      variant="filled"
                      radius="sm"
                      tt="none"
                      leftSection={<IconGavel size={13} aria-hidden />}
                    >
                      {t('deciding')}
                    </Badge>
                  )}
                </Group>
                <Text size="xs" c="ink.6" mt={2}>
                  {explain(answer.rule)}
                </Text>
              </th>
              <td data-label={t('initial')}>{first && <Answer answer={first} scheme={scheme} />}</td>
              <td data-label={t('residual')}>
                <Answer answer={answer} scheme={scheme} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Answer({ answer, scheme }: { answer: RuleAnswer; scheme: Scheme }) {
  const statement = useRuleStatement(scheme)
  return (
    <>
      <LevelBadge level={answer.level} />
      <div className={styles.statement}>
        {statement(answer).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </div>
    </>
  )
}

/** What each rule looks at and where its lines are. */
function useRuleExplanation(scheme: Scheme): (rule: LevelRule) => string {
  const t = useTranslations('risk.level')
  const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`
  const lines = {
    index: { medium: String(scheme.indexRule.medium.value), high: String(scheme.indexRule.high.value) },
    'single-factor': {
      mediumCritical: scheme.singleFactorRule.medium.critical,
      mediumMajor: scheme.singleFactorRule.medium.majorOrWorse,
      highCritical: scheme.singleFactorRule.high.critical,
      highMajor: scheme.singleFactorRule.high.majorOrWorse,
    },
    opposition: {
      medium: percent(scheme.oppositionRule.medium.value),
      high: percent(scheme.oppositionRule.high.value),
    },
    'expected-event': {
      medium: scheme.expectedEventRule.medium.value,
      high: scheme.expectedEventRule.high.value,
    },
    direct: {},
    penalty: {},
  } as const satisfies Record<LevelRule, Record<string, string | number>>
  return (rule) => t(`explains.${rule}`, lines[rule])
}

interface DilutionProps {
  readonly verdict: LevelVerdict
  readonly index: number | null
  readonly stage: 'initial' | 'residual'
  readonly scheme: Scheme
}

/** Says so where the average makes a matter look better than it is. */
function Dilution({ verdict, index, stage, scheme }: DilutionProps) {
  const t = useTranslations('risk')
  const { computed } = useRiskWords(scheme)
  const byIndex = verdict.answers.find(({ rule }) => rule === 'index')?.level
  const hidden = byIndex && rankOf(byIndex) < rankOf(verdict.level)
  const { dilution } = verdict
  if (!hidden && !dilution) return null
  const bounds = [scheme.indexRule.medium.value, scheme.indexRule.high.value]
  return (
    <Alert
      color="ochre"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('level.dilutionTitle', { stage: t(`stage.${stage}`) })}
    >
      {hidden && (
        <p style={{ margin: 0 }}>
          {t('level.hidden', { index: t(`levels.${byIndex}`), level: t(`levels.${verdict.level}`) })}
        </p>
      )}
      {dilution && index !== null && (
        <p style={{ margin: 0 }}>
          {t('level.dilution', {
            n: dilution.removedFactors.length,
            names: dilution.removedFactors.join('、'),
            from: computed(index, bounds),
            to: computed(dilution.index, bounds),
            level: t(`levels.${dilution.level}`),
          })}
        </p>
      )}
    </Alert>
  )
}

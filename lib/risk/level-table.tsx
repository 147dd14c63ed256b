'use client'

import { Badge, Group, Text } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { LevelBadge } from '../ui/level-badge.tsx'
import type { LevelRule, LevelVerdict } from './level.ts'
import styles from './level-table.module.css'
import { useRuleStatement } from './rule-statement.tsx'

interface LevelTableProps {
  readonly before: LevelVerdict
  readonly after: LevelVerdict
  readonly scheme: Scheme
}

/** Every rule with its own answer before and after the measures; those that decide are marked. */
export function LevelTable({ before, after, scheme }: LevelTableProps) {
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
        {after.answers.map(({ rule }) => (
          <tr key={rule} data-deciding={after.decidingRules.includes(rule) || undefined}>
            <th scope="row">
              <Text fw={600} size="sm" className={styles.rule}>
                {t(`rules.${rule}`)}
              </Text>
              <Text size="xs" c="ink.6" mt={2}>
                {explain(rule)}
              </Text>
            </th>
            <td data-label={t('initial')}>
              <Answer rule={rule} verdict={before} scheme={scheme} />
            </td>
            <td data-label={t('residual')}>
              <Answer rule={rule} verdict={after} scheme={scheme} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface AnswerProps {
  readonly rule: LevelRule
  readonly verdict: LevelVerdict
  readonly scheme: Scheme
}

function Answer({ rule, verdict, scheme }: AnswerProps) {
  const t = useTranslations('risk.level')
  const statement = useRuleStatement(scheme)
  const answer = verdict.answers.find((candidate) => candidate.rule === rule)
  if (!answer) return null
  return (
    <>
      <Group gap={8} display="inline-flex">
        <LevelBadge level={answer.level} />
        {verdict.decidingRules.includes(rule) && (
          <Badge variant="outline" color="dai" leftSection={<IconGavel size={13} aria-hidden />}>
            {t('deciding')}
          </Badge>
        )}
      </Group>
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
  const { indexRule, singleFactorRule, oppositionRule, expectedEventRule } = scheme
  const lines = {
    index: { medium: String(indexRule.medium.value), high: String(indexRule.high.value) },
    'single-factor': {
      mediumCritical: singleFactorRule.medium.critical,
      mediumMajor: singleFactorRule.medium.majorOrWorse,
      highCritical: singleFactorRule.high.critical,
      highMajor: singleFactorRule.high.majorOrWorse,
    },
    opposition: { medium: percent(oppositionRule.medium.value), high: percent(oppositionRule.high.value) },
    'expected-event': { medium: expectedEventRule.medium.value, high: expectedEventRule.high.value },
    direct: {},
    penalty: {},
  } as const satisfies Record<LevelRule, Record<string, string | number>>
  return (rule) => t(`explains.${rule}`, lines[rule])
}

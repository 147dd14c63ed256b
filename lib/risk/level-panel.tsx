'use client'

import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import type { LevelRule, LevelVerdict } from './level.ts'
import { LevelTable } from './level-table.tsx'
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
  const format = useFormatter()
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
    t('decidedBy', { rules: format.list(deciding.map((rule) => t(`rules.${rule}`))) })
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
        {after.unassessed.length > 0 && after.level !== 'high' && (
          <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
            {t('atLeast', { rules: format.list(after.unassessed.map((rule) => t(`rules.${rule}`))) })}
          </Alert>
        )}
        <LevelTable before={before} after={after} scheme={scheme} />
        <Dilution initial={initial} residual={residual} scheme={scheme} />
      </Stack>
    </Panel>
  )
}

/** Says so where the average makes a matter look better than it is. */
function Dilution({ initial, residual, scheme }: LevelPanelProps) {
  const t = useTranslations('risk')
  const format = useFormatter()
  const { computed } = useRiskWords(scheme)
  const bounds = [scheme.indexRule.medium.value, scheme.indexRule.high.value]
  const sentences = (
    [
      ['initial', initial],
      ['residual', residual],
    ] as const
  ).flatMap(([name, { index, level: judged }]) => {
    if (!judged.ok) return []
    const { level, answers, decidingRules, dilution } = judged.value
    const stage = t(`stage.${name}`)
    const byIndex = answers.find(({ rule }) => rule === 'index')?.level
    return [
      ...(byIndex && rankOf(byIndex) < rankOf(level)
        ? [
            t('level.hidden', {
              stage,
              index: t(`levels.${byIndex}`),
              rules: format.list(decidingRules.map((rule) => t(`level.rules.${rule}`))),
              level: t(`levels.${level}`),
            }),
          ]
        : []),
      ...(dilution && index !== null
        ? [
            t('level.dilution', {
              stage,
              n: dilution.removedFactors.length,
              names: format.list([...dilution.removedFactors]),
              from: computed(index, bounds),
              to: computed(dilution.index, bounds),
              level: t(`levels.${dilution.level}`),
            }),
          ]
        : []),
    ]
  })
  if (sentences.length === 0) return null
  return (
    <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />} title={t('level.dilutionTitle')}>
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Alert>
  )
}

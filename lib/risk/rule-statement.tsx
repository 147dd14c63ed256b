import { useFormatter, useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import type { RuleAnswer } from './level.ts'
import { useRiskWords } from './scheme-words.tsx'

/** Names of factors or groups that are spelt out; the rest is counted. */
const MOST_PLACES = 5

const spelt = (sentence: string, names: readonly string[] | undefined) =>
  names && names.length > 0 ? [sentence] : []

/** What one rule found, in one or two sentences. */
export function useRuleStatement(scheme: Scheme): (answer: RuleAnswer) => string[] {
  const t = useTranslations('risk.level')
  const format = useFormatter()
  const { computed, name } = useRiskWords(scheme)
  const percent = (share: number) =>
    format.number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

  const places = (names: readonly string[] | undefined) => {
    if (!names || names.length === 0) return null
    const more = names.length - MOST_PLACES
    return more > 0
      ? t('places', { listed: format.list(names.slice(0, MOST_PLACES)), more })
      : format.list([...names])
  }

  return ({ rule, level, reason, statistics, places: where }) => {
    const value = (key: string) => statistics[key] ?? 0
    if (level === null) return reason ? [t(`silent.${reason}`)] : []
    switch (rule) {
      case 'index': {
        const { medium, high } = scheme.indexRule
        return [t('statistic.index', { value: computed(value('index'), [medium.value, high.value]) })]
      }
      case 'single-factor':
        return [
          t('statistic.factors', { critical: value('critical'), major: value('major') }),
          ...spelt(t('statistic.severe', { places: places(where) ?? '' }), where),
        ]
      case 'opposition':
        return [
          t('statistic.share', {
            share: percent(value('share')),
            count: value('opposed'),
            n: value('valid'),
            low: percent(value('low')),
            high: percent(value('high')),
          }),
          ...spelt(t('statistic.over', { places: places(where) ?? '' }), where),
        ]
      case 'expected-event':
        return [t('statistic.persons', { n: value('persons') })]
      case 'direct': {
        const names = where?.map((id) => {
          const condition = scheme.directRules.find((candidate) => candidate.id === id)
          return condition ? name(condition.name) : id
        })
        return [t('statistic.conditions', { n: value('conditions') }), ...spelt(places(names) ?? '', names)]
      }
      case 'penalty':
        return [t('statistic.points', { points: value('points'), total: value('total') })]
    }
  }
}

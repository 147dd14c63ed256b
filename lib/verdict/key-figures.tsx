'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { groupTotals } from '../assessment/group-table.ts'
import { FEN_PER_WAN } from '../economics/cash-flow-table.ts'
import { useRiskWords } from '../risk/scheme-words.tsx'
import { schemeOf } from '../scheme/registry.ts'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import type { Overview } from './overview.ts'

/** The numbers people ask for first, each with what it rests on. */
export function KeyFigures({ overview }: { overview: Overview }) {
  const t = useTranslations('workbench.overview.figures')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const { groups, schemeId, initial, residual, opposition, satisfaction, economics } = overview
  const scheme = schemeOf(schemeId)
  const { computed } = useRiskWords(scheme)
  const { medium, high } = scheme.indexRule
  const index = (value: number | null) =>
    value === null ? t('none') : computed(value, [medium.value, high.value])
  const totals = groupTotals(groups).all
  return (
    <Panel title={t('title')}>
      <StatRow>
        <StatCard
          label={t('persons')}
          value={groups.length === 0 ? t('none') : format.number(totals.persons)}
          hint={
            groups.length > 0 &&
            t('personsHint', {
              groups: groups.length,
              households: format.number(totals.households),
            })
          }
        />
        <StatCard
          label={t('index')}
          value={index(residual.index)}
          hint={initial.index !== null && t('indexHint', { initial: index(initial.index) })}
        />
        <StatCard
          label={t('opposition')}
          value={opposition ? percent(opposition.share) : t('none')}
          hint={
            opposition &&
            t('oppositionHint', {
              count: opposition.count,
              n: opposition.n,
              low: percent(opposition.low),
              high: percent(opposition.high),
            })
          }
        />
        <StatCard
          label={t('satisfaction')}
          value={satisfaction ? percent(satisfaction.share) : t('none')}
          hint={satisfaction && t('indexItemHint', { n: format.number(satisfaction.n) })}
        />
        <StatCard
          label={t('enpv')}
          value={
            economics.ok
              ? t('enpvValue', {
                  n: format.number(economics.value.enpvFen / FEN_PER_WAN, { maximumFractionDigits: 0 }),
                })
              : t('none')
          }
          hint={economics.ok && t('enpvHint', { rate: percent(overview.socialDiscountRate) })}
        />
      </StatRow>
    </Panel>
  )
}

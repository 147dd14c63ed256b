'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { CaseFile } from '../assessment/case-file.ts'
import { groupTotals } from '../assessment/group-table.ts'
import { FEN_PER_WAN } from '../economics/cash-flow-table.ts'
import { useRiskWords } from '../risk/scheme-words.tsx'
import { schemeOf } from '../scheme/registry.ts'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import type { Results } from './results.ts'

/** The numbers people ask for first, each with what it rests on. */
export function KeyFigures({ caseFile, results }: { caseFile: CaseFile; results: Results }) {
  const t = useTranslations('workbench.overview.figures')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const scheme = schemeOf(caseFile.schemeId)
  const { computed } = useRiskWords(scheme)
  const { medium, high } = scheme.indexRule
  const index = (value: number | null) =>
    value === null ? t('none') : computed(value, [medium.value, high.value])
  const totals = groupTotals(caseFile.groups).all
  const opposition = results.survey?.indices.opposition.estimate ?? null
  const satisfaction = results.survey?.indices.satisfaction.estimate ?? null
  const { economics } = results
  return (
    <Panel title={t('title')}>
      <StatRow>
        <StatCard
          label={t('persons')}
          value={caseFile.groups.length === 0 ? t('none') : format.number(totals.persons)}
          hint={
            caseFile.groups.length > 0 &&
            t('personsHint', {
              groups: caseFile.groups.length,
              households: format.number(totals.households),
            })
          }
        />
        <StatCard
          label={t('index')}
          value={index(results.residual.index)}
          hint={results.initial.index !== null && t('indexHint', { initial: index(results.initial.index) })}
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
          hint={economics.ok && t('enpvHint', { rate: percent(caseFile.economics.socialDiscountRate) })}
        />
      </StatRow>
    </Panel>
  )
}

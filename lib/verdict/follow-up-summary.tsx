'use client'

import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { RiskLevel } from '../risk/level.ts'
import { AppLink } from '../ui/app-link.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import type { Warning } from './early-warning.ts'
import { WarningList } from './warning-list.tsx'

interface FollowUpSummaryProps {
  readonly proven: number
  readonly measures: number
  readonly overdue: number
  readonly promised: RiskLevel | null
  readonly evidenced: { readonly level: RiskLevel | null; readonly index: number | null }
  /** In fen: the sum over the measures, and what the cash-flow table holds; in how many years they differ. */
  readonly cost: { readonly measures: number; readonly entered: number; readonly differing: number }
  readonly economicsHref: string
  readonly warnings: readonly Warning[]
}

const FEN_PER_WAN = 1_000_000

/** The promise beside what stands today, and what warns. */
export function FollowUpSummary(props: FollowUpSummaryProps) {
  const { evidenced, cost, warnings } = props
  const t = useTranslations('followUp')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const wan = (fen: number) => two(fen / FEN_PER_WAN)
  return (
    <>
      <StatRow>
        <StatCard label={t('stats.proven')} value={`${props.proven}／${props.measures}`} />
        <StatCard label={t('stats.overdue')} value={props.overdue} />
        <StatCard
          label={t('stats.promised')}
          value={<LevelBadge level={props.promised} />}
          hint={t('stats.promisedHint')}
        />
        <StatCard
          label={t('stats.today')}
          value={<LevelBadge level={evidenced.level} />}
          hint={t('stats.todayHint', { index: evidenced.index === null ? '—' : two(evidenced.index) })}
        />
        <StatCard
          label={t('stats.cost')}
          value={wan(cost.measures)}
          hint={t('stats.costHint', { entered: wan(cost.entered) })}
        />
      </StatRow>
      <div style={{ height: 20 }} />
      {cost.differing > 0 && cost.measures > 0 && (
        <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />} mb="lg">
          {t('cost.differs', {
            sum: wan(cost.measures),
            entered: wan(cost.entered),
            years: cost.differing,
          })}{' '}
          <AppLink href={props.economicsHref}>{t('cost.open')}</AppLink>
        </Alert>
      )}
      <Panel title={t('warnings.title')}>
        {warnings.length === 0 ? (
          <Text c="pine.7">
            <IconCircleCheck size={18} aria-hidden style={{ verticalAlign: -4, marginRight: 6 }} />
            {t('warnings.none')}
          </Text>
        ) : (
          <WarningList warnings={warnings} />
        )}
      </Panel>
    </>
  )
}

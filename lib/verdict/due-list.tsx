'use client'

import { useTranslations } from 'use-intl'
import { stepPath } from '../assessment/paths.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useDay } from '../ui/day.tsx'
import { Panel } from '../ui/panel.tsx'
import { CLOCK_DAYS, DUE_STEP, type DueItem } from './due-soon.ts'

/** What runs out soon, each with the way to the page where it is looked after. */
export function DueList({ assessmentId, items }: { assessmentId: string; items: readonly DueItem[] }) {
  const t = useTranslations('followUp.due')
  const day = useDay()
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {items.map(({ kind, what, day: until, daysLeft }) => (
        <li key={`${kind}-${what}-${until}`}>
          <AppLink
            href={stepPath(assessmentId, DUE_STEP[kind])}
            style={{ color: 'var(--mantine-color-dai-7)' }}
          >
            {t(`kinds.${kind}`)}
          </AppLink>
          {what !== '' && `：${what}`} {t('until', { day: day(until), n: daysLeft })}
        </li>
      ))}
    </ul>
  )
}

/** The same as a sheet of the overview; nothing where nothing runs out. */
export function DuePanel({ assessmentId, items }: { assessmentId: string; items: readonly DueItem[] }) {
  const t = useTranslations('followUp.due')
  if (items.length === 0) return null
  return (
    <Panel title={t('title')} description={t('lead', { days: CLOCK_DAYS })}>
      <DueList assessmentId={assessmentId} items={items} />
    </Panel>
  )
}

'use client'

import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Role } from '../assessment/access.ts'
import { approvalPath } from '../assessment/paths.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useDay } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import classes from './approval.module.css'
import type { InboxItem } from './inbox.ts'

/** What waits for the reader, each line a way to where it is done. */
export function InboxList({ items, role }: { readonly items: readonly InboxItem[]; readonly role: Role }) {
  const t = useTranslations('approval.inbox')
  const day = useDay()
  if (items.length === 0)
    return (
      <Panel>
        <EmptyState
          icon={<IconInbox size={44} stroke={1.4} aria-hidden />}
          title={t('empty')}
          action={
            <Button component={AppLink} href="/" variant="default">
              {t('toAssessments')}
            </Button>
          }
        >
          {t(`emptyBody.${role}`)}
        </EmptyState>
      </Panel>
    )
  return (
    <Panel padded={false}>
      <ul className={classes.inbox}>
        {items.map(({ assessmentId, title, number, task, since }) => (
          <li key={assessmentId}>
            <AppLink href={approvalPath(assessmentId)} className={classes.inboxLink}>
              <span className={classes.inboxTask} data-late={task === 'rework' || task === 'refreeze'}>
                {t(`tasks.${task}`)}
              </span>
              <span className={classes.inboxTitle}>{title}</span>
              <span className={classes.inboxMeta}>
                {t('version', { number })} · {t('since', { day: day(since, 'short') })}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

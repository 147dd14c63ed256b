'use client'

import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import classes from './approval.module.css'
import { type ApprovalState, STAGES } from './workflow.ts'

/** Where a version stands on its way to the archive: a picture, and the same in words for those who hear it. */
export function StageTrack({ state }: { state: ApprovalState }) {
  const t = useTranslations('approval')
  if (state === 'sent-back')
    return (
      <p className={classes.sentBack}>
        <IconX size={18} aria-hidden /> {t('states.sent-back')}
      </p>
    )
  const now = STAGES.indexOf(state)
  const finished = state === 'archived'
  return (
    <ol className={classes.track} aria-label={t('stages')}>
      {STAGES.map((stage, i) => {
        const done = i < now || finished
        const place = done ? 'done' : i === now ? 'now' : 'ahead'
        return (
          <li
            key={stage}
            className={classes.stage}
            data-place={place}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            <span className={classes.dot} aria-hidden>
              {done ? <IconCheck size={16} /> : i + 1}
            </span>
            <span className={classes.stageName}>
              {t(`states.${stage}`)}
              <span className={classes.hidden}>
                {' '}
                {t(done ? 'stageDone' : place === 'now' ? 'stageNow' : 'stageAhead')}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

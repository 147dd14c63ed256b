'use client'

import { IconCheck, IconX } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { useDay } from '../ui/day.tsx'
import classes from './approval.module.css'
import type { Waypoint } from './journey.ts'

/** Where a version stands on its way to the archive, who had it and when: a picture, and the same in words for those who hear it. */
export function JourneyTrack({ journey }: { journey: readonly Waypoint[] }) {
  const t = useTranslations('approval')
  return (
    <ol className={classes.track} aria-label={t('stages')}>
      {journey.map((waypoint, i) => (
        <Stop key={waypoint.stage} waypoint={waypoint} n={i + 1} />
      ))}
    </ol>
  )
}

const SPOKEN = { done: 'stageDone', now: 'stageNow', ahead: 'stageAhead', stopped: 'stageStopped' } as const

function Stop({ waypoint, n }: { waypoint: Waypoint; n: number }) {
  const t = useTranslations('approval')
  const { stage, place } = waypoint
  const name = stage === 'frozen' || stage === 'archiving' ? t(`journey.${stage}`) : t(`states.${stage}`)
  return (
    <li
      className={classes.stage}
      data-place={place}
      aria-current={place === 'now' || place === 'stopped' ? 'step' : undefined}
    >
      <span className={classes.dot} aria-hidden>
        {place === 'done' ? <IconCheck size={17} /> : place === 'stopped' ? <IconX size={17} /> : n}
      </span>
      <div className={classes.stageText}>
        <span className={classes.stageName}>
          {name}
          <span className={classes.hidden}> {t(SPOKEN[place])}</span>
        </span>
        {useLines(waypoint).map((line) => (
          <span key={line} className={classes.stageLine}>
            {line}
          </span>
        ))}
      </div>
    </li>
  )
}

/** Who, when and what, each on a line of its own. */
function useLines({ place, by, on, roles, panel, decision, stoppedBy }: Waypoint): string[] {
  const t = useTranslations('approval.journey')
  const roleNames = useTranslations('workbench.roles')
  const decisions = useTranslations('verdict.decisions')
  const format = useFormatter()
  const day = useDay()
  const people = format.list(by, { type: 'conjunction' })
  const who = format.list(
    roles.map((role) => roleNames(role)),
    { type: 'disjunction' },
  )
  const waits = roles.length > 0 ? [t('waits', { roles: who })] : []
  const votes = panel
    ? [
        t('panel', { n: panel.opinions, dissent: panel.dissents }),
        ...(place === 'now' && panel.needed > 0 ? [t('panelNeeds', { n: panel.needed })] : []),
      ]
    : []
  switch (place) {
    case 'done':
      return [
        ...(decision ? [decisions(decision)] : []),
        ...votes,
        ...(people ? [people] : []),
        ...(on ? [day(on, 'short')] : []),
      ]
    case 'now':
      return [
        ...waits,
        ...votes,
        ...(people ? [people] : []),
        ...(on ? [t('since', { day: day(on, 'short') })] : []),
      ]
    case 'ahead':
      return []
    case 'stopped':
      if (stoppedBy === 'sent-back') return [t('sentBack', { by: people }), ...(on ? [day(on, 'short')] : [])]
      return stoppedBy ? [t(stoppedBy)] : []
  }
}

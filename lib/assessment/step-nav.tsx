'use client'

import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { AppLink } from '../ui/app-link.tsx'
import { ExampleBadge } from '../ui/example-badge.tsx'
import { ProgressMark } from '../ui/progress-mark.tsx'
import { approvalPath, assessmentPath, eventsPath, stepPath } from './paths.ts'
import classes from './step-nav.module.css'
import type { Step } from './steps.ts'

export interface StepNavProps {
  readonly assessmentId: string
  readonly title: string
  readonly example: boolean
  readonly steps: readonly Step[]
  /** Path of the page that is open. */
  readonly currentPath: string
}

/** The page itself, or the step that a deeper page belongs to. */
function currentAt(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

/** The steps of an assessment with their state, always in sight; on a phone folded into one line. */
export function StepNav({ assessmentId, title, example, steps, currentPath }: StepNavProps) {
  const t = useTranslations('workbench')
  const listId = useId()
  // Remembers for which page it was opened: following a link closes it again.
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === currentPath
  const overview = assessmentPath(assessmentId)
  const done = steps.filter((step) => step.state === 'done').length
  return (
    <nav className={classes.nav} aria-label={t('nav.steps')}>
      <div className={classes.matter}>
        <AppLink href={overview} className={classes.title}>
          {title}
        </AppLink>
        {example && <ExampleBadge />}
      </div>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpenAt(open ? null : currentPath)}
      >
        <span>{t('nav.progress', { done, total: steps.length })}</span>
        <span className={classes.toggleAction}>
          {open ? t('nav.hideSteps') : t('nav.showSteps')}
          <IconChevronDown size={16} aria-hidden data-open={open} />
        </span>
      </UnstyledButton>
      <div id={listId} className={classes.list} data-open={open}>
        <AppLink
          href={overview}
          className={classes.item}
          aria-current={currentPath === overview ? 'page' : undefined}
        >
          {t('nav.overview')}
        </AppLink>
        <ol className={classes.steps}>
          {steps.map((step) => {
            const href = stepPath(assessmentId, step.id)
            return (
              <li key={step.id}>
                <AppLink href={href} className={classes.item} aria-current={currentAt(href, currentPath)}>
                  <ProgressMark state={step.state} size={18} />
                  <span className={classes.name}>{t(`steps.names.${step.id}`)}</span>
                  {step.total > 0 && step.state === 'partial' && (
                    <span className={classes.count}>
                      {step.done}/{step.total}
                    </span>
                  )}
                </AppLink>
              </li>
            )
          })}
        </ol>
        <AppLink
          href={approvalPath(assessmentId)}
          className={classes.item}
          aria-current={currentAt(approvalPath(assessmentId), currentPath)}
        >
          {t('nav.approval')}
        </AppLink>
        <AppLink
          href={eventsPath(assessmentId)}
          className={classes.item}
          aria-current={currentAt(eventsPath(assessmentId), currentPath)}
        >
          {t('nav.events')}
        </AppLink>
        <p className={classes.summary}>{t('nav.progress', { done, total: steps.length })}</p>
      </div>
    </nav>
  )
}

'use client'

import { Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { AppLink } from '../ui/app-link.tsx'
import { Panel } from '../ui/panel.tsx'
import { ProgressMark } from '../ui/progress-mark.tsx'
import { stepPath } from './paths.ts'
import type { Step } from './steps.ts'
import classes from './task-list.module.css'

/** Every step with its state, what is missing in it and why it matters. */
export function TaskList({ assessmentId, steps }: { assessmentId: string; steps: readonly Step[] }) {
  const t = useTranslations('workbench')
  return (
    <Panel title={t('overview.tasks')} description={t('overview.tasksLead')} padded={false}>
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.id} className={classes.item}>
            <span className={classes.mark}>
              <ProgressMark state={step.state} size={24} silent />
            </span>
            <div className={classes.what}>
              <AppLink href={stepPath(assessmentId, step.id)} className={classes.link}>
                {t(`steps.names.${step.id}`)}
              </AppLink>
              {step.notes.length > 0 ? (
                <ul className={classes.notes}>
                  {step.notes.map((note) => (
                    <li key={note}>{t(`steps.notes.${note}`, { n: step.total - step.done })}</li>
                  ))}
                </ul>
              ) : null}
              {step.state !== 'done' && (
                <Text size="sm" c="ink.6">
                  {t(`steps.why.${step.id}`)}
                </Text>
              )}
            </div>
            <div className={classes.state}>
              <strong>{t(`progress.${step.state}`)}</strong>
              {step.state !== 'todo' && (
                <Text size="xs" c="ink.6">
                  {t(`steps.count.${step.id}`, { done: step.done, total: step.total })}
                </Text>
              )}
            </div>
            <IconChevronRight size={18} aria-hidden className={classes.chevron} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Content } from '../ui/content.tsx'
import { Trail } from '../ui/trail.tsx'
import classes from './assessment-frame.module.css'
import { approvalPath, assessmentPath, eventsPath, stepPath } from './paths.ts'
import { StepNav, type StepNavProps } from './step-nav.tsx'

/** The frame around the pages of one assessment: its steps at the side, the way back above. */
export function AssessmentFrame({ children, ...nav }: StepNavProps & { children: ReactNode }) {
  const t = useTranslations('workbench')
  const overview = assessmentPath(nav.assessmentId)
  const step = nav.steps.find(({ id }) =>
    `${nav.currentPath}/`.startsWith(`${stepPath(nav.assessmentId, id)}/`),
  )
  const stepHref = step && stepPath(nav.assessmentId, step.id)
  // Pages below a step (one risk factor, say) have a heading of their own; the trail leads back to the step.
  const stepPlace = step && {
    label: t(`steps.names.${step.id}`),
    ...(stepHref === nav.currentPath ? {} : { href: stepHref }),
  }
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <StepNav {...nav} />
      </div>
      <Content>
        <Trail
          places={[
            { label: t('nav.assessments'), href: '/' },
            { label: nav.title, href: overview },
            stepPlace ?? {
              label: t(`nav.${placeBeside(nav)}`),
            },
          ]}
        />
        {children}
      </Content>
    </div>
  )
}

/** A page of the assessment that belongs to no step. */
function placeBeside({ currentPath, assessmentId }: StepNavProps) {
  if (currentPath.startsWith(approvalPath(assessmentId))) return 'approval'
  return currentPath.startsWith(eventsPath(assessmentId)) ? 'events' : 'overview'
}

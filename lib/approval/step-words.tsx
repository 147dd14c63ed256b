'use client'

import { useTranslations } from 'use-intl'
import { useDay } from '../ui/day.tsx'
import type { Step, TakenStep } from './workflow.ts'

/** What was written with a signature, in the reader's language; empty where nothing was. */
export function useStepWords(): (step: Step, steps: readonly TakenStep[]) => string {
  const t = useTranslations('approval')
  const decisions = useTranslations('verdict.decisions')
  const day = useDay()
  return (step, steps) => {
    switch (step.kind) {
      case 'pass-review':
        return step.remarks
      case 'send-back':
        return step.reason
      case 'give-opinion':
        return [t(`record.opinions.${step.opinion}`), step.grounds].filter(Boolean).join('\n')
      case 'close-panel':
        return ''
      case 'decide':
        return [
          decisions(step.decision),
          step.conditions && `${t('version.conditions')}：${step.conditions}`,
          step.dissentAnswer && `${t('version.dissentAnswer')}：${step.dissentAnswer}`,
        ]
          .filter(Boolean)
          .join('\n')
      case 'file':
        return t('record.filing', { number: step.filingNumber, day: day(step.filedOn) })
      case 'archive':
        return t('record.archive', { place: step.place })
      case 'step-aside':
        return step.grounds
      case 'withdraw': {
        const kind = steps[step.seq - 1]?.step.kind
        return t('record.withdrawal', {
          seq: step.seq,
          step: kind ? t(`stepNames.${kind}`) : '',
          reason: step.reason,
        })
      }
    }
  }
}

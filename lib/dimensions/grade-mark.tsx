'use client'

import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
  IconCircleX,
} from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import classes from './dimensions.module.css'
import type { Conclusion, FindingGrade } from './finding.ts'

const GRADE = {
  met: { Icon: IconCircleCheck, color: 'pine' },
  'partly-met': { Icon: IconCircleHalf2, color: 'ochre' },
  'not-met': { Icon: IconCircleX, color: 'cinnabar' },
  'not-applicable': { Icon: IconCircleMinus, color: 'ink' },
} as const satisfies Record<FindingGrade, object>

const CONCLUSION = {
  passes: GRADE.met,
  'passes-with-gaps': GRADE['partly-met'],
  fails: GRADE['not-met'],
  incomplete: { Icon: IconCircleDashed, color: 'ink' },
} as const satisfies Record<Conclusion, object>

/** The grade of a finding in word and shape; null says that there is none yet. */
export function GradeMark({ grade }: { grade: FindingGrade | null }) {
  const t = useTranslations('dimensions')
  const { Icon, color } = grade === null ? CONCLUSION.incomplete : GRADE[grade]
  return (
    <span
      className={classes.mark}
      style={{ color: `var(--mantine-color-${color}-${color === 'ink' ? 6 : 7})` }}
    >
      <Icon size={17} aria-hidden />
      {grade === null ? t('missing') : t(`grades.${grade}`)}
    </span>
  )
}

export function ConclusionMark({ conclusion }: { conclusion: Conclusion }) {
  const t = useTranslations('dimensions.conclusions')
  const { Icon, color } = CONCLUSION[conclusion]
  return (
    <span
      className={classes.mark}
      style={{ color: `var(--mantine-color-${color}-${color === 'ink' ? 6 : 7})` }}
    >
      <Icon size={18} aria-hidden />
      {t(conclusion)}
    </span>
  )
}

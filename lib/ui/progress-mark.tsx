'use client'

import { VisuallyHidden } from '@mantine/core'
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconExclamationCircleFilled,
} from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

export type ProgressState = 'todo' | 'partial' | 'done' | 'attention'

const MARK = {
  todo: { Icon: IconCircleDashed, color: 'var(--mantine-color-ink-5)' },
  partial: { Icon: IconCircleHalf2, color: 'var(--mantine-color-dai-6)' },
  done: { Icon: IconCircleCheckFilled, color: 'var(--mantine-color-pine-6)' },
  attention: { Icon: IconExclamationCircleFilled, color: 'var(--mantine-color-ochre-6)' },
} as const

/** How far something is, as a shape first and a colour second; screen readers hear the word. */
export function ProgressMark({
  state,
  size = 20,
  silent = false,
}: {
  state: ProgressState
  size?: number
  silent?: boolean
}) {
  const t = useTranslations('workbench.progress')
  const { Icon, color } = MARK[state]
  return (
    <>
      <Icon size={size} color={color} aria-hidden style={{ flex: 'none' }} />
      {!silent && <VisuallyHidden>{t(state)}</VisuallyHidden>}
    </>
  )
}

'use client'

import { Text } from '@mantine/core'
import { useModals } from '@mantine/modals'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

export interface Question {
  readonly title: string
  readonly body: ReactNode
  readonly confirmLabel: string
  readonly cancelLabel?: string
  /** Something is lost when it is confirmed. */
  readonly destructive?: boolean
  readonly onConfirm: () => void
}

/** Mantine's focus trap starts at the element that carries this. */
const SAFE = { 'data-autofocus': true }

/** Asks before something is lost. The safe answer has the focus. */
export function useConfirm(): (question: Question) => void {
  const t = useTranslations('workbench.form')
  const modals = useModals()
  return ({ title, body, confirmLabel, cancelLabel, destructive = false, onConfirm }) => {
    modals.openConfirmModal({
      title,
      children: typeof body === 'string' ? <Text size="sm">{body}</Text> : body,
      labels: { confirm: confirmLabel, cancel: cancelLabel ?? t('cancel') },
      confirmProps: destructive ? { color: 'cinnabar' } : {},
      cancelProps: { ...SAFE },
      onConfirm,
    })
  }
}

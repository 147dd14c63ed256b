'use client'

import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type Refusal, useRefusalText } from './form/refusal-text.tsx'
import type { Looked, Saved } from './save.ts'

export interface Saving {
  readonly saving: boolean
  /** Why the last attempt was refused; null after a success. */
  readonly refusal: Refusal | null
  forget(): void
  /**
   * Runs an action and tells how it ended: `done` in a notification (none when null), a refusal in a notification and
   * in `refusal`.
   * Answers whether it was done.
   */
  run<Entry>(
    save: (entry: Entry) => Promise<Saved | Looked<unknown>>,
    entry: Entry,
    done: string | null,
  ): Promise<boolean>
}

/** For actions that are no form of fields: publish, close, delete, a table with a state of its own. */
export function useSaving(): Saving {
  const refusalText = useRefusalText()
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  return {
    saving,
    refusal,
    forget: () => setRefusal(null),
    run: async (save, entry, done) => {
      if (saving) return false
      setSaving(true)
      setRefusal(null)
      // It rejects where no answer came: it may have been done all the same, and the answer was lost on the way back.
      const answer = await save(entry).catch(() => ({ ok: false, reason: 'no-answer' }) as const)
      setSaving(false)
      if (answer.ok) {
        if (done !== null) notifications.show({ message: done, color: 'pine', autoClose: 3000 })
        return true
      }
      setRefusal(answer)
      notifications.show({ message: refusalText(answer), color: 'cinnabar', autoClose: 10_000 })
      return false
    },
  }
}

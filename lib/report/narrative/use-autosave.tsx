'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { LONGEST_NARRATIVE, type NarrativeEntry, type NarrativeId } from '../../assessment/narrative.ts'
import type { Refusal } from '../../ui/form/refusal-text.tsx'
import { useUnsaved } from '../../ui/form/unsaved-guard.tsx'
import type { Save } from '../../ui/save.ts'
import { type Conflict, type Stored, saveOutcome } from './save-outcome.ts'

export type SavingStatus = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed' | 'tooLong'

export interface Autosave {
  readonly text: string
  readonly status: SavingStatus
  readonly conflict: Conflict | null
  /** Why the last attempt was refused; null after a success. */
  readonly refusal: Refusal | null
  change(text: string): void
  /** Ends a conflict: the merged text follows on theirs. */
  settle(merged: string): void
}

/** Long enough to finish a word, short enough to lose a sentence at most. */
const PAUSE_MS = 1_500
const RETRY_MS = 6_000

/**
 * A text that is saved while it is written. One save is under way at a time; what is typed meanwhile follows. When
 * somebody else has saved first, nothing is sent until both texts have come together.
 */
export function useAutosave(
  chapter: NarrativeId,
  first: Stored,
  save: Save<NarrativeEntry>,
  readOnly: boolean,
): Autosave {
  const [text, setText] = useState(first.text)
  const [stored, setStored] = useState<Stored>(first)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [failed, setFailed] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)
  const unanswered = useRef<string | null>(null)
  const tooLong = text.length > LONGEST_NARRATIVE
  const dirty = text !== stored.text
  useUnsaved(dirty)

  const send = useCallback(
    async (next: string, on: Stored) => {
      if (busy.current) return
      busy.current = true
      setSaving(true)
      const answer = await save({ chapter, text: next, version: on.version }).catch(
        () => ({ ok: false, reason: 'unexpected' }) as const,
      )
      busy.current = false
      setSaving(false)
      const outcome = saveOutcome(answer, next, on, unanswered.current)
      unanswered.current = outcome.kind === 'failed' ? next : null
      setFailed((times) => (outcome.kind === 'failed' ? times + 1 : 0))
      setRefusal(outcome.kind === 'failed' ? outcome.refusal : null)
      if (outcome.kind === 'stored') setStored(outcome.stored)
      if (outcome.kind === 'conflict') setConflict(outcome.conflict)
    },
    [chapter, save],
  )

  useEffect(() => {
    if (readOnly || !dirty || saving || conflict || tooLong) return
    const timer = setTimeout(() => void send(text, stored), failed > 0 ? RETRY_MS : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [readOnly, dirty, saving, conflict, tooLong, failed, text, stored, send])

  return {
    text,
    conflict,
    refusal,
    status: conflict
      ? 'conflict'
      : tooLong
        ? 'tooLong'
        : saving
          ? 'saving'
          : !dirty
            ? 'saved'
            : failed > 0
              ? 'failed'
              : 'waiting',
    change: setText,
    settle: (merged) => {
      if (!conflict) return
      const theirs = { text: conflict.theirs, version: conflict.version }
      setStored(theirs)
      setText(merged)
      setConflict(null)
      if (merged !== theirs.text) void send(merged, theirs)
    },
  }
}

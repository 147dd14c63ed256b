/** What an answer to a save means for a text that somebody goes on writing. */
import type { Saved } from '../../ui/save.ts'

/** A text as the server has it. */
export interface Stored {
  readonly text: string
  readonly version: number
}

/** Somebody else's text, which has to come together with ours before anything is saved. */
export interface Conflict {
  /** The text from which both have written on. */
  readonly base: string
  readonly theirs: string
  readonly name: string
  readonly version: number
}

export type SaveOutcome =
  | { readonly kind: 'stored'; readonly stored: Stored }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'failed'; readonly refusal: Extract<Saved, { readonly ok: false }> }

/**
 * @param sent The text that was sent.
 * @param on What it followed on.
 * @param unanswered An earlier text that was sent and never answered; it may have been stored all the same.
 */
export function saveOutcome(answer: Saved, sent: string, on: Stored, unanswered: string | null): SaveOutcome {
  if (answer.ok) return { kind: 'stored', stored: { text: sent, version: on.version + 1 } }
  if (answer.reason !== 'narrative-changed') return { kind: 'failed', refusal: answer }
  const { text = '', version = 0, savedBy = '' } = answer.details ?? {}
  const now: Stored = { text: String(text), version: Number(version) }
  // Our own text, whose answer was lost on the way, or nothing that we have not seen: there is nobody to merge with.
  if ([sent, on.text, unanswered].includes(now.text)) return { kind: 'stored', stored: now }
  return {
    kind: 'conflict',
    conflict: { base: on.text, theirs: now.text, version: now.version, name: String(savedBy) },
  }
}

/**
 * What a form's action answers. Faces get such actions as props and never know where they lead.
 */
import type { AllMessages } from '../messages/zh-CN.ts'

export type RefusalReason = keyof AllMessages['refusals']

export interface FieldIssue {
  /** Path of the field in the entry, e.g. ['measures', '0', 'owner']. */
  readonly path: readonly string[]
  /** A code of the `issues` messages. */
  readonly message: string
}

export type Saved =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason: RefusalReason
      readonly issues?: readonly FieldIssue[]
      readonly details?: Readonly<Record<string, string | number>>
    }

/** What an action answers that looks at an entry and stores nothing. */
export type Looked<Found> =
  | { readonly ok: true; readonly value: Found }
  | Extract<Saved, { readonly ok: false }>

export type Save<Entry> = (entry: Entry) => Promise<Saved>

/**
 * 剔除: what is in the register and should not count.
 *
 * A text pasted twice, an advertisement in the public form, a complaint about another matter: whoever could only delete
 * them could delete opposition as well. So nothing is deleted. An opinion is struck with a kind and a reason; it stays in
 * the register, is counted apart, the reasons are printed beside the register and shown in public, whoever holds its receipt
 * reads why, and it can be put back. The same words from several people are no reason: each of them counts.
 */
import { z } from 'zod'
import { hasPersonalData } from '../../personal-data.ts'

export const STRIKE_KINDS = ['entered-twice', 'no-opinion', 'other-matter'] as const
export type StrikeKind = (typeof STRIKE_KINDS)[number]

export interface Strike {
  readonly kind: StrikeKind
  readonly because: string
}

/** How many were struck for one reason. */
export interface StruckCount extends Strike {
  readonly n: number
}

export const strikingShape = z.object({
  opinionIds: z.array(z.string().min(1)).min(1).max(500),
  kind: z.enum(STRIKE_KINDS),
  /** Printed for everybody. */
  because: z
    .string()
    .trim()
    .min(1, 'required')
    .max(300, 'too-long')
    .refine((text) => !hasPersonalData(text), 'personal-data'),
})
export type StrikingEntry = z.infer<typeof strikingShape>

export const restoringShape = z.object({ opinionIds: z.array(z.string().min(1)).min(1).max(500) })
export type RestoringEntry = z.infer<typeof restoringShape>

interface Entered {
  readonly id: string
  readonly text: string
  readonly source: string
  readonly groupId: string | null
  readonly day: string
  readonly struck: Strike | null
}

/**
 * Ids of opinions that an official entered and that agree with an earlier one of the list in text, way, group and day: a text
 * pasted twice looks like this, and so do two people at one meeting who said the same; a person decides which it was.
 */
export function possiblyEnteredTwice(opinions: readonly Entered[]): string[] {
  const seen = new Set<string>()
  return opinions.flatMap(({ id, text, source, groupId, day, struck }) => {
    if (struck || (source !== 'meeting' && source !== 'letter')) return []
    const key = JSON.stringify([text, source, groupId, day])
    if (seen.has(key)) return [id]
    seen.add(key)
    return []
  })
}

/**
 * A draw from its announcement to its list.
 *
 * First it is announced which public number will decide, and on which later day that number will be known, together with
 * the digest of the frame and the sizes. Then the number comes, and the list follows from it. What would allow choosing is
 * ruled out: a number that was known before, a frame changed in between, and drawing again until the list pleases. A draw
 * may be repeated for a reason, but every announcement and every draw stays in the record, with its reason.
 */
import { z } from 'zod'
import { hasPersonalData } from '../../personal-data.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { DrawnStratum } from '../frame/frame.ts'
import { plainNumber } from './draw.ts'

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((text) => !hasPersonalData(text), 'personal-data')

export const announcementShape = z.object({
  /** Which public number decides, so exactly that there is only one: 双色球第2026138期开奖号码（红球从小到大加蓝球）. */
  source: words(200).pipe(z.string().min(1, 'required')),
  /** The day on which that number becomes known. */
  revealOn: z.iso.date('invalid-date'),
  /** Why it is drawn again; empty for the first draw. */
  reason: words(500),
})
export type Announcement = z.infer<typeof announcementShape>

export const revealShape = z.object({
  seq: z.number().int().min(1),
  publicNumber: z
    .string()
    .trim()
    .min(1, 'required')
    .max(120, 'too-long')
    // One or two digits could be tried out beforehand.
    .refine((text) => plainNumber(text).replace(/\D/g, '').length >= 4, 'too-few-digits'),
})
export type Reveal = z.infer<typeof revealShape>

export interface SamplingDraw extends Announcement {
  /** First, second … announcement of this assessment. */
  readonly seq: number
  readonly announcedOn: string
  readonly frameDigest: string
  readonly strata: readonly DrawnStratum[]
  /** Null while the number is awaited, and for good where another announcement took its place. */
  readonly outcome: DrawOutcome | null
}

export interface DrawOutcome {
  readonly publicNumber: string
  readonly drawnOn: string
  /** Last ticket drawn by group id: whoever is below or at it is drawn. */
  readonly lastTickets: Readonly<Record<string, string>>
  readonly digest: string
}

export type DrawState = 'awaited' | 'drawn' | 'replaced'

/** What it takes to see where a draw stands. */
type Placed = Pick<SamplingDraw, 'seq'> & { readonly outcome: object | null }

export function drawState(draw: Placed, draws: readonly Placed[]): DrawState {
  if (draw.outcome) return 'drawn'
  return draws.some(({ seq }) => seq > draw.seq) ? 'replaced' : 'awaited'
}

/** The draw whose list is in force: the latest drawn. */
export function drawInForce(draws: readonly SamplingDraw[]): SamplingDraw | null {
  return draws.findLast(({ outcome }) => outcome !== null) ?? null
}

/** Whether an announcement may be made today. */
export function mayAnnounce(
  entry: Announcement,
  draws: readonly SamplingDraw[],
  today: string,
): Result<void, 'reveal-not-later' | 'redraw-without-reason'> {
  // On the day itself the number may already be out.
  if (entry.revealOn <= today) return fail('reveal-not-later')
  if (draws.length > 0 && entry.reason === '') return fail('redraw-without-reason')
  return ok(undefined)
}

/** Whether the draw may be made today on the frame as it now is. */
export function mayDraw(
  draw: SamplingDraw,
  draws: readonly SamplingDraw[],
  digestNow: string,
  today: string,
): Result<void, 'draw-not-awaited' | 'reveal-day-not-come' | 'frame-changed'> {
  if (drawState(draw, draws) !== 'awaited') return fail('draw-not-awaited')
  if (today < draw.revealOn) return fail('reveal-day-not-come', { day: draw.revealOn })
  if (digestNow !== draw.frameDigest) return fail('frame-changed')
  return ok(undefined)
}

/**
 * What an honest survey may look like, in numbers.
 *
 * A check needs something to compare with: how many opponents a matter has at least, how many people never return a
 * form. No official text gives these numbers; they are defaults of this workbench (M), deliberately generous to the
 * survey, printed with every finding that rests on them, and adjustable by a scheme within limits. The limits exist
 * because a reference of "no opposition at all is normal" would switch a check off, and no check can be switched off.
 */
import { fail, ok, type Result } from '../../result.ts'

export interface References {
  /** Share opposed that nearly every matter worth assessing has; only used where *nobody* is opposed. */
  readonly opposition: number
  /** The lower share used where a few are opposed, so that one token opponent does not buy a clean bill. */
  readonly tokenOpposition: number
  /** Share of forms that come back under the best of circumstances. */
  readonly returnRate: number
  /** Share of respondents who tick one column from top to bottom without being dishonest. */
  readonly straightLining: number
  /** Share of wrong entries (moved, deceased) in an ordinary list of residents. */
  readonly ineligible: number
  /** Opponents may be this many times as eager (in odds) to use an open link as others. */
  readonly selfSelectionOdds: number
  /** An interviewer or an official's presence may change the odds of opposing by this factor. */
  readonly modeOdds: number
  /** A stratum may respond at this fraction of the rate of the others. */
  readonly responseFraction: number
  /** An age band may hold this fraction of its share in the frame. */
  readonly coverageFraction: number
  /** Where no frame is known, an age band may hold this fraction of an equal share. */
  readonly parityFraction: number
}

export const DEFAULT_REFERENCES: References = {
  opposition: 0.05,
  tokenOpposition: 0.01,
  returnRate: 0.95,
  straightLining: 0.2,
  ineligible: 0.05,
  selfSelectionOdds: 3,
  modeOdds: 2,
  responseFraction: 0.5,
  coverageFraction: 0.5,
  parityFraction: 0.3,
}

const LIMITS: Readonly<Record<keyof References, readonly [least: number, most: number]>> = {
  opposition: [0.02, 0.5],
  tokenOpposition: [0.005, 0.02],
  returnRate: [0.5, 0.98],
  straightLining: [0.05, 0.5],
  ineligible: [0.01, 0.2],
  selfSelectionOdds: [1, 10],
  modeOdds: [1, 5],
  responseFraction: [0.25, 1],
  coverageFraction: [0.25, 1],
  parityFraction: [0.1, 1],
}

/** Defaults with a scheme's own numbers over them; fails with the name and limits of a number that is out of range. */
export function referencesWith(own: Partial<References> = {}): Result<References, 'reference-out-of-range'> {
  const references = { ...DEFAULT_REFERENCES, ...own }
  for (const [name, [least, most]] of Object.entries(LIMITS)) {
    const value = references[name as keyof References]
    if (!(value >= least && value <= most)) {
      return fail('reference-out-of-range', { place: name, value, least, most })
    }
  }
  return ok(references)
}

/** Whether a number is the workbench's own (to be marked as such in print) or the scheme's. */
export function basisOf(references: References, name: keyof References): 'default' | 'scheme' {
  return references[name] === DEFAULT_REFERENCES[name] ? 'default' : 'scheme'
}

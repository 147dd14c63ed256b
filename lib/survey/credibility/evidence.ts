/**
 * What the credibility checks look at: counts, never people.
 *
 * A survey is judged by its bookkeeping and its totals: how many forms went out and came back in each channel, how many
 * answers each group and each day brought, how many were the same from top to bottom. No answer of a single person is
 * needed, so the checks can be repeated by anybody from the published tables. Every part may be missing except the
 * channels' attitudes; what is missing is reported as not checked.
 */
import { fail, ok, type Result } from '../../result.ts'

/**
 * Open link (anybody who has the address), one-time code (one per invited household), assisted interview (an
 * interviewer asks and types), paper entry (a form filled in by hand and typed in later).
 */
export const CHANNELS = ['open-link', 'one-time-code', 'assisted-interview', 'paper-entry'] as const
export type Channel = (typeof CHANNELS)[number]

/** Valid answers to the attitude item: 支持、有条件支持、无所谓、反对. */
export interface Attitudes {
  readonly support: number
  readonly conditional: number
  readonly indifferent: number
  readonly oppose: number
}

export interface ChannelEvidence {
  readonly channel: Channel
  /** Codes or forms handed out. An open link hands out nothing. */
  readonly issued?: number
  readonly returned?: number
  readonly spoilt?: number
  /** Never handed out, or back empty; of codes as counted by hand, because the rest of the sum would always fit. */
  readonly unused?: number
  readonly attitudes: Attitudes
}

export interface AgeBand {
  readonly band: string
  readonly responded: number
  /** Share (or number) of people of this band in the stratum's frame; bands are compared by proportion. */
  readonly share?: number
}

export interface StratumEvidence {
  readonly name: string
  readonly households?: number
  readonly persons?: number
  /** How many were asked to answer; without it only coverage of the frame can be judged. */
  readonly invited?: number
  readonly responded: number
  readonly ageBands?: readonly AgeBand[]
}

export interface DayCount {
  readonly day: string
  readonly answers: number
}

export interface CountOf {
  readonly count: number
  readonly of: number
}

export interface Benchmark {
  /** Who asked, for example an independent poll. Printed as given. */
  readonly source: string
  /** Valid answers; null when the source does not say. */
  readonly answers: number | null
  /** Share opposed, 0 … 1. */
  readonly opposed: number
}

export interface SurveyEvidence {
  readonly channels: readonly ChannelEvidence[]
  readonly strata?: readonly StratumEvidence[]
  /** Days of answering (not of typing in), with the days of the field period that brought none. */
  readonly perDay?: readonly DayCount[]
  /** Respondents who gave one and the same answer to every item of a scale, of all who answered the scale. */
  readonly straightLined?: CountOf
  /** Respondents found not to belong to the group (moved away, deceased, never asked), of all who were verified. */
  readonly ineligible?: CountOf
  readonly benchmark?: Benchmark
}

/** The names under which missing evidence is reported. */
export type MissingEvidence =
  | 'attitudes'
  | 'issued'
  | 'returned-spoilt-unused'
  | 'left-over-slips'
  | 'strata'
  | 'two-strata-with-size'
  | 'stratum-size'
  | 'age-bands'
  | 'five-days-thirty-answers'
  | 'straight-lined'
  | 'ineligible'
  | 'handled-channel'
  | 'self-answered-channel'
  | 'open-link-or-benchmark'

export interface Tallied {
  readonly n: number
  readonly opposed: number
}

/** Valid answers and opposed of the channels that `accept` lets through. */
export function tally(evidence: SurveyEvidence, accept: (channel: Channel) => boolean): Tallied {
  let n = 0
  let opposed = 0
  for (const { channel, attitudes } of evidence.channels) {
    if (!accept(channel)) continue
    n += answersOf(attitudes)
    opposed += attitudes.oppose
  }
  return { n, opposed }
}

/** Valid answers of one channel. */
export function answersOf({ support, conditional, indifferent, oppose }: Attitudes): number {
  return support + conditional + indifferent + oppose
}

export type EvidenceReason =
  /** a count is not a whole number ≥ 0; details.place says which */
  | 'count-out-of-range'
  /** a part exceeds its whole; details.place */
  | 'count-exceeds-total'
  /** a share is negative, above 1 where it must not be, or not a number; details.place */
  | 'share-out-of-range'

/** Refuses evidence that is not made of counts, naming the place as a path such as `channels[1].spoilt`. */
export function checkEvidence(evidence: SurveyEvidence): Result<SurveyEvidence, EvidenceReason> {
  for (const [place, value] of countsIn(evidence)) {
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
      return fail('count-out-of-range', { place, value })
    }
  }
  for (const place of ['straightLined', 'ineligible'] as const) {
    const part = evidence[place]
    if (part && part.count > part.of) return fail('count-exceeds-total', { place, ...part })
  }
  for (const [i, stratum] of (evidence.strata ?? []).entries()) {
    for (const [j, { share }] of (stratum.ageBands ?? []).entries()) {
      if (share !== undefined && !(share >= 0 && Number.isFinite(share))) {
        return fail('share-out-of-range', { place: `strata[${i}].ageBands[${j}].share`, value: share })
      }
    }
  }
  const opposed = evidence.benchmark?.opposed
  if (opposed !== undefined && !(opposed >= 0 && opposed <= 1)) {
    return fail('share-out-of-range', { place: 'benchmark.opposed', value: opposed })
  }
  return ok(evidence)
}

function* countsIn(evidence: SurveyEvidence): Generator<[place: string, value: number | undefined]> {
  for (const [i, channel] of evidence.channels.entries()) {
    for (const key of ['issued', 'returned', 'spoilt', 'unused'] as const) {
      yield [`channels[${i}].${key}`, channel[key]]
    }
    for (const key of ['support', 'conditional', 'indifferent', 'oppose'] as const) {
      yield [`channels[${i}].attitudes.${key}`, channel.attitudes[key]]
    }
  }
  for (const [i, stratum] of (evidence.strata ?? []).entries()) {
    for (const key of ['households', 'persons', 'invited', 'responded'] as const) {
      yield [`strata[${i}].${key}`, stratum[key]]
    }
    for (const [j, band] of (stratum.ageBands ?? []).entries()) {
      yield [`strata[${i}].ageBands[${j}].responded`, band.responded]
    }
  }
  for (const [i, day] of (evidence.perDay ?? []).entries()) yield [`perDay[${i}].answers`, day.answers]
  for (const part of ['straightLined', 'ineligible'] as const) {
    yield [`${part}.count`, evidence[part]?.count]
    yield [`${part}.of`, evidence[part]?.of]
  }
  yield ['benchmark.answers', evidence.benchmark?.answers ?? undefined]
}

/**
 * The price of the checks: how often an honest survey is flagged, and how often a made-up one is not.
 *
 * Thousands of surveys are simulated with a seeded generator. The honest ones are not ideal: groups respond unevenly,
 * opponents prefer the open link, people are politer to an interviewer, days differ, lists are stale.
 */
import { expect, test } from 'vitest'
import { checkCredibility } from './check.ts'
import type { Attitudes, SurveyEvidence } from './evidence.ts'

/** Mulberry32: small, seeded, good enough for counting alarms. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function simulator(seed: number) {
  const random = generator(seed)
  const between = (low: number, high: number) => low + (high - low) * random()
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  const binomial = (n: number, p: number) =>
    Array.from({ length: n }, () => random() < p).filter(Boolean).length
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const withOdds = (p: number, factor: number) => (p * factor) / (1 - p + p * factor)
  const deal = (n: number, weights: number[]): number[] => {
    const all = weights.reduce((a, b) => a + b)
    const counts = weights.map(() => 0)
    for (let i = 0; i < n; i++) {
      let rest = random() * all
      let k = 0
      while (k < weights.length - 1 && rest > weights[k]!) rest -= weights[k++]!
      counts[k]!++
    }
    return counts
  }
  const attitudes = (n: number, opposition: number): Attitudes => {
    const oppose = binomial(n, opposition)
    const [support = 0, conditional = 0, indifferent = 0] = deal(n - oppose, [6, 2, 2])
    return { support, conditional, indifferent, oppose }
  }

  const honest = (opposition: number): SurveyEvidence => {
    const shares = [0.2, 0.3, 0.3, 0.2]
    const strata = Array.from({ length: whole(3, 7) }, (_, i) => {
      const households = whole(30, 150)
      const invited = Math.round(households * between(0.5, 1))
      const responded = binomial(invited, between(0.5, 0.9))
      const ages = deal(
        responded,
        shares.map((share) => share * between(0.7, 1.3)),
      )
      const ageBands = ages.map((count, k) => ({ band: `${k}`, responded: count, share: shares[k]! }))
      return { name: `村${i}`, households, persons: 3 * households, invited, responded, ageBands }
    })
    const n = strata.reduce((acc, stratum) => acc + stratum.responded, 0)
    const invited = strata.reduce((acc, stratum) => acc + stratum.invited, 0)
    const paper = binomial(n, between(0.1, 0.5))
    const coded = n - paper
    const open = whole(0, 200)
    const spoilt = binomial(paper, 0.03)
    const decay = between(0.8, 1)
    const days = Array.from({ length: whole(7, 26) }, (_, d) => {
      const weekend = d % 7 > 4 ? 1.5 : 1
      return decay ** d * weekend * Math.exp(0.4 * normal())
    })
    const verified = Math.min(n, 50)
    return {
      channels: [
        {
          channel: 'paper-entry',
          issued: paper + spoilt + 20,
          returned: paper,
          spoilt,
          unused: 20,
          attitudes: attitudes(paper, withOdds(opposition, between(0.6, 1))),
        },
        {
          channel: 'one-time-code',
          issued: invited + 20,
          returned: coded,
          spoilt: 0,
          // Left in the drawer; the other slips that did not come back are people who did not answer.
          unused: 20,
          attitudes: attitudes(coded, opposition),
        },
        { channel: 'open-link', attitudes: attitudes(open, withOdds(opposition, between(1, 3))) },
      ],
      strata,
      perDay: deal(coded + open, days).map((answers, d) => ({ day: `${d}`, answers })),
      straightLined: { count: binomial(n, between(0.05, 0.18)), of: n },
      ineligible: { count: binomial(verified, between(0, 0.05)), of: verified },
    }
  }

  /** Filled in at the office: everything returned, hardly anybody opposed, few hands, few days. */
  const madeUp = (): SurveyEvidence => {
    const n = whole(100, 400)
    const alike = binomial(n, between(0.35, 0.7))
    const usual = Array.from({ length: 10 }, () => whole(0, 4))
    return {
      channels: [
        { channel: 'paper-entry', issued: n, returned: n, spoilt: 0, unused: 0, attitudes: attitudes(n, 0) },
      ],
      straightLined: { count: alike, of: n },
      perDay: usual.with(whole(0, 9), n).map((answers, d) => ({ day: `${d}`, answers })),
    }
  }
  return { honest, madeUp, between, attitudes }
}

function flaggedShare(runs: number, survey: (run: number) => SurveyEvidence): number {
  let flagged = 0
  for (let run = 0; run < runs; run++) {
    const report = checkCredibility(survey(run))
    if (!report.ok) throw new Error(report.reason)
    if (report.value.flagged) flagged++
  }
  return flagged / runs
}

test('honest surveys with all evidence, 3 to 30 % opposed: flagged in fewer than 5 of 100', () => {
  const { honest, between } = simulator(20250601)
  expect(flaggedShare(1000, () => honest(between(0.03, 0.3)))).toBeLessThan(0.05)
})

test('honest surveys at 3 % opposition: flagged in fewer than 5 of 100', () => {
  const { honest } = simulator(20250602)
  expect(flaggedShare(500, () => honest(0.03))).toBeLessThan(0.05)
})

// The worst sizes for unanimity: large enough to be conspicuous, small enough that 3 % may be nobody by chance.
test.each([69, 90, 120, 135, 150, 200, 300])('%i answers at 3 %% opposition, nothing else known', (n) => {
  const { attitudes } = simulator(n)
  const share = flaggedShare(2000, () => ({
    channels: [{ channel: 'assisted-interview', attitudes: attitudes(n, 0.03) }],
  }))
  expect(share).toBeLessThan(0.05)
})

test('made-up surveys are nearly always flagged', () => {
  const { madeUp } = simulator(20250603)
  expect(flaggedShare(300, madeUp)).toBeGreaterThan(0.99)
})

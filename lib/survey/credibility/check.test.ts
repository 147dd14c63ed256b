import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCredibility } from './check.ts'
import { CHANNELS, type SurveyEvidence } from './evidence.ts'
import { CHECK_NAMES, type CheckName } from './finding.ts'

const none = { support: 0, conditional: 0, indifferent: 0, oppose: 0 }
const some = { support: 80, conditional: 10, indifferent: 5, oppose: 5 }

function report(evidence: SurveyEvidence) {
  const result = checkCredibility(evidence)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const count = fc.integer({ min: 0, max: 300 })
const attitudes = fc.record({ support: count, conditional: count, indifferent: count, oppose: count })
const anyEvidence: fc.Arbitrary<SurveyEvidence> = fc.record(
  {
    channels: fc.array(
      fc.record(
        {
          channel: fc.constantFrom(...CHANNELS),
          issued: count,
          returned: count,
          spoilt: count,
          unused: count,
          attitudes,
        },
        { requiredKeys: ['channel', 'attitudes'] },
      ),
      { maxLength: 4 },
    ),
    strata: fc.array(
      fc.record(
        {
          name: fc.string(),
          households: count,
          persons: count,
          invited: count,
          responded: count,
          ageBands: fc.array(
            fc.record(
              {
                band: fc.constantFrom('18–29', '30–44', '45–59', '60+'),
                responded: count,
                share: fc.double({ min: 0, max: 1, noNaN: true }),
              },
              { requiredKeys: ['band', 'responded'] },
            ),
            { maxLength: 4 },
          ),
        },
        { requiredKeys: ['name', 'responded'] },
      ),
      { maxLength: 5 },
    ),
    perDay: fc.array(fc.record({ day: fc.string(), answers: count }), { maxLength: 12 }),
    straightLined: fc.tuple(count, count).map(([a, b]) => ({ count: Math.min(a, b), of: Math.max(a, b) })),
    ineligible: fc.tuple(count, count).map(([a, b]) => ({ count: Math.min(a, b), of: Math.max(a, b) })),
    benchmark: fc.record({
      source: fc.string(),
      answers: fc.option(count),
      opposed: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
  { requiredKeys: ['channels'] },
)

describe('whatever the evidence', () => {
  test('every check reports, with a p-value or the reason for having none, and no number is NaN or infinite', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { findings, flagged } = report(evidence)
        expect(new Set(findings.map((finding) => finding.check))).toEqual(new Set(CHECK_NAMES))
        for (const finding of findings) {
          expect(finding.pValue === null).toBe(finding.noPValue !== null)
          expect(finding.severity === 'not-applicable').toBe((finding.missing?.length ?? 0) > 0)
          if (finding.pValue !== null) {
            expect(finding.pValue).toBeGreaterThanOrEqual(0)
            expect(finding.adjustedPValue).toBeGreaterThanOrEqual(finding.pValue)
            expect(finding.adjustedPValue).toBeLessThanOrEqual(1)
            if (finding.severity === 'flag') expect(finding.adjustedPValue).toBeLessThan(0.01)
          }
          for (const value of Object.values(finding.statistics)) expect(Number.isFinite(value)).toBe(true)
        }
        expect(flagged).toBe(findings.some((finding) => finding.severity === 'flag'))
      }),
      { numRuns: 300 },
    )
  })

  test('the order of channels, strata and days does not matter', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const turned: SurveyEvidence = {
          ...evidence,
          channels: evidence.channels.toReversed(),
          ...(evidence.strata && { strata: evidence.strata.toReversed() }),
          ...(evidence.perDay && { perDay: evidence.perDay.toReversed() }),
        }
        const summary = (e: SurveyEvidence) =>
          report(e)
            .findings.map((f) => `${f.check} ${f.severity} ${f.cause} ${f.pValue?.toPrecision(6)}`)
            .sort()
        expect(summary(turned)).toEqual(summary(evidence))
      }),
    )
  })
})

describe('no silent pass', () => {
  test('attitudes alone: eight checks say what they would have needed', () => {
    const { findings, made } = report({ channels: [{ channel: 'assisted-interview', attitudes: some }] })
    const missing = Object.fromEntries(
      findings.flatMap((f) => (f.severity === 'not-applicable' ? [[f.check, f.missing]] : [])),
    )
    expect(missing).toEqual({
      'full-return': ['issued'],
      'code-custody': ['issued'],
      'ineligible-respondents': ['ineligible'],
      'straight-lining': ['straight-lined'],
      'time-bursts': ['five-days-thirty-answers'],
      'channel-difference': ['self-answered-channel'],
      'open-channel-benchmark': ['open-link-or-benchmark'],
      'stratum-response': ['strata'],
      'frame-coverage': ['age-bands'],
    } satisfies Partial<Record<CheckName, string[]>>)
    expect(made).toBe(1)
  })

  test('no answers at all: nothing passes', () => {
    const { findings, made } = report({ channels: [{ channel: 'one-time-code', attitudes: none }] })
    expect(made).toBe(0)
    expect(findings.every((finding) => finding.severity === 'not-applicable')).toBe(true)
  })
})

describe('false alarms', () => {
  test('the correction is for all ten checks, so that handing in more evidence never softens a finding', () => {
    const unanimous = { channel: 'assisted-interview', attitudes: { ...none, support: 200 } } as const
    const bare = report({ channels: [unanimous] })
    const full = report({
      channels: [unanimous],
      straightLined: { count: 10, of: 200 },
      ineligible: { count: 1, of: 50 },
      strata: [
        { name: '甲', invited: 100, responded: 80 },
        { name: '乙', invited: 100, responded: 70 },
      ],
    })
    const unanimity = (r: typeof bare) => r.findings.find((f) => f.check === 'unanimity')
    expect(unanimity(full)).toEqual(unanimity(bare))
    expect(unanimity(bare)?.adjustedPValue).toBeCloseTo(10 * 0.95 ** 200, 12)
  })

  test('p between 0.001 and 0.05 in one check is a notice, not a flag', () => {
    // 0.95^100 = 0.0059: below 1 % alone, not below 1 % among ten checks.
    const { findings, flagged } = report({
      channels: [{ channel: 'assisted-interview', attitudes: { ...none, support: 100 } }],
    })
    expect(findings.find((f) => f.check === 'unanimity')?.severity).toBe('notice')
    expect(flagged).toBe(false)
  })
})

describe('refusals name the place', () => {
  const channels = [{ channel: 'paper-entry', attitudes: some }] as const
  test.each<[SurveyEvidence, string, string]>([
    [
      { channels: [{ channel: 'paper-entry', spoilt: -1, attitudes: some }] },
      'count-out-of-range',
      'channels[0].spoilt',
    ],
    [
      { channels: [{ channel: 'paper-entry', attitudes: { ...some, oppose: 0.5 } }] },
      'count-out-of-range',
      'channels[0].attitudes.oppose',
    ],
    [{ channels, perDay: [{ day: '1', answers: Number.NaN }] }, 'count-out-of-range', 'perDay[0].answers'],
    [{ channels, straightLined: { count: 4, of: 3 } }, 'count-exceeds-total', 'straightLined'],
    [{ channels, ineligible: { count: 4, of: 3 } }, 'count-exceeds-total', 'ineligible'],
    [
      { channels, strata: [{ name: '', responded: 1, ageBands: [{ band: '', responded: 1, share: -1 }] }] },
      'share-out-of-range',
      'strata[0].ageBands[0].share',
    ],
    [
      { channels, benchmark: { source: '', answers: 3, opposed: 97.1 } },
      'share-out-of-range',
      'benchmark.opposed',
    ],
  ])('%j', (evidence, reason, place) => {
    expect(checkCredibility(evidence)).toMatchObject({ ok: false, reason, details: { place } })
  })

  test('a scheme cannot switch a check off by its reference numbers', () => {
    expect(checkCredibility({ channels }, { opposition: 0 })).toMatchObject({
      ok: false,
      reason: 'reference-out-of-range',
      details: { place: 'opposition', least: 0.02 },
    })
    expect(checkCredibility({ channels }, { selfSelectionOdds: 1000 })).toMatchObject({ ok: false })
    expect(checkCredibility({ channels }, { returnRate: Number.NaN })).toMatchObject({ ok: false })
  })

  test('a reference of the scheme is used and marked as such, a default as default', () => {
    const unanimous = [{ channel: 'assisted-interview', attitudes: { ...none, support: 60 } }] as const
    const basis = (own: { opposition?: number }) => {
      const result = checkCredibility({ channels: unanimous }, own)
      if (!result.ok) throw new Error(result.reason)
      return result.value.findings.find((f) => f.check === 'unanimity')
    }
    expect(basis({})).toMatchObject({ basis: 'default', pValue: expect.closeTo(0.95 ** 60, 12) })
    expect(basis({ opposition: 0.1 })).toMatchObject({
      basis: 'scheme',
      pValue: expect.closeTo(0.9 ** 60, 12),
    })
  })
})

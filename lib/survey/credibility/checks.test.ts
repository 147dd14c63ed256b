import { describe, expect, test } from 'vitest'
import { checkChannelDifference } from './channel-difference.ts'
import { checkCodeCustody } from './code-custody.ts'
import type { Attitudes, ChannelEvidence, SurveyEvidence } from './evidence.ts'
import { checkFrameCoverage } from './frame-coverage.ts'
import { checkFullReturn } from './full-return.ts'
import { checkIneligibleRespondents } from './ineligible-respondents.ts'
import { checkOpenChannelBenchmark } from './open-channel-benchmark.ts'
import { DEFAULT_REFERENCES as references } from './references.ts'
import { checkStraightLining } from './straight-lining.ts'
import { checkStratumResponse } from './stratum-response.ts'
import { checkTimeBursts } from './time-bursts.ts'
import { checkUnanimity } from './unanimity.ts'

/** n answers, so many opposed, the others in support. */
function of(n: number, oppose: number): Attitudes {
  return { support: n - oppose, conditional: 0, indifferent: 0, oppose }
}

function answers(channel: ChannelEvidence['channel'], n: number, oppose: number): ChannelEvidence {
  return { channel, attitudes: of(n, oppose) }
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
const binomialTerm = (k: number, n: number, p: number) => choose(n, k) * p ** k * (1 - p) ** (n - k)

describe('unanimity', () => {
  test('nobody of n: (1 - 5 %)^n', () => {
    expect(checkUnanimity({ channels: [answers('assisted-interview', 69, 0)] }, references)).toMatchObject([
      {
        cause: 'no-opposition',
        severity: 'notice',
        pValue: expect.closeTo(0.95 ** 69, 12),
        basis: 'default',
      },
    ])
  })

  test('the open link replaces the default once sixty used it, with the eagerness of opponents allowed for', () => {
    const channels = [answers('paper-entry', 100, 0), answers('open-link', 60, 2)]
    // Conditional on 2 opponents among 160: both in the open link, whose odds are 3 times those of the survey.
    const ways = [choose(60, 2), (100 * 60) / 3, choose(100, 2) / 9]
    const exact = ways[0]! / ways.reduce((a, b) => a + b)
    expect(checkUnanimity({ channels }, references)).toMatchObject([
      { basis: 'open-channel', pValue: expect.closeTo(exact, 12), severity: 'pass' },
    ])
    const loud = [answers('paper-entry', 100, 0), answers('open-link', 60, 40)]
    expect(checkUnanimity({ channels: loud }, references)).toMatchObject([{ severity: 'flag' }])
  })

  test('fewer than sixty open answers do not excuse unanimity', () => {
    const channels = [answers('paper-entry', 200, 0), answers('open-link', 59, 1)]
    expect(checkUnanimity({ channels }, references)).toMatchObject([{ basis: 'default', severity: 'flag' }])
  })

  test('an open link that is unanimous too joins the unanimous', () => {
    const channels = [answers('paper-entry', 40, 0), answers('open-link', 60, 0)]
    expect(checkUnanimity({ channels }, references)).toMatchObject([
      { statistics: { answers: 100 }, pValue: expect.closeTo(0.95 ** 100, 12) },
    ])
  })

  test('one token opponent among two thousand does not buy a clean bill', () => {
    expect(checkUnanimity({ channels: [answers('paper-entry', 2000, 1)] }, references)).toMatchObject([
      {
        cause: 'token-opposition',
        severity: 'flag',
        pValue: expect.closeTo(binomialTerm(0, 2000, 0.01) + binomialTerm(1, 2000, 0.01), 12),
      },
    ])
    expect(checkUnanimity({ channels: [answers('paper-entry', 200, 1)] }, references)).toMatchObject([
      { cause: 'opposition-present', severity: 'pass' },
    ])
  })
})

describe('full return', () => {
  test('per channel: a perfect paper channel is not hidden by an imperfect other one', () => {
    const channels: ChannelEvidence[] = [
      { channel: 'paper-entry', issued: 200, attitudes: of(200, 5) },
      { channel: 'one-time-code', issued: 300, attitudes: of(120, 5) },
    ]
    expect(checkFullReturn({ channels }, references)).toMatchObject([
      { severity: 'flag', place: 'paper-entry', pValue: expect.closeTo(2 * 0.95 ** 200, 12) },
    ])
  })

  test('spares in the drawer do not excuse that all who were given one answered', () => {
    const channels: ChannelEvidence[] = [
      { channel: 'one-time-code', issued: 400, unused: 200, attitudes: of(200, 5) },
    ]
    expect(checkFullReturn({ channels }, references)).toMatchObject([
      { severity: 'flag', place: 'one-time-code', statistics: { issued: 200, valid: 200 } },
    ])
  })

  test('199 of 200 is not perfect', () => {
    const channels: ChannelEvidence[] = [{ channel: 'paper-entry', issued: 200, attitudes: of(199, 5) }]
    expect(checkFullReturn({ channels }, references)).toMatchObject([{ severity: 'pass', pValue: 1 }])
  })

  test('invitations of strata stand in where no channel counts its forms', () => {
    const strata = [{ name: '东村', invited: 150, responded: 150 }]
    const found = checkFullReturn({ channels: [answers('assisted-interview', 150, 8)], strata }, references)
    expect(found).toMatchObject([{ severity: 'flag', place: '东村' }])
  })
})

describe('custody', () => {
  const custody = (part: Partial<ChannelEvidence>, n = 80) =>
    checkCodeCustody({ channels: [{ channel: 'paper-entry', attitudes: of(n, 5), ...part }] })

  test('issued = returned + spoilt + unused', () => {
    expect(custody({ issued: 100, returned: 80, spoilt: 5, unused: 15 })).toMatchObject([
      { cause: 'custody-balanced', severity: 'pass', pValue: null, noPValue: 'arithmetic' },
    ])
  })
  test('two forms lost of a hundred is a notice, three a flag', () => {
    expect(custody({ issued: 100, returned: 80, spoilt: 5, unused: 13 })).toMatchObject([
      { cause: 'unaccounted', severity: 'notice', statistics: { unaccounted: 2 } },
    ])
    expect(custody({ issued: 100, returned: 80, spoilt: 5, unused: 12 })).toMatchObject([
      { severity: 'flag' },
    ])
  })
  test('more back than issued, or more answers than forms returned, is always a flag', () => {
    expect(custody({ issued: 100, returned: 90, spoilt: 5, unused: 6 })).toMatchObject([
      { cause: 'more-back-than-issued', severity: 'flag' },
    ])
    expect(custody({ issued: 100, returned: 79, spoilt: 5, unused: 16 })).toMatchObject([
      { cause: 'more-answers-than-returned', severity: 'flag' },
    ])
    expect(custody({ issued: 70 })).toMatchObject([{ cause: 'more-back-than-issued' }])
  })
  test('an incomplete count is unchecked, not balanced; an open link has nothing to count', () => {
    expect(custody({ issued: 100, returned: 80 })).toMatchObject([
      { severity: 'not-applicable', missing: ['returned-spoilt-unused'], place: 'paper-entry' },
    ])
    expect(custody({})).toMatchObject([{ severity: 'not-applicable', missing: ['issued'] }])
    const both = [
      answers('open-link', 10, 1),
      { channel: 'paper-entry', issued: 80, attitudes: of(80, 5) } as const,
    ]
    expect(checkCodeCustody({ channels: both })).toMatchObject([{ severity: 'pass', place: 'paper-entry' }])
  })
})

describe('custody of slips with codes', () => {
  const slips = (part: Partial<ChannelEvidence>, n = 60) =>
    checkCodeCustody({ channels: [{ channel: 'one-time-code', attitudes: of(n, 5), ...part }] })

  test('is not checked before somebody counted what was left over: what is reckoned always balances', () => {
    expect(slips({ issued: 100 })).toMatchObject([
      { severity: 'not-applicable', missing: ['left-over-slips'], place: 'one-time-code' },
    ])
  })
  test('slips that stayed in the house cannot have answered', () => {
    expect(slips({ issued: 100, unused: 41 })).toMatchObject([
      { cause: 'left-over-slips-used', severity: 'flag', statistics: { handedOut: 59, answers: 60 } },
    ])
    expect(slips({ issued: 100, unused: 40 })).toMatchObject([{ severity: 'pass' }])
  })
  test('a slip that was handed out and not used is somebody who did not answer, not a loss', () => {
    expect(slips({ issued: 100, unused: 0 })).toMatchObject([
      { cause: 'within-slips-handed-out', severity: 'pass' },
    ])
  })
  test('skipping the question about the attitude does not hide an answer', () => {
    expect(slips({ issued: 100, unused: 35, returned: 70 })).toMatchObject([{ severity: 'flag' }])
    expect(slips({ issued: 50 })).toMatchObject([{ cause: 'more-back-than-issued', severity: 'flag' }])
  })
})

test('ineligible: at least 2 of 20 when one in twenty is stale, by hand; 50 of 69 beyond doubt', () => {
  const p = 1 - binomialTerm(0, 20, 0.05) - binomialTerm(1, 20, 0.05)
  const found = (count: number, verified: number) =>
    checkIneligibleRespondents({ channels: [], ineligible: { count, of: verified } }, references)
  expect(found(2, 20)).toMatchObject([{ severity: 'pass', pValue: expect.closeTo(p, 12) }])
  expect(found(50, 69)).toMatchObject([{ severity: 'flag', cause: 'many-ineligible' }])
  expect(found(0, 20)).toMatchObject([{ severity: 'pass', pValue: 1 }])
})

test('straight-lining: haste explains a fifth, not a half', () => {
  const found = (count: number) =>
    checkStraightLining({ channels: [], straightLined: { count, of: 100 } }, references)
  expect(found(20)).toMatchObject([{ severity: 'pass', cause: 'few-alike' }])
  expect(found(50)).toMatchObject([{ severity: 'flag', cause: 'many-alike' }])
})

describe('bursts', () => {
  const found = (counts: number[]) =>
    checkTimeBursts({
      channels: [],
      perDay: counts.map((n, i) => ({ day: `2025-03-0${i + 1}`, answers: n })),
    })

  test('a hundred answers on a day among days of ten', () => {
    expect(found([10, 12, 9, 100, 8, 11, 12])).toMatchObject([
      { severity: 'flag', cause: 'one-day-stands-out', place: '2025-03-04', statistics: { answers: 100 } },
    ])
  })
  test('a survey that starts strong and fades, and one that varies with the weekend, are ordinary', () => {
    expect(found([80, 45, 30, 18, 10, 6, 3])).toMatchObject([{ severity: 'pass' }])
    expect(found([20, 18, 22, 19, 21, 40, 45])).toMatchObject([{ severity: 'pass' }])
  })
  test('Poisson counts never count as steadier than chance: equal days do not make a small bump a burst', () => {
    expect(found([10, 10, 10, 10, 10, 16])).toMatchObject([{ severity: 'pass' }])
  })
  test('four days say nothing', () => {
    expect(found([10, 10, 10, 500])).toMatchObject([{ severity: 'not-applicable' }])
  })
})

describe('channel difference', () => {
  const found = (...channels: ChannelEvidence[]) => checkChannelDifference({ channels }, references)

  test('politeness is tolerated, vanishing opposition is not', () => {
    expect(found(answers('assisted-interview', 150, 15), answers('one-time-code', 150, 25))).toMatchObject([
      { severity: 'pass', cause: 'channels-agree' },
    ])
    expect(found(answers('paper-entry', 150, 1), answers('one-time-code', 150, 45))).toMatchObject([
      { severity: 'flag', cause: 'handled-less-opposed' },
    ])
  })
  test('the other direction is named too', () => {
    expect(found(answers('paper-entry', 150, 90), answers('one-time-code', 150, 10))).toMatchObject([
      { severity: 'flag', cause: 'handled-more-opposed' },
    ])
  })
  test('the open link helps out only where codes are few, and then with more tolerance', () => {
    const paper = answers('paper-entry', 100, 10)
    const open = answers('open-link', 100, 60)
    expect(found(paper, answers('one-time-code', 100, 11), open)).toMatchObject([
      { severity: 'pass', statistics: { selfAnswers: 100, selfOpposed: 11, toleratedOdds: 2 } },
    ])
    expect(found(paper, answers('one-time-code', 29, 3), open)).toMatchObject([
      { statistics: { selfAnswers: 129, selfOpposed: 63, toleratedOdds: 3 } },
    ])
  })
})

describe('benchmark', () => {
  const survey = answers('one-time-code', 200, 10)
  const found = (evidence: Partial<SurveyEvidence>) =>
    checkOpenChannelBenchmark({ channels: [survey], ...evidence }, references)

  test('an open link somewhat more critical is expected, one ten times as critical is not', () => {
    expect(found({ channels: [survey, answers('open-link', 100, 12)] })).toMatchObject([{ severity: 'pass' }])
    expect(found({ channels: [survey, answers('open-link', 100, 60)] })).toMatchObject([
      { severity: 'flag', cause: 'survey-less-opposed', place: 'open-link' },
    ])
  })
  test('an independent poll of known size is tested, one of unknown size compared', () => {
    expect(found({ benchmark: { source: 'poll', answers: 300, opposed: 0.4 } })).toMatchObject([
      { severity: 'flag', place: 'poll', pValue: expect.any(Number) },
    ])
    const unsized = (opposed: number) =>
      found({ benchmark: { source: 'poll', answers: null, opposed } })[0]?.severity
    expect([unsized(0.1), unsized(0.2), unsized(0.4)]).toEqual(['pass', 'notice', 'flag'])
  })
  test('a survey that is only an open link can still be held against a poll', () => {
    const open = { channels: [answers('open-link', 200, 10)] }
    expect(found(open)).toMatchObject([{ severity: 'not-applicable', missing: ['open-link-or-benchmark'] }])
    expect(found({ ...open, benchmark: { source: 'poll', answers: 300, opposed: 0.4 } })).toMatchObject([
      { severity: 'flag' },
    ])
  })
})

describe('response by stratum', () => {
  const found = (...strata: NonNullable<SurveyEvidence['strata']>) =>
    checkStratumResponse({ channels: [], strata }, references)

  test('a group far below half the rate of the others is named', () => {
    const p = Array.from({ length: 6 }, (_, k) => binomialTerm(k, 100, 0.35)).reduce((a, b) => a + b)
    expect(
      found(
        { name: '甲', invited: 100, responded: 70 },
        { name: '乙', invited: 100, responded: 70 },
        { name: '丙', invited: 100, responded: 5 },
      ),
    ).toMatchObject([
      { severity: 'flag', cause: 'stratum-low', place: '丙', pValue: expect.closeTo(3 * p, 12) },
    ])
  })
  test('60 % against 80 % is life', () => {
    expect(
      found({ name: '甲', invited: 500, responded: 400 }, { name: '乙', invited: 500, responded: 300 }),
    ).toMatchObject([{ severity: 'pass', cause: 'rates-comparable' }])
  })
  test('without invitations a low share may be the plan: a notice; but a group without any answer is a flag', () => {
    const large = { name: '甲', households: 100, responded: 90 }
    expect(found(large, { name: '乙', households: 200, responded: 20 })).toMatchObject([
      { severity: 'notice' },
    ])
    expect(found(large, { name: '乙', households: 200, responded: 0 })).toMatchObject([
      { severity: 'flag', cause: 'stratum-silent' },
    ])
  })
  test('more answers than people, or than invitations, is impossible', () => {
    const sound = { name: '甲', persons: 100, responded: 50 }
    expect(found(sound, { name: '乙', persons: 40, responded: 41 })).toMatchObject([
      { severity: 'flag', cause: 'more-answers-than-people', place: '乙', pValue: null },
    ])
    expect(found(sound, { name: '乙', persons: 90, invited: 40, responded: 41 })).toMatchObject([
      { cause: 'more-answers-than-people', statistics: { most: 40 } },
    ])
  })
  test('several answers per household need the persons; without them the group is unchecked, not passed', () => {
    const others = [
      { name: '甲', households: 50, responded: 40 },
      { name: '乙', households: 50, responded: 35 },
    ]
    expect(found(...others, { name: '丙', households: 30, responded: 60 })).toMatchObject([
      { severity: 'not-applicable', place: '丙', missing: ['stratum-size'] },
      { severity: 'pass' },
    ])
    expect(found(...others, { name: '丙', households: 30, persons: 90, responded: 60 })).toHaveLength(1)
  })
})

describe('coverage', () => {
  const bands = (counts: number[], shares?: number[]) =>
    counts.map((responded, k) => ({ band: `${k}`, responded, ...(shares && { share: shares[k]! }) }))
  const found = (...lists: ReturnType<typeof bands>[]) =>
    checkFrameCoverage(
      { channels: [], strata: lists.map((ageBands, i) => ({ name: `${i}`, responded: 0, ageBands })) },
      references,
    )

  test('a band at a fifth of its share is thin, at two thirds it is not', () => {
    expect(found(bands([90, 100, 10], [0.4, 0.35, 0.25]))).toMatchObject([
      {
        severity: 'flag',
        place: '2',
        basis: 'default',
        statistics: { frameShare: expect.closeTo(0.25, 12) },
      },
    ])
    expect(found(bands([83, 84, 33], [0.4, 0.35, 0.25]))).toMatchObject([{ severity: 'pass' }])
  })
  test('shares may be head counts', () => {
    expect(found(bands([90, 100, 10], [400, 350, 250]))).toEqual(
      found(bands([90, 100, 10], [0.4, 0.35, 0.25])),
    )
  })
  test('each stratum is expected to look like its own frame', () => {
    // An old village that answers a lot and a young town that answers little: everybody is covered.
    const village = bands([5, 15, 180], [0.02, 0.08, 0.9])
    const town = bands([18, 12, 2], [0.6, 0.35, 0.05])
    expect(found(village, town)).toMatchObject([{ severity: 'pass' }])
  })
  test('one stratum without shares turns the whole into the rule of thumb', () => {
    expect(found(bands([50, 50], [0.5, 0.5]), bands([50, 50]))).toMatchObject([{ basis: 'parity' }])
  })
})

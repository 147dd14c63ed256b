/**
 * Surveys that made the news, and honest ones beside them. The facts are copied from the sources named; whoever reads
 * them knows why these checks exist. All were surveys of the same kind as those of an SSRA.
 */
import { describe, expect, test } from 'vitest'
import { checkCredibility } from './check.ts'
import type { SurveyEvidence } from './evidence.ts'
import type { CheckName, Severity } from './finding.ts'

function report(evidence: SurveyEvidence) {
  const result = checkCredibility(evidence)
  if (!result.ok) throw new Error(result.reason)
  const { findings, flagged, made } = result.value
  const severities = (check: CheckName): Severity[] =>
    findings.filter((finding) => finding.check === check).map((finding) => finding.severity)
  const flaggedPlaces = findings.flatMap((f) =>
    f.severity === 'flag' && f.place !== undefined ? [f.place] : [],
  )
  return { findings, flagged, made, severities, flaggedPlaces }
}

/**
 * 天津蓟县生活垃圾焚烧发电 2014–2016: 200 forms issued in 10 villages, 200 valid, 96.5 % support, nobody opposed; later six
 * village committees and thousands of signatures disputed it, with claims of proxy and deceased signatories.
 * http://xindianli.com/dianlishangwu/qiyeminglu/2017/0430/33407_2.html
 * http://hnygpx.com/wenzhang/a/dianhangong/2020/1023/106672.html
 */
const JIXIAN: SurveyEvidence = {
  channels: [
    {
      channel: 'paper-entry',
      issued: 200,
      attitudes: { support: 193, conditional: 0, indifferent: 7, oppose: 0 },
    },
  ],
}

/**
 * 杭州萧山垃圾焚烧厂 2014: 69 respondents, nearly 90 % support, nobody opposed; 50 of the 69 had already moved away, and
 * listed respondents said that they had never seen the form. https://yybnet.net/news/china/201405/5177923.html
 */
const XIAOSHAN: SurveyEvidence = {
  channels: [
    { channel: 'paper-entry', attitudes: { support: 62, conditional: 0, indifferent: 7, oppose: 0 } },
  ],
  ineligible: { count: 50, of: 69 },
}

/**
 * 天长市 (干旱区地理 2019(2):463–468, ChinaXiv 201903.00159): 1,500 forms handed out through schools, 1,250 valid; ages
 * below 20: 18 %, 20–30: 1 %, 30–40: 45 %, 40–50: 33 %, over 50: 3 %. The paper reports no attitudes by channel.
 * https://github.com/DreamBlooms/ChinaXiv-201601-to-202209 (md/ChinaXiv-201903.00159V1.md)
 */
const TIANCHANG_AGES = [
  { band: '<20', responded: 225 },
  { band: '20–30', responded: 13 },
  { band: '30–40', responded: 563 },
  { band: '40–50', responded: 412 },
  { band: '>50', responded: 37 },
]

describe('what must be flagged', () => {
  test('Jixian: 200 of 200 returned, and not one opposed', () => {
    const { flagged, severities } = report(JIXIAN)
    expect(flagged).toBe(true)
    expect(severities('unanimity')).toEqual(['flag'])
    expect(severities('full-return')).toEqual(['flag'])
  })

  test('Xiaoshan: 50 of 69 no longer lived there; that nobody of 69 is opposed is worth a look, no more', () => {
    const { flagged, severities } = report(XIAOSHAN)
    expect(flagged).toBe(true)
    expect(severities('ineligible-respondents')).toEqual(['flag'])
    expect(severities('unanimity')).toEqual(['notice'])
  })

  test('Tianchang against a frame of ages: almost nobody of 20–30 or over 50', () => {
    // Shares of a county population, for illustration; any frame near them gives the same finding.
    const shares = [0.1, 0.17, 0.18, 0.2, 0.35]
    const ageBands = TIANCHANG_AGES.map((band, i) => ({ ...band, share: shares[i]! }))
    const { severities, flaggedPlaces } = report({
      channels: [],
      strata: [{ name: '天长市', responded: 1250, ageBands }],
    })
    expect(severities('frame-coverage')).toEqual(['flag', 'flag'])
    expect(flaggedPlaces).toEqual(['20–30', '>50'])
  })

  test('Tianchang without a frame: the rule of thumb finds the same two bands', () => {
    const { findings, flaggedPlaces } = report({
      channels: [],
      strata: [{ name: '天长市', responded: 1250, ageBands: TIANCHANG_AGES }],
    })
    expect(flaggedPlaces).toEqual(['20–30', '>50'])
    expect(findings.find((f) => f.check === 'frame-coverage')?.basis).toBe('parity')
  })

  test('an official poll at 0 % against, an independent one of unknown size at 97.1 %', () => {
    // 广州番禺 2009, poll of the provincial 省情调查研究中心: 97.1 % opposed; the number of answers is not in the report read.
    // http://www.laredo.cc/a/20091105/1431775_0.shtml
    const { findings } = report({
      channels: [
        { channel: 'paper-entry', attitudes: { support: 30, conditional: 0, indifferent: 0, oppose: 0 } },
      ],
      benchmark: { source: '省情调查研究中心', answers: null, opposed: 0.971 },
    })
    expect(findings.find((f) => f.check === 'open-channel-benchmark')).toMatchObject({
      severity: 'flag',
      cause: 'survey-less-opposed',
      pValue: null,
      noPValue: 'unknown-sample-size',
    })
  })
})

describe('what must be left in peace', () => {
  test.each([
    [300, 9],
    [69, 2],
    [1000, 30],
    [2000, 60],
  ])('%i answers, %i opposed', (n, opposed) => {
    const { findings, flagged } = report({
      channels: [
        {
          channel: 'assisted-interview',
          issued: n + 40,
          returned: n + 5,
          spoilt: 0,
          unused: 35,
          attitudes: { support: n - opposed - 10, conditional: 10, indifferent: 0, oppose: opposed },
        },
      ],
    })
    expect(flagged).toBe(false)
    expect(findings.filter((f) => f.severity === 'notice')).toEqual([])
  })

  test('a hamlet of 20 households that all answer and agree', () => {
    const { findings } = report({
      channels: [
        {
          channel: 'assisted-interview',
          issued: 20,
          attitudes: { support: 18, conditional: 2, indifferent: 0, oppose: 0 },
        },
      ],
    })
    expect(findings.filter((f) => f.severity === 'notice' || f.severity === 'flag')).toEqual([])
  })
})

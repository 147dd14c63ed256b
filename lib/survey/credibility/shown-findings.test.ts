import { describe, expect, test } from 'vitest'
import { checkCredibility } from './check.ts'
import type { SurveyEvidence } from './evidence.ts'
import type { CheckName } from './finding.ts'
import { shownFindings } from './shown-findings.ts'
import { describeFinding, LANGUAGES } from './wording.ts'

const K = 5
const of = (n: number, oppose: number) => ({ support: n - oppose, conditional: 0, indifferent: 0, oppose })

function shown(evidence: SurveyEvidence, ageBands: readonly string[] = []) {
  const report = checkCredibility(evidence)
  if (!report.ok) throw new Error(report.reason)
  return shownFindings(report.value, evidence, { fewest: K, ageBands: new Set(ageBands) }).findings
}

const about = (check: CheckName, evidence: SurveyEvidence, ageBands?: readonly string[]) =>
  shown(evidence, ageBands).filter((finding) => finding.check === check)

/** Everything that reaches a page: the finding itself and its sentences. */
const written = (evidence: SurveyEvidence) =>
  shown(evidence)
    .flatMap((finding) => [
      JSON.stringify(finding),
      ...LANGUAGES.map((language) => describeFinding(finding, language)),
    ])
    .join('\n')

describe('findings as they are shown', () => {
  test('two opponents on paper are not named, nor the number of those who answered by code, which gives them away', () => {
    const handled = (paper: number, code: number): SurveyEvidence => ({
      channels: [
        { channel: 'paper-entry', attitudes: of(210, paper) },
        { channel: 'one-time-code', attitudes: of(160, code) },
      ],
    })
    const [finding] = about('channel-difference', handled(2, 63))
    expect(finding).toMatchObject({ severity: 'flag', cause: 'handled-less-opposed', adjustedPValue: 0.001 })
    expect(describeFinding(finding!, 'zh-CN')).toContain('不足5份')
    expect(describeFinding(finding!, 'zh-CN')).toContain('不到0.1%')
    expect(describeFinding(finding!, 'en')).toContain('Fewer than 5')
    // Which of several splits it was cannot be told from anything that is shown.
    for (const few of [1, 3, 4]) expect(written(handled(few, 65 - few))).toBe(written(handled(2, 63)))
    expect(written(handled(2, 63))).not.toMatch(/(?<!\d)63(?!\d)/)
  })

  test('all but three opposed is as telling', () => {
    const [finding] = about('channel-difference', {
      channels: [
        { channel: 'assisted-interview', attitudes: of(60, 20) },
        { channel: 'one-time-code', attitudes: of(40, 37) },
      ],
    })
    expect(finding?.concealed).toBe(true)
    expect(finding?.statistics).not.toHaveProperty('selfOpposed')
  })

  test('numbers of many are told as they are, and of one channel alone the total is printed anyway', () => {
    const many: SurveyEvidence = {
      channels: [
        { channel: 'paper-entry', attitudes: of(200, 20) },
        { channel: 'one-time-code', attitudes: of(100, 40) },
        { channel: 'open-link', attitudes: of(100, 60) },
      ],
    }
    const report = checkCredibility(many)
    expect(shown(many)).toEqual(report.ok && report.value.findings)
    const alone: SurveyEvidence = { channels: [{ channel: 'open-link', attitudes: of(300, 2) }] }
    expect(about('unanimity', alone)[0]).toMatchObject({ statistics: { opposed: 2, answers: 300 } })
  })

  test('that nobody is opposed is said as it is', () => {
    const evidence: SurveyEvidence = {
      channels: [
        { channel: 'paper-entry', attitudes: of(200, 0) },
        { channel: 'open-link', attitudes: of(3, 1) },
      ],
    }
    const [finding] = about('unanimity', evidence)
    expect(finding?.concealed).toBeUndefined()
    expect(describeFinding(finding!, 'zh-CN')).toContain('没有一份表示反对')
    expect(about('open-channel-benchmark', evidence)[0]?.concealed).toBe(true)
  })

  test('an age band of three, and one that is hidden beside it, are thin without a number', () => {
    const evidence: SurveyEvidence = {
      channels: [{ channel: 'open-link', attitudes: of(400, 40) }],
      strata: [
        {
          name: '东村',
          responded: 400,
          ageBands: [
            { band: '20岁以下', responded: 3 },
            { band: '20至29岁', responded: 9 },
            { band: '30至39岁', responded: 388 },
          ],
        },
      ],
    }
    const findings = about('frame-coverage', evidence, ['20岁以下', '20至29岁'])
    expect(findings.map(({ place, concealed }) => [place, concealed])).toEqual([
      ['20岁以下', true],
      ['20至29岁', true],
    ])
    for (const finding of findings)
      for (const language of LANGUAGES) expect(describeFinding(finding, language)).not.toMatch(/[39] ?[人r]/)
    expect(about('frame-coverage', evidence)[1]?.statistics.responded).toBe(9)
  })

  test('few forms alike are few without their number', () => {
    const evidence: SurveyEvidence = {
      channels: [{ channel: 'open-link', attitudes: of(100, 10) }],
      straightLined: { count: 2, of: 100 },
    }
    const [finding] = about('straight-lining', evidence)
    expect(finding).toMatchObject({ cause: 'few-alike', concealed: true })
    expect(finding?.statistics).not.toHaveProperty('alike')
    expect(describeFinding(finding!, 'zh-CN')).toContain('不足5份')
  })

  test('every sentence that may stand without numbers can be said in both languages', () => {
    const small = [
      [of(400, 2), of(300, 120), of(100, 60)],
      [of(60, 58), of(300, 3), of(100, 2)],
      [of(60, 3), of(60, 3), of(60, 4)],
      [of(900, 1), of(900, 1), of(900, 1)],
    ] as const
    for (const [paper, code, open] of small)
      for (const finding of shown({
        channels: [
          { channel: 'paper-entry', attitudes: paper },
          { channel: 'one-time-code', attitudes: code },
          { channel: 'open-link', attitudes: open },
        ],
        straightLined: { count: 99, of: 100 },
      }))
        for (const language of LANGUAGES) {
          expect(describeFinding(finding, language)).not.toContain('undefined')
          if (finding.concealed) expect(Object.keys(finding.statistics)).not.toContain('opposed')
        }
  })
})

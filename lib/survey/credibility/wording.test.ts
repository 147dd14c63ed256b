import { describe, expect, test } from 'vitest'
import { checkCredibility } from './check.ts'
import type { SurveyEvidence } from './evidence.ts'
import { type Cause, CHECK_NAMES, type Finding } from './finding.ts'
import { checkTitle, describeFinding, LANGUAGES } from './wording.ts'

function findingsOf(evidence: SurveyEvidence): readonly Finding[] {
  const result = checkCredibility(evidence)
  if (!result.ok) throw new Error(result.reason)
  return result.value.findings
}

const of = (n: number, oppose: number) => ({ support: n - oppose, conditional: 0, indifferent: 0, oppose })
const perDay = (...counts: number[]) => counts.map((answers, i) => ({ day: `2025-03-0${i + 1}`, answers }))
const ages = (...counts: number[]) =>
  counts.map((responded, i) => ({ band: `${20 + 10 * i}岁段`, responded }))
const sharedAges = (...counts: number[]) => ages(...counts).map((band) => ({ ...band, share: 0.25 }))

/** Together these surveys bring up every cause there is. */
const SURVEYS: SurveyEvidence[] = [
  {
    channels: [{ channel: 'paper-entry', issued: 200, attitudes: of(200, 0) }],
    straightLined: { count: 150, of: 200 },
    ineligible: { count: 30, of: 50 },
    perDay: perDay(9, 10, 8, 150, 11, 12),
    benchmark: { source: '独立民调', answers: null, opposed: 0.971 },
    strata: [
      { name: '东村', invited: 60, responded: 50, ageBands: ages(1, 60, 70, 69) },
      { name: '西村', invited: 60, responded: 0 },
      { name: '南村', invited: 60, responded: 4 },
      { name: '北村', persons: 10, responded: 20 },
      { name: '河村', households: 10, responded: 20 },
    ],
  },
  {
    channels: [
      { channel: 'paper-entry', issued: 100, returned: 90, spoilt: 2, unused: 0, attitudes: of(80, 0) },
      {
        channel: 'assisted-interview',
        issued: 90,
        returned: 100,
        spoilt: 0,
        unused: 0,
        attitudes: of(85, 0),
      },
      {
        channel: 'assisted-interview',
        issued: 90,
        returned: 70,
        spoilt: 0,
        unused: 20,
        attitudes: of(75, 0),
      },
      { channel: 'one-time-code', issued: 90, unused: 20, attitudes: of(75, 0) },
      { channel: 'open-link', attitudes: of(100, 60) },
    ],
    straightLined: { count: 10, of: 200 },
    ineligible: { count: 1, of: 50 },
    perDay: perDay(9, 10, 8, 9, 11, 12),
    strata: [
      { name: '东村', households: 60, responded: 50, ageBands: sharedAges(20, 60, 70, 69) },
      { name: '西村', households: 60, responded: 5 },
    ],
  },
  {
    channels: [
      { channel: 'paper-entry', issued: 100, returned: 80, spoilt: 2, unused: 18, attitudes: of(80, 60) },
      { channel: 'one-time-code', issued: 130, unused: 20, attitudes: of(100, 5) },
      { channel: 'open-link', attitudes: of(100, 2) },
    ],
    strata: [
      { name: '东村', households: 60, responded: 50, ageBands: sharedAges(2, 70, 70, 69) },
      { name: '西村', households: 60, responded: 45 },
    ],
  },
  {
    channels: [
      { channel: 'paper-entry', attitudes: of(3000, 1) },
      { channel: 'one-time-code', attitudes: of(100, 0) },
    ],
  },
  {
    channels: [
      { channel: 'paper-entry', attitudes: of(300, 1) },
      { channel: 'one-time-code', attitudes: of(100, 40) },
    ],
  },
  {
    channels: [
      { channel: 'paper-entry', issued: 12, attitudes: of(12, 0) },
      { channel: 'one-time-code', attitudes: of(8, 0) },
    ],
    benchmark: { source: '省情调查', answers: 40, opposed: 0.05 },
    strata: [{ name: '东村', responded: 1, ageBands: ages(5, 6, 7, 5) }],
  },
  { channels: [] },
]
const findings = SURVEYS.flatMap(findingsOf)

const EVERY_CAUSE: Record<Cause, true> = {
  'no-opposition': true,
  'token-opposition': true,
  'opposition-present': true,
  'nobody-refused': true,
  'some-did-not-return': true,
  'more-back-than-issued': true,
  unaccounted: true,
  'more-answers-than-returned': true,
  'custody-balanced': true,
  'left-over-slips-used': true,
  'within-slips-handed-out': true,
  'many-ineligible': true,
  'few-ineligible': true,
  'many-alike': true,
  'few-alike': true,
  'one-day-stands-out': true,
  'days-comparable': true,
  'handled-less-opposed': true,
  'handled-more-opposed': true,
  'channels-agree': true,
  'survey-less-opposed': true,
  'survey-more-opposed': true,
  'benchmark-agrees': true,
  'more-answers-than-people': true,
  'stratum-silent': true,
  'stratum-low': true,
  'rates-comparable': true,
  'band-thin': true,
  'bands-covered': true,
  'evidence-missing': true,
}

test('the surveys of this test bring up every cause, so that every sentence is spoken once', () => {
  expect([...new Set(findings.map((finding) => finding.cause))].sort()).toEqual(
    Object.keys(EVERY_CAUSE).sort(),
  )
})

describe('every sentence', () => {
  for (const language of LANGUAGES) {
    test(`in ${language} is whole: no undefined, NaN or raw number`, () => {
      for (const finding of findings) {
        const text = describeFinding(finding, language)
        expect(text).not.toMatch(/undefined|NaN|Infinity|null|\d\.\d{3}|\de-\d/)
        expect(text.length).toBeGreaterThan(15)
        expect(text).toMatch(language === 'en' ? /\.$/ : /。$/)
      }
    })
  }

  test('in Chinese uses full-width punctuation and no words of statistics', () => {
    for (const finding of findings) {
      const text = describeFinding(finding, 'zh-CN')
      expect(text).not.toMatch(/[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/)
      expect(text).not.toMatch(/显著|假设|卡方|置信|[pP]值|检验|分布函数/)
      expect(text).not.toMatch(/造假|作假|伪造/)
    }
  })

  test('in English accuses nobody', () => {
    for (const finding of findings)
      expect(describeFinding(finding, 'en')).not.toMatch(/fraud|fake|forg|cheat/i)
  })
})

test('Jixian, as the report prints it', () => {
  const [unanimity] = findingsOf({
    channels: [{ channel: 'paper-entry', issued: 200, attitudes: of(200, 0) }],
  })
  expect(describeFinding(unanimity!, 'zh-CN')).toBe(
    '【须作说明】200份有效答卷中没有一份表示反对。即使实际只有5%的人反对，一个反对者都没有碰到的可能性只有约2.9万分之一（参照值为本系统默认值，并非官方规定）。请核查答卷是否由本人填写、填写时有无他人在场，并在报告中说明。',
  )
  expect(describeFinding(unanimity!, 'en')).toContain('about one in 29,000')
})

test('a default is called a default, a number of the scheme is not', () => {
  const evidence: SurveyEvidence = { channels: [{ channel: 'paper-entry', attitudes: of(200, 0) }] }
  const ofScheme = checkCredibility(evidence, { opposition: 0.04 })
  if (!ofScheme.ok) throw new Error(ofScheme.reason)
  expect(describeFinding(findingsOf(evidence)[0]!, 'zh-CN')).toContain('并非官方规定')
  expect(describeFinding(ofScheme.value.findings[0]!, 'zh-CN')).toContain('由评估方案设定')
})

test('a missing check says what is missing and that unchecked is not sound', () => {
  const [missing] = findingsOf({ channels: [] })
  expect(describeFinding(missing!, 'zh-CN')).toBe(
    '【未能核查】缺少有效答卷的态度统计，本项核查未能进行；未核查不等于没有问题。',
  )
  expect(describeFinding(missing!, 'en')).toContain('unchecked does not mean sound')
})

test('every check has a title in both languages, and no two share one', () => {
  for (const language of LANGUAGES) {
    expect(new Set(CHECK_NAMES.map((check) => checkTitle(check, language))).size).toBe(CHECK_NAMES.length)
  }
})

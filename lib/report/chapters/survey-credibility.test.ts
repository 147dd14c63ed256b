import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../result.ts'
import { checkCredibility } from '../../survey/credibility/check.ts'
import { CHECK_NAMES } from '../../survey/credibility/finding.ts'
import { checkTitle } from '../../survey/credibility/wording.ts'
import { EMPTY_INPUT } from '../empty-input.fixture.ts'
import { EXAMPLE_CREDIBILITY, EXAMPLE_INPUT, EXAMPLE_RESULTS } from '../example-input.fixture.ts'
import { rowsOf, said, withResults } from '../reading.fixture.ts'
import { summary } from './summary.ts'
import { surveyCredibility } from './survey-credibility.ts'

/** 300 answers, nobody opposed, every form back: what the checks are there for. */
const unanimous = withResults({
  credibility: checkCredibility({
    channels: [
      {
        channel: 'paper-entry',
        issued: 300,
        returned: 300,
        spoilt: 0,
        unused: 0,
        attitudes: { support: 300, conditional: 0, indifferent: 0, oppose: 0 },
      },
    ],
  }),
})

describe('the credibility of the survey', () => {
  test('every check has its row, the unmade ones with what they lack', () => {
    const rows = rowsOf(surveyCredibility(EXAMPLE_INPUT), 'credibility')
    expect([...new Set(rows.map(([title]) => title))]).toEqual(
      CHECK_NAMES.map((check) => checkTitle(check, 'zh-CN')),
    )
    expect(rows[1]?.[1]).toContain('缺少发出的问卷或答题码数量')
    expect(rows.map((row) => row[2])).toEqual([
      '1.000',
      ...Array.from({ length: 7 }, () => '未能核查'),
      '1.000',
      '未能核查',
    ])
    expect(said(surveyCredibility)).toContain('有8项核查缺少所需的记录，未能进行。未核查不等于没有问题。')
    expect(said(surveyCredibility)).toContain('已进行的2项核查未见异常。')
    expect(said(surveyCredibility)).not.toContain('须作说明的核查有')
    expect(said(summary)).toContain('核查2项，没有须作说明的；缺少记录未能核查8项')
  })

  test('what is flagged is set apart, named in the text and in the summary', () => {
    const table = surveyCredibility(unanimous).find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.emphasised).toEqual([0, 1])
    expect(rowsOf(surveyCredibility(unanimous), 'credibility')[0]?.slice(1)).toEqual([
      expect.stringContaining('【须作说明】300份有效答卷中没有一份表示反对。'),
      '＜0.001',
    ])
    expect(said(surveyCredibility, unanimous)).toContain('须作说明的核查有2项：“意见一边倒”“全部收回”。')
    expect(said(surveyCredibility, unanimous)).not.toContain('未见异常。')
    expect(said(summary, unanimous)).toContain('须作说明2项：“意见一边倒”“全部收回”')
  })

  test('it cannot be left out: without checks it says why there are none', () => {
    const silent = [
      [EMPTY_INPUT, '案卷没有问卷调查'],
      [withResults({ credibility: null }), '问卷没有可以计算反对比例的有效作答'],
      [withResults({ credibility: fail('count-out-of-range') }), '份数记录前后不符'],
    ] as const
    for (const [input, reason] of silent) {
      expect(said(surveyCredibility, input)).toContain('民意调查可信度核查')
      expect(said(surveyCredibility, input)).toContain(reason)
      expect(said(summary, input)).toContain('调查可信度\n未能核查')
    }
  })

  test('four answers are not told by way of a check', () => {
    const { survey } = EXAMPLE_RESULTS
    const estimate = { count: 1, n: 4, share: 0.25, low: 0.05, high: 0.7 }
    const input = withResults({
      survey: {
        ...survey!,
        indices: { ...survey!.indices, opposition: { ...survey!.indices.opposition, estimate } },
      },
    })
    expect(said(surveyCredibility, input)).toContain('不足5份')
    expect(said(surveyCredibility, input)).not.toContain('%')
    expect(said(summary, input)).toContain('有效作答不足5份，为保护答卷人不予列示')
  })

  test('a p-value next to the line shows its side', () => {
    const findings = EXAMPLE_CREDIBILITY.findings.map((finding, i) =>
      i === 0 ? { ...finding, adjustedPValue: 0.00996 } : finding,
    )
    const input = withResults({ credibility: ok({ ...EXAMPLE_CREDIBILITY, findings }) })
    expect(rowsOf(surveyCredibility(input), 'credibility')[0]?.[2]).toBe('0.00996')
  })
})

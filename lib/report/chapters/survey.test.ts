import { describe, expect, test } from 'vitest'
import { compute } from '../../verdict/compute.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT, EXAMPLE_RESULTS } from '../example-input.fixture.ts'
import { rowsOf, said, withResults, words } from '../reading.fixture.ts'
import { appendixSurvey } from './appendix-survey.ts'
import { opinionsAndMedia } from './opinions-and-media.ts'
import { residualLevel } from './residual-level.ts'
import { summary } from './summary.ts'
import { surveyIndices } from './survey-indices.ts'
import { surveyOpposition } from './survey-opposition.ts'
import { surveyReturns } from './survey-returns.ts'

describe('the survey', () => {
  const survey = EXAMPLE_CASE.survey!

  test('without a closed survey there is no number, and the reason is given', () => {
    const chapters = [surveyIndices, surveyOpposition, appendixSurvey]
    const states = [
      [null, '案卷没有问卷调查，本节无数据。'],
      [{ ...survey, state: 'draft' as const, tally: null }, '问卷尚未发布，本节无数据。'],
      [{ ...survey, state: 'published' as const, tally: null }, '问卷尚未结束，本节无数据。'],
    ] as const
    for (const [record, sentence] of states) {
      const input = {
        caseFile: { ...EXAMPLE_CASE, survey: record },
        results: { ...EXAMPLE_RESULTS, survey: null },
      }
      for (const chapter of chapters) {
        expect(said(chapter, input)).toContain(sentence)
        expect(said(chapter, input)).not.toContain('%')
      }
      expect(said(summary, input)).toContain(sentence)
    }
  })

  test('an index names its question, its options, n and interval', () => {
    const rows = rowsOf(surveyIndices(EXAMPLE_INPUT), 'indices')
    expect(rows.find(([name]) => name === '支持度')).toEqual([
      '支持度',
      '第21题“您对本工程的态度是”',
      '支持、有条件支持',
      '263',
      '70.7%',
      '65.0%～75.9%',
    ])
    expect(rows.find(([name]) => name === '满意度')?.[1]).toBe('第1～20题（共20题，取各题比例的平均数）')
    expect(said(surveyIndices)).toContain('问卷没有指定计算信心度的题目')
  })

  test('opposition is printed per group, with the group over the line in the rule', () => {
    const rows = rowsOf(surveyOpposition(EXAMPLE_INPUT), 'opposition')
    expect(rows[2]).toEqual(['其莫尔村', '54', '16', '29.6%', '19.1%～42.8%'])
    expect(rows.at(-1)?.slice(0, 4)).toEqual(['合计', '263', '29', '11.0%'])
    expect(said(residualLevel)).toContain('达到界限的群体：其莫尔村')
  })

  test('groups in which one to four object are withheld, in table, chart and rule; the group of sixteen stands', () => {
    const survey = EXAMPLE_CASE.survey!
    const tally = survey.tally!.map((group, i) =>
      i === 0
        ? { ...group, questions: { ...group.questions, attitude: { answered: 3, options: { against: 3 } } } }
        : group,
    )
    const caseFile = { ...EXAMPLE_CASE, survey: { ...survey, tally } }
    const input = { caseFile, results: compute(caseFile) }
    const blocks = surveyOpposition(input)
    expect(rowsOf(blocks, 'opposition')[0]).toEqual(['桑科新村', '3', '—', '—', '—'])
    expect(rowsOf(blocks, 'opposition').flatMap((row) => (row[2] === '—' ? [row[0]] : []))).toEqual([
      '桑科新村',
      '西科村',
      '科才村',
      '赞布宁村',
    ])
    const chart = blocks.find((block) => block.kind === 'bar-chart')
    expect(JSON.stringify(chart)).not.toContain('桑科新村')
    expect(words(blocks)).toContain('为保护答卷人不列示')
    expect(said(residualLevel, input)).toContain('群体中最高29.6%')
  })

  test('fewer than five answers in all are not printed', () => {
    const input = withResults({ survey: { ...EXAMPLE_RESULTS.survey!, responses: 4 } })
    expect(said(appendixSurvey, input)).toContain('不足5份')
    expect(said(surveyIndices, input)).not.toContain('%')
  })

  test('the appendix has every question and every option, text answers uncounted', () => {
    const rows = rowsOf(appendixSurvey(EXAMPLE_INPUT), 'all-questions')
    expect(rows.filter((row) => row.length === 1)).toHaveLength(23)
    expect(rows).toContainEqual(['21．您对本工程的态度是（单选题，有效作答263份，未作答29份）'])
    expect(rows).toContainEqual(['反对', '29', '11.0%', '7.8%～15.4%'])
    expect(rows.at(-1)?.[0]).toContain('不作统计')
  })

  test('what the case does not record is named as missing', () => {
    expect(said(opinionsAndMedia)).toContain('案卷未登记各方意见，没有采纳情况可以列出。')
    expect(said(surveyReturns)).toContain('共收到答卷292份')
  })
})

import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import { compute } from '../../verdict/compute.ts'
import type { ReportInput } from '../chapter.ts'
import { EMPTY_INPUT } from '../empty-input.fixture.ts'
import { EXAMPLE_CASE, EXAMPLE_RESULTS } from '../example-input.fixture.ts'
import { rowsOf, said, withResults } from '../reading.fixture.ts'
import { levelRobustness } from './level-robustness.ts'

function computed(part: Partial<CaseFile>): ReportInput {
  const caseFile = { ...EXAMPLE_CASE, ...part }
  return { caseFile, results: compute(caseFile) }
}

/** A case in which the factors alone decide, and one weight turns the level. */
const close = computed({
  survey: null,
  factors: EXAMPLE_CASE.factors.map((factor, i) => ({
    ...factor,
    weight: i < 2 ? 0.5 : 0,
    residualProbability: i === 0 ? 0.9 : 0.3,
    residualImpact: i === 0 ? 0.7 : 0.25,
  })),
})

describe('whether the level stands', () => {
  test('weights that do not turn the level are told with the range of T', () => {
    expect(said(levelRobustness)).toContain(
      '各因素的权重逐一增减20%，其余权重按比例调整，共试算16次，综合风险指数T在0.154至0.160之间。风险等级均为中风险，没有改变。',
    )
  })

  test('a weight that turns it is named', () => {
    expect(said(levelRobustness, close)).toContain(
      '使等级改变的有：“生态补偿及定居补贴标准”的权重增加20%，T＝0.378，为中风险',
    )
  })

  test('turning points come nearest first, at most eight', () => {
    const rows = rowsOf(levelRobustness(close), 'tipping')
    expect(rows[0]).toEqual([
      '1',
      '生态补偿及定居补贴标准',
      '影响q',
      '0.70',
      '0.712及以上，等级升高',
      '+0.012',
    ])
    expect(rows.length).toBeLessThanOrEqual(8)
    expect(said(levelRobustness)).toContain('无论在0至1之间取何值，风险等级都不改变')
  })

  test('households that kept silent are a bound, not a judgement', () => {
    expect(said(levelRobustness)).toContain(
      '未作有效作答的有865户。假设其全部反对，反对比例为79.3%，等级由中风险变为高风险',
    )
    expect(said(levelRobustness)).toContain('不是对未作答户态度的判断')
    expect(said(levelRobustness, computed({ survey: null }))).toContain('未作答户的影响未检验')
    const crowded = EXAMPLE_CASE.groups.map((group) => ({ ...group, households: 20 }))
    expect(said(levelRobustness, computed({ groups: crowded }))).toContain('不能推算')
  })

  test('the share if all objected does not give away four answers', () => {
    const { survey } = EXAMPLE_RESULTS
    const estimate = { count: 1, n: 4, share: 0.25, low: 0.05, high: 0.7 }
    const input = withResults({
      survey: {
        ...survey!,
        indices: { ...survey!.indices, opposition: { ...survey!.indices.opposition, estimate } },
      },
    })
    expect(said(levelRobustness, input)).toContain('不足5份')
    expect(said(levelRobustness, input)).not.toContain('反对比例为')
  })

  test('that no panel judged is said', () => {
    expect(said(levelRobustness)).toContain('没有专家组对各因素分别评分')
  })

  test('a panel is told by its level without each expert, the draws and the agreement', () => {
    const severe = { probability: 0.95, impact: 0.95 }
    const mild = { probability: 0.3, impact: 0.4 }
    const panel = Object.fromEntries(
      EXAMPLE_CASE.factors.map(({ id }, i) => [
        id,
        { initial: [mild, mild, mild], residual: [i === 0 ? severe : mild, mild, i === 0 ? severe : mild] },
      ]),
    )
    const text = said(levelRobustness, computed({ survey: null, expertPanel: panel }))
    expect(text).toContain(
      '专家组3人分别评分，取中位数时的等级为中风险，与按登记取值判定的低风险不同。逐一去掉一名专家：去掉第1名专家为低风险，去掉第3名专家为低风险；等级依赖于个别专家。',
    )
    expect(text).toMatch(/重复100,000次，各等级出现的比例为：低风险33\.\d%，中风险66\.\d%，高风险0\.0%/)
    expect(text).toContain('肯德尔协调系数W＝')
    expect(text).not.toContain('没有专家组')
  })

  test('without factors nothing is claimed', () => {
    expect(said(levelRobustness, EMPTY_INPUT)).toContain('未检验')
    expect(said(levelRobustness, EMPTY_INPUT)).not.toContain('没有改变')
  })
})

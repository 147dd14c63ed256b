import { describe, expect, test } from 'vitest'
import { ok } from '../../result.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT, EXAMPLE_RESULTS, RESIDUAL_LEVEL } from '../example-input.fixture.ts'
import { rowsOf, said, withCase, withResults, words } from '../reading.fixture.ts'
import { factorEstimation } from './factor-estimation.ts'
import { levelConclusion } from './level-conclusion.ts'
import { mainFactors } from './main-factors.ts'
import { measuresConclusion } from './measures-conclusion.ts'
import { measuresEvaluation } from './measures-evaluation.ts'
import { residualLevel } from './residual-level.ts'

describe('risks and levels', () => {
  test('T1 and T3 show the same factors before and after', () => {
    expect(rowsOf(factorEstimation(EXAMPLE_INPUT), 'T1')[0]).toEqual([
      '1',
      '土地房屋征收及补偿',
      '实施、运营',
      '生态补偿及定居补贴标准',
      '0.200',
      '0.70',
      '0.70',
      '0.490\n较大',
    ])
    expect(rowsOf(residualLevel(EXAMPLE_INPUT), 'T3')[0]?.slice(5)).toEqual(['0.40', '0.60', '0.240\n一般'])
  })

  test('weights that do not add up give no T', () => {
    const input = withResults({ weightSum: 0.94, initial: { ...EXAMPLE_RESULTS.initial, index: null } })
    expect(said(factorEstimation, input)).toContain('各因素权重之和为0.940')
    expect(said(factorEstimation, input)).not.toContain('T＝0')
  })

  test('T4 holds what stands on the day of the case; what has lapsed is named and no longer in it', () => {
    expect(rowsOf(measuresEvaluation(EXAMPLE_INPUT), 'T4')).toHaveLength(8)
    const [factor, ...others] = EXAMPLE_CASE.factors
    const [first, second] = factor!.measures
    const late = { ...factor!, measures: [{ ...first!, deadline: '2026-10-01' }, second!] }
    const followUp = {
      ...EXAMPLE_CASE.followUp,
      measures: [
        {
          factorId: 'factor-2',
          measureId: 'm1',
          state: 'given-up' as const,
          doneOn: null,
          proof: '无处实施',
        },
      ],
    }
    const blocks = measuresEvaluation(withCase({ factors: [late, ...others], followUp }))
    expect(rowsOf(blocks, 'T4').map(([number]) => number)).toEqual(['1.2', '3', '4', '5', '6', '7'])
    expect(words(blocks)).toContain(`第1.1项“${first!.description}”（到期没有证明）`)
    expect(words(blocks)).toContain('第2项')
    expect(words(blocks)).toContain('（已经放弃）')
  })

  test('every measure has its row, and a factor without one is named', () => {
    const rows = rowsOf(measuresEvaluation(EXAMPLE_INPUT), 'T2')
    expect(rows).toHaveLength(8)
    expect(rows[1]?.slice(0, 2)).toEqual(['1.2', '运营'])
    const [factor] = EXAMPLE_CASE.factors
    const measures = factor!.measures.map((one) => ({ ...one, controlNode: '开工以前' }))
    const noded = withCase({ factors: [{ ...factor!, measures }] })
    expect(rowsOf(measuresEvaluation(noded), 'T2')[0]?.[4]).toBe('2027年3月31日前完成\n控制节点：开工以前')
    expect(said(measuresEvaluation)).toContain(
      '没有登记防范化解措施，措施后的概率和影响程度不低于措施前：“周边交通”',
    )
    expect(rowsOf(measuresConclusion(EXAMPLE_INPUT), 'owners')[1]).toEqual([
      '2',
      '财政局',
      '1',
      '2027年12月31日',
      '2027年12月31日',
    ])
  })

  test('every rule is answered, and the one that decided is marked', () => {
    expect(rowsOf(residualLevel(EXAMPLE_INPUT), 'rules').map((row) => [row[0], row[2], row[3]])).toEqual([
      ['综合风险指数规则', '低风险', '低风险'],
      ['单因素规则', '●中风险', '低风险'],
      ['反对比例规则', '●中风险', '●中风险'],
      ['可能事件规模规则', '低风险', '低风险'],
    ])
    expect(said(levelConclusion)).toContain('采取措施前的风险等级为中风险，由单因素规则、反对比例规则决定。')
    expect(said(levelConclusion)).toContain('落实措施后的风险等级为中风险，由反对比例规则决定。')
    expect(said(levelConclusion)).toContain('综合风险指数T措施前为0.338，措施后为0.157')
  })

  test('a rule without an answer is told with its reason, and dilution is told', () => {
    const silent = {
      ...RESIDUAL_LEVEL,
      answers: RESIDUAL_LEVEL.answers.map((answer) =>
        answer.rule === 'opposition'
          ? { rule: answer.rule, level: null, reason: 'no-survey' as const, statistics: {} }
          : answer,
      ),
      unassessed: ['opposition' as const],
    }
    const text = said(
      residualLevel,
      withResults({ residual: { ...EXAMPLE_RESULTS.residual, level: ok(silent) } }),
    )
    expect(text).toContain('没有已经结束的问卷调查')
    expect(text).toContain('不会低于上述结果')
    const diluted = {
      ...RESIDUAL_LEVEL,
      dilution: { index: 0.1612, level: 'low' as const, removedFactors: ['舆论导向及其影响'] },
    }
    expect(
      said(residualLevel, withResults({ residual: { ...EXAMPLE_RESULTS.residual, level: ok(diluted) } })),
    ).toContain('不计“舆论导向及其影响”等轻微因素时，综合风险指数为0.161')
  })

  test('main factors come worst first; trifles are left out', () => {
    const rows = rowsOf(mainFactors(EXAMPLE_INPUT), 'main-factors')
    expect(rows.map((row) => row[0])).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(rows[0]).toContain('0.240（一般）')
  })
})

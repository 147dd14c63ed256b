import { expect, test } from 'vitest'
import { compute } from '../../verdict/compute.ts'
import { measuresOf } from '../../verdict/early-warning.ts'
import type { Block } from '../blocks.ts'
import { EXAMPLE_CASE } from '../example-input.fixture.ts'
import { emergencyAndAdvice } from './emergency-and-advice.ts'
import { measuresToday } from './measures-today.ts'

const rowsOf = (blocks: readonly Block[], label: string) =>
  blocks.flatMap((block) => (block.kind === 'table' && block.label === label ? block.rows : []))

test('every measure stands with its state and proof, and the level today counts only what is proven', () => {
  const [first] = measuresOf(EXAMPLE_CASE)
  const caseFile = {
    ...EXAMPLE_CASE,
    followUp: {
      emergencyPlan: null,
      postEvaluation: null,
      measures: [
        {
          factorId: first!.factorId,
          measureId: first!.measureId,
          state: 'done' as const,
          doneOn: '2027-02-01',
          proof: '逐户确认表',
        },
      ],
    },
  }
  const results = compute(caseFile)
  const blocks = measuresToday({ caseFile, results })
  const rows = rowsOf(blocks, 'measures-today')
  expect(rows).toHaveLength(measuresOf(caseFile).length)
  expect(rows[0]?.slice(4)).toEqual(['已落实', '2027年2月1日，逐户确认表'])
  expect(rows[1]?.slice(4)).toEqual(['未开始', '—'])
  expect(rows.slice(0, 3).map(([number]) => number)).toEqual(['1.1', '1.2', '2'])
  expect(JSON.stringify(blocks)).toContain(
    '费用合计260.00万元（现金流量中列化解措施费用620.00万元，相差360.00万元，须说明）',
  )
  expect(results.evidenced.index).toBeGreaterThan(results.residual.index ?? 0)
  expect(JSON.stringify(blocks)).toContain('1项已经落实并有证明')
})

test('the emergency plan is printed with its scenarios, or named as missing', () => {
  const unplanned = { ...EXAMPLE_CASE, followUp: { ...EXAMPLE_CASE.followUp, emergencyPlan: null } }
  const input = { caseFile: unplanned, results: compute(unplanned) }
  const missing = emergencyAndAdvice(input).flatMap((block) => (block.kind === 'missing' ? [block.text] : []))
  expect(missing).toContain('案卷未收录应急处置预案。')
  const emergencyPlan = {
    scenarios: [
      {
        ruleId: null,
        name: '集体上访',
        trigger: '五人以上',
        level: 'IV' as const,
        unit: '信访局',
        response: '接访',
      },
    ],
    contacts: [],
    drills: [],
  }
  const caseFile = { ...EXAMPLE_CASE, followUp: { measures: [], postEvaluation: null, emergencyPlan } }
  expect(rowsOf(emergencyAndAdvice({ ...input, caseFile }), 'scenarios')).toEqual([
    ['集体上访', '五人以上', 'Ⅳ级', '信访局', '接访'],
  ])
})

test('what the level says without the measures that lapsed is printed, and whether a conclusion may rest on them', () => {
  // One village's opposition decides the example's level whatever is done; without the survey the measures do.
  const late = EXAMPLE_CASE.factors.map((factor) => ({
    ...factor,
    measures: factor.measures.map((measure) => ({ ...measure, deadline: '2026-09-30' })),
  }))
  const said = (caseFile: typeof EXAMPLE_CASE) =>
    JSON.stringify(measuresToday({ caseFile, results: compute(caseFile) }))
  expect(said({ ...EXAMPLE_CASE, survey: null, factors: late })).toContain(
    '等级为中风险，重于原先以之为依据的低风险；在证明补齐以前，不能作出结论',
  )
  expect(said({ ...EXAMPLE_CASE, factors: late })).toContain('与全部落实时相同')
  expect(said(EXAMPLE_CASE)).not.toContain('到期没有证明')
})

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
  expect(results.evidenced.index).toBeGreaterThan(results.residual.index ?? 0)
  expect(JSON.stringify(blocks)).toContain('1项已经落实并有证明')
})

test('the emergency plan is printed with its scenarios, or named as missing', () => {
  const input = { caseFile: EXAMPLE_CASE, results: compute(EXAMPLE_CASE) }
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

import { expect, test } from 'vitest'
import { NARRATIVE_IDS } from '../assessment/narrative.ts'
import { EMPTY_INPUT } from './empty-input.fixture.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from './example-input.fixture.ts'
import { draftOf } from './narrative/draft.ts'
import { reportOf } from './outlines/outlines.ts'
import { rowsOf, withCase, words } from './reading.fixture.ts'

test('the analysis chapter follows the official outline and is the project unit’s paper', () => {
  const document = reportOf('analysis', EXAMPLE_INPUT)
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? block.text : [],
  )
  expect(headings).toEqual([
    '一、编制依据',
    '二、风险调查',
    '三、风险识别',
    '四、风险估计',
    '五、风险防范和化解措施',
    '六、风险等级',
    '七、结论',
    '附录一　问卷调查结果',
    '附录二　四性指标评定',
    '编制说明',
  ])
  expect(document).toMatchObject({
    subtitle: '社会稳定风险分析篇章',
    author: EXAMPLE_CASE.matter.implementer,
  })
})

test('what the office wrote stands in it, but for the chapters of the assessing body', () => {
  const narratives = Object.fromEntries(NARRATIVE_IDS.map((id) => [id, draftOf(id, EXAMPLE_INPUT)]))
  const all = words(reportOf('analysis', withCase({ narratives })).blocks)
  expect(all).toContain('案卷数据截至')
  expect(all).toContain('情况有重大变化的，重新评估')
  expect(all).not.toMatch(/双评估结论|允许的决策|经济净现值|经济可行/)
})

test('it has the four official tables, and every factor is identified once', () => {
  const { blocks } = reportOf('analysis', EXAMPLE_INPUT)
  for (const label of ['T1', 'T2', 'T3', 'T4']) expect(rowsOf(blocks, label).length).toBeGreaterThan(0)
  const identified = rowsOf(blocks, 'identified').filter((row) => row.length > 1)
  expect(identified.map(([, , name]) => name).sort()).toEqual(
    EXAMPLE_CASE.factors.map(({ name }) => name).sort(),
  )
})

test('of an empty case it concludes nothing', () => {
  const all = words(reportOf('analysis', EMPTY_INPUT).blocks)
  expect(all).toContain('风险等级的结论暂不能作出。尚缺：')
  expect(all).not.toMatch(/的风险等级为|NaN|undefined/)
})

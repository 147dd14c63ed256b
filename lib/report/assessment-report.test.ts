import { describe, expect, test } from 'vitest'
import type { Block } from './blocks.ts'
import type { ReportInput } from './chapter.ts'
import { EMPTY_INPUT } from './empty-input.fixture.ts'
import { EXAMPLE_INPUT } from './example-input.fixture.ts'
import { assessmentReport } from './outlines/assessment-report.ts'
import { OUTLINE_IDS } from './outlines/outline-id.ts'
import { contentsOf, reportOf } from './outlines/outlines.ts'
import { withCase, words } from './reading.fixture.ts'

describe('the report as a whole', () => {
  test('follows the official outline', () => {
    expect(
      assessmentReport(EXAMPLE_INPUT)
        .blocks.filter((block) => block.kind === 'heading')
        .filter((block) => block.level < 3)
        .map((block) => block.text),
    ).toEqual([
      '评估结论提要',
      '一、基本情况',
      '（一）项目概况',
      '（二）评估依据',
      '（三）评估主体',
      '（四）评估过程和方法',
      '二、评估内容',
      '（一）风险调查评估及各方意见采纳情况',
      '（二）风险识别和估计的评估',
      '（三）防范化解措施的评估',
      '（四）落实措施后的风险等级',
      '三、评估结论',
      '（一）主要风险因素',
      '（二）合法性、合理性、可行性、可控性结论',
      '（三）风险等级',
      '（四）防范化解措施',
      '（五）应急预案和建议',
      '四、经济效益评价和双评估结论',
      '（一）经济效益评价',
      '（二）敏感性分析',
      '（三）费用效益的分配',
      '（四）财务评价',
      '（五）双评估结论',
      '附录一　问卷调查结果',
      '附录二　四性指标评定',
      '编制说明',
    ])
  })

  test.each(OUTLINE_IDS)('its contents (%s) can be listed without composing it', (outline) => {
    for (const input of [EXAMPLE_INPUT, EMPTY_INPUT]) {
      const first = reportOf(outline, input).blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === 1 ? [block.text] : [],
      )
      expect(first.length).toBeGreaterThan(4)
      expect(contentsOf(outline, input)).toEqual(first)
    }
  })

  test('is a plain value that depends on the case alone', () => {
    const document = assessmentReport(EXAMPLE_INPUT)
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    expect(assessmentReport(structuredClone(EXAMPLE_INPUT))).toEqual(document)
  })

  test('is dated by the last thing that entered the case', () => {
    expect(assessmentReport(EXAMPLE_INPUT)).toMatchObject({
      date: { year: 2026, month: 10, day: 18 },
      cover: { date: '2026年10月18日' },
    })
    expect(assessmentReport(EMPTY_INPUT)).toMatchObject({ date: { year: 2026, month: 9, day: 1 } })
  })

  test('an example says so on the cover, a real assessment does not', () => {
    const marksOf = (input: ReportInput) => assessmentReport(input).cover.marks.map(({ mark }) => mark)
    expect(marksOf(EXAMPLE_INPUT)).toContain('示　例')
    expect(marksOf(withCase({ example: false }))).not.toContain('示　例')
    expect(words(assessmentReport(withCase({ example: false })).blocks)).not.toContain('示例，不是真实评估')
  })

  test('whatever is not frozen says on its cover and on every page that it is a draft', () => {
    const real = withCase({ example: false })
    const draft = assessmentReport(real)
    expect(draft.cover.marks.map(({ mark }) => mark)).toEqual(['草稿·未定稿'])
    expect(draft.runningNote).toBe('草稿·未定稿')
    expect(assessmentReport(EXAMPLE_INPUT).runningNote).toBe('草稿·未定稿　示例')
    const verification = {
      code: 'K7PQ-2M9X',
      url: 'https://example.org/verify/K7PQ-2M9X',
      page: 'example.org/verify',
    }
    expect(assessmentReport({ ...real, verification })).toMatchObject({
      cover: { marks: [] },
      runningNote: '',
    })
  })

  test('an empty case makes a report that states what is missing and concludes nothing', () => {
    const { blocks } = assessmentReport(EMPTY_INPUT)
    const all = words(blocks.filter((block) => block.kind !== 'dual-matrix' && !isMethod(block)))
    expect(blocks.filter((block) => block.kind === 'missing').length).toBeGreaterThan(15)
    expect(all).toContain('结论暂不能作出')
    expect(all).toContain('尚缺：利益相关群体；四性指标的全部评定；风险因素；')
    for (const conclusion of ['的风险等级为', '经济可行', '：符合要求。', '允许的决策为', '没有需要']) {
      expect(all).not.toContain(conclusion)
    }
    expect(all).not.toMatch(/NaN|undefined|null|Infinity/)
  })
})

/** The table of thresholds speaks of all levels, whatever the case. */
const isMethod = (block: Block) => block.kind === 'table' && block.label === 'thresholds'

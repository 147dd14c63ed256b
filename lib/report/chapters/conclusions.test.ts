import { describe, expect, test } from 'vitest'
import { concludeDimension } from '../../dimensions/finding.ts'
import { INDICATORS } from '../../dimensions/indicators.ts'
import type { Results } from '../../verdict/results.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT, EXAMPLE_RESULTS } from '../example-input.fixture.ts'
import { rowsOf, said, withCase, withResults } from '../reading.fixture.ts'
import { appendixIndicators } from './appendix-indicators.ts'
import { dimensionConclusions } from './dimension-conclusions.ts'
import { dualVerdict } from './dual-verdict.ts'
import { emergencyAndAdvice } from './emergency-and-advice.ts'
import { levelConclusion } from './level-conclusion.ts'
import { summary } from './summary.ts'

describe('conclusions', () => {
  test('what cannot be concluded is not concluded, though parts of it are there', () => {
    const input = withResults({
      verdict: { status: 'cannot-be-given', missing: ['event-size', 'survey-open'] },
    })
    expect(said(levelConclusion, input)).toContain(
      '风险等级的结论暂不能作出。尚缺：可能发生的最大事件的涉及人数；问卷调查的结束（调查尚在进行）。',
    )
    expect(said(levelConclusion, input)).not.toContain('风险等级为')
    expect(said(summary, input)).not.toMatch(/[低中高]风险/)
    expect(said(dualVerdict, input)).toContain('双评估结论暂不能作出')
    expect(JSON.stringify(dualVerdict(input))).not.toContain('"here":true')
  })

  test('the case’s cell of the dual matrix is marked, once', () => {
    const matrix = dualVerdict(EXAMPLE_INPUT).find((block) => block.kind === 'dual-matrix')
    const here = matrix?.rows.flatMap((row) => row.cells).filter((cell) => cell.here)
    expect(here).toEqual([{ lines: ['【本事项】', '暂缓实施', '不实施'], here: true }])
    expect(said(dualVerdict)).toContain('允许的决策为：暂缓实施、不实施。')
    expect(said(dualVerdict)).toContain('应当调整方案')
  })

  test('a failed dimension vetoes, and the report says by which', () => {
    const findings = EXAMPLE_CASE.findings.map((finding) =>
      finding.indicatorId === 'legality.authority' ? { ...finding, grade: 'not-met' as const } : finding,
    )
    const input = {
      caseFile: { ...EXAMPLE_CASE, findings },
      results: {
        ...EXAMPLE_RESULTS,
        dimensions: { ...EXAMPLE_RESULTS.dimensions, legality: concludeDimension('legality', findings) },
        verdict: { ...EXAMPLE_RESULTS.verdict, failedDimensions: ['legality' as const] },
      } as Results,
    }
    expect(said(dimensionConclusions, input)).toContain(
      '合法性：不符合要求。不符合的指标有“决策主体具有法定权限”。',
    )
    expect(said(dualVerdict, input)).toContain('合法性不符合要求具有否决作用')
    expect(said(emergencyAndAdvice, input)).toContain('对不符合要求的指标进行整改后重新评定')
  })

  test('a finding of 符合 that the case does not bear out is named, and stands', () => {
    const untold = withCase({ participation: { ...EXAMPLE_CASE.participation, notices: [] } })
    const text = said(dimensionConclusions, untold)
    expect(text).toContain('“公告公示的形式和期限符合规定”评定为“符合”，与案卷不一致：没有发布稳评公示')
    expect(text).toContain('合法性：符合要求。')
    expect(said(dimensionConclusions)).not.toContain('与案卷不一致')
    const unplanned = withCase({ followUp: { ...EXAMPLE_CASE.followUp, emergencyPlan: null } })
    expect(said(dimensionConclusions, unplanned)).toContain('“应急预案完备”')
  })

  test('reservations stand beside the conclusion, in the summary too', () => {
    const input = withResults({ reservations: ['notice-running', 'no-screening'] })
    const both = '公示尚未期满，仍可能收到意见；决策前没有排查矛盾纠纷'
    expect(said(dualVerdict, input)).toContain(`作出上述结论时须注明：${both}。`)
    expect(said(summary, input)).toContain(both)
    expect(said(summary)).not.toContain('须注明')
  })

  test('comments stand beside a conclusion and do not change it', () => {
    const text = said(dimensionConclusions)
    expect(text).toContain('合理性：基本符合要求，尚有需要完善之处。')
    expect(text).toContain('评估人员对合理性的说明：补偿标准核定后应当再次公示。')
  })

  test('the appendix has every indicator with its evidence, and says which are open', () => {
    const open = withCase({ findings: EXAMPLE_CASE.findings.slice(1) })
    const rows = rowsOf(appendixIndicators(open), 'all-indicators')
    expect(rows.filter((row) => row.length > 1)).toHaveLength(INDICATORS.length)
    expect(rows[1]).toEqual(['1', '决策主体具有法定权限', '未评定', '—', '—'])
    expect(rows[2]?.[3]).toBe('演示：相关文件、会议纪要和现场核查记录齐备。')
  })
})

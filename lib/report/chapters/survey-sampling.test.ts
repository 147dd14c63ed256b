import { describe, expect, test } from 'vitest'
import { type CaseFile, NOTHING_ENTERED } from '../../assessment/case-file.ts'
import { STARTING_PLAN } from '../../survey/sampling/plan.ts'
import type { SamplingDraw } from '../../survey/sampling/sampling-draw.ts'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { rowsOf, said, withCase } from '../reading.fixture.ts'
import { surveySampling } from './survey-sampling.ts'

const draw = (seq: number, done: boolean): SamplingDraw => ({
  seq,
  source: '2026年12月1日上证综合指数收盘点数',
  revealOn: '2026-12-01',
  reason: seq === 1 ? '' : '名册更正',
  announcedOn: '2026-11-23',
  frameDigest: 'f'.repeat(64),
  strata: [{ groupId: 'e', name: '东村', size: 420, sample: 64, listDigest: 'a'.repeat(64) }],
  outcome: done ? { publicNumber: '3312.45', drawnOn: '2026-12-01', lastTickets: {}, digest: 'd' } : null,
})

function planned(answers: number, draws: readonly SamplingDraw[] = []): CaseFile['sampling'] {
  const strata = EXAMPLE_CASE.groups.map(({ id, ...group }) => ({
    ...group,
    groupId: id,
    answers,
    invited: 500,
  }))
  return { lists: [], plans: [{ version: 2, savedOn: '2026-11-20', entry: STARTING_PLAN, strata }], draws }
}

describe('the sample in the report', () => {
  test('without a plan it says that there is none', () => {
    const unplanned = withCase({ sampling: NOTHING_ENTERED.sampling })
    expect(said(surveySampling, unplanned)).toContain('没有保存抽样方案')
    expect(said(surveySampling, unplanned)).toContain('没有用工作台随机抽户。')
    // The floor for a project of which nobody said what it is: more than 30 % of 1,128 households.
    expect(said(surveySampling, unplanned)).toContain('至少339份，收到292份，没有达到。')
    expect(said(surveySampling, unplanned)).toContain('样本不足')
    expect(said(surveySampling, EXAMPLE_INPUT)).not.toContain('样本不足')
  })

  test('what came in stands beside what was planned; a group below the plan is named', () => {
    const { survey, groups } = EXAMPLE_CASE
    const [first] = groups
    if (!survey || !first) throw new Error('the example has a survey')
    const received = survey.responsesByGroup[first.id] ?? 0
    const met = withCase({ sampling: planned(received) })
    expect(rowsOf(surveySampling(met), 'plan-returns')[0]).toEqual([
      first.name,
      '500',
      String(received),
      String(received),
      '100.0%',
    ])
    expect(said(surveySampling, met)).toContain('±5个百分点')
    const below = withCase({ sampling: planned(received + 1) })
    expect(said(surveySampling, below)).toContain(`没有达到方案份数的群体：${first.name}`)
    const unbegun = withCase({ sampling: planned(10), survey: null })
    expect(said(surveySampling, unbegun)).toContain('没有答卷可以对照')
  })

  test('a floor of the rules is set beside what came in', () => {
    const sampling = planned(1)
    const [plan] = sampling.plans
    if (!plan) throw new Error('planned')
    const input = withCase({
      sampling: { ...sampling, plans: [{ ...plan, entry: { ...plan.entry, matters: ['policy'] } }] },
    })
    const { survey, groups } = EXAMPLE_CASE
    const answers = groups
      .filter(({ effect }) => effect === 'direct')
      .reduce((sum, { id }) => sum + (survey?.responsesByGroup[id] ?? 0), 0)
    expect(said(surveySampling, input)).toContain(
      `至少200份，收到${answers}份，${answers >= 200 ? '已' : '没有'}达到`,
    )
  })

  test('every announcement and draw is listed, the replaced one too', () => {
    const rows = rowsOf(
      surveySampling(withCase({ sampling: planned(1, [draw(1, false), draw(2, true)]) })),
      'draws',
    )
    expect(rows.map((row) => row[1])).toEqual([
      '2026年11月23日预告；没有抽取，已被取代',
      '2026年11月23日预告；2026年12月1日抽取64户；重新抽取的理由：名册更正',
    ])
    expect(rows[1]?.[2]).toContain('3312.45')
    expect(rows[1]?.[3]).toBe('f'.repeat(64))
  })
})

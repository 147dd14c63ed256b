import { describe, expect, it } from 'vitest'
import { EXAMPLE_CASE, EXAMPLE_RESULTS } from '../report/example-input.fixture.ts'
import { type OfficeRow, officeRow, officeView } from './office-view.ts'

const row = (over: Partial<OfficeRow>): OfficeRow => ({
  ...officeRow(EXAMPLE_CASE, EXAMPLE_RESULTS, null, '2026-11-23'),
  level: 'low',
  ...over,
})

describe('the office view', () => {
  it('warns when an office has never found anything but low', () => {
    const view = officeView(Array.from({ length: 40 }, () => row({})))
    // Nothing found in 40: exact upper limit 1 − 0.025^(1/40); chance (1 − 58/3389)^40.
    expect(view.onlyLow?.atMost).toBeCloseTo(1 - 0.025 ** (1 / 40), 9)
    expect(view.onlyLow?.chance).toBeCloseTo((3331 / 3389) ** 40, 12)
  })

  it('is silent where somebody looked, and where there is too little to say', () => {
    expect(
      officeView([...Array.from({ length: 40 }, () => row({})), row({ level: 'medium' })]).onlyLow,
    ).toBeNull()
    expect(officeView(Array.from({ length: 4 }, () => row({}))).onlyLow).toBeNull()
    expect(officeView(Array.from({ length: 40 }, () => row({ level: null }))).onlyLow).toBeNull()
  })

  it('counts levels by quarter and answers over all opinions', () => {
    const view = officeView([
      row({ createdOn: '2026-03-31', opinions: 10, answered: 4 }),
      row({ createdOn: '2026-04-01', level: 'high', opinions: 30, answered: 26 }),
      row({ createdOn: '2026-04-02', level: null }),
    ])
    expect(view.quarters).toEqual([
      { quarter: '2026Q1', levels: { low: 1, medium: 0, high: 0 } },
      { quarter: '2026Q2', levels: { low: 0, medium: 0, high: 1 } },
    ])
    expect(view.answeredShare).toBeCloseTo(30 / 40, 12)
    expect(officeView([]).answeredShare).toBeNull()
  })

  it('shows how far each is, what runs out, and what is overdue', () => {
    const stage = { state: 'decision', voided: false } as const
    const notices = ['2026-11-22', '2026-11-30', '2026-12-20'].map((until) => ({
      kind: 'assessment-notice',
      state: 'published',
      title: until,
      from: '2026-11-01',
      until,
      publishedOn: '2026-11-01',
      withdrawnOn: null,
      eventOn: null,
      postings: [],
    }))
    const caseFile = {
      ...EXAMPLE_CASE,
      participation: { ...EXAMPLE_CASE.participation, notices },
    } as unknown as typeof EXAMPLE_CASE
    const shown = officeRow(caseFile, EXAMPLE_RESULTS, stage, '2026-11-23')
    expect(shown.due).toEqual([{ kind: 'notice', what: '2026-11-30', day: '2026-11-30', daysLeft: 7 }])
    expect(shown).toMatchObject({ stage, stepsTotal: 11 })
    expect(shown.stepsDone).toBeLessThan(11)
    const late = officeRow(EXAMPLE_CASE, EXAMPLE_RESULTS, null, '2030-01-01')
    expect(late.overdueMeasures).toBeGreaterThan(0)
    expect(late.warnings.map(({ rule }) => rule)).toContain('measures-overdue')
  })
})

import { describe, expect, it } from 'vitest'
import { EXAMPLE_CASE, EXAMPLE_RESULTS } from '../report/example-input.fixture.ts'
import { type OfficeRow, officeRow, officeView } from './office-view.ts'

const row = (over: Partial<OfficeRow>): OfficeRow => ({
  ...officeRow(EXAMPLE_CASE, EXAMPLE_RESULTS, '2026-11-23'),
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

  it('lists notices that end within ten days and what is overdue', () => {
    const caseFile = {
      ...EXAMPLE_CASE,
      participation: {
        ...EXAMPLE_CASE.participation,
        notices: ['2026-11-22', '2026-11-30', '2026-12-20'].map((until) => ({
          state: 'published',
          title: until,
          until,
        })),
      },
    } as unknown as typeof EXAMPLE_CASE
    expect(officeRow(caseFile, EXAMPLE_RESULTS, '2026-11-23').endingNotices).toEqual([
      { title: '2026-11-30', until: '2026-11-30' },
    ])
    expect(officeRow(EXAMPLE_CASE, EXAMPLE_RESULTS, '2030-01-01').overdueMeasures).toBeGreaterThan(0)
  })
})

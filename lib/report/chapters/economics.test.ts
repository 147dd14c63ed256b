import { describe, expect, test } from 'vitest'
import { ok } from '../../result.ts'
import { EMPTY_INPUT } from '../empty-input.fixture.ts'
import { EXAMPLE_APPRAISAL, EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { rowsOf, said, withResults } from '../reading.fixture.ts'
import { economicAppraisal } from './economic-appraisal.ts'
import { economicSensitivity } from './economic-sensitivity.ts'

describe('economics', () => {
  test('criteria are shown with threshold and answer', () => {
    expect(rowsOf(economicAppraisal(EXAMPLE_INPUT), 'criteria').slice(0, 3)).toEqual([
      ['经济净现值（ENPV）', '3,722.90万元', '不小于0', '满足'],
      ['经济内部收益率（EIRR）', '12.7%', '不小于8.0%', '满足'],
      ['经济效益费用比（EBCR）', '1.23', '不小于1.00', '满足'],
    ])
    const rows = rowsOf(economicAppraisal(EXAMPLE_INPUT), 'cash-flow')
    expect(rows[0]).toEqual([
      '2027',
      '6,800.00',
      '0.00',
      '900.00',
      '260.00',
      '0.00',
      '-7,960.00',
      '-7,960.00',
      '0.00',
    ])
    expect(rows.at(-1)?.[0]).toBe('合计')
  })

  test('the probability of a loss is printed with its draws, its seed and that its spread is a default', () => {
    const text = said(economicSensitivity, EXAMPLE_INPUT)
    expect(text).toMatch(/上下20\.0%以内变动时，经济净现值小于零的概率为\d+\.\d%/)
    expect(text).toContain('变动幅度为本工作台的默认值')
    const [row] = rowsOf(economicSensitivity(EXAMPLE_INPUT), 'enpv-risk')
    expect(row?.[0]).toBe('3,722.90')
    expect(row).toHaveLength(7)
  })

  test('several internal rates and a debt that returns are told', () => {
    const appraisal = {
      ...EXAMPLE_APPRAISAL,
      eirr: { status: 'multiple' as const, rates: [0.05, 0.31] },
      paybackYears: null,
      paybackCrossings: 3,
      criteria: EXAMPLE_APPRAISAL.criteria.map((entry) =>
        entry.criterion === 'eirr' ? { ...entry, value: null, met: null } : entry,
      ),
    }
    const text = said(economicAppraisal, withResults({ economics: ok(appraisal) }))
    expect(text).toContain('现金流量有多个内部收益率（5.0%、31.0%）')
    expect(text).toContain('又转为负数')
    expect(text).toContain('不能计算')
    expect(text).toContain('计算期内不能收回')
  })

  test('the tornado goes from the widest swing to the narrowest', () => {
    const tornado = economicSensitivity(EXAMPLE_INPUT).find((block) => block.kind === 'tornado')
    expect(tornado?.rows.map((row) => row.text)).toEqual([
      '效益',
      '建设投资',
      '运营费用',
      '补偿费用',
      '化解措施费用',
    ])
    expect(tornado?.rows[0]).toMatchObject({ down: { text: '-230.77' }, up: { text: '7,676.57' } })
  })

  test('without flows there is no appraisal', () => {
    expect(said(economicAppraisal, EMPTY_INPUT)).toContain('案卷未录入现金流量，本节无数据。')
    expect(said(economicSensitivity, EMPTY_INPUT)).toContain('案卷未录入现金流量，本节无数据。')
  })
})

import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import { type Allocation, NOTHING_ALLOCATED } from '../../economics/allocation.ts'
import { ok } from '../../result.ts'
import { compute } from '../../verdict/compute.ts'
import type { ReportInput } from '../chapter.ts'
import { EMPTY_INPUT } from '../empty-input.fixture.ts'
import { EXAMPLE_APPRAISAL, EXAMPLE_CASE, EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { rowsOf, said, withResults, words } from '../reading.fixture.ts'
import { costBenefitDistribution } from './cost-benefit-distribution.ts'
import { dimensionConclusions } from './dimension-conclusions.ts'
import { economicAppraisal } from './economic-appraisal.ts'
import { economicSensitivity } from './economic-sensitivity.ts'
import { financialAppraisal } from './financial-appraisal.ts'
import { summary } from './summary.ts'

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

const changed = (economics: Partial<CaseFile['economics']>): ReportInput => {
  const caseFile = { ...EXAMPLE_CASE, economics: { ...EXAMPLE_CASE.economics, ...economics } }
  return { caseFile, results: compute(caseFile) }
}
const sharedOut = (shares: Partial<Allocation>) =>
  changed({ shares: { ...EXAMPLE_CASE.economics.shares, ...shares } })

describe('who gains and who pays', () => {
  test('the shares are printed as entered, and every party with its gain per household and person', () => {
    const blocks = costBenefitDistribution(EXAMPLE_INPUT)
    expect(rowsOf(blocks, 'shares')[0]).toEqual(['桑科新村', '3%', '8%', '—', '—', '16%', '20%'])
    expect(rowsOf(blocks, 'shares').at(-1)).toEqual(['未分配', '—', '—', '—', '—', '—', '—'])
    const rows = rowsOf(blocks, 'distribution')
    // Present values in 万元: benefit 19768.35, investment 10688.89, operation 2452.97, compensation 2333.75; of these 16 %, 3 %,
    // 8 % and 20 %; 235 households, 1125 persons.
    expect(rows[0]).toEqual([
      '桑科新村',
      '3,162.94',
      '516.90',
      '2,646.03',
      '112,597',
      '23,520',
      '466.75',
      '净受益',
    ])
    expect(rows.at(-1)?.slice(0, 4)).toEqual(['合计', '19,768.35', '16,045.45', '3,722.90'])
    expect(rows.find(([name]) => name === '财政')?.slice(4)).toEqual(['—', '—', '0.00', '—'])
    expect(words(blocks)).toContain('没有付出多于所得的利益相关群体')
    const chart = blocks.find((block) => block.kind === 'distribution-chart')
    expect(chart?.rows[0]).toMatchObject({ text: '桑科新村', net: { text: '2,646.03' } })
  })

  test('a group that only pays is named there, in the summary and against the finding that the groups are balanced', () => {
    const input = sharedOut({
      benefit: { $public: 1 },
      received: { 'village-2': 1 },
      operation: { 'village-2': 1 },
      investment: { 'village-1': 0.5, $treasury: 0.5 },
    })
    const text = said(costBenefitDistribution, input)
    expect(text).toContain('只付出的群体：桑科新村。')
    expect(text).toContain('净付出的群体：西科村。')
    expect(text).toContain('不改变风险等级')
    expect(said(summary, input)).toContain('只付出的群体：桑科新村')
    expect(said(dimensionConclusions, input)).toContain(
      '指标“兼顾不同利益群体”评定为“符合”，而费用效益的分配中有只付出的群体：桑科新村',
    )
    expect(said(summary)).not.toContain('只付出')
    expect(said(dimensionConclusions)).not.toContain('只付出')
    expect(input.results.residual).toEqual(EXAMPLE_INPUT.results.residual)
    expect(input.results.verdict).toEqual(EXAMPLE_INPUT.results.verdict)
  })

  test('what nobody was given is a line of its own in both tables and in the picture', () => {
    const input = sharedOut({ benefit: { 'village-1': 0.4 } })
    const blocks = costBenefitDistribution(input)
    expect(rowsOf(blocks, 'shares').at(-1)).toEqual(['未分配', '—', '—', '—', '—', '60%', '—'])
    expect(rowsOf(blocks, 'distribution').at(-2)?.slice(0, 4)).toEqual([
      '未分配',
      '11,861.01',
      '0.00',
      '11,861.01',
    ])
    expect(words(blocks)).toContain('“效益”没有全部分配')
    const chart = blocks.find((block) => block.kind === 'distribution-chart')
    expect(chart?.rows.at(-1)?.text).toBe('未分配')
  })

  test('where nobody divided anything, or there are no flows, the place says so', () => {
    expect(said(costBenefitDistribution, changed({ shares: NOTHING_ALLOCATED }))).toContain(
      '案卷未说明费用由谁承担、效益归谁所得，本节无数据。',
    )
    expect(said(costBenefitDistribution, EMPTY_INPUT)).toContain('案卷未录入现金流量，本节无数据。')
  })
})

describe('the financial appraisal', () => {
  test('says what counts, the benchmark with its source, and both criteria', () => {
    const text = said(financialAppraisal)
    expect(text).toContain('财务收入和建设投资、运营费用、化解措施费用，不计入补偿费用')
    expect(text).toContain('财务基准收益率为6%（来源：演示取值')
    expect(text).toContain('不参与双评估')
    const rows = rowsOf(financialAppraisal(EXAMPLE_INPUT), 'financial-criteria')
    // Without compensation: −7060 and −4360, three times 60, ten times 120, at 6 %.
    expect(rows[0]?.slice(0, 2)).toEqual(['财务净现值（FNPV）', '-10,322.32万元'])
    expect(rows[1]?.slice(0, 2)).toEqual(['财务内部收益率（FIRR）', '-20.0%'])
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['不小于0', '不满足'],
      ['不小于6%', '不满足'],
      ['—', '—'],
    ])
  })

  test('a project without revenue is not tested, and the column of revenue is not printed', () => {
    const years = EXAMPLE_CASE.economics.years.map((year) => ({ ...year, revenue: 0 }))
    const input = changed({ years })
    expect(said(financialAppraisal, input)).toContain('属于非经营性项目')
    expect(rowsOf(financialAppraisal(input), 'financial-criteria')[0]?.[3]).toBe('不检验')
    expect(rowsOf(economicAppraisal(input), 'cash-flow')[0]).toHaveLength(8)
  })

  test('without a basis the place says so', () => {
    expect(said(financialAppraisal, changed({ financial: null }))).toContain(
      '案卷未填写财务基准收益率和计入财务的费用，本节无数据。',
    )
  })
})

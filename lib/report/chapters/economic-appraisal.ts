/** 经济评价: the flows as entered, and every criterion with value, threshold and whether it is met. */
import { type Appraisal, FLOW_ROWS } from '../../economics/appraisal.ts'
import type { FinancialYear } from '../../economics/financial-appraisal.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { economicsSilence } from '../economics-silence.ts'
import { cashFlowFigure } from '../figures/cash-flow-figure.ts'
import { decimal, NONE, percent, wan, wanYuan } from '../format.ts'
import { CASH_FLOW_ROW, ECONOMIC_VERDICT, listed } from '../wording.ts'
import { missing, paragraph, section, withFootnote } from '../write.ts'

export const economicAppraisal: Chapter = (input) => {
  const heading = section('经济效益评价')
  const { results, caseFile } = input
  if (!results.economics.ok) return [heading, missing(economicsSilence(results.economics.reason))]
  const appraisal = results.economics.value
  const years = caseFile.economics.years.toSorted((a, b) => a.year - b.year)
  const firstYear = years[0]?.year ?? 0
  return [
    heading,
    paragraph(
      `计算期为${firstYear}年至${firstYear + years.length - 1}年，社会折现率为${percent(caseFile.economics.socialDiscountRate)}。补偿费用和化解措施费用与投资、运营费用同列计入。各年现金流量见`,
      { ref: 'cash-flow' },
      '和',
      { ref: 'cash-flow-figure' },
      '。',
    ),
    flows(years, appraisal),
    cashFlowFigure(firstYear, appraisal),
    withFootnote(
      paragraph(
        '评价指标见',
        { ref: 'criteria' },
        `。经济评价结论为“${ECONOMIC_VERDICT[appraisal.verdict]}”。`,
      ),
      '经济净现值小于零的为经济不可行；不小于零，但任一项目向不利方向变动10%即小于零，或者有多个内部收益率、唯一的内部收益率低于社会折现率的，为经济临界；其余为经济可行。经济临界的判法为默认值，使用单位应当确认。',
    ),
    ...criteria(appraisal),
  ]
}

function flows(years: readonly FinancialYear[], appraisal: Appraisal): Table {
  const earns = years.some(({ revenue }) => revenue > 0)
  const sum = (of: Exclude<keyof FinancialYear, 'year'>) => years.reduce((total, year) => total + year[of], 0)
  return {
    kind: 'table',
    label: 'cash-flow',
    caption: '现金流量（万元）',
    columns: [
      { head: '年份', width: 0.9, align: 'center' },
      ...FLOW_ROWS.map((row) => ({ head: CASH_FLOW_ROW[row], width: 1.3, align: 'right' as const })),
      { head: '净现金流量', width: 1.4, align: 'right' },
      { head: '累计净现金流量', width: 1.5, align: 'right' },
      ...(earns ? [{ head: CASH_FLOW_ROW.revenue, width: 1.2, align: 'right' as const }] : []),
    ],
    rows: [
      ...years.map((year, i) => [
        String(year.year),
        ...FLOW_ROWS.map((row) => wan(year[row])),
        wan(appraisal.netFlowFen[i] ?? 0),
        wan(appraisal.cumulativeFen[i] ?? 0),
        ...(earns ? [wan(year.revenue)] : []),
      ]),
      [
        '合计',
        ...FLOW_ROWS.map((row) => wan(sum(row))),
        wan(appraisal.cumulativeFen.at(-1) ?? 0),
        NONE,
        ...(earns ? [wan(sum('revenue'))] : []),
      ],
    ],
    emphasised: [years.length],
    ...(earns ? { note: '注：财务收入为项目实际收取的钱，只用于财务评价，不计入净现金流量。' } : {}),
  }
}

const CRITERION = {
  enpv: '经济净现值（ENPV）',
  eirr: '经济内部收益率（EIRR）',
  ebcr: '经济效益费用比（EBCR）',
} as const satisfies Record<Appraisal['criteria'][number]['criterion'], string>

function criteria(appraisal: Appraisal): Block[] {
  const years = (value: number | null) => (value === null ? '计算期内不能收回' : `${decimal(value)}年`)
  return [
    {
      kind: 'table',
      label: 'criteria',
      caption: '经济评价指标',
      columns: [
        { head: '指标', width: 3, align: 'left' },
        { head: '数值', width: 2, align: 'right' },
        { head: '判据', width: 1.6, align: 'center' },
        { head: '是否满足', width: 1.4, align: 'center' },
      ],
      rows: [
        ...appraisal.criteria.map(({ criterion, value, threshold, met }) => [
          CRITERION[criterion],
          amount(criterion, value, threshold),
          `不小于${bound(criterion, threshold)}`,
          met === null ? '不能计算' : met ? '满足' : '不满足',
        ]),
        ['静态投资回收期', years(appraisal.paybackYears), NONE, NONE],
        ['动态投资回收期', years(appraisal.discountedPaybackYears), NONE, NONE],
      ],
      ...noteOf(appraisal),
    },
  ]
}

function amount(
  criterion: Appraisal['criteria'][number]['criterion'],
  value: number | null,
  threshold: number,
): string {
  if (value === null) return NONE
  if (criterion === 'enpv') return wanYuan(value)
  return criterion === 'eirr' ? percent(value, [threshold]) : decimal(value, [threshold])
}

function bound(criterion: Appraisal['criteria'][number]['criterion'], threshold: number): string {
  if (criterion === 'enpv') return threshold === 0 ? '0' : wan(threshold)
  return criterion === 'eirr' ? percent(threshold) : decimal(threshold)
}

function noteOf({ eirr, paybackCrossings }: Appraisal): { note?: string } {
  const notes: string[] = []
  if (eirr.status === 'multiple') {
    notes.push(
      `现金流量有多个内部收益率（${listed(eirr.rates.map((rate) => percent(rate)))}），该指标不能作为判据`,
    )
  } else if (eirr.status !== 'unique') notes.push('现金流量没有内部收益率')
  if (paybackCrossings > 1) notes.push('累计净现金流量收回后又转为负数，回收期按最后一次收回计')
  return notes.length > 0 ? { note: `注：${notes.join('；')}。` } : {}
}

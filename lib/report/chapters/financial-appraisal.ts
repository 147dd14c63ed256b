/** 财务评价: FNPV and FIRR against the benchmark, beside the economic verdict and no part of it. */
import type { FinancialAppraisal } from '../../economics/financial-appraisal.ts'
import { COST_ROWS } from '../../economics/financial-basis.ts'
import type { Table } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { financialSilence } from '../economics-silence.ts'
import { decimal, NONE, percent, shareAsEntered, wanYuan } from '../format.ts'
import { CASH_FLOW_ROW, listed } from '../wording.ts'
import { missing, paragraph, section, withFootnote } from '../write.ts'

export const financialAppraisal: Chapter = ({ caseFile, results }) => {
  const heading = section('财务评价')
  const { financial: basis } = caseFile.economics
  if (!results.financial.ok || !basis) {
    return [heading, missing(financialSilence(results.financial.ok ? 'no-basis' : results.financial.reason))]
  }
  const appraisal = results.financial.value
  const left = COST_ROWS.filter((row) => !basis.costRows.includes(row))
  const counted = listed(
    COST_ROWS.filter((row) => basis.costRows.includes(row)).map((row) => CASH_FLOW_ROW[row]),
  )
  const notCounted = left.length > 0 ? `，不计入${listed(left.map((row) => CASH_FLOW_ROW[row]))}` : ''
  return [
    heading,
    withFootnote(
      paragraph(
        `财务评价计入项目的财务收入和${counted}${notCounted}。财务基准收益率为${shareAsEntered(basis.benchmarkRate)}（来源：${basis.benchmarkSource}），按此折现，财务收入${wanYuan(appraisal.revenueFen)}，费用${wanYuan(appraisal.costFen)}。财务评价指标见`,
        { ref: 'financial-criteria' },
        '，与经济评价结论并列，不参与双评估。',
      ),
      '按项目投资现金流量计算，融资前、税前，不含贷款、利息、补助和税金。',
    ),
    criteria(appraisal),
    ...(appraisal.earns
      ? []
      : [
          paragraph(
            '各年没有财务收入，属于非经营性项目，不与基准收益率比较；财务净现值为须由财政等渠道负担的数额。',
          ),
        ]),
  ]
}

function criteria({ criteria: found, firr, paybackYears, earns }: FinancialAppraisal): Table {
  const answer = (met: boolean | null) => {
    if (!earns) return '不检验'
    return met === null ? '不能计算' : met ? '满足' : '不满足'
  }
  return {
    kind: 'table',
    label: 'financial-criteria',
    caption: '财务评价指标',
    columns: [
      { head: '指标', width: 3, align: 'left' },
      { head: '数值', width: 2, align: 'right' },
      { head: '判据', width: 1.6, align: 'center' },
      { head: '是否满足', width: 1.4, align: 'center' },
    ],
    rows: [
      ...found.map(({ criterion, value, threshold, met }) =>
        criterion === 'fnpv'
          ? ['财务净现值（FNPV）', value === null ? NONE : wanYuan(value), '不小于0', answer(met)]
          : [
              '财务内部收益率（FIRR）',
              value === null ? NONE : percent(value, [threshold]),
              `不小于${shareAsEntered(threshold)}`,
              answer(met),
            ],
      ),
      [
        '静态投资回收期',
        paybackYears === null ? '计算期内不能收回' : `${decimal(paybackYears)}年`,
        NONE,
        NONE,
      ],
    ],
    ...(firr.status === 'multiple'
      ? {
          note: `注：现金流量有多个内部收益率（${listed(firr.rates.map((rate) => percent(rate)))}），该指标不能作为判据。`,
        }
      : firr.status === 'unique'
        ? {}
        : { note: '注：现金流量没有内部收益率。' }),
  }
}

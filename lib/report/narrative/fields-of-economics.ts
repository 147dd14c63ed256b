/** The appraisal and the decisions that both verdicts together allow. */
import { CASH_FLOW_ROWS } from '../../economics/cash-flow-table.ts'
import { groupsThat, type Standing } from '../../economics/distribution.ts'
import type { ReportInput } from '../chapter.ts'
import { decimal, percent, shareAsEntered, wanYuan } from '../format.ts'
import { partyName } from '../party-name.ts'
import { CASH_FLOW_ROW, DECISION, ECONOMIC_VERDICT, listed } from '../wording.ts'
import { type BoundField, field } from './bound-field.ts'

const CASH_FLOW_ROW_EN = {
  investment: 'Investment',
  operation: 'Operating costs',
  compensation: 'Compensation',
  mitigation: 'Cost of mitigation',
  benefit: 'Benefits',
  revenue: 'Revenue',
} as const

/** Names of the groups that stand so, 无 where there is none; nothing while nobody has divided costs and benefits. */
function groupsNamed(
  { caseFile, results: { distribution } }: ReportInput,
  standing: Standing,
): string | null {
  if (!distribution.ok) return null
  const names = groupsThat(distribution.value, standing).map((party) => partyName(caseFile, party))
  return names.length === 0 ? '无' : listed(names)
}

export const ECONOMIC_FIELDS: readonly BoundField[] = [
  field('economics.rate', '社会折现率', 'Social discount rate', ({ caseFile, results }) =>
    results.economics.ok ? percent(caseFile.economics.socialDiscountRate) : null,
  ),
  ...CASH_FLOW_ROWS.map((row) =>
    field(
      `economics.${row}`,
      `${CASH_FLOW_ROW[row]}合计`,
      `${CASH_FLOW_ROW_EN[row]}, sum`,
      ({ caseFile: { economics: entered }, results }) =>
        results.economics.ok ? wanYuan(entered.years.reduce((sum, year) => sum + year[row], 0)) : null,
    ),
  ),
  field('economics.enpv', '经济净现值', 'Economic net present value', ({ results }) =>
    results.economics.ok ? wanYuan(results.economics.value.enpvFen) : null,
  ),
  field('economics.eirr', '经济内部收益率', 'Economic internal rate of return', ({ caseFile, results }) => {
    if (!results.economics.ok || results.economics.value.eirr.status !== 'unique') return null
    const [rate] = results.economics.value.eirr.rates
    return rate === undefined ? null : percent(rate, [caseFile.economics.socialDiscountRate])
  }),
  field('economics.ebcr', '经济效益费用比', 'Economic benefit-cost ratio', ({ results }) =>
    results.economics.ok && results.economics.value.ebcr !== null
      ? decimal(results.economics.value.ebcr, [1])
      : null,
  ),
  field('economics.benchmark', '财务基准收益率', 'Financial benchmark rate', ({ caseFile, results }) =>
    results.financial.ok && caseFile.economics.financial
      ? shareAsEntered(caseFile.economics.financial.benchmarkRate)
      : null,
  ),
  field('economics.fnpv', '财务净现值', 'Financial net present value', ({ results }) =>
    results.financial.ok ? wanYuan(results.financial.value.fnpvFen) : null,
  ),
  field('economics.firr', '财务内部收益率', 'Financial internal rate of return', ({ caseFile, results }) => {
    if (!results.financial.ok || results.financial.value.firr.status !== 'unique') return null
    const [rate] = results.financial.value.firr.rates
    const { financial } = caseFile.economics
    return rate === undefined || !financial ? null : percent(rate, [financial.benchmarkRate])
  }),
  field('economics.only-pays', '只付出的群体', 'Groups that only pay', (input) =>
    groupsNamed(input, 'only-pays'),
  ),
  field('economics.loses', '净付出的群体', 'Groups that pay more than they get', (input) =>
    groupsNamed(input, 'loses'),
  ),
  field('economics.unallocated', '未分配的净得失', 'Net gain of nobody yet', ({ results }) =>
    results.distribution.ok ? wanYuan(results.distribution.value.unallocated.netFen) : null,
  ),
  field('economics.verdict', '经济评价结论', 'Economic verdict', ({ results }) =>
    results.economics.ok ? ECONOMIC_VERDICT[results.economics.value.verdict] : null,
  ),
  field('verdict.decisions', '允许的决策', 'Decisions allowed', ({ results: { verdict } }) =>
    verdict.status === 'given' ? listed(verdict.decisions.map((decision) => DECISION[decision])) : null,
  ),
]

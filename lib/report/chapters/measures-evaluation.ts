/**
 * 防范化解措施的评估: what will be done against each factor (T2), what it changes, and which of the measures stand after they
 * were looked at (T4), both tables in the columns of the official outline.
 *
 * Nothing is discounted by a fixed ratio: a lower value after measures has a measure with owner, deadline and evidence.
 */
import { caseDay } from '../../assessment/case-day.ts'
import type { CaseFile } from '../../assessment/case-file.ts'
import { hasLapsed, progressOf } from '../../follow-up/measure-progress.ts'
import type { RiskFactor } from '../../risk/factor.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, degree, grade, NONE } from '../format.ts'
import { type ListedMeasure, listedMeasures } from '../listed-measures.ts'
import { degreeName } from '../scheme-terms.ts'
import { listed, MEASURE_STATE, PHASE, quoted } from '../wording.ts'
import { missing, paragraph, section } from '../write.ts'

export const measuresEvaluation: Chapter = (input) => {
  const heading = section('防范化解措施的评估')
  const { factors } = input.caseFile
  if (factors.length === 0) return [heading, missing('案卷未登记风险因素，本节无数据。')]
  const measures = factors.reduce((sum, factor) => sum + factor.measures.length, 0)
  const bare = factors.filter((factor) => factor.measures.length === 0).map((factor) => factor.name)
  const uncovered =
    bare.length > 0
      ? [missing(`下列风险因素没有登记防范化解措施，措施后的概率和影响程度不低于措施前：${quoted(bare)}。`)]
      : []
  if (measures === 0) return [heading, ...uncovered]
  return [
    heading,
    paragraph(
      `针对${factors.length - bare.length}项风险因素登记防范化解措施${measures}项，见`,
      { ref: 'T2' },
      '。',
    ),
    ...uncovered,
    measureTable(factors),
    paragraph(
      '措施后的概率或者影响程度低于措施前的，均须有明确责任主体、完成时限和依据的措施，不按固定比例折减。各因素措施前后的变化及其依据见',
      { ref: 'effects' },
      '。',
    ),
    effectTable(input),
    ...reviewed(input.caseFile),
  ]
}

/** The columns that the official outline gives T2 and T4. */
const COLUMNS = [
  { head: '序号', width: 0.75, align: 'center' },
  { head: '阶段', width: 0.75, align: 'center' },
  { head: '风险因素', width: 1.5, align: 'left' },
  { head: '防范化解措施', width: 2.7, align: 'left' },
  { head: '时间和要求', width: 2.5, align: 'left' },
  { head: '责任主体', width: 1.25, align: 'left' },
  { head: '协助单位', width: 1.25, align: 'left' },
] as const

function measureRow({ number, factor, measure }: ListedMeasure, further: readonly string[]): string[] {
  return [
    number,
    PHASE[measure.phase],
    factor.name,
    measure.description,
    [
      `${chineseDay(measure.deadline)}前完成`,
      ...(measure.controlNode === '' ? [] : [`控制节点：${measure.controlNode}`]),
      ...further,
    ].join('\n'),
    measure.owner,
    measure.helper === '' ? NONE : measure.helper,
  ]
}

/** T4: what stands on the day of the case; what does not is named with the reason, and no level may rest on it. */
function reviewed(caseFile: CaseFile): Block[] {
  const { factors, followUp } = caseFile
  const today = caseDay(caseFile)
  const all = listedMeasures(factors).map((listing) => ({
    ...listing,
    progress: progressOf(followUp.measures, listing.factor.id, listing.measure.id),
  }))
  const lapsed = all.filter(({ measure, progress }) => hasLapsed(progress, measure.deadline, today))
  const standing = all.filter((one) => !lapsed.includes(one))
  return [
    paragraph(
      `截至${chineseDay(today)}，登记的${count(all.length)}项措施中${count(standing.length)}项可以作为措施后风险等级的依据`,
      ...(standing.length > 0 ? ['，见', { ref: 'T4' } as const] : []),
      '。',
    ),
    ...(lapsed.length > 0
      ? [
          missing(
            `下列措施不能再作为依据：${listed(
              lapsed.map(
                ({ number, measure, progress }) =>
                  `第${number}项“${measure.description}”（${progress.state === 'given-up' ? '已经放弃' : '到期没有证明'}）`,
              ),
            )}。`,
          ),
        ]
      : []),
    ...(standing.length > 0
      ? [
          {
            kind: 'table',
            label: 'T4',
            caption: '复核后的风险防范化解措施（T4）',
            columns: COLUMNS,
            rows: standing.map((one) =>
              measureRow(one, [`须有证明：${one.measure.evidence}`, MEASURE_STATE[one.progress.state]]),
            ),
          } as const,
        ]
      : []),
  ]
}

function measureTable(factors: readonly RiskFactor[]): Table {
  return {
    kind: 'table',
    label: 'T2',
    caption: '风险防范化解措施（T2）',
    columns: COLUMNS,
    rows: listedMeasures(factors).map((listing) => measureRow(listing, [])),
  }
}

function effectTable({ caseFile: { factors, schemeId }, results }: ReportInput): Table {
  return {
    kind: 'table',
    label: 'effects',
    caption: '措施前后风险程度的变化和依据',
    columns: [
      { head: '序号', width: 0.75, align: 'center' },
      { head: '风险因素', width: 2, align: 'left' },
      { head: '概率p', width: 1.3, align: 'center' },
      { head: '影响q', width: 1.3, align: 'center' },
      { head: '风险程度R', width: 2, align: 'center' },
      { head: '依据', width: 2.8, align: 'left' },
    ],
    rows: factors.map((factor, i) => {
      const result = results.factors.find((candidate) => candidate.factorId === factor.id)
      return [
        String(i + 1),
        factor.name,
        `${grade(factor.initialProbability)}→${grade(factor.residualProbability)}`,
        `${grade(factor.initialImpact)}→${grade(factor.residualImpact)}`,
        result
          ? `${degree(result.initialDegree)}→${degree(result.residualDegree)}\n${degreeName(schemeId, result.initialBand)}→${degreeName(schemeId, result.residualBand)}`
          : NONE,
        factor.measures.length === 0
          ? '无措施'
          : [...new Set(factor.measures.map((measure) => measure.evidence))].join('；'),
      ]
    }),
  }
}

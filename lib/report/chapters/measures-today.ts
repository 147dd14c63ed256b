/** 措施落实情况和目前的等级: the promise beside what is proven on the day of the report. */
import { caseDay } from '../../assessment/case-day.ts'
import { lapsedMeasures } from '../../assessment/procedure.ts'
import { progressOf } from '../../follow-up/measure-progress.ts'
import { isWorse } from '../../scheme/level-rules.ts'
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, degree, wan } from '../format.ts'
import { listedMeasures } from '../listed-measures.ts'
import { LEVEL, MEASURE_STATE } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

/** What the verdict makes of measures whose day has passed without proof, or that were given up. */
function lapsed({ caseFile, results: { kept, residual } }: ReportInput): Block[] {
  const n = lapsedMeasures(caseFile, caseDay(caseFile)).length
  if (n === 0 || !kept.level.ok || !residual.level.ok || kept.index === null) return []
  const [without, promised] = [kept.level.value.level, residual.level.value.level]
  const words = `有${count(n)}项措施到期没有证明或者已经放弃。不计这些措施，综合风险指数为${degree(kept.index)}，等级为${LEVEL[without]}`
  return isWorse(without, promised)
    ? [missing(`${words}，重于原先以之为依据的${LEVEL[promised]}；在证明补齐以前，不能作出结论。`)]
    : [paragraph(`${words}，与全部落实时相同。`)]
}

export const measuresToday: Chapter = ({ caseFile, results }) => {
  const heading = item('措施落实情况和目前的等级')
  const measures = listedMeasures(caseFile.factors)
  if (measures.length === 0) return [heading, missing('案卷未登记防范化解措施，没有落实情况可以列出。')]
  const progress = measures.map(({ factor, measure }) =>
    progressOf(caseFile.followUp.measures, factor.id, measure.id),
  )
  const planned = measures.reduce((sum, { measure }) => sum + measure.cost, 0)
  const entered = caseFile.economics.years.reduce((sum, { mitigation }) => sum + mitigation, 0)
  const proven = progress.filter(({ state }) => state === 'done').length
  const { evidenced, residual } = results
  const level: Block[] =
    evidenced.level.ok && residual.level.ok && evidenced.index !== null
      ? [
          paragraph(
            `措施后的风险等级以全部措施落实为前提。只计入有证明的措施，目前的综合风险指数为${degree(evidenced.index)}，等级为${LEVEL[evidenced.level.value.level]}；全部措施落实之后为${LEVEL[residual.level.value.level]}。各因素的数值按有证明的措施所占比例，从措施前向措施后推移。`,
          ),
        ]
      : []
  return [
    heading,
    paragraph(
      `登记的${count(measures.length)}项措施中，${count(proven)}项已经落实并有证明，费用合计${wan(planned)}万元（现金流量中列化解措施费用${wan(entered)}万元${
        planned === entered ? '' : `，相差${wan(Math.abs(entered - planned))}万元，须说明`
      }），见`,
      { ref: 'measures-today' },
      '。',
    ),
    ...level,
    ...lapsed({ caseFile, results }),
    {
      kind: 'table',
      label: 'measures-today',
      caption: '防范化解措施的落实情况',
      columns: [
        { head: '序号', width: 0.8, align: 'center' },
        { head: '风险因素', width: 2.4, align: 'left' },
        { head: '责任主体', width: 1.6, align: 'left' },
        { head: '费用（万元）', width: 1.2, align: 'right' },
        { head: '落实情况', width: 1.1, align: 'center' },
        { head: '证明或说明', width: 2.6, align: 'left' },
      ],
      rows: measures.map(({ number, factor, measure }, i) => {
        const { state, doneOn, proof } = progress[i]!
        return [
          number,
          factor.name,
          measure.owner,
          wan(measure.cost),
          MEASURE_STATE[state],
          [doneOn ? chineseDay(doneOn) : '', proof].filter(Boolean).join('，') || '—',
        ]
      }),
      note: '注：序号为措施在T2中的序号。',
    },
  ]
}

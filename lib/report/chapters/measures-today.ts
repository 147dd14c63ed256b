/** 措施落实情况和目前的等级: the promise beside what is proven on the day of the report. */
import { caseDay } from '../../assessment/case-day.ts'
import { lapsedMeasures } from '../../assessment/procedure.ts'
import { progressOf } from '../../follow-up/measure-progress.ts'
import { isWorse } from '../../scheme/level-rules.ts'
import { measuresOf } from '../../verdict/early-warning.ts'
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, degree, wan } from '../format.ts'
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
  const measures = measuresOf(caseFile)
  if (measures.length === 0) return [heading, missing('案卷未登记防范化解措施，没有落实情况可以列出。')]
  const progress = measures.map(({ factorId, measureId }) =>
    progressOf(caseFile.followUp.measures, factorId, measureId),
  )
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
      `登记的${count(measures.length)}项措施中，${count(proven)}项已经落实并有证明，费用合计${wan(measures.reduce((sum, { cost }) => sum + cost, 0))}万元，见`,
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
        { head: '序号', width: 0.7, align: 'center' },
        { head: '防范化解措施', width: 3.4, align: 'left' },
        { head: '控制节点', width: 1.6, align: 'left' },
        { head: '费用（万元）', width: 1.1, align: 'right' },
        { head: '落实情况', width: 1.1, align: 'center' },
        { head: '证明或说明', width: 2.4, align: 'left' },
      ],
      rows: measures.map(({ description, controlNode, cost }, i) => {
        const { state, doneOn, proof } = progress[i]!
        return [
          String(i + 1),
          description,
          controlNode || '—',
          wan(cost),
          MEASURE_STATE[state],
          [doneOn ? chineseDay(doneOn) : '', proof].filter(Boolean).join('，') || '—',
        ]
      }),
    },
  ]
}

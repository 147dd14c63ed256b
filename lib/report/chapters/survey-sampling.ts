/** 抽样方案和执行: what was planned before anybody answered, how households were drawn, and what came in. */

import { schemeOf } from '../../scheme/registry.ts'
import { appliedFloors, reached } from '../../survey/sampling/floors.ts'
import type { SamplingPlan } from '../../survey/sampling/plan.ts'
import { planReturns } from '../../survey/sampling/returns.ts'
import { type DrawState, drawState, type SamplingDraw } from '../../survey/sampling/sampling-draw.ts'
import { planInForce } from '../../survey/sampling/sampling-record.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, NONE, percent } from '../format.ts'
import { item, missing, paragraph } from '../write.ts'

export const surveySampling: Chapter = (input) => {
  const { sampling } = input.caseFile
  const plan = planInForce(sampling)
  return [
    item('抽样方案和执行'),
    ...(plan ? planned(input, plan) : [missing('没有保存抽样方案，样本是否足够无从对照。')]),
    ...drawn(sampling.draws),
  ]
}

const ALLOCATION = { proportional: '按比例', neyman: '按奈曼法', equal: '等额' } as const

function planned(input: ReportInput, plan: SamplingPlan): Block[] {
  const { entry } = plan
  const { survey, groups } = input.caseFile
  const aim = entry.aim === 'each' ? '各群体分别' : `全体合计，${ALLOCATION[entry.allocation]}分配到各群体，`
  const words = `抽样方案第${plan.version}版于${chineseDay(plan.savedOn)}保存：以${
    entry.unit === 'households' ? '户' : '人'
  }为单位，${aim}在${Math.round(Number(entry.confidence) * 100)}%置信度下误差不超过±${entry.marginPercent}个百分点；预计反对比例${entry.sharePercent}%，设计效应${entry.designEffect}，预计应答率${entry.responsePercent}%。`
  if (!survey || survey.state === 'draft')
    return [paragraph(words), missing('调查尚未开始，没有答卷可以对照。')]
  const returns = planReturns(plan, survey.responsesByGroup, groups)
  const below = returns.strata.filter(({ short }) => short > 0).map(({ name }) => name)
  return [
    paragraph(words, '方案与收到的答卷对照见', { ref: 'plan-returns' }, '。'),
    returnsTable(plan, returns),
    below.length > 0
      ? missing(`没有达到方案份数的群体：${below.join('、')}。这些群体的结果误差大于方案的要求。`)
      : paragraph('各群体均达到方案的份数。'),
    ...floors(input, plan, survey.responsesByGroup),
  ]
}

/** A floor that is not met is set apart: what rests on such a survey may be refused. */
function floors(
  { caseFile }: ReportInput,
  plan: SamplingPlan,
  received: Readonly<Record<string, number>>,
): Block[] {
  const { samplingFloors } = schemeOf(caseFile.schemeId)
  return appliedFloors(samplingFloors, plan.entry.matters, caseFile.groups).map((applied) => {
    const { floor, frame, needed } = applied
    const unit = floor.unit === 'households' ? '户' : '人'
    const answers = reached(applied, (groupId) => received[groupId] ?? 0)
    const words = `抽样下限“${floor.name.zh}”：共${count(frame)}${unit}，至少${count(needed)}份，收到${count(answers)}份，`
    return answers >= needed ? paragraph(`${words}已达到。`) : missing(`${words}没有达到。`)
  })
}

function returnsTable(plan: SamplingPlan, returns: ReturnType<typeof planReturns>): Table {
  const row = (name: string, invited: number, due: number, received: number) => [
    name,
    count(invited),
    count(due),
    count(received),
    due > 0 ? percent(received / due) : NONE,
  ]
  const sum = (of: 'invited' | 'planned') => returns.strata.reduce((total, one) => total + one[of], 0)
  return {
    kind: 'table',
    label: 'plan-returns',
    caption: '抽样方案与收到的答卷',
    columns: [
      { head: '群体', width: 3.4, align: 'left' },
      { head: plan.entry.unit === 'households' ? '应访户数' : '应访人数', width: 1.3, align: 'right' },
      { head: '应收答卷', width: 1.3, align: 'right' },
      { head: '收到答卷', width: 1.3, align: 'right' },
      { head: '完成比例', width: 1.3, align: 'right' },
    ],
    rows: [
      ...returns.strata.map((one) => row(one.name, one.invited, one.planned, one.received)),
      row('合计', sum('invited'), sum('planned'), returns.received),
    ],
    emphasised: [returns.strata.length],
  }
}

function drawn(draws: readonly SamplingDraw[]): Block[] {
  if (draws.length === 0) return [paragraph('没有用工作台随机抽户。')]
  return [
    paragraph(
      '入户对象由事先预告的公开号码决定，抽取规则和全部预告、抽取的记录见',
      { ref: 'draws' },
      '。对“抽样框摘要值:公开号码:群体名称:户编号”计算SHA-256，每个群体取数值最小的应抽户数，任何人都可以重算。',
    ),
    {
      kind: 'table',
      label: 'draws',
      caption: '随机抽户记录',
      columns: [
        { head: '次', width: 0.5, align: 'center' },
        { head: '预告与结果', width: 3.4, align: 'left' },
        { head: '公开号码', width: 3, align: 'left' },
        { head: '抽样框摘要值', width: 3, align: 'left' },
      ],
      rows: draws.map((draw) => drawRow(draw, drawState(draw, draws))),
      note: '注：重新抽取的，以前的预告和抽取一并列出，不予删除。',
    },
  ]
}

function drawRow(draw: SamplingDraw, state: DrawState): string[] {
  const { outcome } = draw
  const total = draw.strata.reduce((sum, { sample }) => sum + sample, 0)
  const result = {
    drawn: `${chineseDay(outcome?.drawnOn ?? draw.revealOn)}抽取${count(total)}户`,
    awaited: '等待号码公布',
    replaced: '没有抽取，已被取代',
  }[state]
  const reason = draw.reason === '' ? '' : `；重新抽取的理由：${draw.reason}`
  return [
    String(draw.seq),
    `${chineseDay(draw.announcedOn)}预告；${result}${reason}`,
    `${draw.source}${outcome ? `：${outcome.publicNumber}` : ''}`,
    draw.frameDigest,
  ]
}

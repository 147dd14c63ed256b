/** 抽样方案和执行: what was planned before anybody answered, how households were drawn, and what came in. */

import { readSample, type SampleReading } from '../../assessment/sample-floors.ts'
import { schemeOf } from '../../scheme/registry.ts'
import type { SamplingMatter } from '../../scheme/sampling-floor.ts'
import type { SamplingPlan } from '../../survey/sampling/plan.ts'
import { planReturns } from '../../survey/sampling/returns.ts'
import { type DrawState, drawState, type SamplingDraw } from '../../survey/sampling/sampling-draw.ts'
import { planInForce } from '../../survey/sampling/sampling-record.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, NONE, percent } from '../format.ts'
import { listed } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

export const surveySampling: Chapter = (input) => {
  const { sampling } = input.caseFile
  const plan = planInForce(sampling)
  return [
    item('抽样方案和执行'),
    ...(plan ? planned(input, plan) : [missing('没有保存抽样方案，收到的答卷没有方案可以对照。')]),
    ...floors(input, readSample(input.caseFile)),
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
  ]
}

const MATTER = {
  land: '土地征收',
  environment: '环境影响',
  nimby: '邻避设施',
  policy: '重大政策',
} as const satisfies Record<SamplingMatter, string>

/** A floor that is not met is set apart, whether or not somebody has declared a kind of matter: no verdict rests on such a survey. */
function floors({ caseFile }: ReportInput, sample: SampleReading | null): Block[] {
  if (!sample) return []
  const { undeclaredMatters } = schemeOf(caseFile.schemeId)
  const kinds = listed(sample.matters.map((matter) => MATTER[matter]))
  const answers = Object.values(caseFile.survey?.responsesByGroup ?? {}).reduce((sum, n) => sum + n, 0)
  return [
    paragraph(
      sample.declared
        ? `抽样下限按抽样方案声明的事项类型（${kinds}）核对。`
        : `抽样方案没有声明事项类型，抽样下限按${kinds}核对（${undeclaredMatters.source}）。`,
    ),
    ...sample.floors.map(({ floor, frame, needed, received, met }) => {
      const unit = floor.unit === 'households' ? '户' : '人'
      const words = `抽样下限“${floor.name.zh}”：共${count(frame)}${unit}，至少${count(needed)}份，收到${count(received)}份，`
      return met ? paragraph(`${words}已达到。`) : missing(`${words}没有达到。`)
    }),
    // Nobody answered: that is said in its own place.
    ...(sample.sufficient || answers === 0
      ? []
      : [missing('样本不足：在补足答卷以前，不能依据本次调查作出评估结论。')]),
  ]
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

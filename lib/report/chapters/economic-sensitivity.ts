/** 敏感性分析: which input the net present value hangs on, and how far it may move before the sign changes. */
import type { Appraisal } from '../../economics/appraisal.ts'
import { DEFAULT_SPREAD } from '../../economics/default-spread.ts'
import type { Results } from '../../verdict/results.ts'
import type { Block } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { economicsSilence } from '../economics-silence.ts'
import { tornadoFigure } from '../figures/tornado-figure.ts'
import { change, decimal, NONE, percent, wan } from '../format.ts'
import { CASH_FLOW_ROW, listed } from '../wording.ts'
import { missing, paragraph, section, withFootnote } from '../write.ts'

export const economicSensitivity: Chapter = ({ results }) => {
  const heading = section('敏感性分析')
  if (!results.economics.ok) return [heading, missing(economicsSilence(results.economics.reason))]
  const appraisal = results.economics.value
  const rows = appraisal.sensitivity.filter((row) => row.swingFen !== 0)
  if (rows.length === 0) return [heading, missing('现金流量没有可以变动的项目，本节无数据。')]
  const changes = [...new Set(rows.flatMap((row) => row.changes.map((entry) => entry.change)))].sort(
    (a, b) => a - b,
  )
  return [
    heading,
    withFootnote(
      paragraph(
        '各项目单独变动而其他项目不变时，经济净现值的变化见',
        { ref: 'sensitivity' },
        '和',
        { ref: 'tornado' },
        '。',
      ),
      '敏感度系数为经济净现值变化率与项目变化率之比；临界点为使经济净现值等于零的项目变化率。',
    ),
    {
      kind: 'table',
      label: 'sensitivity',
      caption: '经济净现值的敏感性（万元）',
      columns: [
        { head: '变动项目', width: 2, align: 'left' },
        ...changes.map((entry) => ({ head: change(entry), width: 1.2, align: 'right' as const })),
        { head: '敏感度系数', width: 1.2, align: 'right' },
        { head: '临界点', width: 1.2, align: 'right' },
      ],
      rows: rows.map((row) => sensitivityRow(row, changes)),
    },
    tornadoFigure(appraisal),
    ...together(results.economicRisk),
  ]
}

/** How likely a loss is when all rows are off at once. */
function together(risk: Results['economicRisk']): Block[] {
  if (!risk.ok) return []
  const { probabilityNegative, draws, seed, meanFen, sdFen, quantiles, varianceShares } = risk.value
  const spread = percent(DEFAULT_SPREAD)
  const chance = probabilityNegative === 0 ? `不到${percent(3 / draws)}` : `为${percent(probabilityNegative)}`
  return [
    withFootnote(
      paragraph(
        `各项目同时在录入数值上下${spread}以内变动时，经济净现值小于零的概率${chance}，经济净现值的分布见`,
        { ref: 'enpv-risk' },
        '。',
      ),
      `各项目相互独立，按三角分布随机取值${draws}次（种子${seed}，可以重现）。变动幅度为本工作台的默认值，不是对本事项的估计；实际工程的费用超支多于节余，概率可能偏低。`,
    ),
    {
      kind: 'table',
      label: 'enpv-risk',
      caption: '各项目同时变动时的经济净现值（万元）',
      columns: [
        { head: '均值', width: 1.4, align: 'right' },
        { head: '标准差', width: 1.3, align: 'right' },
        ...quantiles.map(({ p }) => ({
          head: `${Math.round(p * 100)}%分位`,
          width: 1.4,
          align: 'right' as const,
        })),
      ],
      rows: [[wan(meanFen), wan(sdFen), ...quantiles.map(({ enpvFen }) => wan(enpvFen))]],
      note: `注：方差来自${listed(
        varianceShares.flatMap(({ row, share }) =>
          share === null ? [] : [`${CASH_FLOW_ROW[row]}${percent(share)}`],
        ),
      )}。`,
    },
  ]
}

function sensitivityRow(row: Appraisal['sensitivity'][number], changes: readonly number[]): string[] {
  return [
    CASH_FLOW_ROW[row.row],
    ...changes.map((wanted) => {
      const found = row.changes.find((entry) => entry.change === wanted)
      return found ? wan(found.enpvFen) : NONE
    }),
    row.elasticity === null ? NONE : decimal(row.elasticity),
    row.switchingChange === null
      ? NONE
      : `${row.switchingChange > 0 ? '+' : ''}${percent(row.switchingChange)}`,
  ]
}

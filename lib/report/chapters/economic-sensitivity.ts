/** 敏感性分析: which input the net present value hangs on, and how far it may move before the sign changes. */
import type { Appraisal } from '../../economics/appraisal.ts'
import type { Chapter } from '../chapter.ts'
import { economicsSilence } from '../economics-silence.ts'
import { tornadoFigure } from '../figures/tornado-figure.ts'
import { change, decimal, NONE, percent, wan } from '../format.ts'
import { CASH_FLOW_ROW } from '../wording.ts'
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

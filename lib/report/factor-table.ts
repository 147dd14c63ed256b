import type { Table } from './blocks.ts'
import type { ReportInput } from './chapter.ts'
import { degree, grade, NONE, weight } from './format.ts'
import { degreeName } from './scheme-terms.ts'
import { listed, PHASE, type Stage } from './wording.ts'

const CAPTION = {
  initial: '风险因素识别和估计（措施前，T1）',
  residual: '风险因素估计（措施后，T3）',
} as const satisfies Record<Stage, string>

/** T1 and T3 of the official outline: every factor with weight, likelihood, impact and degree. */
export function factorTable({ caseFile, results }: ReportInput, stage: Stage): Table {
  return {
    kind: 'table',
    label: stage === 'initial' ? 'T1' : 'T3',
    caption: CAPTION[stage],
    columns: [
      { head: '序号', width: 0.65, align: 'center' },
      { head: '类型', width: 1.7, align: 'left' },
      { head: '阶段', width: 0.9, align: 'center' },
      { head: '风险因素', width: 2.4, align: 'left' },
      { head: '权重W', width: 0.85, align: 'right' },
      { head: '概率p', width: 0.8, align: 'right' },
      { head: '影响q', width: 0.8, align: 'right' },
      { head: '风险程度R', width: 1.35, align: 'center' },
    ],
    rows: caseFile.factors.map((factor, i) => {
      const result = results.factors.find((candidate) => candidate.factorId === factor.id)
      const [p, q, r, band] =
        stage === 'initial'
          ? [factor.initialProbability, factor.initialImpact, result?.initialDegree, result?.initialBand]
          : [factor.residualProbability, factor.residualImpact, result?.residualDegree, result?.residualBand]
      return [
        String(i + 1),
        factor.category,
        listed(factor.phases.map((phase) => PHASE[phase])),
        factor.name,
        weight(factor.weight),
        grade(p),
        grade(q),
        r === undefined || band === undefined ? NONE : `${degree(r)}\n${degreeName(caseFile.schemeId, band)}`,
      ]
    }),
  }
}

/**
 * The figures a decider knows a case by: levels and indices, the two verdicts, the four tests, each factor's degree, what the
 * survey says, who gains and who pays. What stands between them and the inputs is in the bundle, to the last digit.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import { DIMENSIONS } from '../dimensions/indicators.ts'
import { INDEX_NAMES } from '../survey/questionnaire.ts'
import type { Results } from '../verdict/results.ts'

export const KEY_FIGURES = [
  'initialLevel',
  'residualLevel',
  'initialIndex',
  'residualIndex',
  'economic',
  'decisions',
  'missing',
  'dimension',
  'initialDegree',
  'residualDegree',
  'responses',
  'satisfaction',
  'support',
  'confidence',
  'opposition',
  'oppositionOf',
  'flagged',
  'enpv',
  'eirr',
  'ebcr',
  'payback',
  'fnpv',
  'firr',
  'netOf',
  'unallocated',
] as const
export type KeyFigureName = (typeof KEY_FIGURES)[number]

export interface KeyFigure {
  readonly name: KeyFigureName
  /** Of which factor, group or dimension, by its id; null for the whole case. */
  readonly of: string | null
  readonly value: string | number | null
}

export function keyFigures({ factors }: Pick<CaseFile, 'factors'>, results: Results): KeyFigure[] {
  const { initial, residual, verdict, survey, credibility, economics, dimensions } = results
  const whole = (name: KeyFigureName, value: KeyFigure['value']): KeyFigure => ({ name, of: null, value })
  const appraisal = economics.ok ? economics.value : null
  const finances = results.financial.ok ? results.financial.value : null
  const shared = results.distribution.ok ? results.distribution.value : null
  const given = verdict.status === 'given' ? verdict : null
  const share = (estimate: { readonly share: number } | null | undefined) => estimate?.share ?? null
  return [
    whole('initialLevel', initial.level.ok ? initial.level.value.level : null),
    whole('residualLevel', residual.level.ok ? residual.level.value.level : null),
    whole('initialIndex', initial.index),
    whole('residualIndex', residual.index),
    whole('economic', appraisal?.verdict ?? null),
    whole('decisions', given ? given.decisions.join(' ') : null),
    whole('missing', verdict.status === 'given' ? null : verdict.missing.join(' ')),
    ...DIMENSIONS.map((id): KeyFigure => ({ name: 'dimension', of: id, value: dimensions[id].conclusion })),
    ...factors.flatMap(({ id }): KeyFigure[] => {
      const degree = results.factors.find(({ factorId }) => factorId === id)
      if (!degree) return []
      return [
        { name: 'initialDegree', of: id, value: degree.initialDegree },
        { name: 'residualDegree', of: id, value: degree.residualDegree },
      ]
    }),
    whole('responses', survey?.responses ?? null),
    ...INDEX_NAMES.map((name) => whole(name, share(survey?.indices[name].estimate))),
    ...(survey?.oppositionByGroup ?? []).map(
      ({ groupId, estimate }): KeyFigure => ({ name: 'oppositionOf', of: groupId, value: share(estimate) }),
    ),
    whole('flagged', credibility?.ok ? (credibility.value.flagged ? 'yes' : 'no') : null),
    whole('enpv', appraisal?.enpvFen ?? null),
    whole('eirr', appraisal?.eirr.rates[0] ?? null),
    whole('ebcr', appraisal?.ebcr ?? null),
    whole('payback', appraisal?.paybackYears ?? null),
    whole('fnpv', finances?.fnpvFen ?? null),
    whole('firr', finances?.firr.status === 'unique' ? (finances.firr.rates[0] ?? null) : null),
    ...(shared?.parties ?? []).map(
      ({ party, netFen }): KeyFigure => ({ name: 'netOf', of: party, value: netFen }),
    ),
    whole('unallocated', shared?.unallocated.netFen ?? null),
  ]
}

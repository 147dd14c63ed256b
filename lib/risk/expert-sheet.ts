/**
 * 专家评分表: one expert's likelihood p and impact q of every factor, before and after the measures.
 *
 * Each expert fills in a sheet of his own before the panel talks, so that nobody follows the loudest voice. A seat is known by
 * its field of work (岩土工程, 信访法制), never by a name. A factor outside his field stays empty: an empty place is honest, a
 * guess is not. The office's own scores stay what the level is computed from; the sheets show how sure one may be of them.
 */
import { z } from 'zod'
import type { ExpertPanel, Judgement, PanelStage } from './experts.ts'

const share = z.number('not-a-number').min(0, 'out-of-range').max(1, 'out-of-range').nullable()

const placeShape = z
  .object({
    factorId: z.string().min(1).max(60),
    initialProbability: share,
    initialImpact: share,
    residualProbability: share,
    residualImpact: share,
  })
  .superRefine((place, context) => {
    const pairs = [
      ['initialProbability', 'initialImpact'],
      ['residualProbability', 'residualImpact'],
    ] as const
    for (const [p, q] of pairs) {
      if ((place[p] === null) === (place[q] === null)) continue
      context.addIssue({ code: 'custom', path: [place[p] === null ? p : q], message: 'other-half-missing' })
    }
  })

export const expertSheetShape = z.object({
  field: z.string().trim().min(1, 'required').max(40, 'too-long'),
  places: z.array(placeShape).max(2000, 'too-many'),
})
export type ExpertSheetEntry = z.infer<typeof expertSheetShape>
export type SheetPlace = ExpertSheetEntry['places'][number]

/** Beyond it nobody could look the sheets through. */
export const MOST_EXPERTS = 30

export interface ExpertSheet extends ExpertSheetEntry {
  readonly id: string
}

const EMPTY = {
  initialProbability: null,
  initialImpact: null,
  residualProbability: null,
  residualImpact: null,
} as const

/** A sheet on which nothing is filled in. */
export function emptySheet(factorIds: readonly string[]): ExpertSheetEntry {
  return { field: '', places: factorIds.map((factorId) => ({ factorId, ...EMPTY })) }
}

function judgementOn(sheet: ExpertSheet, factorId: string, stage: PanelStage): Judgement | null {
  const place = sheet.places.find((one) => one.factorId === factorId)
  const probability = place?.[`${stage}Probability`] ?? null
  const impact = place?.[`${stage}Impact`] ?? null
  return probability === null || impact === null ? null : { probability, impact }
}

/** The sheets as the engine takes them; null while there is none. */
export function panelFrom(sheets: readonly ExpertSheet[], factorIds: readonly string[]): ExpertPanel | null {
  if (sheets.length === 0) return null
  const judgements = (factorId: string, stage: PanelStage) =>
    sheets.map((sheet) => judgementOn(sheet, factorId, stage))
  return Object.fromEntries(
    factorIds.map((factorId) => [
      factorId,
      { initial: judgements(factorId, 'initial'), residual: judgements(factorId, 'residual') },
    ]),
  )
}

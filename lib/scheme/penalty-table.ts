/**
 * 扣分表: the local form of judging a matter by points.
 *
 * Many prefectures judge by a table of 100 points: dimensions with a maximum each, items within them, and for an item
 * either options with points (手续齐全 0, 部分缺失 5, 缺失 10), bands of a number (households affected), or the opinion formula
 * Σ aᵢ·bᵢ·max over graded opposition, where aᵢ is the share of answers of a grade and bᵢ its coefficient. The points of
 * all items add up to a total that lies in a band of levels. A table with a maximum of 35 for opinion gives 35 points,
 * usually "low", when everybody strongly objects: a reason why it is only one of several rules.
 */
import { z } from 'zod'
import { closedSide } from './band.ts'
import { RISK_LEVELS } from './level-rules.ts'
import { raise, raiseDuplicates } from './scheme-reason.ts'
import { idShape, namesShape, provenance } from './threshold.ts'

const points = z.number().min(0)
const base = { id: idShape, name: namesShape, maximum: z.number().positive() }

const optionItem = z.strictObject({
  kind: z.literal('options'),
  ...base,
  options: z.array(z.strictObject({ id: idShape, name: namesShape, points })).min(2),
})

const numberItem = z.strictObject({
  kind: z.literal('number'),
  ...base,
  unit: namesShape,
  closed: closedSide,
  /** From zero upwards, without gap or overlap; the last one has no upper bound. */
  bands: z.array(z.strictObject({ from: z.number().min(0), upTo: z.number().nullable(), points })).min(1),
})

const opinionItem = z.strictObject({
  kind: z.literal('opinion'),
  ...base,
  /** Grades of opposition, mildest first; bᵢ in (0, 1]. Answers without opposition count 0 and are not listed. */
  grades: z
    .array(z.strictObject({ id: idShape, name: namesShape, coefficient: z.number().gt(0).max(1) }))
    .min(1),
})

const itemShape = z
  .discriminatedUnion('kind', [optionItem, numberItem, opinionItem])
  .superRefine((item, context) => {
    switch (item.kind) {
      case 'options':
        raiseDuplicates(context, item.options, ['options'])
        checkPoints(item.maximum, item.options, 'options', context)
        break
      case 'number':
        checkAdjacent(item.bands, 0, null, context)
        checkPoints(item.maximum, item.bands, 'bands', context)
        break
      case 'opinion':
        raiseDuplicates(context, item.grades, ['grades'])
        item.grades.forEach(({ coefficient }, i) => {
          const milder = item.grades[i - 1]
          if (milder && coefficient < milder.coefficient) {
            raise(context, 'not-ascending', ['grades', i, 'coefficient'])
          }
        })
        if (item.grades.at(-1)?.coefficient !== 1) raise(context, 'maximum-unreachable', ['grades'])
    }
  })
export type PenaltyItem = z.infer<typeof itemShape>

/** Nothing is worth more than the maximum, and something is worth exactly that. */
function checkPoints(
  maximum: number,
  entries: readonly { readonly points: number }[],
  list: 'options' | 'bands',
  context: z.core.$RefinementCtx,
): void {
  entries.forEach((entry, i) => {
    if (entry.points > maximum) raise(context, 'above-maximum', [list, i, 'points'])
  })
  if (!entries.some((entry) => entry.points >= maximum)) raise(context, 'maximum-unreachable', ['maximum'])
}

/** Bands follow each other from `start` to `end` (null: without bound) without gap or overlap. */
function checkAdjacent(
  bands: readonly { readonly from: number; readonly upTo: number | null }[],
  start: number,
  end: number | null,
  context: z.core.$RefinementCtx,
  path: (string | number)[] = [],
): void {
  bands.forEach(({ from, upTo }, i) => {
    const before = i === 0 ? start : (bands[i - 1]?.upTo ?? Number.POSITIVE_INFINITY)
    if (from < before) raise(context, 'bands-overlap', [...path, 'bands', i, 'from'])
    if (from > before) raise(context, 'bands-leave-gap', [...path, 'bands', i, 'from'])
    if (upTo !== null && upTo <= from) raise(context, 'not-ascending', [...path, 'bands', i, 'upTo'])
  })
  if (bands.at(-1)?.upTo !== end) {
    raise(context, 'scale-not-covered', [...path, 'bands', bands.length - 1, 'upTo'])
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const dimensionShape = z
  .strictObject({
    id: idShape,
    name: namesShape,
    /** Points of the dimension are capped here where its items could give more. */
    maximum: z.number().positive(),
    items: z.array(itemShape).min(1),
  })
  .superRefine(({ maximum, items }, context) => {
    if (sum(items.map((item) => item.maximum)) < maximum - 1e-9) {
      raise(context, 'maximum-unreachable', ['maximum'])
    }
  })

export const penaltyTableShape = z
  .strictObject({
    name: namesShape,
    /** Points of the worst case, usually 100. */
    total: z.number().positive(),
    dimensions: z.array(dimensionShape).min(1),
    levels: z.strictObject({
      closed: closedSide,
      bands: z
        .array(
          z.strictObject({
            level: z.enum(RISK_LEVELS),
            from: z.number().min(0),
            upTo: z.number(),
            ...provenance,
          }),
        )
        .length(RISK_LEVELS.length),
    }),
    ...provenance,
  })
  .superRefine((table, context) => {
    raiseDuplicates(context, table.dimensions, ['dimensions'])
    const items = new Set<string>()
    table.dimensions.forEach((dimension, d) => {
      dimension.items.forEach(({ id }, i) => {
        // Answers are filed by item, so that an item's id is unique in the whole table.
        if (items.has(id)) raise(context, 'duplicate-id', ['dimensions', d, 'items', i, 'id'])
        items.add(id)
      })
    })
    if (Math.abs(sum(table.dimensions.map(({ maximum }) => maximum)) - table.total) > 1e-9) {
      raise(context, 'sum-differs', ['dimensions'])
    }
    checkAdjacent(table.levels.bands, 0, table.total, context, ['levels'])
    table.levels.bands.forEach(({ level }, i) => {
      if (level !== RISK_LEVELS[i]) raise(context, 'not-ascending', ['levels', 'bands', i, 'level'])
    })
  })
export type PenaltyTable = z.infer<typeof penaltyTableShape>

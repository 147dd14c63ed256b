/**
 * Are two questions related? The χ² test for survey data.
 *
 * The textbook χ² counts answers as if they were independent. In a clustered sample they are not, and the test cries
 * wolf: with deff = 3 one in four 2 × 2 tables of unrelated questions is "significant" at 5 %. Rao and Scott keep
 * Pearson's statistic and correct its reference distribution: under independence it is a sum of χ² variables weighted
 * with *generalised design effects*, the eigenvalues of the ratio of the design-based to the multinomial covariance of
 * the table's interaction contrasts. The second-order correction matches two moments of that sum and yields an F test.
 * The Wald tests go the other way: they measure n_ij - n_i·n_j/n in its own design-based covariance. They break down
 * when the table has many cells and the sample few PSUs, which the adjusted form softens.
 *
 * Sources: Rao & Scott (1984), Ann. Stat. 12:46; Thomas & Rao (1987), JASA 82:630; Koch, Freeman & Freeman (1975), Int.
 * Stat. Rev. 43:59 (Wald); Fellegi (1980), JASA 75:261 (adjusted Wald).
 */
import { LuDecomposition, Matrix } from 'ml-matrix'
import { fail, ok, type Result } from '../../result.ts'
import { sum } from '../descriptive.ts'
import { chiSquareUpper, fUpper } from '../distributions.ts'
import { categoriesOf } from './categories.ts'
import { degreesOfFreedom, type Label, type SurveyDesign } from './design.ts'
import { influenceOf, type Selection, type SelectionReason, selectRows, weightedSum } from './domain-rows.ts'
import { linearisedCovariance } from './linearised-variance.ts'

export interface FTest {
  readonly F: number
  /** Numerator and denominator degrees of freedom. */
  readonly ndf: number
  readonly ddf: number
  readonly p: number
}

export interface AssociationTest {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Estimated population counts. */
  readonly weightedTable: readonly (readonly number[])[]
  /** Rows of the data with both answers. */
  readonly nComplete: number
  /** Pearson's X² of the weighted table scaled to all rows of the data. */
  readonly pearson: number
  /** Second-order Rao–Scott test; null when the covariance of the table cannot be inverted. */
  readonly raoScott: FTest | null
  /** First-order: X² divided by the mean generalised design effect. */
  readonly firstOrder: { readonly df: number; readonly p: number; readonly meanDeff: number } | null
  /** Null when there are fewer degrees of freedom than contrasts, or a contrast does not vary. */
  readonly wald: FTest | null
  readonly adjustedWald: FTest | null
}

export type AssociationReason =
  | SelectionReason
  | 'lonely-psu'
  /** a question has fewer than two categories among the complete rows, or a category has weight zero */
  | 'empty-margin'

/**
 * Tests independence of two categorical questions, one label per row of data and question.
 * `missing` as in estimation: `refuse` (default) or `omit` rows lacking an answer, as a domain.
 */
export function testAssociation(
  design: SurveyDesign,
  rowLabels: readonly Label[],
  columnLabels: readonly Label[],
  options: { readonly missing?: 'refuse' | 'omit' } = {},
): Result<AssociationTest, AssociationReason> {
  const rowNames = categoriesOf(rowLabels)
  const columnNames = categoriesOf(columnLabels)
  const rowOf = positions(rowLabels, rowNames)
  const columnOf = positions(columnLabels, columnNames)
  const selected = selectRows(design, [rowOf, columnOf], options)
  if (!selected.ok) return selected
  if (rowNames.length < 2 || columnNames.length < 2) return fail('empty-margin')
  const selection = selected.value

  const table = rowNames.map((_, i) =>
    columnNames.map((_, j) =>
      weightedSum(design, selection, (row) => Number(rowOf[row] === i && columnOf[row] === j)),
    ),
  )
  const size = selection.weightSum
  const rowShares = table.map((line) => sum(line) / size)
  const columnShares = columnNames.map((_, j) => sum(table.map((line) => line[j]!)) / size)
  if ([...rowShares, ...columnShares].some((share) => !(share > 0))) return fail('empty-margin')

  const data: Crossed = { design, selection, rowOf, columnOf, table, rowShares, columnShares, size }
  const df = degreesOfFreedom(design)
  const pearson =
    design.rows *
    sum(
      table.flatMap((line, i) =>
        line.map((cell, j) => {
          const expected = rowShares[i]! * columnShares[j]!
          return (cell / size - expected) ** 2 / expected
        }),
      ),
    )
  const delta = generalisedDesignEffects(data)
  if (!delta.ok) return delta
  const wald = waldStatistic(data)
  if (!wald.ok) return wald
  const contrasts = (rowNames.length - 1) * (columnNames.length - 1)
  return ok({
    rows: rowNames,
    columns: columnNames,
    weightedTable: table,
    nComplete: selection.domain.filter(Boolean).length,
    pearson,
    ...raoScottTests(pearson, delta.value, df),
    wald: wald.value === null ? null : fTest(wald.value / contrasts, contrasts, df),
    adjustedWald:
      wald.value === null
        ? null
        : fTest((wald.value * (df - contrasts + 1)) / (contrasts * df), contrasts, df - contrasts + 1),
  })
}

interface Crossed {
  readonly design: SurveyDesign
  readonly selection: Selection
  readonly rowOf: readonly (number | null)[]
  readonly columnOf: readonly (number | null)[]
  readonly table: readonly (readonly number[])[]
  readonly rowShares: readonly number[]
  readonly columnShares: readonly number[]
  /** Σw over the complete rows. */
  readonly size: number
}

function positions(labels: readonly Label[], names: readonly string[]): (number | null)[] {
  return labels.map((label) => (label === null || label === '' ? null : names.indexOf(String(label))))
}

function fTest(F: number, ndf: number, ddf: number): FTest | null {
  return ddf > 0 && Number.isFinite(F) ? { F, ndf, ddf, p: fUpper(F, ndf, ddf) } : null
}

/** Both corrections from Δ: F = X²/tr Δ on d and d·df degrees of freedom with d = (tr Δ)²/tr Δ²; and X²/mean(Δ) on χ². */
function raoScottTests(
  pearson: number,
  delta: Matrix | null,
  df: number,
): Pick<AssociationTest, 'raoScott' | 'firstOrder'> {
  if (!delta) return { raoScott: null, firstOrder: null }
  const trace = delta.trace()
  if (!(trace > 0)) return { raoScott: null, firstOrder: null }
  const dimensions = trace ** 2 / delta.mmul(delta).trace()
  const meanDeff = trace / delta.rows
  return {
    raoScott: fTest(pearson / trace, dimensions, dimensions * df),
    firstOrder: { df: delta.rows, p: chiSquareUpper(pearson / meanDeff, delta.rows), meanDeff },
  }
}

/**
 * Δ = (CᵀD⁻¹C/n)⁻¹ (CᵀD⁻¹VD⁻¹C) at the observed shares: V the design covariance of the cell shares, D their diagonal, C
 * the interaction contrasts (cell - its row's first - its column's first + the very first). Any basis of the
 * interactions gives the same eigenvalues. An empty cell has no log-odds and is given weight zero. Null if singular.
 */
function generalisedDesignEffects(data: Crossed): Result<Matrix | null, 'lonely-psu'> {
  const { design, selection, rowOf, columnOf, table, size } = data
  const width = table[0]!.length
  const cells = table.flatMap((line, i) => line.map((weight, j) => ({ i, j, share: weight / size })))
  const covariance = linearisedCovariance(
    design,
    cells.map(({ i, j, share }) =>
      influenceOf(selection, (row) => (Number(rowOf[row] === i && columnOf[row] === j) - share) / size),
    ),
    selection.domain,
  )
  if (!covariance.ok) return covariance
  const inverse = Matrix.diag(cells.map(({ share }) => (share > 0 ? 1 / share : 0)))
  const contrasts = Matrix.zeros(cells.length, (table.length - 1) * (width - 1))
  for (const { i, j } of cells) {
    if (i === 0 || j === 0) continue
    const column = (i - 1) * (width - 1) + (j - 1)
    contrasts.set(i * width + j, column, 1)
    contrasts.set(i * width, column, -1)
    contrasts.set(j, column, -1)
    contrasts.set(0, column, 1)
  }
  const scaled = inverse.mmul(contrasts)
  const multinomial = contrasts.transpose().mmul(scaled).div(design.rows)
  const observed = scaled.transpose().mmul(new Matrix(covariance.value)).mmul(scaled)
  return ok(solveRegular(multinomial, observed))
}

/** Yᵀ V⁻¹ Y for Y_ij = N_ij - N_i·N_j/N, first row and column left out; null if V is singular. */
function waldStatistic(data: Crossed): Result<number | null, 'lonely-psu'> {
  const { design, selection, rowOf, columnOf, table, rowShares, columnShares, size } = data
  const excess: number[] = []
  const influences: number[][] = []
  for (const [i, line] of table.entries()) {
    for (const [j, cell] of line.entries()) {
      if (i === 0 || j === 0) continue
      const [rowShare, columnShare] = [rowShares[i]!, columnShares[j]!]
      excess.push(cell - rowShare * columnShare * size)
      influences.push(
        influenceOf(selection, (row) => {
          const [inRow, inColumn] = [Number(rowOf[row] === i), Number(columnOf[row] === j)]
          return inRow * inColumn - inRow * columnShare - inColumn * rowShare + rowShare * columnShare
        }),
      )
    }
  }
  const covariance = linearisedCovariance(design, influences, selection.domain)
  if (!covariance.ok) return covariance
  if (degreesOfFreedom(design) < excess.length) return ok(null)
  const y = Matrix.columnVector(excess)
  const solved = solveRegular(new Matrix(covariance.value), y)
  return ok(solved ? y.transpose().mmul(solved).get(0, 0) : null)
}

/** A⁻¹B, or null if A is singular to working precision after scaling its diagonal to 1. */
function solveRegular(a: Matrix, b: Matrix): Matrix | null {
  const scale = a.diagonal().map(Math.sqrt)
  if (!scale.every((value) => value > 0 && Number.isFinite(value))) return null
  const correlation = a.clone()
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) correlation.set(i, j, a.get(i, j) / (scale[i]! * scale[j]!))
  const decomposition = new LuDecomposition(correlation)
  const pivots = decomposition.upperTriangularMatrix.diagonal().map(Math.abs)
  if (!(Math.min(...pivots) > 1e-12)) return null
  const right = b.clone()
  for (let i = 0; i < b.rows; i++) right.mulRow(i, 1 / scale[i]!)
  const solved = decomposition.solve(right)
  for (let i = 0; i < solved.rows; i++) solved.mulRow(i, 1 / scale[i]!)
  return solved
}

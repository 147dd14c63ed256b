/**
 * A rectangular matrix of ratings, checked once: every coefficient of agreement that needs complete rows starts here.
 */
import { fail, ok, type Result } from '../../result.ts'

export type RatingMatrixReason =
  /** fewer rows than the coefficient needs */
  | 'too-few-rows'
  /** fewer columns than the coefficient needs */
  | 'too-few-columns'
  /** the rows differ in length; details.row says which */
  | 'ragged-rows'
  /** a value is NaN or infinite; details.row and details.column */
  | 'not-a-number'

/** Accepts a matrix of finite numbers with at least the given rows and columns. */
export function checkRatings(
  rows: readonly (readonly number[])[],
  least: { readonly rows: number; readonly columns: number },
): Result<{ rows: number; columns: number }, RatingMatrixReason> {
  const columns = rows[0]?.length ?? 0
  if (rows.length < least.rows) return fail('too-few-rows', { rows: rows.length })
  if (columns < least.columns) return fail('too-few-columns', { columns })
  for (const [row, values] of rows.entries()) {
    if (values.length !== columns) return fail('ragged-rows', { row })
    const column = values.findIndex((value) => !Number.isFinite(value))
    if (column >= 0) return fail('not-a-number', { row, column })
  }
  return ok({ rows: rows.length, columns })
}

/**
 * Expected failures are values, surprises throw.
 *
 * A function that can fail for a reason its caller must handle (bad weights, a closed survey, flows without a
 * sign change) returns a `Result`. The reason is a kebab-case word from a closed union, so that a switch over it can
 * end in `never` and every reason has a message in each language. `details` carries what the message needs to name
 * the place ("weights[3]", 0.94), never personal data.
 */
export interface Failure<Reason extends string = string> {
  readonly ok: false
  readonly reason: Reason
  readonly details?: Readonly<Record<string, string | number>>
}

export interface Success<Value> {
  readonly ok: true
  readonly value: Value
}

export type Result<Value, Reason extends string = string> = Success<Value> | Failure<Reason>

export function ok<Value>(value: Value): Success<Value> {
  return { ok: true, value }
}

export function fail<Reason extends string>(
  reason: Reason,
  details?: Readonly<Record<string, string | number>>,
): Failure<Reason> {
  return details ? { ok: false, reason, details } : { ok: false, reason }
}

/** The end of every exhaustive switch: unreachable by type, loud if reached at run time. */
export function never(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}

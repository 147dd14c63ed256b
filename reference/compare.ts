/**
 * Is an answer of the engine the expected one?
 *
 * `expected` is rounded to 12 significant digits and compared key by key; what the engine returns beyond it is its own
 * affair. The rules are those of the fixture format (fixtures/README.md): numbers within a tolerance, null for what is
 * undefined, the word "Infinity", `{ error }` for input that must be refused, and for simulations a distance measured in
 * standard errors.
 */

interface Limit {
  readonly abs?: number | undefined
  readonly rel?: number | undefined
}

export interface Tolerance extends Limit {
  /** Other limits for some keys: a key, the end of a dotted path, or a path whose subtree is meant; no indices. */
  readonly perKey?: Readonly<Record<string, Limit>> | undefined
  /** Present when the answer may be simulated: then distances count in standard errors. */
  readonly mc?: string | undefined
}

export interface Expectation {
  readonly expected?: unknown
  readonly tolerance?: Tolerance | undefined
}

export interface Difference {
  /** Where, such as `categories[2].se`; empty for the whole answer. */
  readonly path: string
  readonly expected: unknown
  readonly got: unknown
}

/** Half a unit in the twelfth significant digit, at its worst (1.00000000000…). */
const ROUNDING = 5e-12
/** Keys that describe the expectation instead of being part of it. */
const ANNOTATIONS = new Set(['seCoef', 'seMeanCoef', 'seVarianceCoef', 'source'])
/** Five standard errors: one false alarm in two million values. */
const STANDARD_ERRORS = 5
const MIN_DRAWS = 100_000
/** What an algorithm that does not simulate must reach where a simulation would be accepted. */
const EXACT: Limit = { rel: 1e-9, abs: 1e-12 }

/** All places where `got` does not meet the expectation; empty if it is met. */
export function differences({ expected, tolerance = {} }: Expectation, got: unknown): Difference[] {
  if (isRecord(expected) && 'error' in expected) {
    // The code is a suggestion of the format; that the input is refused is not.
    const refused = isRecord(got) && typeof got.error === 'string' && got.error !== ''
    return refused ? [] : [{ path: 'error', expected: expected.error, got }]
  }
  const draws = tolerance.mc !== undefined && isRecord(got) ? got.draws : undefined
  if (draws !== undefined && !(typeof draws === 'number' && draws >= MIN_DRAWS))
    return [{ path: 'draws', expected: `at least ${MIN_DRAWS}`, got: draws }]
  const found: Difference[] = []
  compareValues({ tolerance, draws, found }, expected, got, '', {})
  return found
}

interface Comparison {
  readonly tolerance: Tolerance
  readonly draws: number | undefined
  readonly found: Difference[]
}

function compareValues(
  comparison: Comparison,
  expected: unknown,
  got: unknown,
  path: string,
  siblings: Readonly<Record<string, unknown>>,
): void {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) comparison.found.push({ path, expected, got })
    else
      for (const [index, value] of expected.entries())
        compareValues(comparison, value, got[index], `${path}[${index}]`, {})
  } else if (isRecord(expected)) {
    if (!isRecord(got)) {
      comparison.found.push({ path, expected, got })
      return
    }
    for (const [key, value] of Object.entries(expected))
      if (!ANNOTATIONS.has(key))
        compareValues(comparison, value, got[key], path === '' ? key : `${path}.${key}`, expected)
  } else if (!agrees(comparison, expected, got, path, siblings)) {
    comparison.found.push({ path, expected, got })
  }
}

function agrees(
  { tolerance, draws }: Comparison,
  expected: unknown,
  got: unknown,
  path: string,
  siblings: Readonly<Record<string, unknown>>,
): boolean {
  if (expected === null) return got === null || got === undefined || Number.isNaN(got)
  if (typeof expected === 'string') return (typeof got === 'number' ? String(got) : got) === expected
  if (typeof expected !== 'number') return got === expected
  if (typeof got !== 'number' || !Number.isFinite(got)) return false

  const key = path.slice(path.lastIndexOf('.') + 1)
  let allowed = within(limitAt(tolerance, path), expected)
  if (tolerance.mc !== undefined) {
    const coefficient = standardErrorCoefficient(key, siblings)
    allowed = Math.max(allowed, within(EXACT, expected))
    if (coefficient !== null)
      // A value expected at 0 has no relative precision: an exact answer is then judged against the spread.
      allowed = Math.max(
        allowed,
        coefficient * (draws === undefined ? EXACT.rel! : STANDARD_ERRORS / Math.sqrt(draws)),
      )
  }
  return Math.abs(got - expected) <= allowed + ROUNDING * Math.abs(expected)
}

function within({ abs = 0, rel = 0 }: Limit, expected: number): number {
  return Math.max(abs, rel * Math.abs(expected))
}

/** The limit for a path; of several matching keys the last one given wins. */
function limitAt(tolerance: Tolerance, path: string): Limit {
  const place = path.replace(/\[\d+\]/g, '')
  let limit: Limit = tolerance
  for (const [key, special] of Object.entries(tolerance.perKey ?? {}))
    if (place === key || place.startsWith(`${key}.`) || place.endsWith(`.${key}`)) limit = special
  return limit
}

/**
 * The standard deviation of √N·(simulated - true) for a value, from the annotations beside it: `seCoef` for a quantile
 * or probability, `seMeanCoef` (else the standard deviation) for a mean, `seVarianceCoef` for a variance, half of it per
 * standard deviation for that. Null where the format states none: such a value has to be exact.
 */
function standardErrorCoefficient(key: string, siblings: Readonly<Record<string, unknown>>): number | null {
  const number = (name: string) => {
    const value = siblings[name]
    return typeof value === 'number' && value >= 0 ? value : null
  }
  if (key === 'value' || key.startsWith('probability')) return number('seCoef')
  if (key === 'mean') {
    const variance = number('variance')
    return number('seMeanCoef') ?? number('sd') ?? (variance === null ? null : Math.sqrt(variance))
  }
  if (key.endsWith('Mean')) return number(`${key.slice(0, -'Mean'.length)}Sd`)
  const variance = number('seVarianceCoef')
  if (key === 'variance') return variance
  const sd = number('sd')
  return key === 'sd' && variance !== null && sd ? variance / (2 * sd) : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

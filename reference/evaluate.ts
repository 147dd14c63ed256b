/**
 * Runs cases through the engine and notes what came out. Nothing is skipped: an unknown operation and an operation that
 * throws are failures of their case, a file that cannot be read is a failure of the run.
 */
import { caseFiles, type OracleCase, oracleFileNames, readTopic } from './case-file.ts'
import { type Difference, differences } from './compare.ts'
import type { CaseFiles, Operations } from './operation.ts'

export interface CaseResult {
  readonly id: string
  readonly got: unknown
  readonly differences: readonly Difference[]
}

export interface TopicResult {
  readonly topic: string
  readonly results: readonly CaseResult[]
}

export interface Evaluation {
  readonly topics: readonly TopicResult[]
  /** What kept the run from being complete: an unreadable directory or file, or no case at all. */
  readonly faults: readonly string[]
}

export function evaluateDirectory(directory: string, operations: Operations): Evaluation {
  const topics: TopicResult[] = []
  const faults: string[] = []
  const files = caseFiles(directory)
  let names: readonly string[] = []
  try {
    names = oracleFileNames(directory)
  } catch (error) {
    faults.push(`cannot read the directory ${directory}: ${messageOf(error)}`)
    return { topics, faults }
  }
  for (const name of names) {
    try {
      const { topic, cases } = readTopic(directory, name)
      topics.push({ topic, results: cases.map((oracle) => evaluateCase(oracle, operations, files)) })
    } catch (error) {
      faults.push(messageOf(error))
    }
  }
  if (topics.every(({ results }) => results.length === 0)) faults.push(`there are no cases in ${directory}`)
  return { topics, faults }
}

export function evaluateCase(oracle: OracleCase, operations: Operations, files: CaseFiles): CaseResult {
  const { id, op, inputs } = oracle
  const operation = Object.hasOwn(operations, op) ? operations[op] : undefined
  if (!operation) return failed(id, `unknown operation ${op}`)
  try {
    const got = operation({ ...inputs, ...questionIn(oracle.expected) }, files)
    // Without an expectation nothing is proved, but the answer is worth writing down.
    if (oracle.expected === undefined)
      return { id, got, differences: [{ path: '', expected: 'an expectation in the file', got }] }
    return { id, got, differences: differences(oracle, got) }
  } catch (error) {
    return failed(id, `threw ${messageOf(error)}`)
  }
}

/**
 * The format states one question only inside the expectation: below which limit a probability is asked. The limit is an
 * argument, so it is handed to the operation as `probability: { below }`; the expected value beside it is not.
 */
function questionIn(expected: unknown): { probability?: { below: number } } {
  const asked = isObject(expected) && isObject(expected.probability) ? expected.probability.below : undefined
  return typeof asked === 'number' ? { probability: { below: asked } } : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Deliberately not an `error` of the format: a crash is no refusal, also where a refusal is expected. */
function failed(id: string, crash: string): CaseResult {
  return { id, got: { crash }, differences: [{ path: '', expected: 'an answer', got: crash }] }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

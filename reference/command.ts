/**
 * The command line of the reference runner, without its process: what it prints, and how it ends.
 */
import { writeFileSync } from 'node:fs'
import { evaluateDirectory } from './evaluate.ts'
import type { Operations } from './operation.ts'

export interface Terminal {
  out(line: string): void
  err(line: string): void
}

const USAGE = 'usage: npm run reference -- DIR [--json FILE]'

/** Evaluates the directory named by `args`; returns the exit code, 0 only if every case of every file passed. */
export function runReference(args: readonly string[], operations: Operations, terminal: Terminal): 0 | 1 {
  const parsed = parseArguments(args)
  if (!parsed) {
    terminal.err(USAGE)
    return 1
  }
  const { topics, faults } = evaluateDirectory(parsed.directory, operations)
  let passed = 0
  let failed = 0
  for (const { topic, results } of topics) {
    const failures = results.filter((result) => result.differences.length > 0)
    for (const { id, differences } of failures) {
      const [first] = differences
      const more = differences.length > 1 ? ` (and ${differences.length - 1} more)` : ''
      terminal.err(
        `${id}: ${first!.path || 'answer'}: got ${printed(first!.got)}, expected ${printed(first!.expected)}${more}`,
      )
    }
    passed += results.length - failures.length
    failed += failures.length
    terminal.out(`${topic}: ${results.length - failures.length} passed, ${failures.length} failed`)
  }
  let written = true
  if (parsed.json !== null) {
    const answers = topics.flatMap(({ topic, results }) => results.map(({ id, got }) => ({ topic, id, got })))
    try {
      writeFileSync(parsed.json, `${JSON.stringify(answers)}\n`)
    } catch (error) {
      written = false
      terminal.err(`cannot write ${parsed.json}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const fault of faults) terminal.err(fault)
  terminal.out(`${passed} passed, ${failed} failed`)
  return failed === 0 && faults.length === 0 && written ? 0 : 1
}

function parseArguments(args: readonly string[]): { directory: string; json: string | null } | null {
  let directory: string | null = null
  let json: string | null = null
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!
    if (argument === '--json') {
      json = args[++index] ?? null
      if (json === null) return null
    } else if (argument.startsWith('--json=')) json = argument.slice('--json='.length)
    else if (argument.startsWith('-') || directory !== null) return null
    else directory = argument
  }
  return directory === null ? null : { directory, json }
}

function printed(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

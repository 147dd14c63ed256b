import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exp, expm1, log, log1p, power } from './elementary.ts'

/** Every file that the recomputation of a bundle runs, types left out. */
function filesBehind(entry: string): string[] {
  const seen = new Set<string>()
  const todo = [resolve(entry)]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const source = readFileSync(file, 'utf8')
    for (const [, type, path] of source.matchAll(/^(?:im|ex)port( type)?[^'"]*?from '(\.[^']+)'/gm))
      if (!type && path?.endsWith('.ts')) todo.push(resolve(dirname(file), path))
  }
  return [...seen]
}

const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

/** What an engine may round as it likes: everything of Math but the exact functions, and the operator of powers. */
const EXACT = ['abs', 'ceil', 'floor', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc', 'imul', 'PI', 'SQRT2']
const inexactIn = (source: string) =>
  [...withoutComments(source).matchAll(/Math\.(\w+)|\*\*/g)]
    .filter(([, name]) => name === undefined || !EXACT.includes(name))
    .map(([words]) => words)

describe('every figure is the same to the last digit on every machine', () => {
  test('nothing that recomputes a bundle uses a function that engines round differently', () => {
    const files = filesBehind('lib/approval/bundle/recompute.ts')
    expect(files.length).toBeGreaterThan(80)
    const found = files.flatMap((file) =>
      inexactIn(readFileSync(file, 'utf8')).map(
        (words) => `${relative('.', file)}: ${words}; take it from lib/elementary.ts, or multiply`,
      ),
    )
    expect(found).toEqual([])
  })

  test('the search finds what it looks for', () => {
    expect(inexactIn('const a = Math.hypot(1, 2) + Math.sqrt(4) ** 2 // Math.exp')).toEqual([
      'Math.hypot',
      '**',
    ])
  })

  test('another release of the package may not move a digit', () => {
    const bits = (value: number) => {
      const view = new DataView(new ArrayBuffer(8))
      view.setFloat64(0, value)
      return view.getBigUint64(0).toString(16)
    }
    // e is 4005bf0a8b145769 to the nearest: the last digit is one too high, and it is so on every machine.
    expect(bits(exp(1))).toBe('4005bf0a8b14576a')
    expect(bits(log(2))).toBe('3fe62e42fefa39ef')
    expect(Math.abs(expm1(1e-5) - 1.0000050000166668e-5)).toBeLessThan(2e-21)
    expect(Math.abs(log1p(0.08) - 0.07696104113612832)).toBeLessThan(2e-17)
    expect(power(1.5, 2)).toBe(2.25)
  })
})

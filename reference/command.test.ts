import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseCsv } from './case-file.ts'
import { runReference } from './command.ts'
import type { Operations } from './operation.ts'

const operations: Operations = {
  echo: (inputs) => inputs,
  double: (inputs) => ({ value: Number(inputs.x) * 2 }),
  column: (inputs, files) => files.csv('data/table.csv').map((line) => line[String(inputs.name)]),
  crash: () => {
    throw new Error('a bug')
  },
}

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'reference-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function put(name: string, content: unknown): void {
  mkdirSync(dirname(join(directory, name)), { recursive: true })
  writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content))
}

function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = runReference(args, operations, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  })
  return { code, out, err }
}

const good = { id: 'one', op: 'double', inputs: { x: 2 }, expected: { value: 4 }, tolerance: { rel: 1e-9 } }

describe('the runner', () => {
  test('counts by topic, then altogether, and succeeds when everything passes', () => {
    put('b.json', { format: 1, topic: 'second', cases: [good] })
    put('a.json', { format: 1, cases: [good, { ...good, id: 'two' }] })
    expect(run(directory)).toEqual({
      code: 0,
      out: ['a: 2 passed, 0 failed', 'second: 1 passed, 0 failed', '3 passed, 0 failed'],
      err: [],
    })
  })

  test('names a failing case, the place, what came and what was expected', () => {
    put('a.json', { format: 1, cases: [good, { ...good, id: 'wrong', expected: { value: 5 } }] })
    const { code, out, err } = run(directory)
    expect(code).toBe(1)
    expect(err).toEqual(['wrong: value: got 4, expected 5'])
    expect(out.at(-1)).toBe('1 passed, 1 failed')
  })

  test('fails a case whose operation is unknown or throws, and goes on', () => {
    const cases = [
      { ...good, id: 'unknown', op: 'triple' },
      { ...good, id: 'inherited', op: 'toString' },
      { ...good, id: 'crash', op: 'crash', expected: { error: 'refused' } },
      good,
    ]
    put('a.json', { format: 1, cases })
    const { code, out, err } = run(directory)
    expect(code).toBe(1)
    expect(out).toEqual(['a: 1 passed, 3 failed', '1 passed, 3 failed'])
    expect(err.join('\n')).toMatch(/unknown operation triple[\s\S]*inherited[\s\S]*threw a bug/)
  })

  test('fails on an empty directory, a missing one, and no directory', () => {
    expect(run(directory)).toMatchObject({ code: 1, out: ['0 passed, 0 failed'] })
    expect(run(directory).err.join()).toContain('no cases')
    expect(run(join(directory, 'absent')).err.join()).toContain('cannot read')
    expect(run(join(directory, 'absent')).code).toBe(1)
    expect(run().err.join()).toContain('usage')
    expect(run().code).toBe(1)
    expect(run('--jsn', 'x', directory).code).toBe(1)
  })

  test.each([
    ['not JSON', '{"format":1,'],
    ['no cases', { format: 1 }],
    ['another format', { format: 2, cases: [good] }],
    ['a case without id', { format: 1, cases: [{ ...good, id: undefined }] }],
  ])('fails on a file that is %s, names it, and evaluates the others', (_, content) => {
    put('bad.json', content)
    put('good.json', { format: 1, cases: [good] })
    const { code, out, err } = run(directory)
    expect(code).toBe(1)
    expect(err.join()).toContain('bad.json')
    expect(out.at(-1)).toBe('1 passed, 0 failed')
  })

  test('writes every answer, also of failing cases', () => {
    put('a.json', { format: 1, topic: 't', cases: [good, { ...good, id: 'no', expected: { value: 0 } }] })
    const file = join(directory, 'answers', 'out.txt')
    expect(run(directory, '--json', file).code).toBe(1)
    expect(run(directory, '--json', file).err.join()).toContain('cannot write')
    mkdirSync(dirname(file))
    run(directory, '--json', file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
      { topic: 't', id: 'one', got: { value: 4 } },
      { topic: 't', id: 'no', got: { value: 4 } },
    ])
  })

  test('fails a case without expectation, yet writes its answer', () => {
    put('a.json', { format: 1, cases: [{ ...good, expected: undefined }] })
    const file = join(directory, 'out.txt')
    expect(run(directory, '--json', file)).toMatchObject({
      code: 1,
      out: ['a: 0 passed, 1 failed', '0 passed, 1 failed'],
    })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([{ topic: 'a', id: 'one', got: { value: 4 } }])
  })

  test('shows operations nothing of the expectation but the limit a probability is asked for', () => {
    const expected = { probability: { below: 3, value: 0.25, seCoef: 1 }, mean: 9 }
    put('a.json', { format: 1, cases: [{ id: 'seen', op: 'echo', inputs: { x: 1 }, expected }] })
    const file = join(directory, 'out.txt')
    run(directory, '--json', file)
    expect(JSON.parse(readFileSync(file, 'utf8'))[0].got).toEqual({ x: 1, probability: { below: 3 } })
  })

  test('gives operations the tables beside the cases', () => {
    put('data/table.csv', 'name,answer\nx,1\ny,\n')
    put('a.json', {
      format: 1,
      cases: [{ id: 'csv', op: 'column', inputs: { name: 'answer' }, expected: ['1', ''] }],
    })
    expect(run(directory).code).toBe(0)
  })
})

describe('CSV', () => {
  test('may be quoted, empty at the end, and end without a line break', () => {
    expect(parseCsv('\uFEFFa,b\r\n"x, ""y""",\r\n,2')).toEqual([
      { a: 'x, "y"', b: '' },
      { a: '', b: '2' },
    ])
  })

  test('with a short line or an open quote is refused', () => {
    expect(() => parseCsv('a,b\n1\n')).toThrow('record 1')
    expect(() => parseCsv('a,b\n"1,2\n')).toThrow('quote')
  })
})

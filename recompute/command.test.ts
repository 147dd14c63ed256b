import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packArchive } from '../lib/approval/bundle/pack.ts'
import { reportCode } from '../lib/approval/report-code.ts'
import { proveArchive } from '../lib/assessment/access.ts'
import { digestValue } from '../lib/integrity/digest.ts'
import { EXAMPLE_CASE } from '../lib/report/example-input.fixture.ts'
import { formatCode } from '../lib/survey/codes/code.ts'
import { compute } from '../lib/verdict/compute.ts'
import { runRecompute } from './command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenping-recompute-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const right = proveArchive({ id: 'u1', name: '评估员', role: 'assessor' }, EXAMPLE_CASE.id)
if (!right.ok) throw new Error(right.reason)
const archiveRight = right.value
const content = { caseFile: EXAMPLE_CASE, results: compute(EXAMPLE_CASE), leaves: [] }
const bundle = packArchive(archiveRight, { ...content, frozen: null })

function run(bytes: Uint8Array | null, locale: 'zh-CN' | 'en' = 'zh-CN', more: string[] = []) {
  const file = join(folder, 'bundle.zip')
  if (bytes) writeFileSync(file, bytes)
  const out: string[] = []
  const err: string[] = []
  const code = runRecompute(
    [bytes ? file : join(folder, 'none.zip'), ...more],
    { out: (line) => out.push(line), err: (line) => err.push(line) },
    locale,
  )
  return { code, out, err }
}

test('an untouched bundle: each figure stored and recomputed, and 0', () => {
  const { code, out, err } = run(bundle)
  const index = compute(EXAMPLE_CASE).residual.index
  expect(code).toBe(0)
  expect(err).toEqual([])
  expect(out).toContain(`= residual.index  ${index}  ${index}`)
  expect(out.at(-1)).toMatch(/^一致：\d+个数字$/)
})

test('a changed figure: named with both values, and 1', () => {
  const files = unzipSync(bundle)
  const results = JSON.parse(strFromU8(files['results.json']!))
  results.economics.value.enpvFen += 1
  const { code, err } = run(zipSync({ ...files, 'results.json': strToU8(JSON.stringify(results)) }))
  expect(code).toBe(1)
  expect(err.some((line) => line.includes('results.json'))).toBe(true)
  expect(err.some((line) => line.startsWith('≠ economics.value.enpvFen'))).toBe(true)
})

test('what is no bundle: the reason, and 2', () => {
  expect(run(strToU8('x'), 'en')).toMatchObject({ code: 2, err: [expect.stringContaining('not a whole')] })
  expect(run(null)).toMatchObject({ code: 2, err: [expect.stringContaining('none.zip')] })
})

const FROZEN = { version: 2, frozenOn: '2026-11-23' }
const onPaper = formatCode(reportCode(EXAMPLE_CASE.id, 2, digestValue(EXAMPLE_CASE)))
const archive = packArchive(archiveRight, { ...content, frozen: FROZEN })

test('the code on paper is the one of the bundle, as somebody types it', () => {
  const { code, out } = run(archive, 'zh-CN', ['--code', onPaper.toLowerCase().replaceAll('-', ' ')])
  expect(code).toBe(0)
  expect(out.some((line) => line.includes(onPaper))).toBe(true)
})

test('a bundle made anew as a whole agrees with itself and has another code than the paper', () => {
  const kinder = {
    ...EXAMPLE_CASE,
    factors: EXAMPLE_CASE.factors.map((factor) => ({ ...factor, residualProbability: 0 })),
  }
  const anew = packArchive(archiveRight, {
    caseFile: kinder,
    results: compute(kinder),
    leaves: [],
    frozen: FROZEN,
  })
  expect(run(anew).code).toBe(0)
  expect(run(anew).out.some((line) => line.startsWith('没有与纸面对照'))).toBe(true)
  const { code, err } = run(anew, 'zh-CN', ['--code', onPaper])
  expect(code).toBe(1)
  expect(err).toEqual([expect.stringContaining(`纸面 ${onPaper}`)])
})

test('a code that was copied wrongly is told from a wrong bundle', () => {
  const last = onPaper.at(-1) === '0' ? '1' : '0'
  expect(run(archive, 'zh-CN', ['--code', onPaper.slice(0, -1) + last])).toMatchObject({
    code: 2,
    err: [expect.stringContaining('抄错了')],
  })
  expect(run(archive, 'zh-CN', ['--cod', onPaper])).toMatchObject({ code: 2 })
})

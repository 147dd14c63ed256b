import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { proveArchive } from '../../assessment/access.ts'
import type { CaseFile } from '../../assessment/case-file.ts'
import { canonicalJson } from '../../integrity/canonical-json.ts'
import { digestText, digestValue } from '../../integrity/digest.ts'
import { merkleRoot } from '../../integrity/merkle-tree.ts'
import { EMPTY_INPUT } from '../../report/empty-input.fixture.ts'
import { EXAMPLE_CASE } from '../../report/example-input.fixture.ts'
import { tallyOf } from '../../survey/tally.ts'
import { compute } from '../../verdict/compute.ts'
import { figuresOf } from './figures.ts'
import type { BundleKind } from './manifest.ts'
import { type BundleContent, packArchive, packPublicBundle } from './pack.ts'
import { STATED_ONLY } from './public-results.ts'
import { type PublicTallies, publicTallies } from './public-tallies.ts'
import { type Recomputation, recomputeBundle } from './recompute.ts'

const responses = EXAMPLE_CASE.survey!.tally!.reduce((sum, group) => sum + group.responses, 0)
const leaves = Array.from({ length: responses }, (_, i) => digestText(`receipt ${i}`)).sort()

/** The worked example as it stands after closing: with cells by channel, and the root of its receipts. */
function closedCase(change: (caseFile: CaseFile) => CaseFile = (same) => same): CaseFile {
  const survey = EXAMPLE_CASE.survey!
  const cells = survey.tally!.flatMap(({ groupId, responses: n, questions }) => [
    { groupId, channel: 'open-link' as const, questionId: '$response', cell: 'n', n },
    ...Object.entries(questions).flatMap(([questionId, { answered, options }]) => [
      { groupId, channel: 'open-link' as const, questionId, cell: 'answered', n: answered },
      ...Object.entries(options).map(([cell, count]) => ({
        groupId,
        channel: 'open-link' as const,
        questionId,
        cell,
        n: count,
      })),
    ]),
  ])
  const tally = tallyOf(
    survey.questionnaire,
    survey.tally!.map(({ groupId }) => groupId),
    cells,
  )
  return change({
    ...EXAMPLE_CASE,
    survey: {
      ...survey,
      cells,
      tally,
      merkleRoot: merkleRoot(leaves),
      responsesByGroup: Object.fromEntries(tally.map((group) => [group.groupId, group.responses])),
    },
  })
}

const right = proveArchive({ id: 'u1', name: '评估员', role: 'assessor' }, EXAMPLE_CASE.id)
if (!right.ok) throw new Error(right.reason)
const archiveRight = right.value

function packed(
  caseFile: CaseFile,
  kind: BundleKind,
  receipts: readonly string[] = leaves,
  frozen: BundleContent['frozen'] = null,
): Uint8Array {
  const content = { caseFile, results: compute(caseFile), leaves: receipts, frozen }
  return kind === 'public' ? packPublicBundle(content) : packArchive(archiveRight, content)
}

function checked(bytes: Uint8Array): Recomputation {
  const result = recomputeBundle(bytes)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** The bundle with one of its texts changed; the manifest is left as it was. */
function changed(bundle: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bundle)
  const text = strFromU8(files[name]!)
  const altered = change(text)
  expect(altered).not.toBe(text)
  return zipSync({ ...files, [name]: strToU8(altered) })
}

/** As a forger would do it: the digests of the manifest are made to fit. */
function forged(bundle: Uint8Array, name: string, change: (value: never) => unknown): Uint8Array {
  const files = unzipSync(bundle)
  const text = canonicalJson(change(JSON.parse(strFromU8(files[name]!)) as never))
  const { digest: _, ...manifest } = JSON.parse(strFromU8(files['manifest.json']!))
  manifest.files[name] = digestText(text)
  if (name === 'case.json') manifest.caseDigest = digestText(text)
  const signed = { ...manifest, digest: digestValue(manifest) }
  return zipSync({ ...files, [name]: strToU8(text), 'manifest.json': strToU8(canonicalJson(signed)) })
}

describe('an archive bundle', () => {
  const bundle = packed(closedCase(), 'archive')

  test('recomputes every figure of the report to the last digit', () => {
    const found = checked(bundle)
    expect(found).toMatchObject({
      sound: true,
      faults: [],
      different: [],
      notRecomputed: [],
      kind: 'archive',
    })
    const { residual, economics } = compute(closedCase())
    const figure = (path: string) => found.figures.find((one) => one.path === path)
    expect(figure('residual.index')).toEqual({
      path: 'residual.index',
      stored: residual.index,
      recomputed: residual.index,
    })
    expect(economics.ok && figure('economics.value.enpvFen')?.stored).toBe(
      economics.ok && economics.value.enpvFen,
    )
    expect(found.figures.length).toBeGreaterThan(500)
  })

  test('is the same bytes for the same case, in every time zone', () => {
    const zone = process.env.TZ
    process.env.TZ = 'America/Los_Angeles'
    try {
      expect(Buffer.from(packed(closedCase(), 'archive')).equals(Buffer.from(bundle))).toBe(true)
    } finally {
      process.env.TZ = zone
    }
  })

  test('every receipt stands for an answer counted or an envelope that did not open', () => {
    const one = digestText('receipt of an envelope that did not open')
    const all = [...leaves, one].sort()
    const withUnreadable = (unreadable: number) =>
      closedCase((caseFile) => ({
        ...caseFile,
        survey: {
          ...caseFile.survey!,
          merkleRoot: merkleRoot(all),
          account: { accepted: all.length, receipts: all.length, counted: responses, unreadable },
        },
      }))
    expect(checked(packed(withUnreadable(1), 'archive', all)).faults).toEqual([])
    expect(checked(packed(withUnreadable(0), 'archive', all)).faults).toEqual([{ fault: 'receipt-count' }])
  })

  test('of a case with nothing in it says so and is sound', () => {
    const found = checked(packed(EMPTY_INPUT.caseFile, 'archive', []))
    expect(found.sound).toBe(true)
    expect(found.figures.find(({ path }) => path === 'verdict.status')?.recomputed).toBe('cannot-be-given')
  })

  test('names the file in which a single digit was changed', () => {
    for (const name of [
      'case.json',
      'results.json',
      'scheme.json',
      'tallies.json',
      'leaves.json',
      'README.txt',
    ]) {
      const digit = (text: string) =>
        text.replace(/(\d)(\D*)$/, (_, last, rest) => `${(Number(last) + 1) % 10}${rest}`)
      const result = recomputeBundle(changed(bundle, name, digit))
      if (!result.ok) throw new Error(`${name}: ${result.reason}`)
      expect(result.value.sound, name).toBe(false)
      expect(result.value.faults, name).toContainEqual({ fault: 'file-altered', name })
    }
    const renumbered = changed(bundle, 'manifest.json', (text) =>
      text.replace('"version":null', '"version":7'),
    )
    expect(checked(renumbered).faults).toEqual([{ fault: 'file-altered', name: 'manifest.json' }])
  })

  test('a result that was made to look better is found though every digest fits', () => {
    const better = forged(bundle, 'results.json', (results: { residual: { index: number } }) => ({
      ...results,
      residual: { ...results.residual, index: results.residual.index - 0.1 },
    }))
    const found = checked(better)
    expect(found.faults).toEqual([])
    expect(found.different.map(({ path }) => path)).toEqual(['residual.index'])
    expect(found.sound).toBe(false)
  })

  test('a case that was made to look better no longer gives the results, and has another digest', () => {
    const better = forged(bundle, 'case.json', (caseFile: CaseFile) => ({
      ...caseFile,
      factors: caseFile.factors.map((factor) => ({ ...factor, residualProbability: 0 })),
    }))
    const found = checked(better)
    expect(found.different.length).toBeGreaterThan(2)
    expect(found.manifest.caseDigest).not.toBe(digestValue(closedCase()))
  })

  test('counts that do not add up to the tally are named', () => {
    const more = forged(bundle, 'tallies.json', ({ cells }: { cells: { n: number }[] }) => ({
      cells: cells.map((cell, i) => (i === 1 ? { ...cell, n: cell.n + 1 } : cell)),
    }))
    expect(checked(more).faults).toEqual([{ fault: 'tallies' }])
  })

  test('receipts that were added or taken away are named', () => {
    const fewer = forged(bundle, 'leaves.json', (all: string[]) => all.slice(1))
    expect(checked(fewer).faults).toEqual([{ fault: 'receipts' }, { fault: 'receipt-count' }])
  })
})

describe('a public bundle', () => {
  const caseFile = closedCase((one) => ({ ...one, narratives: { survey: '其中2人反对。' } }))
  const bundle = packed(caseFile, 'public')
  const texts = Object.values(unzipSync(bundle)).map((file) => strFromU8(file))

  test('shows the counts that exports and reports show, and no text of the office', () => {
    const tallies = JSON.parse(strFromU8(unzipSync(bundle)['tallies.json']!))
    expect(tallies).toEqual(publicTallies(caseFile))
    expect(texts.join('')).not.toContain('其中2人反对')
    expect(texts.join('')).not.toContain(caseFile.economics.financial!.benchmarkSource)
    const given = JSON.parse(strFromU8(unzipSync(bundle)['case.json']!))
    for (const part of ['cells', 'links', 'tally', 'counts']) expect(given.survey).not.toHaveProperty(part)
  })

  test('tells nobody what is withheld through its results either', () => {
    const results = JSON.parse(strFromU8(unzipSync(bundle)['results.json']!))
    const found = checked(bundle)
    const shown = [...figuresOf(results).keys()]
    for (const path of found.manifest.withheld)
      expect(
        shown.filter((one) => one.startsWith(`${path}.`) && !/\.(groupId|optionId|withheld)$/.test(one)),
      ).toEqual([])
    expect(texts.join('')).not.toContain(EXAMPLE_CASE.survey!.links[0]?.token ?? 'no link')
  })

  test('recomputes what it can, and lists what it cannot by name', () => {
    const found = checked(bundle)
    expect(found).toMatchObject({ sound: true, faults: [], different: [] })
    expect(found.notRecomputed).toContain('caseDigest')
    expect(found.notRecomputed).toContain('residual.level')
    for (const path of [
      'initial.index',
      'residual.index',
      'economics.value.enpvFen',
      'distribution.value.parties[village-1].netFen',
      'financial.value.fnpvFen',
      'survey.responses',
    ])
      expect(found.figures.map((figure) => figure.path)).toContain(path)
    expect(found.figures.some(({ path }) => path.startsWith('residual.level'))).toBe(false)
  })

  test('of a survey with large counts only withholds what rests on its channels', () => {
    const large = closedCase((one) => {
      const cells = one.survey!.cells!.map((cell) => ({ ...cell, n: cell.n * 100 }))
      const { survey } = one
      const tally = tallyOf(
        survey!.questionnaire,
        survey!.tally!.map(({ groupId }) => groupId),
        cells,
      )
      return {
        ...one,
        groups: one.groups.map((group) => ({
          ...group,
          households: group.households * 100,
          persons: group.persons * 100,
        })),
        survey: { ...survey!, cells, tally, merkleRoot: null },
      }
    })
    const found = checked(packed(large, 'public', []))
    expect(found).toMatchObject({ sound: true, notRecomputed: ['credibility', ...STATED_ONLY, 'caseDigest'] })
    expect(found.figures.some(({ path }) => path.startsWith('residual.level'))).toBe(true)
  })

  test('that carries more than may be public is named', () => {
    const more = forged(bundle, 'case.json', (given: object) => ({ ...given, narratives: { survey: '2人' } }))
    expect(checked(more).faults).toEqual([{ fault: 'carries-more' }])
  })

  test('whose counts do not agree with each other is named', () => {
    const other = forged(bundle, 'tallies.json', (tallies: PublicTallies) => ({
      ...tallies,
      indices: {
        ...tallies.indices,
        opposition: tallies.indices.opposition!.map((item) => ({ ...item, counted: item.counted - 20 })),
      },
    }))
    expect(checked(other).faults).toContainEqual({ fault: 'tallies' })
  })

  test('that leaves out more than it must is named', () => {
    const files = unzipSync(bundle)
    const { digest: _, ...manifest } = JSON.parse(strFromU8(files['manifest.json']!))
    manifest.withheld = [...manifest.withheld, 'economics'].sort()
    const signed = { ...manifest, digest: digestValue(manifest) }
    const found = checked(zipSync({ ...files, 'manifest.json': strToU8(canonicalJson(signed)) }))
    expect(found.faults).toEqual([{ fault: 'withheld' }])
  })
})

describe('what is no bundle', () => {
  const bundle = packed(closedCase(), 'archive')
  const reason = (bytes: Uint8Array) => {
    const result = recomputeBundle(bytes)
    return result.ok ? 'opened' : [result.reason, result.details?.name].filter(Boolean).join(' ')
  }

  test('is refused with its reason', () => {
    const files = unzipSync(bundle)
    const { 'scheme.json': _, ...lacking } = files
    expect(reason(new Uint8Array())).toBe('not-a-zip')
    expect(reason(strToU8('hello'))).toBe('not-a-zip')
    expect(reason(bundle.slice(0, bundle.length / 2))).toBe('not-a-zip')
    expect(reason(zipSync(lacking))).toBe('file-missing scheme.json')
    expect(reason(zipSync({ ...files, '../../evil.js': strToU8('x') }))).toBe('foreign-file ../../evil.js')
    expect(reason(changed(bundle, 'manifest.json', (text) => text.slice(1)))).toBe('manifest-malformed')
    expect(reason(changed(bundle, 'results.json', (text) => text.slice(1)))).toBe(
      'file-malformed results.json',
    )
    expect(reason(forged(bundle, 'case.json', () => ({ id: 'x' })))).toBe('case-malformed')
    expect(reason(forged(bundle, 'case.json', (one: CaseFile) => ({ ...one, schemeId: 'mine' })))).toBe(
      'case-malformed',
    )
  })

  test('a swollen file is not unpacked', () => {
    const swollen = Buffer.from(bundle)
    // The entry of leaves.json in the directory at the end of the archive; its unpacked size stands at byte 24.
    const entry = swollen.lastIndexOf('leaves.json') - 46
    expect(swollen.readUInt32LE(entry)).toBe(0x02014b50)
    swollen.writeUInt32LE(250_000_000, entry + 24)
    expect(reason(swollen)).toBe('bundle-too-large')
  })
})

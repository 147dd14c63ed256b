/**
 * The floor plan as a test. It reads import lines as text, without a compiler, so it works under any TypeScript
 * version (dependency-cruiser under TypeScript 7 is green because it sees no module at all).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOMS = ['app', 'intake', 'lib', 'db'] as const

const everyFile = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
).filter((file) => /\.(tsx?|css)$/.test(file))
const files = everyFile.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

interface Edge {
  from: string
  to: string
  ours: boolean
}

const edges: Edge[] = files.flatMap((from) => {
  const source = readFileSync(from, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const found: Edge[] = []
  for (const match of source.matchAll(
    /\bfrom\s+['"]([^'"\n]+)['"]|\bimport\s+['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g,
  )) {
    const spec = match[1] ?? match[2] ?? match[3]
    if (!spec) continue
    if (!spec.startsWith('.')) {
      found.push({ from, to: spec, ours: false })
      continue
    }
    found.push({ from, to: normalize(join(dirname(from), spec)), ours: true })
  }
  return found
})

/** Packages of pure mathematics and validation: they compute the same in a server, a browser and a command line. */
const PURE_PACKAGES = String.raw`zod$|@stdlib\/|@noble\/hashes\/|ml-matrix$|d3-scale$|d3-shape$|chinese-days\/dist\/chinese-days\.json$|fflate$`

interface Rule {
  why: string
  from: RegExp
  allow: RegExp
}

const RULES: Rule[] = [
  {
    why: 'lib/*.ts thinks: it runs alike in server, browser and command line, so it may not know React, Next, Node or a database',
    from: /^lib\/(?!.*\.fixture\.ts$).*\.ts$/,
    allow: new RegExp(`^(lib\\/.*\\.ts$|${PURE_PACKAGES})`),
  },
  {
    why: 'a fixture serves tests only: beside what lib may know it may draw values at random',
    from: /^lib\/.*\.fixture\.ts$/,
    allow: new RegExp(`^(lib\\/.*\\.ts$|fast-check$|${PURE_PACKAGES})`),
  },
  {
    why: 'lib/*.tsx is a face: it looks at the thinking and gets its actions as props, so it never imports Next, storage or a server',
    from: /^lib\/.*\.tsx$/,
    allow: new RegExp(
      `^(lib\\/|react$|react\\/|react-dom$|react-hook-form$|@hookform\\/|recharts$|@mantine\\/|@tabler\\/icons-react$|use-intl$|${PURE_PACKAGES})`,
    ),
  },
  {
    why: 'db remembers: it knows the shapes from lib/*.ts, never a face and never the app',
    from: /^db\//,
    allow:
      /^(db\/|lib\/.*\.ts$|drizzle-orm|drizzle-kit$|better-sqlite3$|pg$|sodium-native$|nanoid$|better-auth\/crypto$|zod$|node:)/,
  },
  {
    why: 'intake is the residents’ door on the public internet: it ships no framework to phones and cannot reach the officials’ house',
    // The simulated attacker holds the database file itself; it is run by tests only.
    from: /^intake\/(?!attack-testing\.ts$)/,
    allow:
      /^(intake\/|lib\/|db\/|fastify$|@fastify\/|react$|react-dom\/server$|pino$|uqr$|nanoid$|zod$|esbuild$|node:)/,
  },
  {
    why: 'app talks: it may use everything but the residents’ door, which has a process of its own',
    from: /^app\//,
    allow: /^(app\/|lib\/|db\/|(?!intake\/)[@a-z])/,
  },
]

/** Inside lib, imports go downwards only; siblings meet in the CaseFile and nowhere else. */
const STOREYS: readonly (readonly string[])[] = [
  ['approval', 'office'],
  ['report'],
  ['verdict'],
  ['assessment'],
  ['dimensions', 'risk', 'survey', 'participation', 'disputes', 'follow-up', 'economics'],
  ['scheme', 'statistics', 'integrity', 'evidence'],
]
/** Rooms beside the domain: words and widgets. They know no domain slice, so every face may use them. */
const ASIDE = ['messages', 'ui']

const sliceOf = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1]
const storeyOf = (slice: string) => STOREYS.findIndex((storey) => storey.includes(slice))

describe('the floor plan', () => {
  test('the scanner sees the house', () => {
    // A scanner that reads nothing passes every rule; these floors are far below the real counts.
    expect(files.length).toBeGreaterThan(15)
    expect(edges.length).toBeGreaterThan(15)
    const dangling = edges.filter(
      (edge) => edge.ours && !everyFile.includes(edge.to) && !/\.(json|mjs)$/.test(edge.to),
    )
    expect(dangling.map((edge) => `${edge.from} → ${edge.to}`)).toEqual([])
  })

  for (const { why, from, allow } of RULES) {
    test(why, () => {
      const offending = edges.filter((edge) => from.test(edge.from) && !allow.test(edge.to))
      expect(offending.map((edge) => `${edge.from} → ${edge.to}`)).toEqual([])
    })
  }

  test('the app is never imported: pages are ends, not sources', () => {
    expect(edges.filter((edge) => /^app\//.test(edge.to) && !/^app\//.test(edge.from))).toEqual([])
  })

  test('slices of lib import downwards only, and never a sibling', () => {
    const offending = edges.filter((edge) => {
      const from = sliceOf(edge.from)
      const to = sliceOf(edge.to)
      if (!edge.from.startsWith('lib/') || !edge.ours || !to || from === to || ASIDE.includes(to))
        return false
      if (!from) return true // a root file of lib knows no slice
      if (ASIDE.includes(from)) return true
      return storeyOf(to) <= storeyOf(from)
    })
    expect(offending.map((edge) => `${edge.from} → ${edge.to}`)).toEqual([])
  })

  test('every slice of lib has its storey', () => {
    const slices = new Set(files.map(sliceOf).filter((slice) => slice !== undefined))
    expect([...slices].filter((slice) => storeyOf(slice) < 0 && !ASIDE.includes(slice))).toEqual([])
  })

  test('there are no drawers: a file is named for what it is about', () => {
    const drawer = /(^|\/)(utils?|helpers?|managers?|common|misc|shared|types|index)(\.tsx?$|\/)/
    expect(everyFile.filter((file) => drawer.test(file))).toEqual([])
  })

  test('no circles', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      if (done.has(file)) return
      for (const edge of edges) if (edge.ours && edge.from === file) walk(edge.to, [...path, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
    expect(circles).toEqual([])
  })
})

/** What somebody learns who holds the public bundle, the exported counts and the report together. */

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import { appendixSurvey } from '../../report/chapters/appendix-survey.ts'
import { surveyOpposition } from '../../report/chapters/survey-opposition.ts'
import { EXAMPLE_CASE } from '../../report/example-input.fixture.ts'
import { NONE } from '../../report/format.ts'
import { schemeOf } from '../../scheme/registry.ts'
import { surveyExport } from '../../survey/export/survey-export.ts'
import { type Questionnaire, questionnaireShape } from '../../survey/questionnaire.ts'
import { tallyResponses } from '../../survey/tally.ts'
import { compute } from '../../verdict/compute.ts'
import { FULL_CASE } from '../frozen-case.fixture.ts'
import { packPublicBundle } from './pack.ts'
import { LEFT_OUT, publicCase } from './public-case.ts'
import type { PublicTallies } from './public-tallies.ts'

const K = schemeOf(EXAMPLE_CASE.schemeId).suppressionK.value
const OPTIONS = ['for', 'any', 'against']
const LABELS = ['支持', '无所谓', '反对']
const GROUPS = ['east', 'west', 'north']

const questionnaire: Questionnaire = questionnaireShape.parse({
  title: '调查',
  introduction: '说明',
  questions: [
    {
      id: 'attitude',
      type: 'single',
      title: '态度',
      required: false,
      options: OPTIONS.map((id, i) => ({ id, label: LABELS[i] })),
    },
  ],
  indices: {
    satisfaction: null,
    support: { questionIds: ['attitude'], optionIds: ['for'] },
    confidence: null,
    opposition: { questionIds: ['attitude'], optionIds: ['against'] },
  },
})

/** A closed survey in which so many of each group gave each answer. */
function surveyed(table: readonly (readonly number[])[]): CaseFile {
  const groups = table.map((counts, i) => {
    const persons = Math.max(
      1,
      counts.reduce((sum, n) => sum + n, 0),
    )
    return { id: GROUPS[i]!, name: `群体${i}`, effect: 'direct' as const, households: persons, persons }
  })
  const tally = tallyResponses(
    questionnaire,
    groups.map(({ id }) => id),
    table.flatMap((counts, i) =>
      counts.flatMap((n, j) =>
        Array.from({ length: n }, () => ({ groupId: GROUPS[i]!, answers: { attitude: OPTIONS[j]! } })),
      ),
    ),
  )
  return {
    ...EXAMPLE_CASE,
    groups,
    survey: {
      ...EXAMPLE_CASE.survey!,
      questionnaire,
      responsesByGroup: Object.fromEntries(tally.map(({ groupId, responses }) => [groupId, responses])),
      tally,
    },
  }
}

const filesOf = (caseFile: CaseFile) =>
  unzipSync(packPublicBundle({ caseFile, results: compute(caseFile), leaves: [], frozen: null }))
const read = (files: ReturnType<typeof filesOf>, name: string) => JSON.parse(strFromU8(files[name]!))

interface Known {
  readonly rows: (number | null)[][]
  readonly all: (number | null)[]
  readonly opposed: (number | null)[]
}

/** Every count that any of the three papers states. */
function knownOf(caseFile: CaseFile): Known {
  const results = compute(caseFile)
  const groupIds = caseFile.groups.map(({ id }) => id)
  const known: Known = {
    rows: groupIds.map(() => [null, null, null]),
    all: [null, null, null],
    opposed: groupIds.map(() => null),
  }
  const learn = (cells: (number | null)[], at: number, n: number | null | undefined) => {
    if (typeof n === 'number' && at >= 0) cells[at] = n
  }
  // The exported counts.
  const { name, version, id } = schemeOf(caseFile.schemeId)
  const exported = surveyExport({
    survey: caseFile.survey!,
    matter: caseFile.matter.title,
    engineVersion: results.engineVersion,
    scheme: { id, name: name.zh, version },
    groups: caseFile.groups,
    sampling: caseFile.sampling,
    samplingFloors: schemeOf(caseFile.schemeId).samplingFloors,
    fewest: K,
  })
  for (const { groupId, categoryId, count } of exported!.counts)
    learn(
      groupId === null ? known.all : known.rows[groupIds.indexOf(groupId)]!,
      OPTIONS.indexOf(categoryId),
      count,
    )
  // The report.
  const printed = [
    ...appendixSurvey({ caseFile, results }),
    ...surveyOpposition({ caseFile, results }),
  ].flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const number = (text: string | undefined) =>
    text === undefined || text === NONE ? null : Number(text.replaceAll(/\D/g, ''))
  for (const [label, first, second] of printed) {
    learn(known.all, LABELS.indexOf(label!), number(first))
    learn(
      known.opposed,
      caseFile.groups.findIndex((group) => group.name === label),
      number(second),
    )
  }
  // The bundle: its counts, and whatever its results say of them.
  const files = filesOf(caseFile)
  const tallies: PublicTallies = read(files, 'tallies.json')
  const [table] = tallies.tables
  table!.all.counts.forEach((n, j) => {
    learn(known.all, j, n)
  })
  for (const { groupId, counts } of table!.groups)
    counts.forEach((n, j) => {
      learn(known.rows[groupIds.indexOf(groupId)]!, j, n)
    })
  for (const { groupId, opposed } of tallies.opposition)
    learn(known.opposed, groupIds.indexOf(groupId), opposed)
  const { survey, initial, residual, evidenced, credibility } = read(files, 'results.json')
  for (const { optionId, estimate } of survey.questions[0].options)
    learn(known.all, OPTIONS.indexOf(optionId), estimate?.count)
  for (const { groupId, opposed } of survey.oppositionByGroup)
    learn(known.opposed, groupIds.indexOf(groupId), opposed)
  // A level rests on the opposed of each group: where one is hidden nothing may be said of what it rests on.
  if (known.opposed.includes(null))
    expect([initial.level, initial.robustness, residual.level, residual.robustness, evidenced.level]).toEqual(
      [null, null, null, null, null],
    )
  expect(credibility).toBeNull()
  return known
}

function* guesses(n: number): Generator<number[]> {
  for (let a = 0; a <= n; a += 1) for (let b = 0; a + b <= n; b += 1) yield [a, b, n - a - b]
}

/** How wide a range is left to each count, by trying every table with the known group sizes and index shares. */
function widths(table: readonly (readonly number[])[], known: Known): number[][] {
  const agrees = (shown: readonly (number | null)[], guess: readonly number[]) =>
    shown.every((n, j) => n === null || n === guess[j])
  const sum = (rows: readonly (readonly number[])[]) =>
    [0, 1, 2].map((j) => rows.reduce((total, row) => total + row[j]!, 0))
  const truth = sum(table)
  const choices = table.map((row, i) =>
    [...guesses(row[0]! + row[1]! + row[2]!)].filter(
      (guess) => agrees(known.rows[i]!, guess) && (known.opposed[i] ?? guess[2]) === guess[2],
    ),
  )
  const low = table.map((row) => row.map(() => Number.POSITIVE_INFINITY))
  const high = table.map((row) => row.map(() => Number.NEGATIVE_INFINITY))
  const walk = (guessed: number[][]) => {
    if (guessed.length < table.length) {
      for (const guess of choices[guessed.length]!) walk([...guessed, guess])
      return
    }
    const sums = sum(guessed)
    if (sums[0] !== truth[0] || sums[2] !== truth[2] || !agrees(known.all, sums)) return
    guessed.forEach((row, i) => {
      row.forEach((n, j) => {
        low[i]![j] = Math.min(low[i]![j]!, n)
        high[i]![j] = Math.max(high[i]![j]!, n)
      })
    })
  }
  walk([])
  return table.map((row, i) => row.map((_, j) => high[i]![j]! - low[i]![j]!))
}

describe('export, report and public bundle together', () => {
  test('two supporters of one group cannot be worked out from eight of the other', () => {
    const caseFile = surveyed([
      [2, 0, 20],
      [8, 0, 20],
    ])
    const known = knownOf(caseFile)
    expect([known.rows[0]![0], known.rows[1]![0]]).toEqual([null, null])
    expect(read(filesOf(caseFile), 'tallies.json').tables[0].groups[0].counts).not.toContain(2)
  })

  test('leave every hidden count a range', () => {
    const row = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 2 }), (table) => {
        const known = knownOf(surveyed(table))
        const left = widths(table, known)
        const nothing = table.map(() => [null, null, null])
        const best = widths(table, { rows: nothing, all: [null, null, null], opposed: [null, null] })
        table.forEach((counts, i) => {
          counts.forEach((n, j) => {
            if (known.rows[i]![j] === null) expect(left[i]![j]).toBeGreaterThanOrEqual(1)
            if (n > 0 && n < K) expect(left[i]![j]).toBeGreaterThanOrEqual(Math.min(K - 1, best[i]![j]!))
          })
        })
      }),
      { numRuns: 60 },
    )
  }, 180_000)
})

/** Every place in a value, members of lists under one name: `findings.evidence`. */
function placesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((member) => placesOf(member, path)))]
  if (value === null || typeof value !== 'object') return [path]
  return [
    ...new Set(
      Object.entries(value).flatMap(([key, member]) =>
        placesOf(member, path === '' ? key : `${path}.${key}`),
      ),
    ),
  ]
}

const isLeftOut = (place: string) => LEFT_OUT.some((part) => place === part || place.startsWith(`${part}.`))

/** The case with everything that is to stay in the house marked, words and numbers. */
function marked(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((member) => marked(member, path))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        marked(member, path === '' ? key : `${path}.${key}`),
      ]),
    )
  // The counts of the survey go out by their own reckoning; see above.
  if (!isLeftOut(path) || path.startsWith('survey.tally')) return value
  // Texts; days and words of a closed list have to stay what they are, or nothing could be computed.
  if (typeof value === 'string' && /[^\x20-\x7e]/.test(value)) return `机密${value}`
  return value
}

/** One of everything that can be in a case. */
const FULL: CaseFile = {
  ...EXAMPLE_CASE,
  custody: {
    codes: [{ groupId: 'village-1', issued: 98_761, leftOver: 98_762 }],
    paper: [
      {
        groupId: 'village-1',
        issued: 98_764,
        returned: 98_765,
        spoilt: 98_766,
        unused: 98_767,
        accepted: 98_768,
      },
    ],
  },
  earlierSurvey: FULL_CASE.earlierSurvey,
  sampling: FULL_CASE.sampling,
  participation: {
    ...FULL_CASE.participation,
    consultations: [
      {
        id: 'c',
        kind: 'experts',
        heldOn: '2026-09-01',
        place: '机密地点',
        host: '机密主持',
        counts: [{ groupId: 'village-1', persons: 98_769 }],
        minutes: '机密记录全文',
        noticeOn: null,
        listOn: null,
        papersOn: null,
        shortenedBecause: '机密理由',
        departments: ['机密部门'],
        experts: [{ name: '机密专家', post: '机密职务', opinion: 'dissents', grounds: '机密意见' }],
      },
    ],
    themes: [
      {
        id: 't',
        name: '机密主题',
        keywords: ['机密词'],
        counts: [{ groupId: 'village-1', source: 'letter', day: '2026-09-02', n: 98_770 }],
        answer: {
          answer: 'adopted',
          reason: '机密答复',
          measure: '机密措施',
          factorId: null,
          answeredOn: '2026-09-03',
        },
      },
    ],
  },
  disputes: FULL_CASE.disputes,
  followUp: {
    measures: [
      { factorId: 'factor-1', measureId: 'm1', state: 'done', doneOn: '2026-09-05', proof: '机密证据' },
    ],
    emergencyPlan: {
      scenarios: [],
      contacts: [{ office: '机密值班室', duty: '机密职责', phone: '0941-9876543' }],
      drills: [],
    },
    postEvaluation: FULL_CASE.followUp.postEvaluation,
  },
  narratives: { survey: '机密文字' },
}

describe('the case in a public bundle', () => {
  test('of a case file full of marked secrets nothing is found', () => {
    const caseFile = marked(FULL) as CaseFile
    const files = Object.entries(filesOf(caseFile))
    const found = ['机密', '0941-9876543', '9876'].flatMap((secret) =>
      files.filter(([, bytes]) => strFromU8(bytes).includes(secret)).map(([name]) => `${name}: ${secret}`),
    )
    expect(found).toEqual([])
    // The marks are there to be found: the archive has them.
    expect(JSON.stringify(caseFile).match(/机密/g)!.length).toBeGreaterThan(100)
  })

  test('everything is either given or on the list of what is left out', () => {
    const given = new Set(placesOf(publicCase(FULL)))
    const lost = placesOf(FULL).filter((place) => !given.has(place) && !isLeftOut(place))
    expect(lost).toEqual([])
    expect([...given].filter(isLeftOut)).toEqual([])
  })

  test('a member that comes to the case later stays in the house until somebody names it', () => {
    const tomorrow = { ...FULL, whistleblower: '机密', matter: { ...FULL.matter, petitioner: '机密' } }
    expect(JSON.stringify(publicCase(tomorrow as CaseFile))).not.toContain('机密')
  })
})

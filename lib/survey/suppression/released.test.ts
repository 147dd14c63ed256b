import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Question, type Questionnaire, questionnaireShape } from '../questionnaire.ts'
import type { Answers } from '../response.ts'
import { tallyResponses } from '../tally.ts'
import { oppositionHidden, releasedTables } from './released.ts'

const K = 5
const GROUPS = ['east', 'west', 'north']
const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }))

const questionnaire: Questionnaire = questionnaireShape.parse({
  title: '调查',
  introduction: '说明',
  questions: [
    {
      id: 'attitude',
      type: 'single',
      title: '态度',
      required: false,
      options: options('for', 'any', 'against'),
    },
    { id: 'worries', type: 'multiple', title: '担心', required: false, options: options('noise', 'air') },
    {
      id: 'parts',
      type: 'matrix',
      title: '各方面',
      required: false,
      rows: options('road', 'house'),
      options: options('good', 'bad'),
    },
    { id: 'area', type: 'number', title: '面积', required: false, min: 0, max: 1000, decimals: 0 },
  ],
  indices: {
    satisfaction: null,
    support: { questionIds: ['attitude'], optionIds: ['for'] },
    confidence: null,
    opposition: { questionIds: ['attitude'], optionIds: ['against'] },
  },
})

function released(questionId: string, people: readonly [group: string, n: number, answers: Answers][]) {
  const tally = tallyOf(people)
  const question = questionnaire.questions.find(({ id }) => id === questionId) as Question
  return releasedTables(question, questionnaire, tally, K)
}

const tallyOf = (people: readonly [group: string, n: number, answers: Answers][]) =>
  tallyResponses(
    questionnaire,
    GROUPS,
    people.flatMap(([groupId, n, answers]) => Array.from({ length: n }, () => ({ groupId, answers }))),
  )

describe('counts as they may leave the house', () => {
  const attitudes: [string, number, Answers][] = [
    ['east', 40, { attitude: 'for' }],
    ['east', 2, { attitude: 'against' }],
    ['west', 30, { attitude: 'for' }],
    ['west', 12, { attitude: 'against' }],
    ['north', 50, { attitude: 'for' }],
    ['north', 10, { attitude: 'any' }],
    ['north', 20, { attitude: 'against' }],
  ]

  test('two opponents of a group are hidden, with a second group, while the share of all stands', () => {
    const [table] = released('attitude', attitudes)
    expect(table?.all.counts[2]).toBe(34)
    expect(table?.rows[0]?.counts[2]).toBeNull()
    expect(table?.rows.map(({ answered }) => answered)).toEqual([42, 42, 80])
    const hidden = oppositionHidden(questionnaire, tallyOf(attitudes), K)
    expect(hidden.has('east')).toBe(true)
    expect(hidden.size).toBe(2)
  })

  test('the sum of all who do not object is small: it would name them as well', () => {
    const hidden = oppositionHidden(
      questionnaire,
      tallyOf([
        ['east', 2, { attitude: 'for' }],
        ['east', 1, { attitude: 'any' }],
        ['east', 40, { attitude: 'against' }],
        ['west', 30, { attitude: 'for' }],
        ['west', 12, { attitude: 'against' }],
      ]),
      K,
    )
    expect([...hidden].sort()).toEqual(['east', 'west'])
  })

  test('of several choices, who did not choose is protected as well', () => {
    const [table] = released('worries', [
      ['east', 38, { worries: ['noise'] }],
      ['east', 2, { worries: ['air'] }],
      ['west', 20, { worries: ['noise', 'air'] }],
      ['west', 20, { worries: ['air'] }],
    ])
    expect(table?.choices).toBe('several')
    expect(table?.rows[0]?.counts[0]).toBeNull()
    expect(table?.rows[1]?.counts[0]).toBeNull()
  })

  test('where each may choose one more at most, the sum of choices would tell: all options of the group or none', () => {
    const limited: Questionnaire = {
      ...questionnaire,
      questions: [
        {
          id: 'worries',
          type: 'multiple',
          title: '担心',
          required: false,
          options: options('noise', 'air', 'price'),
          atMost: 2,
        },
      ],
    }
    const tally = tallyResponses(limited, GROUPS, [
      ...Array.from({ length: 30 }, () => ({ groupId: 'east', answers: { worries: ['noise', 'air'] } })),
      ...Array.from({ length: 3 }, () => ({ groupId: 'east', answers: { worries: ['air', 'price'] } })),
      ...Array.from({ length: 30 }, () => ({ groupId: 'west', answers: { worries: ['price'] } })),
      ...Array.from({ length: 30 }, () => ({ groupId: 'west', answers: { worries: ['noise'] } })),
    ])
    const [table] = releasedTables(limited.questions[0]!, limited, tally, K)
    expect(table?.rows[0]?.counts).toEqual([null, null, null])
  })

  test('each row of a matrix is a table with its own respondents', () => {
    const tables = released('parts', [
      ['east', 20, { parts: { road: 'good', house: 'bad' } }],
      ['east', 10, { parts: { road: 'bad' } }],
      ['west', 20, { parts: { house: 'good' } }],
    ])
    expect(tables.map(({ part, all }) => [part?.id, all.answered, all.counts])).toEqual([
      ['road', 30, [20, 10]],
      ['house', 40, [20, 20]],
    ])
  })

  test('numbers are counted in classes whose ends hold k answers: the largest holding is in no label', () => {
    const [table] = released('area', [
      ...Array.from({ length: 30 }, (_, i): [string, number, Answers] => ['east', 2, { area: String(i) }]),
      ['west', 1, { area: '977' }],
    ])
    expect(table?.categories.map(({ label }) => label).join()).not.toContain('9')
    expect(table?.all.counts.every((n) => n === null || n >= K)).toBe(true)
  })
})

/** Every way to give n people to three options. */
function* guesses(n: number): Generator<number[]> {
  for (let a = 0; a <= n; a += 1) for (let b = 0; a + b <= n; b += 1) yield [a, b, n - a - b]
}

interface Printed {
  readonly rows: readonly (readonly (number | null)[])[]
  readonly all: readonly (number | null)[]
  /** By group; null where hidden. */
  readonly opposed: readonly (number | null)[]
}

/** The ranges of all counts over the tables that agree with what is printed, by trying them all. */
function rangesOf(table: readonly (readonly number[])[], printed: Printed) {
  const low = table.map((row) => row.map(() => Number.POSITIVE_INFINITY))
  const high = table.map((row) => row.map(() => Number.NEGATIVE_INFINITY))
  const agrees = (shown: readonly (number | null)[], guess: readonly number[]) =>
    shown.every((n, j) => n === null || n === guess[j])
  const choices = table.map((row, i) =>
    [...guesses(row[0]! + row[1]! + row[2]!)].filter(
      (guess) =>
        agrees(printed.rows[i]!, guess) && (printed.opposed[i] === null || printed.opposed[i] === guess[2]),
    ),
  )
  const total = (rows: readonly (readonly number[])[]) =>
    [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + row[j]!, 0))
  const truth = total(table)
  const walk = (guessed: number[][]) => {
    if (guessed.length < table.length) {
      for (const guess of choices[guessed.length]!) walk([...guessed, guess])
      return
    }
    const sums = total(guessed)
    // Support and opposition of all are printed with the indices.
    if (sums[0] !== truth[0] || sums[2] !== truth[2] || !agrees(printed.all, sums)) return
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

test('groups, options, opposed and indices together: no hidden count follows from all that is printed', () => {
  const row = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 })
  const k = 3
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
      const ids = ['for', 'any', 'against']
      const tally = tallyResponses(
        questionnaire,
        GROUPS.slice(0, table.length),
        table.flatMap((counts, i) =>
          counts.flatMap((n, j) =>
            Array.from({ length: n }, () => ({ groupId: GROUPS[i]!, answers: { attitude: ids[j]! } })),
          ),
        ),
      )
      const [released] = releasedTables(questionnaire.questions[0]!, questionnaire, tally, k)
      const rows = released!.rows.map(({ counts }) => counts)
      const opposed = table.map((counts, i) => (released!.opposedHidden.has(GROUPS[i]!) ? null : counts[2]!))
      const widths = rangesOf(table, { rows, all: released!.all.counts, opposed })
      const nothing = table.map(() => [null, null, null])
      const best = rangesOf(table, { rows: nothing, all: [null, null, null], opposed: table.map(() => null) })
      table.forEach((counts, i) => {
        counts.forEach((n, j) => {
          const small = n > 0 && n < k
          if (rows[i]![j] === null) expect(widths[i]![j]).toBeGreaterThanOrEqual(1)
          if (small) expect(widths[i]![j]).toBeGreaterThanOrEqual(Math.min(k - 1, best[i]![j]!))
        })
        if (opposed[i] === null) expect(widths[i]![2]).toBeGreaterThanOrEqual(1)
      })
    }),
    { numRuns: 200 },
  )
})

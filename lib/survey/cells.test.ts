import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellCount, type CountedResponse, countCells, responseCells } from './cells.ts'
import { CHANNELS } from './channel.ts'
import { everyTypeQuestionnaire, someAnswers } from './questionnaire.fixture.ts'
import { optionsOf } from './questionnaire.ts'
import { isAsked } from './show-if.ts'
import { tallyOf } from './tally.ts'

const questionnaire = everyTypeQuestionnaire()
const responses = fc.array(
  fc.record<CountedResponse>({
    groupId: fc.constantFrom('g1', 'g2'),
    channel: fc.constantFrom(...CHANNELS),
    day: fc.constantFrom('2026-11-01', '2026-11-02'),
    answers: someAnswers(questionnaire),
  }),
  { maxLength: 30 },
)
const cellsOf = (answers: CountedResponse['answers']) =>
  responseCells(questionnaire, answers, '2026-11-01').map(({ questionId, cell }) => `${questionId} ${cell}`)

/** Counts of two parts put together, as the database does. */
function added(...parts: CellCount[][]): CellCount[] {
  const sums = new Map<string, CellCount>()
  for (const count of parts.flat()) {
    const key = [count.groupId, count.channel, count.questionId, count.cell].join('\u0000')
    sums.set(key, { ...count, n: count.n + (sums.get(key)?.n ?? 0) })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}

test('counts do not depend on the order in which people answered', () => {
  fc.assert(
    fc.property(
      responses.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(countCells(questionnaire, shuffled)).toEqual(countCells(questionnaire, all))
      },
    ),
  )
})

test('counts of parts add up to the counts of the whole', () => {
  fc.assert(
    fc.property(responses, responses, (first, second) => {
      expect(added(countCells(questionnaire, first), countCells(questionnaire, second))).toEqual(
        countCells(questionnaire, [...first, ...second]),
      )
    }),
  )
})

test('the tally agrees with counting by hand', () => {
  fc.assert(
    fc.property(responses, (all) => {
      const tally = tallyOf(questionnaire, ['g1', 'g2', 'g3'], countCells(questionnaire, all))
      for (const group of tally) {
        const own = all.filter(({ groupId }) => groupId === group.groupId)
        expect(group.responses).toBe(own.length)
        for (const question of questionnaire.questions) {
          if (question.type === 'info') continue
          const given: unknown[] = own.flatMap(({ answers }) => [answers[question.id]].flat())
          const counted = group.questions[question.id]!
          expect(counted.answered).toBe(own.filter(({ answers }) => question.id in answers).length)
          if (question.type === 'single' || question.type === 'multiple' || question.type === 'scale')
            for (const { id } of optionsOf(question))
              expect(counted.options[id]).toBe(given.filter((value) => value === id).length)
          if (question.type === 'matrix')
            for (const row of question.rows)
              for (const option of question.options)
                expect(counted.options[`${row.id}:${option.id}`]).toBe(
                  own.filter(({ answers }) => {
                    const answer = answers[question.id]
                    return (
                      typeof answer === 'object' && !Array.isArray(answer) && answer[row.id] === option.id
                    )
                  }).length,
                )
          if (question.type === 'ranking')
            for (const { id } of question.options)
              expect(counted.options[`${id}#1`]).toBe(
                own.filter(({ answers }) => [answers[question.id]].flat()[0] === id).length,
              )
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('a question that was not asked counts as that and as nothing else, even if an answer is there', () => {
  fc.assert(
    fc.property(someAnswers(questionnaire), (answers) => {
      const stray = { ...answers, why: ['noise'], order: ['x', 'y'] }
      const asked: typeof answers = {}
      for (const question of questionnaire.questions) {
        if (question.type === 'info') continue
        const own = cellsOf(stray).filter((cell) => cell.startsWith(`${question.id} `))
        if (!isAsked(question, asked)) expect(own).toEqual([`${question.id} not-asked`])
        else if (stray[question.id as keyof typeof stray] !== undefined)
          Object.assign(asked, { [question.id]: stray[question.id as keyof typeof stray] })
      }
    }),
  )
})

describe('the cells of each type', () => {
  test('a number by value, a date by month, a text not at all', () => {
    const cells = cellsOf({ area: '12.5', moved: '2024-05-17', since: '2023-01', demands: '要求修路' })
    expect(cells).toContain('area v:12.5')
    expect(cells).toContain('moved m:2024-05')
    expect(cells).toContain('since m:2023-01')
    expect(cells.filter((cell) => cell.startsWith('demands'))).toEqual(['demands answered'])
    expect(cells.join()).not.toContain('2024-05-17')
  })

  test('four grades alike are a straight line, three are not judged', () => {
    expect(cellsOf({ grade: '1', parts: { r1: 'a', r2: 'a', r3: 'a' } })).toContain(
      '$response straight-line:yes',
    )
    expect(cellsOf({ grade: '2', parts: { r1: 'a', r2: 'a', r3: 'a' } })).toContain(
      '$response straight-line:no',
    )
    expect(cellsOf({ parts: { r1: 'a', r2: 'a', r3: 'a' } }).join()).not.toContain('straight-line')
  })

  test('words behind “other” are not counted', () => {
    expect(
      cellsOf({ attitude: 'else', 'attitude.other': '看情况' }).filter((cell) => cell.startsWith('attitude')),
    ).toEqual(['attitude answered', 'attitude else'])
  })
})

test('a count of a group that has no link is refused', () => {
  expect(() =>
    tallyOf(
      questionnaire,
      ['g1'],
      [{ groupId: 'g9', channel: 'code', questionId: '$response', cell: 'n', n: 1 }],
    ),
  ).toThrow()
})

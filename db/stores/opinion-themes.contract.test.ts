/** Themes, what is coded to them and how each is answered, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE_FACTORS } from '../../lib/assessment/examples/resettlement.ts'
import { adoptionRegister } from '../../lib/participation/opinions/adoption-register.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { replaceGroups } from './matter.ts'
import { batch, opinionRegister } from './opinion-testing.ts'
import { codeOpinions, mergeTheme, saveTheme } from './opinion-themes.ts'
import { addOpinions, splitOpinion } from './opinions.ts'
import { saveFactor } from './risk.ts'
import { newAssessment, value } from './survey-testing.ts'
import { answerTheme, publishAnswer, readPublishedAnswers } from './theme-answers.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const { caseOf, opinionsOf, write } = opinionRegister(() => db.doors)

test('counts follow what is coded, split and merged, and nothing is lost on the way', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) =>
    replaceGroups(tx, assessment, [{ name: '东村', effect: 'direct', households: 80, persons: 240 }]),
  )
  const groupId = (await caseOf(assessment)).groups[0]!.id
  await write(assessment, (tx) =>
    addOpinions(tx, assessment, batch(['太臭了。要修路。', '补偿太低'], { groupId })),
  )
  const entered = await opinionsOf(assessment)
  const long = entered.find(({ text }) => text.startsWith('太臭'))!
  const price = entered.find(({ text }) => text.startsWith('补偿'))!
  await write(assessment, (tx) =>
    splitOpinion(tx, assessment, { opinionId: long.id, texts: ['太臭了。', '要修路。'] }),
  )
  const pieces = await opinionsOf(assessment)
  expect(pieces.map(({ text }) => text)).toEqual(['太臭了。', '补偿太低', '要修路。'].sort())
  expect(pieces.every((piece) => piece.groupId === groupId)).toBe(true)
  const idOf = (text: string) => pieces.find((piece) => piece.text === text)!.id
  const code = (opinionIds: string[], themeId: string | null, from: string | null = null) =>
    write(assessment, (tx) => codeOpinions(tx, assessment, { opinionIds, from, themeId }))
  await code([idOf('太臭了。')], 'environment')
  await code([idOf('要修路。'), price.id], 'traffic')
  const countOf = async (themeId: string) =>
    (await caseOf(assessment)).participation.themes.find(({ id }) => id === themeId)?.counts
  expect(await countOf('traffic')).toEqual([{ groupId, source: 'meeting', day: '2026-03-02', n: 2 }])
  expect(
    await write(assessment, (tx) => mergeTheme(tx, assessment, { themeId: 'traffic', intoId: null })),
  ).toEqual({
    ok: false,
    reason: 'theme-has-opinions',
  })
  await write(assessment, (tx) => mergeTheme(tx, assessment, { themeId: 'traffic', intoId: 'environment' }))
  expect(await countOf('traffic')).toBeUndefined()
  expect((await countOf('environment'))?.[0]?.n).toBe(3)
  expect(await code(['nobody'], 'environment')).toEqual({ ok: false, reason: 'coded-meanwhile' })
  expect(await code([price.id], 'traffic', 'environment')).toEqual({ ok: false, reason: 'not-found' })
})

test('an answer completes the register, and only a factor of this case can be named in it', async () => {
  const assessment = await newAssessment(db.doors)
  const factorId = value(
    await write(assessment, (tx) => saveFactor(tx, assessment as never, null, EXAMPLE_FACTORS[0]!)),
  )
  await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了'])))
  const [one] = await opinionsOf(assessment)
  await write(assessment, (tx) =>
    codeOpinions(tx, assessment, { opinionIds: [one!.id], from: null, themeId: 'environment' }),
  )
  expect(adoptionRegister((await caseOf(assessment)).participation).complete).toBe(false)
  const answer = {
    themeId: 'environment',
    answer: 'adopted',
    reason: '理由',
    measure: '加盖除臭',
    factorId: 'elsewhere',
  } as const
  expect(await write(assessment, (tx) => answerTheme(tx, assessment, answer))).toEqual({
    ok: false,
    reason: 'unknown-factor',
  })
  value(await write(assessment, (tx) => answerTheme(tx, assessment, { ...answer, factorId })))
  const register = adoptionRegister((await caseOf(assessment)).participation)
  expect(register.complete).toBe(true)
  expect(register.rows[0]?.answer).toMatchObject({ answer: 'adopted', measure: '加盖除臭', factorId })
})

test('themes have names of their own, and an unknown group is refused', async () => {
  const assessment = await newAssessment(db.doors)
  const save = (name: string, themeId: string | null = null) =>
    write(assessment, (tx) => saveTheme(tx, assessment, { themeId, name, keywords: [] }))
  value(await save('水库移民后期扶持'))
  expect(await save('水库移民后期扶持')).toEqual({ ok: false, reason: 'theme-exists' })
  expect(await save('改名', 'nobody')).toEqual({ ok: false, reason: 'not-found' })
  expect(
    await write(assessment, (tx) => addOpinions(tx, assessment, batch(['甲'], { groupId: 'none' }))),
  ).toEqual({ ok: false, reason: 'unknown-group' })
  expect(await opinionsOf(assessment)).toEqual([])
})

test('copies that a colleague coded otherwise stay where they are, also when the coding is taken back', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了', '太臭了', '太臭了'])))
  const [one, two, three] = (await opinionsOf(assessment)).map(({ id }) => id) as [string, string, string]
  const code = (opinionIds: string[], from: string | null, themeId: string | null) =>
    write(assessment, (tx) => codeOpinions(tx, assessment, { opinionIds, from, themeId }))
  const themes = async () =>
    Object.fromEntries((await opinionsOf(assessment)).map(({ id, themeId }) => [id, themeId]))
  value(await code([two], null, 'traffic'))
  // A page that has not heard of it yet sends all three: nothing moves.
  expect(await code([one, two, three], null, 'environment')).toEqual({
    ok: false,
    reason: 'coded-meanwhile',
  })
  expect(await themes()).toEqual({ [one]: null, [two]: 'traffic', [three]: null })
  value(await code([one, three], null, 'environment'))
  value(await code([one, three], 'environment', null))
  expect(await themes()).toEqual({ [one]: null, [two]: 'traffic', [three]: null })
})

test('the public reads an answer when it is published, and every earlier one with its day', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了'])))
  const [one] = await opinionsOf(assessment)
  await write(assessment, (tx) =>
    codeOpinions(tx, assessment, { opinionIds: [one!.id], from: null, themeId: 'environment' }),
  )
  const themeId = 'environment'
  const say = (answer: 'adopted' | 'not-adopted', reason: string, measure: string) =>
    write(assessment, (tx) =>
      answerTheme(tx, assessment, { themeId, answer, reason, measure, factorId: null }),
    )
  const publish = (today: string) =>
    write(assessment, (tx) => publishAnswer(tx, assessment, { themeId, today }))
  const told = () => readPublishedAnswers(db.doors.read, assessment.id)
  expect(await publish('2026-03-04')).toEqual({ ok: false, reason: 'not-found' })
  value(await say('adopted', '合理', '加盖除臭'))
  expect(await told()).toEqual({})
  value(await publish('2026-03-05'))
  expect(await publish('2026-03-06')).toEqual({ ok: false, reason: 'answer-published' })
  value(await say('not-adopted', '不可行', ''))
  expect((await told())[themeId]).toHaveLength(1)
  value(await publish('2026-03-09'))
  expect((await told())[themeId]).toEqual([
    { answer: 'adopted', reason: '合理', measure: '加盖除臭', publishedOn: '2026-03-05' },
    { answer: 'not-adopted', reason: '不可行', measure: '', publishedOn: '2026-03-09' },
  ])
  expect(await write(assessment, (tx) => mergeTheme(tx, assessment, { themeId, intoId: 'traffic' }))).toEqual(
    { ok: false, reason: 'theme-answered-in-public' },
  )
})

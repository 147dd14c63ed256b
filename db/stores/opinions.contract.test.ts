/** The register of opinions, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE_QUESTIONNAIRE } from '../../lib/assessment/examples/resettlement.ts'
import { adoptionRegister } from '../../lib/participation/opinions/adoption-register.ts'
import type { StrikingEntry } from '../../lib/participation/opinions/striking.ts'
import { STARTING_THEMES } from '../../lib/participation/opinions/themes.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { closeSurvey } from './closing.ts'
import { openIntakeStore } from './intake.ts'
import { batch, opinionRegister } from './opinion-testing.ts'
import { codeOpinions } from './opinion-themes.ts'
import {
  addOnlineOpinion,
  addOpinions,
  fateOfReceipt,
  maskOpinionNames,
  restoreOpinions,
  splitOpinion,
  strikeOpinions,
  takeSurveyTexts,
  untakenTexts,
} from './opinions.ts'
import { publishSurvey, readSurvey, startNewSurvey } from './survey.ts'
import { answerTo, newAssessment, publishedSurvey, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const { caseOf, opinionsOf, write } = opinionRegister(() => db.doors)

test('the first opinion brings the themes of the field, masked and in the order of its words', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了，打13800138000', '补偿太低'])))
  expect((await opinionsOf(assessment)).map(({ text }) => text)).toEqual([
    '太臭了，打〔电话已隐去〕',
    '补偿太低',
  ])
  const { participation } = await caseOf(assessment)
  expect(participation.themes.map(({ id }) => id)).toEqual(STARTING_THEMES.map(({ id }) => id))
  expect(participation.uncodedOpinions).toBe(2)
})

test('a receipt of the public page leads to the theme of its opinion and to nothing else', async () => {
  const assessment = await newAssessment(db.doors)
  const send = (receiptHash: string, text: string) =>
    db.doors.append(assessment.id, (tx) =>
      addOnlineOpinion(tx, { assessmentId: assessment.id, text, day: '2026-03-03', receiptHash }),
    )
  await send('hash-a', '太臭了')
  await send('hash-a', '太臭了')
  await send('hash-b', '要修路')
  const rows = await opinionsOf(assessment)
  expect(rows.map(({ text }) => text)).toEqual(['太臭了', '要修路'])
  await write(assessment, (tx) =>
    codeOpinions(tx, assessment, { opinionIds: [rows[0]!.id], from: null, themeId: 'environment' }),
  )
  expect(await fateOfReceipt(db.doors.read, 'hash-a')).toEqual({
    assessmentId: assessment.id,
    fates: [{ themeId: 'environment', struck: null }],
  })
  expect(await fateOfReceipt(db.doors.read, 'hash-b')).toMatchObject({
    fates: [{ themeId: null, struck: null }],
  })
  expect(await fateOfReceipt(db.doors.read, 'hash-c')).toBeNull()
  const strike: StrikingEntry = {
    opinionIds: [rows[1]!.id],
    kind: 'other-matter',
    because: '说的是另一条路',
  }
  value(await write(assessment, (tx) => strikeOpinions(tx, assessment, strike)))
  expect(await fateOfReceipt(db.doors.read, 'hash-b')).toMatchObject({
    fates: [{ themeId: null, struck: { kind: 'other-matter', because: '说的是另一条路' } }],
  })
})

test('the words of an opinion can be cut and masked and nothing else', async () => {
  const assessment = await newAssessment(db.doors)
  const text = '王建国书记说不搬，我们坚决反对；补偿太低。'
  await write(assessment, (tx) => addOpinions(tx, assessment, batch([text])))
  const opinionId = (await opinionsOf(assessment))[0]!.id
  const split = (texts: string[]) =>
    write(assessment, (tx) => splitOpinion(tx, assessment, { opinionId, texts }))
  const mask = (name: string) =>
    write(assessment, (tx) =>
      maskOpinionNames(tx, assessment, {
        opinionId,
        names: [{ start: text.indexOf(name), end: text.indexOf(name) + name.length, text: name }],
      }),
    )
  for (const texts of [['我们支持'], ['王建国书记说不搬，我们坚决支持', '补偿太低'], ['补偿太低', '不搬']]) {
    expect(await split(texts)).toEqual({ ok: false, reason: 'words-differ' })
  }
  expect(await mask('坚决反对')).toEqual({ ok: false, reason: 'not-a-name' })
  expect((await opinionsOf(assessment)).map((opinion) => opinion.text)).toEqual([text])
  value(await mask('王建国'))
  value(await split(['某某书记说不搬，我们坚决反对', '补偿太低']))
  expect((await opinionsOf(assessment)).map((opinion) => opinion.text)).toEqual([
    '某某书记说不搬，我们坚决反对',
    '补偿太低',
  ])
})

test('a struck opinion does not count, stays with its reason and comes back with its theme', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了', '加微信领奖'])))
  const rows = await opinionsOf(assessment)
  const spam = rows.find(({ text }) => text.startsWith('加微信'))!
  const smell = rows.find(({ text }) => text === '太臭了')!
  value(
    await write(assessment, (tx) =>
      codeOpinions(tx, assessment, { opinionIds: [smell.id], from: null, themeId: 'environment' }),
    ),
  )
  const strike = (id: string) =>
    write(assessment, (tx) =>
      strikeOpinions(tx, assessment, { opinionIds: [id], kind: 'no-opinion', because: '广告' }),
    )
  value(await strike(spam.id))
  value(await strike(smell.id))
  expect(await strike(spam.id)).toEqual({ ok: false, reason: 'not-found' })
  const { participation } = await caseOf(assessment)
  expect(participation.struckOpinions).toEqual([{ kind: 'no-opinion', because: '广告', n: 2 }])
  expect(adoptionRegister(participation)).toMatchObject({ opinions: 0, uncoded: 0, complete: true })
  expect((await opinionsOf(assessment)).every(({ struck }) => struck?.because === '广告')).toBe(true)
  expect(
    await write(assessment, (tx) =>
      codeOpinions(tx, assessment, { opinionIds: [spam.id], from: null, themeId: 'environment' }),
    ),
  ).toEqual({ ok: false, reason: 'coded-meanwhile' })
  value(await write(assessment, (tx) => restoreOpinions(tx, assessment, { opinionIds: [smell.id] })))
  const after = (await caseOf(assessment)).participation
  expect(after.struckOpinions).toEqual([{ kind: 'no-opinion', because: '广告', n: 1 }])
  expect(adoptionRegister(after)).toMatchObject({ opinions: 1, coded: 1 })
})

test('the words of every closed survey can be taken in, once each', async () => {
  const questionnaire = {
    ...EXAMPLE_QUESTIONNAIRE,
    questions: [
      ...EXAMPLE_QUESTIONNAIRE.questions,
      { id: 'words', type: 'text', title: '您有什么意见？', required: false, maxLength: 200 },
      {
        id: 'worry',
        type: 'single',
        title: '您担心什么？',
        required: false,
        options: [
          { id: '1', label: '气味' },
          { id: 'else', label: '其他', other: true },
        ],
      },
    ],
  } as unknown as Questionnaire
  const published = await publishedSurvey(db.doors, questionnaire)
  const { assessment, survey } = published
  const take = (surveyId: string) => write(assessment, (tx) => takeSurveyTexts(tx, assessment, surveyId))
  const intake = openIntakeStore(db.doors)
  const answers = { C1: '2', C19: '5' }
  await intake.accept(answerTo(published, { answers: { ...answers, words: '太臭，打13800138000' } }))
  await intake.accept(answerTo(published, { answers: { ...answers, worry: 'else', 'worry.other': '坟山' } }))
  expect(await untakenTexts(db.doors.read, assessment.id)).toEqual([])
  expect(await take(survey.id)).toEqual({ ok: false, reason: 'survey-not-closed' })
  value(await closeSurvey(db.doors, assessment))
  // A second survey is begun before anybody took in the words of the first.
  await db.doors.write(assessment.id, async (tx) => {
    value(await startNewSurvey(tx, assessment))
    value(await publishSurvey(tx, assessment))
  })
  const [first, ...others] = await untakenTexts(db.doors.read, assessment.id)
  expect(others).toEqual([])
  expect(first).toMatchObject({ surveyId: survey.id, texts: 2 })
  value(await take(survey.id))
  expect((await opinionsOf(assessment)).map(({ text, source, groupId }) => [text, source, groupId])).toEqual([
    ['坟山', 'survey', null],
    ['太臭，打〔电话已隐去〕', 'survey', null],
  ])
  expect(await take(survey.id)).toEqual({ ok: false, reason: 'texts-taken' })
  const second = (await readSurvey(db.doors.read, assessment.id))!
  await intake.accept(
    answerTo({ ...published, survey: second }, { answers: { ...answers, words: '还是太臭' } }),
  )
  value(await closeSurvey(db.doors, assessment))
  expect(await untakenTexts(db.doors.read, assessment.id)).toMatchObject([{ surveyId: second.id, texts: 1 }])
  value(await take(second.id))
  expect(await opinionsOf(assessment)).toHaveLength(3)
  expect(await untakenTexts(db.doors.read, assessment.id)).toEqual([])
  expect(await take('of another office')).toEqual({ ok: false, reason: 'survey-not-closed' })
})

/** The register of opinions and the media items, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveDrafter,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import { EXAMPLE_FACTORS, EXAMPLE_QUESTIONNAIRE } from '../../lib/assessment/examples/resettlement.ts'
import { adoptionRegister } from '../../lib/participation/opinions/adoption-register.ts'
import { opinionBatchShape } from '../../lib/participation/opinions/opinion.ts'
import type { StrikingEntry } from '../../lib/participation/opinions/striking.ts'
import { STARTING_THEMES } from '../../lib/participation/opinions/themes.ts'
import type { Result } from '../../lib/result.ts'
import type { Questionnaire } from '../../lib/survey/questionnaire.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { closeSurvey } from './closing.ts'
import { openIntakeStore } from './intake.ts'
import { createAssessment, replaceGroups } from './matter.ts'
import { addMediaItems, changeMediaItem, removeMediaItem } from './media.ts'
import {
  addOnlineOpinion,
  addOpinions,
  answerTheme,
  codeOpinions,
  fateOfReceipt,
  maskOpinionNames,
  mergeTheme,
  publishAnswer,
  readOpinions,
  readPublishedAnswers,
  restoreOpinions,
  saveTheme,
  splitOpinion,
  strikeOpinions,
  takeSurveyTexts,
  untakenTexts,
} from './opinions.ts'
import { saveFactor } from './risk.ts'
import { publishSurvey, readSurvey, startNewSurvey } from './survey.ts'
import { answerTo, publishedSurvey } from './survey-testing.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function newAssessment(): Promise<EditableAssessment> {
  const matter = {
    kind: 'project',
    title: '生活垃圾处理设施',
    decisionBody: '市人民政府',
    assessor: '评估中心',
    implementer: '市城管局',
    area: '城东',
    summary: '日处理 600 吨。',
  } as const
  const id = await db.doors.write('new', (tx) => createAssessment(tx, value(proveDrafter(actor)), matter))
  return value(proveEditable(actor, id))
}

const caseOf = async (assessment: EditableAssessment) =>
  (await readCaseFile(db.doors.read, value(proveReadable(actor, assessment.id))))!
const opinionsOf = (assessment: EditableAssessment) =>
  readOpinions(db.doors.read, value(proveReadable(actor, assessment.id)))
const write = <Value>(assessment: EditableAssessment, work: Parameters<typeof db.doors.write<Value>>[1]) =>
  db.doors.write(assessment.id, work)

const batch = (texts: readonly string[], over: object = {}) =>
  opinionBatchShape.parse({ source: 'meeting', groupId: null, receivedOn: '2026-03-02', texts, ...over })

describe('opinions', () => {
  test('the first opinion brings the themes of the field, masked and in the order of its words', async () => {
    const assessment = await newAssessment()
    await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了，打13800138000', '补偿太低'])))
    expect((await opinionsOf(assessment)).map(({ text }) => text)).toEqual([
      '太臭了，打〔电话已隐去〕',
      '补偿太低',
    ])
    const { participation } = await caseOf(assessment)
    expect(participation.themes.map(({ id }) => id)).toEqual(STARTING_THEMES.map(({ id }) => id))
    expect(participation.uncodedOpinions).toBe(2)
  })

  test('counts follow what is coded, split and merged, and nothing is lost on the way', async () => {
    const assessment = await newAssessment()
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
    const assessment = await newAssessment()
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

  test('a receipt of the public page leads to the theme of its opinion and to nothing else', async () => {
    const assessment = await newAssessment()
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

  test('themes have names of their own, and an unknown group is refused', async () => {
    const assessment = await newAssessment()
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
    const assessment = await newAssessment()
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

  test('the words of an opinion can be cut and masked and nothing else', async () => {
    const assessment = await newAssessment()
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
    for (const texts of [
      ['我们支持'],
      ['王建国书记说不搬，我们坚决支持', '补偿太低'],
      ['补偿太低', '不搬'],
    ]) {
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
    const assessment = await newAssessment()
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

  test('the public reads an answer when it is published, and every earlier one with its day', async () => {
    const assessment = await newAssessment()
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
    expect(
      await write(assessment, (tx) => mergeTheme(tx, assessment, { themeId, intoId: 'traffic' })),
    ).toEqual({ ok: false, reason: 'theme-answered-in-public' })
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
    await intake.accept(
      answerTo(published, { answers: { ...answers, worry: 'else', 'worry.other': '坟山' } }),
    )
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
    expect(
      (await opinionsOf(assessment)).map(({ text, source, groupId }) => [text, source, groupId]),
    ).toEqual([
      ['坟山', 'survey', null],
      ['太臭，打〔电话已隐去〕', 'survey', null],
    ])
    expect(await take(survey.id)).toEqual({ ok: false, reason: 'texts-taken' })
    const second = (await readSurvey(db.doors.read, assessment.id))!
    await intake.accept(
      answerTo({ ...published, survey: second }, { answers: { ...answers, words: '还是太臭' } }),
    )
    value(await closeSurvey(db.doors, assessment))
    expect(await untakenTexts(db.doors.read, assessment.id)).toMatchObject([
      { surveyId: second.id, texts: 1 },
    ])
    value(await take(second.id))
    expect(await opinionsOf(assessment)).toHaveLength(3)
    expect(await untakenTexts(db.doors.read, assessment.id)).toEqual([])
    expect(await take('of another office')).toEqual({ ok: false, reason: 'survey-not-closed' })
  })
})

describe('media', () => {
  const piece = {
    outlet: '县报',
    title: '公示',
    publishedOn: '2026-03-02',
    link: '',
    reach: 'county',
    toneFirst: 'neutral',
    toneSecond: null,
  } as const

  test('pieces are added, judged by the second coder and removed', async () => {
    const assessment = await newAssessment()
    await write(assessment, (tx) =>
      addMediaItems(tx, assessment, [piece, { ...piece, publishedOn: '2026-01-05' }]),
    )
    const items = (await caseOf(assessment)).participation.mediaItems
    expect(items.map(({ publishedOn }) => publishedOn)).toEqual(['2026-01-05', '2026-03-02'])
    const [first, second] = items as [(typeof items)[0], (typeof items)[0]]
    value(
      await write(assessment, (tx) => changeMediaItem(tx, assessment, { ...first, toneSecond: 'negative' })),
    )
    value(await write(assessment, (tx) => removeMediaItem(tx, assessment, second.id)))
    expect(await write(assessment, (tx) => removeMediaItem(tx, assessment, second.id))).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect((await caseOf(assessment)).participation.mediaItems).toEqual([
      { ...first, toneSecond: 'negative' },
    ])
  })
})

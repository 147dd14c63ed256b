/** The register of opinions and the media items, on whichever engine DATABASE_URL names. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveDrafter,
  proveEditable,
  proveReadable,
} from '../../lib/assessment/access.ts'
import { EXAMPLE_FACTORS } from '../../lib/assessment/examples/resettlement.ts'
import { adoptionRegister } from '../../lib/participation/opinions/adoption-register.ts'
import { opinionBatchShape } from '../../lib/participation/opinions/opinion.ts'
import { STARTING_THEMES } from '../../lib/participation/opinions/themes.ts'
import type { Result } from '../../lib/result.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { createAssessment, replaceGroups } from './matter.ts'
import { addMediaItems, changeMediaItem, removeMediaItem } from './media.ts'
import {
  addOnlineOpinion,
  addOpinions,
  answerTheme,
  codeOpinions,
  mergeTheme,
  readOpinions,
  saveTheme,
  splitOpinion,
  takeSurveyTexts,
  themesOfReceipt,
} from './opinions.ts'
import { saveFactor } from './risk.ts'

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
    const code = (opinionIds: string[], themeId: string | null) =>
      write(assessment, (tx) => codeOpinions(tx, assessment, { opinionIds, themeId }))
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
    expect(await code(['nobody'], 'environment')).toEqual({ ok: false, reason: 'not-found' })
    expect(await code([price.id], 'traffic')).toEqual({ ok: false, reason: 'not-found' })
  })

  test('an answer completes the register, and only a factor of this case can be named in it', async () => {
    const assessment = await newAssessment()
    const factorId = value(
      await write(assessment, (tx) => saveFactor(tx, assessment as never, null, EXAMPLE_FACTORS[0]!)),
    )
    await write(assessment, (tx) => addOpinions(tx, assessment, batch(['太臭了'])))
    const [one] = await opinionsOf(assessment)
    await write(assessment, (tx) =>
      codeOpinions(tx, assessment, { opinionIds: [one!.id], themeId: 'environment' }),
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
      codeOpinions(tx, assessment, { opinionIds: [rows[0]!.id], themeId: 'environment' }),
    )
    expect(await themesOfReceipt(db.doors.read, 'hash-a')).toEqual({
      assessmentId: assessment.id,
      themeIds: ['environment'],
    })
    expect(await themesOfReceipt(db.doors.read, 'hash-b')).toMatchObject({ themeIds: [null] })
    expect(await themesOfReceipt(db.doors.read, 'hash-c')).toBeNull()
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

  test('text answers are not taken while the survey is open', async () => {
    const assessment = await newAssessment()
    expect(await write(assessment, (tx) => takeSurveyTexts(tx, assessment))).toEqual({
      ok: false,
      reason: 'survey-not-closed',
    })
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

/** From the first answer accepted to the counts, and what closing leaves behind, on both engines. */
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proveReadable } from '../../lib/assessment/access.ts'
import { EXAMPLE_QUESTIONNAIRE } from '../../lib/assessment/examples/resettlement.ts'
import { merkleRoot, verifyInclusion } from '../../lib/integrity/merkle-tree.ts'
import { receiptLeaf } from '../../lib/integrity/receipt-leaf.ts'
import { countCells } from '../../lib/survey/cells.ts'
import { CHANNELS } from '../../lib/survey/channel.ts'
import { accountFaults } from '../../lib/survey/closing-account.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import { newBallotKeys, sealerFor } from '../ballot/envelope.ts'
import { type Database, sqliteFile } from '../database.ts'
import { engine } from '../engine.ts'
import {
  openTexts,
  receiptLeaves,
  receipts,
  responseCounts,
  sealedResponses,
  surveyCodes,
  surveys,
  tallyCells,
} from '../schema/survey.ts'
import { verifyTallies } from '../tally-verify.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { acceptBatch } from './acceptance.ts'
import { beginClosing, CHUNK, closeSurvey, countBallots } from './closing.ts'
import { issueCodes, readCodeBatches } from './codes.ts'
import { openIntakeStore } from './intake.ts'
import { type AskedTexts, readTextCounts, readTextPage } from './open-texts.ts'
import { findReceipt } from './receipts.ts'
import { readSurvey } from './survey.ts'
import { ASSESSOR, answerTo, publishedSurvey, value } from './survey-testing.ts'
import { readCells, rebuildTally, recount } from './tally-cells.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const keyFiles = (surveyId: string) =>
  readdirSync(process.env.KEYS_DIR!).filter((name) => name.startsWith(surveyId))

const faultsOf = ({ account, counts, cells }: SurveyRecord) => accountFaults(account!, counts, cells!)

describe(`closing on ${engine}`, () => {
  test('takes no answer any more, still knows those it has, and proves that they were counted', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey } = published
    const intake = openIntakeStore(db.doors)
    const sent = Array.from({ length: 9 }, () => answerTo(published))
    for (const one of sent) await intake.accept(one)
    expect(await findReceipt(db.doors.read, sent[0]!.receipt)).toMatchObject({
      state: 'published',
      proof: null,
    })
    value(await closeSurvey(db.doors, assessment))
    expect(await intake.accept(answerTo(published))).toMatchObject({ reason: 'survey-closed' })
    expect(await intake.accept(sent[3]!)).toEqual({ ok: true, value: { duplicate: true } })
    const leaves = sent.map(({ receipt }) => receiptLeaf(receipt)).sort()
    expect((await readSurvey(db.doors.read, assessment.id))?.merkleRoot).toBe(merkleRoot(leaves))
    for (const { receipt } of sent) {
      const found = await findReceipt(db.doors.read, receipt)
      expect(found).toMatchObject({ surveyId: survey.id, state: 'closed' })
      expect(verifyInclusion(found!.root!, receiptLeaf(receipt), found!.proof!)).toBe(true)
    }
    expect(await findReceipt(db.doors.read, 'ABCDEFGHJKMNPQRSTVWX')).toBeNull()
  })

  test('destroys keys, envelopes and codes, and of a batch remembers no more than was printed', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey, west } = published
    const { codes } = await db.doors.write(assessment.id, async (tx) =>
      value(await issueCodes(tx, assessment, { groupId: west, count: 4, label: '一', validThrough: null })),
    )
    await openIntakeStore(db.doors).accept(
      answerTo(published, { groupId: west, channel: 'code', code: codes[0]! }),
    )
    expect(keyFiles(survey.id)).toHaveLength(2)
    value(await closeSurvey(db.doors, assessment))
    expect(keyFiles(survey.id)).toEqual([])
    for (const table of [sealedResponses, receipts, surveyCodes])
      expect(await db.doors.read.$count(table, sql`survey_id = ${survey.id}`)).toBe(0)
    expect(await readCodeBatches(db.doors.read, value(proveReadable(ASSESSOR, assessment.id)))).toMatchObject(
      [{ issued: 4, leftOver: null, voidedOn: null }],
    )
    expect(await closeSurvey(db.doors, assessment)).toMatchObject({ reason: 'survey-closed' })
  })

  test.runIf(engine === 'sqlite')(
    'is not over while a reader keeps the old log alive, and goes on when the reader is gone',
    { timeout: 30_000 },
    async () => {
      const published = await publishedSurvey(db.doors)
      const { assessment } = published
      await openIntakeStore(db.doors).accept(answerTo(published))
      const { default: Sqlite } = await import('better-sqlite3')
      const backup = new Sqlite(sqliteFile(db.url), { readonly: true })
      backup.exec('begin')
      backup.prepare('select count(*) from sealed_responses').get()
      expect(await closeSurvey(db.doors, assessment)).toMatchObject({ reason: 'traces-remain' })
      expect((await readSurvey(db.doors.read, assessment.id))?.state).toBe('closing')
      backup.exec('rollback')
      backup.close()
      value(await countBallots(db.doors, assessment))
      expect((await readSurvey(db.doors.read, assessment.id))?.state).toBe('closed')
      expect(statSync(`${sqliteFile(db.url)}-wal`).size).toBeLessThan(100_000)
    },
  )

  test('is refused without the key file, loses nothing, and works when the file is back', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey } = published
    const intake = openIntakeStore(db.doors)
    await intake.accept(answerTo(published))
    const file = join(process.env.KEYS_DIR!, `${survey.id}.ballot.json`)
    renameSync(file, `${file}.away`)
    expect(await closeSurvey(db.doors, assessment)).toMatchObject({ reason: 'survey-key-missing' })
    expect((await intake.accept(answerTo(published))).ok).toBe(true)
    renameSync(`${file}.away`, file)
    expect(existsSync(file)).toBe(true)
    value(await closeSurvey(db.doors, assessment))
    expect((await readSurvey(db.doors.read, assessment.id))?.tally?.[0]?.responses).toBe(2)
  })

  test('goes on after a crash at every one of its steps, and counts everything once', async () => {
    for (let crashAt = 1; ; crashAt++) {
      const published = await publishedSurvey(db.doors)
      const { assessment, survey } = published
      const intake = openIntakeStore(db.doors)
      await Promise.all(Array.from({ length: 3 }, () => intake.accept(answerTo(published))))
      let step = 0
      const crash = () => {
        step += 1
        if (step === crashAt) throw new Error('power cut')
      }
      const failing: Database = {
        ...db.doors,
        write: async (scope, work) => {
          crash()
          const done = await db.doors.write(scope, work)
          crash()
          return done
        },
        sweep: async (tables) => {
          crash()
          return db.doors.sweep(tables)
        },
      }
      let crashed = true
      try {
        value(await closeSurvey(failing, assessment))
        crashed = false
      } catch {}
      const state = (await readSurvey(db.doors.read, assessment.id))?.state
      if (state === 'published')
        await db.doors.write(assessment.id, async (tx) => value(await beginClosing(tx, assessment)))
      value(await countBallots(db.doors, assessment))
      const record = await readSurvey(db.doors.read, assessment.id)
      expect(record).toMatchObject({ state: 'closed', sealed: 0 })
      expect(record?.tally?.find(({ groupId }) => groupId === published.east)?.responses).toBe(3)
      expect(await db.doors.read.$count(receiptLeaves, sql`survey_id = ${survey.id}`)).toBe(3)
      expect(keyFiles(survey.id)).toEqual([])
      if (!crashed) {
        expect(crashAt).toBeGreaterThan(8)
        break
      }
    }
  })

  test('counts on when an envelope is forged, and says that there was one', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey, east } = published
    await openIntakeStore(db.doors).accept(answerTo(published))
    const address = { surveyId: survey.id, groupId: east, channel: 'open-link' } as const
    const forged = sealerFor(newBallotKeys().publicKey)(address, '{}')
    await db.doors.write(assessment.id, (tx) =>
      acceptBatch(tx, [{ ...address, leaf: receiptLeaf('x'), codeDigest: null, envelope: forged }]),
    )
    value(await closeSurvey(db.doors, assessment))
    const record = await readSurvey(db.doors.read, assessment.id)
    expect(record?.account).toEqual({ accepted: 2, receipts: 2, counted: 1, unreadable: 1 })
    expect(record?.responsesByGroup[east]).toBe(1)
    expect(record?.tally?.[0]?.responses).toBe(1)
    expect(faultsOf(record!)).toEqual([])
    // Neither receipt may be told that its answer was counted: nobody knows which of the two was not.
    expect(await findReceipt(db.doors.read, 'x')).toMatchObject({ sums: { receipts: 2, counted: 1 } })
  })

  test('receipts without answers, and a count that was raised at the door, do not balance', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey, east, west } = published
    const intake = openIntakeStore(db.doors)
    for (let i = 0; i < 3; i++) await intake.accept(answerTo(published))
    await db.doors.write(assessment.id, async (tx) => {
      await tx.insert(receipts).values({ surveyId: survey.id, leaf: receiptLeaf('sold') })
      await tx
        .insert(responseCounts)
        .values({ surveyId: survey.id, groupId: west, channel: 'open-link', n: 40 })
    })
    value(await closeSurvey(db.doors, assessment))
    const record = await readSurvey(db.doors.read, assessment.id)
    expect(record?.account).toEqual({ accepted: 43, receipts: 4, counted: 3, unreadable: 0 })
    expect(faultsOf(record!)).toEqual(['receipts-without-answers', 'door-count-differs'])
    // What was never answered is not heard, whatever the door says.
    expect(record?.responsesByGroup).toEqual({ [east]: 3, [west]: 0 })
    expect(await findReceipt(db.doors.read, 'sold')).toMatchObject({ sums: { receipts: 4, counted: 3 } })
  })

  test('what is put among receipts and counts after closing counts for nothing and is seen', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey } = published
    await openIntakeStore(db.doors).accept(answerTo(published))
    value(await closeSurvey(db.doors, assessment))
    await db.doors.write(assessment.id, async (tx) => {
      await tx.insert(receipts).values({ surveyId: survey.id, leaf: receiptLeaf('late') })
      await tx.update(responseCounts).set({ n: 2 }).where(eq(responseCounts.surveyId, survey.id))
    })
    expect(await findReceipt(db.doors.read, 'late')).toBeNull()
    const record = await readSurvey(db.doors.read, assessment.id)
    expect(faultsOf(record!)).toEqual(['door-count-changed'])
  })

  test('words are kept without the numbers that lead to a person, and read a page at a time', async () => {
    const textId = 'demands'
    const published = await publishedSurvey(db.doors, {
      ...EXAMPLE_QUESTIONNAIRE,
      questions: [
        ...EXAMPLE_QUESTIONNAIRE.questions,
        { id: textId, type: 'text', title: '诉求', required: false, maxLength: 200 },
      ],
    })
    const { assessment, survey } = published
    const reader = value(proveReadable(ASSESSOR, assessment.id))
    const intake = openIntakeStore(db.doors)
    const written = [
      ...Array.from({ length: 11 }, (_, i) => `诉求${i}`),
      '打我电话13812345678',
      '王主任说补偿100%到位',
      '100亩_地',
    ]
    for (const text of written) await intake.accept(answerTo(published, { answers: { [textId]: text } }))
    value(await closeSurvey(db.doors, assessment))
    const rows = await db.doors.read.select().from(openTexts).where(eq(openTexts.surveyId, survey.id))
    expect(JSON.stringify(rows)).not.toContain('13812345678')
    expect(value(await readTextCounts(db.doors.read, reader, survey.id))).toContainEqual({
      questionId: textId,
      n: 14,
      masked: 1,
      named: 1,
    })
    const page = (asked: Partial<AskedTexts>) =>
      readTextPage(
        db.doors.read,
        reader,
        { surveyId: survey.id, questionId: textId, page: 0, words: '', named: false, ...asked },
        6,
      )
    const pages = [await page({}), await page({ page: 1 }), await page({ page: 2 }), await page({ page: 3 })]
    expect(pages.map(({ texts, more }) => [texts.length, more])).toEqual([
      [6, true],
      [6, true],
      [2, false],
      [0, false],
    ])
    expect(pages.flatMap(({ texts }) => texts).sort()).toEqual(
      written.map((text) => text.replace('13812345678', '〔电话已隐去〕')).sort(),
    )
    expect((await page({ words: '补偿' })).texts).toEqual(['王主任说补偿100%到位'])
    expect((await page({ named: true })).texts).toEqual(['王主任说补偿100%到位'])
    // What was masked cannot be asked for, and the signs of the search language are letters like others.
    expect((await page({ words: '1381234' })).texts).toEqual([])
    expect((await page({ words: '100%' })).texts).toEqual(['王主任说补偿100%到位'])
    expect((await page({ words: '亩_' })).texts).toEqual(['100亩_地'])
    expect((await page({ words: '\\' })).texts).toEqual([])
  })

  test('a count that drifted from the answers is found and can be counted anew', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey } = published
    await openIntakeStore(db.doors).accept(answerTo(published))
    value(await closeSurvey(db.doors, assessment))
    const lines = async () =>
      (await verifyTallies(db.doors)).lines.filter((line) => line.startsWith(survey.id))
    expect(await lines()).toEqual([`${survey.id}: 1 answers, every count agrees`])
    await db.doors.write(assessment.id, (tx) =>
      tx
        .update(tallyCells)
        .set({ n: 9 })
        .where(and(eq(tallyCells.surveyId, survey.id), eq(tallyCells.questionId, 'C1'))),
    )
    const drifted = await verifyTallies(db.doors)
    expect(drifted.sound).toBe(false)
    expect(drifted.lines.filter((line) => line.startsWith(survey.id))).toEqual([
      expect.stringContaining('C1 2: stored 9, counted 1'),
      expect.stringContaining('C1 answered: stored 9, counted 1'),
    ])
    await db.doors.write(assessment.id, (tx) => rebuildTally(tx, survey.id))
    expect(await lines()).toEqual([`${survey.id}: 1 answers, every count agrees`])
  })

  test('opens in balanced chunks, reports how many are left, and recounts to the same cells', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey, east, west } = published
    const n = CHUNK + 200
    const keys = await db.doors.read.select().from(surveys).where(eq(surveys.id, survey.id))
    const seal = sealerFor(keys[0]!.publicKey!)
    const given = Array.from({ length: n }, (_, i) => ({
      groupId: i % 3 ? east : west,
      channel: CHANNELS[i % 4]!,
      day: `2026-11-2${i % 7}`,
      answers: { C1: String((i % 5) + 1), ...(i % 2 ? { C19: String((i % 3) + 1) } : {}) },
    }))
    for (let from = 0; from < n; from += 1000)
      await db.doors.write(assessment.id, (tx) =>
        acceptBatch(
          tx,
          given.slice(from, from + 1000).map((one, i) => ({
            surveyId: survey.id,
            groupId: one.groupId,
            channel: one.channel,
            leaf: receiptLeaf(String(from + i)),
            codeDigest: null,
            envelope: seal(
              { surveyId: survey.id, groupId: one.groupId, channel: one.channel },
              JSON.stringify({ answers: one.answers, day: one.day, language: 'zh-CN' }),
            ),
          })),
        ),
      )
    await db.doors.write(assessment.id, async (tx) => value(await beginClosing(tx, assessment)))
    const left: number[] = []
    value(await countBallots(db.doors, assessment, (remaining) => left.push(remaining)))
    expect(left).toEqual([n / 2, 0])
    const cells = await readCells(db.doors.read, survey.id)
    const closedOn = (await readSurvey(db.doors.read, assessment.id))!.closedOn!
    // Forms were typed in on some day, which is nobody's; they are of the day of closing.
    const kept = given.map((one) => (one.channel === 'paper' ? { ...one, day: closedOn } : one))
    expect(cells).toEqual(countCells(EXAMPLE_QUESTIONNAIRE, kept))
    expect(await recount(db.doors.read, survey.id, EXAMPLE_QUESTIONNAIRE)).toEqual(cells)
    await db.doors.write(assessment.id, async (tx) => {
      await tx.update(tallyCells).set({ n: 7 }).where(eq(tallyCells.surveyId, survey.id))
      await rebuildTally(tx, survey.id)
    })
    expect(await readCells(db.doors.read, survey.id)).toEqual(cells)
  }, 180_000)
})

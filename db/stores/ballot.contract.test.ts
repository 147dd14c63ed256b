/** The ballot box: what goes in, who may count, and that nothing is counted twice. On both engines. */
import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { proveReadable } from '../../lib/assessment/access.ts'
import { newKey } from '../../lib/survey/channels/form-key.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import { addDays } from '../../lib/working-days.ts'
import { readBallotKeys } from '../ballot/key-files.ts'
import { receiptOf } from '../ballot/receipt.ts'
import { openDatabase, type Reader } from '../database.ts'
import { engine } from '../engine.ts'
import { createIntakeRole, INTAKE_ROLE } from '../roles/intake-role.ts'
import { receipts, responseCounts, sealedResponses, surveyCodes } from '../schema/survey.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { beginClosing, closeSurvey, countBallots } from './closing.ts'
import { issueCodes, readCodeBatches, recordLeftOver, voidCodeBatch } from './codes.ts'
import { readCustody } from './custody.ts'
import { dayOf } from './day.ts'
import { openIntakeStore } from './intake.ts'
import { acceptOfficialEntry } from './official-entry.ts'
import { readThemes } from './opinion-themes.ts'
import { addOnlineOpinion, fateOfReceipt } from './opinions.ts'
import { readPublicDraws } from './public-draws.ts'
import { openNoticeBoard } from './public-notices.ts'
import { findReceipt } from './receipts.ts'
import { readSurvey } from './survey.ts'
import { ASSESSOR, answerTo, type PublishedSurvey, publishedSurvey, value } from './survey-testing.ts'
import { readPublishedAnswers } from './theme-answers.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const sealedOf = (published: PublishedSurvey) =>
  db.doors.read.$count(sealedResponses, sql`survey_id = ${published.survey.id}`)

async function codesFor(published: PublishedSurvey, count: number) {
  const { assessment, west } = published
  const issued = await db.doors.write(assessment.id, (tx) =>
    issueCodes(tx, assessment, { groupId: west, count, label: '第一批', validThrough: null }),
  )
  return value(issued)
}

describe(`the intake on ${engine}`, () => {
  test('finds a published survey by its link, and nothing by another word', async () => {
    const { survey } = await publishedSurvey(db.doors)
    const intake = openIntakeStore(db.doors)
    expect(value(await intake.findSurvey({ link: survey.links[0]!.token }))).toMatchObject({
      surveyId: survey.id,
      groupName: '东村',
      state: 'published',
      matterTitle: '城东污水处理厂扩建',
    })
    expect(await intake.findSurvey({ link: "' or 1=1 --" })).toMatchObject({ reason: 'unknown' })
  })

  test('stores an answer sealed: nothing of it can be read, and its length tells nothing', async () => {
    const published = await publishedSurvey(db.doors)
    const intake = openIntakeStore(db.doors)
    await intake.accept(answerTo(published, { answers: { C1: '5', C27: '坚决反对征地' } }))
    await intake.accept(answerTo(published, { answers: { C1: '1' } }))
    const rows = await db.doors.read
      .select()
      .from(sealedResponses)
      .where(sql`survey_id = ${published.survey.id}`)
    expect(new Set(rows.map(({ envelope }) => envelope.length)).size).toBe(1)
    for (const row of rows) {
      const stored = Buffer.from(row.envelope).toString('latin1') + JSON.stringify({ ...row, envelope: '' })
      for (const trace of ['C27', 'answers', '2026-11-23', Buffer.from('反对').toString('latin1')])
        expect(stored).not.toContain(trace)
    }
  })

  test('counts a response once, however often it is sent, through one intake or two', async () => {
    const published = await publishedSurvey(db.doors)
    const other = await db.reopen()
    const intakes = [openIntakeStore(db.doors), openIntakeStore(other)]
    const sent = Array.from({ length: 25 }, () => answerTo(published))
    const acceptances = await Promise.all(
      [...sent, ...sent].flatMap((one) => intakes.map((intake) => intake.accept(one))),
    )
    expect(acceptances.every(({ ok }) => ok)).toBe(true)
    expect(acceptances.filter((one) => one.ok && !one.value.duplicate)).toHaveLength(25)
    expect(await sealedOf(published)).toBe(25)
    const record = await readSurvey(db.doors.read, published.assessment.id)
    expect(record?.responsesByGroup).toEqual({ [published.east]: 25, [published.west]: 0 })
    await other.close()
  })

  test('an acknowledged response is there for every other process', async () => {
    const published = await publishedSurvey(db.doors)
    const intake = openIntakeStore(db.doors)
    await Promise.all(Array.from({ length: 40 }, () => intake.accept(answerTo(published))))
    const other = await db.reopen()
    expect(await other.read.$count(sealedResponses, sql`survey_id = ${published.survey.id}`)).toBe(40)
    await other.close()
  })

  test('gives no acknowledgement when the database fails, and stores nothing', async () => {
    const published = await publishedSurvey(db.doors)
    const failing = openIntakeStore({
      ...db.doors,
      append: (scope, work) =>
        db.doors.append(scope, async (tx) => {
          await work(tx)
          throw new Error('disk full')
        }),
    })
    await expect(failing.accept(answerTo(published))).rejects.toThrow('disk full')
    for (const table of [sealedResponses, receipts, responseCounts])
      expect(await db.doors.read.$count(table, sql`survey_id = ${published.survey.id}`)).toBe(0)
  })

  test.runIf(engine === 'sqlite')('keeps no order of arrival on disk', async () => {
    // A rowid would number the answers in the order in which people gave them.
    for (const table of [sealedResponses, receipts, surveyCodes]) {
      const asked = (db.doors.read as Reader).select({ rowid: sql`rowid` }).from(table)
      await expect((async () => asked)()).rejects.toThrow(/no such column: "?rowid/)
    }
  })
})

describe(`one-time codes on ${engine}`, () => {
  test('open the survey of their group and answer it once, also through two intakes at once', async () => {
    const published = await publishedSurvey(db.doors)
    const { codes } = await codesFor(published, 12)
    const other = await db.reopen()
    const intakes = [openIntakeStore(db.doors), openIntakeStore(other)]
    for (const code of codes) expect(parseCode(code).ok).toBe(true)
    expect(value(await intakes[0]!.findSurvey({ code: codes[0]!.toLowerCase() }))).toMatchObject({
      groupId: published.west,
    })
    const outcomes = await Promise.all(
      codes.flatMap((code) =>
        intakes.map((intake) =>
          intake.accept(answerTo(published, { groupId: published.west, channel: 'code', code })),
        ),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(12)
    expect(outcomes.filter((one) => !one.ok && one.reason === 'code-spent')).toHaveLength(12)
    expect(await sealedOf(published)).toBe(12)
    expect(await intakes[0]!.findSurvey({ code: codes[0]! })).toMatchObject({ reason: 'spent' })
    await other.close()
  })

  test('a retry with a code that it has spent itself finds its receipt', async () => {
    const published = await publishedSurvey(db.doors)
    const { codes } = await codesFor(published, 1)
    const other = await db.reopen()
    const intakes = [openIntakeStore(db.doors), openIntakeStore(other)]
    const sent = answerTo(published, { groupId: published.west, channel: 'code', code: codes[0]! })
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, i) => intakes[i % 2]!.accept(sent)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(await intakes[0]!.accept(sent)).toEqual({ ok: true, value: { duplicate: true } })
    expect(await sealedOf(published)).toBe(1)
    await other.close()
  })

  test('are stored as keyed digests and can be made worthless, and nothing tells how many were used', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment } = published
    const { batchId, codes } = await codesFor(published, 5)
    const rows = await db.doors.read.select().from(surveyCodes)
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code)
    const intake = openIntakeStore(db.doors)
    await intake.accept(answerTo(published, { groupId: published.west, channel: 'code', code: codes[0]! }))
    const readable = value(proveReadable(ASSESSOR, assessment.id))
    const voiding = () =>
      db.doors.write(assessment.id, (tx) => voidCodeBatch(tx, assessment, { batchId, reason: 'slips-lost' }))
    value(await voiding())
    expect(await voiding()).toMatchObject({ reason: 'batch-voided' })
    const today = dayOf(new Date())
    const told = {
      batchId,
      groupId: published.west,
      label: '第一批',
      issued: 5,
      leftOver: null,
      validThrough: null,
      voidedOn: today,
      voidReason: 'slips-lost',
      createdOn: today,
    }
    // The same to the letter as of a batch of which nothing was used: four voided of five would tell on the fifth.
    expect(await readCodeBatches(db.doors.read, readable)).toEqual([told])
    const custody = await readCustody(db.doors.read, readable)
    expect(custody.codes).toEqual([{ groupId: published.west, issued: 5, leftOver: null }])
    value(await closeSurvey(db.doors, assessment))
    expect(await readCodeBatches(db.doors.read, readable)).toEqual([told])
  })

  test('of a voided batch open nothing any more', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment } = published
    const { batchId, codes } = await codesFor(published, 5)
    const intake = openIntakeStore(db.doors)
    await db.doors.write(assessment.id, (tx) =>
      voidCodeBatch(tx, assessment, { batchId, reason: 'file-not-received' }),
    )
    // No slip was ever printed, so all of them are left over.
    const readable = value(proveReadable(ASSESSOR, assessment.id))
    expect(await readCodeBatches(db.doors.read, readable)).toMatchObject([{ issued: 5, leftOver: 5 }])
    expect(await intake.findSurvey({ code: codes[1]! })).toMatchObject({ reason: 'voided' })
    const late = answerTo(published, { groupId: published.west, channel: 'code', code: codes[1]! })
    expect(await intake.accept(late)).toMatchObject({ reason: 'code-spent' })
  })

  test('open the questionnaire through their last day; what was opened then may be sent on the next', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, west } = published
    const issuing = (validThrough: string) =>
      db.doors.write(assessment.id, (tx) =>
        issueCodes(tx, assessment, { groupId: west, count: 2, label: '限期', validThrough }),
      )
    const today = dayOf(new Date())
    expect(await issuing(addDays(today, -1))).toMatchObject({ reason: 'valid-through-past' })
    const { codes } = value(await issuing(today))
    const intake = openIntakeStore(db.doors)
    expect((await intake.findSurvey({ code: codes[0]! })).ok).toBe(true)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60_000 })
    try {
      expect(await intake.findSurvey({ code: codes[0]! })).toMatchObject({ reason: 'expired' })
      expect((await intake.findSurvey({ code: codes[0]!, evenSpent: true })).ok).toBe(true)
      const sent = answerTo(published, { groupId: west, channel: 'code', code: codes[0]! })
      expect((await intake.accept(sent)).ok).toBe(true)
      vi.setSystemTime(Date.now() + 24 * 60 * 60_000)
      expect(await intake.findSurvey({ code: codes[1]!, evenSpent: true })).toMatchObject({
        reason: 'expired',
      })
      // A retry of what was accepted still finds its receipt.
      expect((await intake.findSurvey({ code: codes[0]!, evenSpent: true })).ok).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  test('a count of slips by hand is taken as far as it can be true', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment } = published
    const { batchId } = await codesFor(published, 5)
    const counting = (leftOver: number | null) =>
      db.doors.write(assessment.id, (tx) => recordLeftOver(tx, assessment, { batchId, leftOver }))
    expect(await counting(6)).toMatchObject({ reason: 'more-left-than-issued' })
    value(await counting(2))
    value(await closeSurvey(db.doors, assessment))
    value(await counting(3))
    const custody = await readCustody(db.doors.read, value(proveReadable(ASSESSOR, assessment.id)))
    expect(custody.codes).toMatchObject([{ issued: 5, leftOver: 3 }])
  })

  test('a retry by code that comes after closing learns its receipt from its key alone', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment, survey, west } = published
    const { codes } = await codesFor(published, 2)
    const intake = openIntakeStore(db.doors)
    const key = newKey()
    const receipt = receiptOf(survey.id, key)
    const code = codes[0]!
    await intake.accept(answerTo(published, { groupId: west, channel: 'code', code, receipt }))
    expect(await intake.countedBefore(key)).toBeNull()
    await db.doors.write(assessment.id, async (tx) => value(await beginClosing(tx, assessment)))
    expect(await intake.countedBefore(key)).toBe(receipt)
    value(await countBallots(db.doors, assessment))
    expect(await intake.countedBefore(key)).toBe(receipt)
    expect(await intake.countedBefore(newKey())).toBeNull()
    expect(await db.doors.read.$count(surveyCodes, sql`survey_id = ${survey.id}`)).toBe(0)
  })

  test('are refused for a foreign group, a draft, or nonsense', async () => {
    const published = await publishedSurvey(db.doors)
    const { assessment } = published
    await db.doors.write(assessment.id, async (tx) => {
      const asked = { groupId: 'nobody', count: 1, label: 'x', validThrough: null }
      expect(await issueCodes(tx, assessment, asked)).toMatchObject({ reason: 'unknown-group' })
      expect(
        await issueCodes(tx, assessment, { ...asked, groupId: published.west, count: 5001 }),
      ).toMatchObject({ reason: 'too-many-codes' })
    })
    const intake = openIntakeStore(db.doors)
    for (const code of ['', 'ABCD-EFGH-JKMN', "' or 1=1 --"])
      expect(await intake.findSurvey({ code })).toMatchObject({ reason: 'unknown' })
    const forged = answerTo(published, { channel: 'code', code: 'ABCD-EFGH-JKMN' })
    expect(await intake.accept(forged)).toMatchObject({ reason: 'code-spent' })
  })
})

test('what an official enters for a resident goes into the same box', async () => {
  const published = await publishedSurvey(db.doors)
  const { assessment, west } = published
  const key = newKey()
  const enter = () =>
    db.doors.write(assessment.id, (tx) =>
      acceptOfficialEntry(tx, assessment, { groupId: west, channel: 'paper', key, answers: { C1: '2' } }),
    )
  const { receipt } = value(await enter())
  expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
  // Sent again because the answer was lost: the same receipt, and counted once.
  expect(value(await enter())).toEqual({ receipt })
  expect(await sealedOf(published)).toBe(1)
  const record = await readSurvey(db.doors.read, assessment.id)
  expect(record?.counts).toEqual([{ groupId: west, channel: 'paper', n: 1 }])
  value(await closeSurvey(db.doors, assessment))
  expect(value(await enter())).toEqual({ receipt })
  const another = { groupId: west, channel: 'paper', key: newKey(), answers: { C1: '2' } } as const
  expect(
    await db.doors.write(assessment.id, (tx) => acceptOfficialEntry(tx, assessment, another)),
  ).toMatchObject({ reason: 'survey-not-published' })
})

describe.runIf(engine === 'postgres')('the restricted role of the residents’ door', () => {
  test('can take answers, and can read neither envelopes nor anything else of the house', async () => {
    const published = await publishedSurvey(db.doors)
    const { codes } = await codesFor(published, 1)
    const password = randomBytes(12).toString('hex')
    await createIntakeRole(db.url, password)
    const address = new URL(db.url)
    address.username = INTAKE_ROLE
    address.password = password
    const restricted = await openDatabase(address.toString())
    const intake = openIntakeStore(restricted)
    expect((await intake.findSurvey({ link: published.survey.links[0]!.token })).ok).toBe(true)
    expect((await intake.findSurvey({ code: codes[0]! })).ok).toBe(true)
    const sent = answerTo(published, { groupId: published.west, channel: 'code', code: codes[0]! })
    expect(await intake.accept(sent)).toEqual({ ok: true, value: { duplicate: false } })
    expect(await intake.accept(sent)).toEqual({ ok: true, value: { duplicate: true } })
    expect((await intake.accept(answerTo(published))).ok).toBe(true)
    const receipt = { assessmentId: published.assessment.id, day: '2026-03-03', receiptHash: 'a hash' }
    await restricted.append(published.assessment.id, (tx) =>
      addOnlineOpinion(tx, { ...receipt, text: '要修路' }),
    )
    expect(await fateOfReceipt(restricted.read, 'a hash')).toMatchObject({
      fates: [{ themeId: null, struck: null }],
    })
    const board = openNoticeBoard(restricted)
    expect(await board.list()).toEqual([])
    expect(await board.find('nowhere')).toBeNull()
    expect(await readPublicDraws(restricted.read, published.assessment.id)).toEqual([])
    expect(await readPublishedAnswers(restricted.read, published.assessment.id)).toEqual({})
    expect((await readThemes(restricted.read, published.assessment.id)).uncodedOpinions).toBe(1)
    expect(await findReceipt(restricted.read, 'ZZZZZZZZZZZZZZZZZZZZ')).toBeNull()
    const { Client } = await import('pg')
    const client = new Client({ connectionString: address.toString() })
    await client.connect()
    for (const forbidden of [
      'select * from sealed_responses',
      'select envelope from sealed_responses',
      'select * from responses',
      'select * from open_texts',
      'select * from tally_cells',
      'select * from users',
      'select * from accounts',
      'select * from audit_events',
      'select summary from assessments',
      'select * from opinions',
      'select text from opinions',
      'select subject from disputes',
      'select drawn from sampling_draws',
      'select last_tickets from sampling_draws',
      'select numbers from household_lists',
      'delete from sealed_responses',
      'delete from receipts',
      'update surveys set state = $$closed$$',
      'update survey_codes set group_id = $$x$$',
      'insert into responses select',
      'create table mine (id text)',
    ])
      await expect(client.query(forbidden), forbidden).rejects.toThrow(
        /permission denied|syntax error|does not exist/,
      )
    await client.end()
    await restricted.close()
  })
})

/** What the role may do, table by table: `*` for all columns. Written out here, so that a new right is a decision and no accident. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  surveys: {
    SELECT:
      'assessment_id, closed_at, counted_at_closing, id, merkle_root, public_key, questionnaire, receipts_at_closing, state',
  },
  survey_links: { SELECT: '*' },
  assessments: { SELECT: 'assessor, decision_body, example, id, scheme_id, title' },
  sealed_responses: { INSERT: '*' },
  receipts: { INSERT: '*', SELECT: '*' },
  receipt_leaves: { SELECT: '*' },
  survey_codes: { SELECT: 'digest, group_id, state, survey_id, valid_through', UPDATE: 'state' },
  response_counts: { INSERT: '*', SELECT: '*', UPDATE: 'n' },
  report_registry: { SELECT: '*' },
  public_bundles: { SELECT: '*' },
  published_answers: { SELECT: '*' },
  notices: { SELECT: '*' },
  // Neither the list numbers drawn nor the last tickets.
  sampling_draws: {
    SELECT:
      'announced_on, assessment_id, digest, drawn_on, frame_digest, public_number, reason, reveal_on, seq, source, strata',
  },
  opinion_themes: { INSERT: '*', SELECT: '*' },
  opinions: {
    INSERT: '*',
    SELECT: 'assessment_id, day, group_id, origin_id, source, struck_as, struck_because, theme_id',
  },
  opinion_receipts: { INSERT: '*', SELECT: '*' },
}

describe.runIf(engine === 'postgres')('the rights of the residents’ door', () => {
  test('are these on these tables, and none on any other', async () => {
    await createIntakeRole(db.url, randomBytes(12).toString('hex'))
    const { Client } = await import('pg')
    const client = new Client({ connectionString: db.url })
    await client.connect()
    const asked = async (text: string) => (await client.query(text, [INTAKE_ROLE])).rows
    const columns = await asked(
      `select c.table_name, c.column_name, p.privilege,
         has_column_privilege($1, format('%I.%I', c.table_schema, c.table_name), c.column_name, p.privilege) as held
       from information_schema.columns c
       cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('REFERENCES')) p(privilege)
       where c.table_schema = 'public'`,
    )
    const whole = await asked(
      `select t.table_name, p.privilege
       from information_schema.tables t
       cross join (values ('DELETE'), ('TRUNCATE'), ('TRIGGER')) p(privilege)
       where t.table_schema = 'public'
         and has_table_privilege($1, format('%I.%I', t.table_schema, t.table_name), p.privilege)`,
    )
    await client.end()
    expect(new Set(columns.map(({ table_name }) => table_name)).size).toBeGreaterThan(30)
    const held: Record<string, Record<string, string>> = {}
    for (const table of new Set<string>(columns.map(({ table_name }) => table_name)))
      for (const privilege of ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) {
        const all = columns.filter((one) => one.table_name === table && one.privilege === privilege)
        const mine = all.filter((one) => one.held).map(({ column_name }) => String(column_name))
        if (mine.length === 0) continue
        held[table] ??= {}
        held[table][privilege] = mine.length === all.length ? '*' : mine.sort().join(', ')
      }
    expect(held).toEqual(RIGHTS)
    expect(whole).toEqual([])
  })
})

test('the private key lies outside the database', async () => {
  const { survey } = await publishedSurvey(db.doors)
  const keys = readBallotKeys(survey.id)
  expect(keys?.privateKey).toBeTruthy()
  const record = JSON.stringify(await readSurvey(db.doors.read, survey.id))
  expect(record).not.toContain(keys!.privateKey)
})

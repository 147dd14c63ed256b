/** Notices, consultations and evidence files, on whichever engine DATABASE_URL names. */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditableAssessment, proveReadable, proveScorable } from '../../lib/assessment/access.ts'
import { PIECE } from '../../lib/evidence/evidence.ts'
import type { NoticeEntry } from '../../lib/participation/notice.ts'
import { assessments } from '../schema/assessments.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import {
  addEvidence,
  linkEvidence,
  openEvidence,
  readEvidence,
  removeEvidence,
  unlinkEvidence,
} from './evidence.ts'
import { replaceGroups } from './matter.ts'
import {
  addPosting,
  correctNotice,
  findPublicNotice,
  listPublicNotices,
  publishNotice,
  removeNotice,
  saveConsultation,
  saveNotice,
  withdrawNotice,
} from './participation.ts'
import { openNoticeBoard } from './public-notices.ts'
import { ASSESSOR, newAssessment, value } from './survey-testing.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

const readable = (assessment: EditableAssessment) => value(proveReadable(ASSESSOR, assessment.id))
const scorable = (assessment: EditableAssessment) => value(proveScorable(ASSESSOR, assessment.id))
const participation = async (assessment: EditableAssessment) =>
  (await readCaseFile(db.doors.read, readable(assessment)))!.participation
const write = <Value>(assessment: EditableAssessment, work: Parameters<typeof db.doors.write<Value>>[1]) =>
  db.doors.write(assessment.id, work)

const entry: NoticeEntry = {
  kind: 'public-comment',
  title: '征求意见公告',
  plan: '拟建设施。',
  affected: '周边居民。',
  objection: '向项目办公室提出。',
  law: '',
  contact: '市城管局',
  from: '2026-03-02',
  until: '2026-04-01',
  eventOn: null,
  shortenedBecause: '',
}

async function published(assessment: EditableAssessment, over: Partial<NoticeEntry> = {}) {
  await write(assessment, (tx) => saveNotice(tx, assessment, { ...entry, ...over, noticeId: null }))
  const { notices } = await participation(assessment)
  const noticeId = notices.find(({ state }) => state === 'draft')!.id
  value(await write(assessment, (tx) => publishNotice(tx, assessment, { noticeId, today: '2026-03-01' })))
  return (await participation(assessment)).notices.find(({ id }) => id === noticeId)!
}

describe('notices', () => {
  test('a published notice is frozen, found by its address, and cannot be removed', async () => {
    const assessment = await newAssessment(db.doors)
    const { id: noticeId, slug } = await published(assessment)
    const rewritten = await write(assessment, (tx) =>
      saveNotice(tx, assessment, { ...entry, plan: '改了', noticeId }),
    )
    expect(rewritten).toMatchObject({ reason: 'notice-published' })
    expect(await write(assessment, (tx) => removeNotice(tx, assessment, noticeId))).toMatchObject({
      ok: false,
    })
    expect((await findPublicNotice(db.doors.read, slug!))?.notice.plan).toBe('拟建设施。')
    expect(slug).toMatch(/^public-comment-20260302-[2-9a-z]{5}$/)
  })

  test('too short without a reason, or begun in the past, stays a draft that nobody outside sees', async () => {
    const assessment = await newAssessment(db.doors)
    await write(assessment, (tx) =>
      saveNotice(tx, assessment, { ...entry, until: '2026-03-20', noticeId: null }),
    )
    const [draft] = (await participation(assessment)).notices
    const publish = (today: string) =>
      write(assessment, (tx) => publishNotice(tx, assessment, { noticeId: draft!.id, today }))
    expect(await publish('2026-03-01')).toMatchObject({ reason: 'period-too-short' })
    expect(await publish('2026-03-03')).toMatchObject({ reason: 'notice-starts-in-past' })
    expect((await participation(assessment)).notices[0]).toMatchObject({ state: 'draft', slug: null })
    expect((await listPublicNotices(db.doors.read, 100)).map(({ id }) => id)).not.toContain(draft!.id)
  })

  test('a withdrawn notice and a corrected one stay in sight as what they are', async () => {
    const assessment = await newAssessment(db.doors)
    const first = await published(assessment)
    await write(assessment, (tx) => correctNotice(tx, assessment, first.id))
    const draft = (await participation(assessment)).notices.find(({ state }) => state === 'draft')!
    expect(draft).toMatchObject({ corrects: first.id, slug: null, plan: first.plan })
    await write(assessment, (tx) =>
      publishNotice(tx, assessment, { noticeId: draft.id, today: '2026-03-02' }),
    )
    expect((await findPublicNotice(db.doors.read, first.slug!))?.notice.state).toBe('corrected')
    expect(await write(assessment, (tx) => correctNotice(tx, assessment, first.id))).toMatchObject({
      ok: false,
    })
    const withdrawal = { noticeId: draft.id, because: '方案调整', today: '2026-03-05' }
    await write(assessment, (tx) => withdrawNotice(tx, assessment, withdrawal))
    const [withdrawn] = (await participation(assessment)).notices.filter(({ id }) => id === draft.id)
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      withdrawnBecause: '方案调整',
      withdrawnOn: '2026-03-05',
    })
    expect(await write(assessment, (tx) => withdrawNotice(tx, assessment, withdrawal))).toMatchObject({
      reason: 'notice-not-published',
    })
  })

  test('one notice has one correction, and none takes the place of a notice that is gone', async () => {
    const assessment = await newAssessment(db.doors)
    const first = await published(assessment)
    value(await write(assessment, (tx) => correctNotice(tx, assessment, first.id)))
    expect(await write(assessment, (tx) => correctNotice(tx, assessment, first.id))).toEqual({
      ok: false,
      reason: 'correction-exists',
    })
    const { notices } = await participation(assessment)
    expect(notices).toHaveLength(2)
    const draft = notices.find(({ state }) => state === 'draft')!
    const withdrawal = { noticeId: first.id, because: '方案调整', today: '2026-03-02' }
    value(await write(assessment, (tx) => withdrawNotice(tx, assessment, withdrawal)))
    expect(
      await write(assessment, (tx) =>
        publishNotice(tx, assessment, { noticeId: draft.id, today: '2026-03-02' }),
      ),
    ).toEqual({ ok: false, reason: 'corrected-meanwhile' })
  })

  test('the worked example is not among the public notices, and says what it is where its address leads', async () => {
    const assessment = await newAssessment(db.doors)
    const { slug } = await published(assessment)
    const board = openNoticeBoard(db.doors)
    const listed = async () => (await board.list()).map((notice) => notice.slug)
    expect(await listed()).toContain(slug)
    expect((await board.find(slug!))?.example).toBe(false)
    await db.doors.write(assessment.id, async (tx) => {
      await tx.update(assessments).set({ example: true }).where(eq(assessments.id, assessment.id))
    })
    expect(await listed()).not.toContain(slug)
    expect((await board.find(slug!))?.example).toBe(true)
  })

  test('a posting before the notice or with a photograph that is not there is refused', async () => {
    const assessment = await newAssessment(db.doors)
    const { id: noticeId } = await published(assessment)
    const post = (over: object) =>
      write(assessment, (tx) =>
        addPosting(tx, assessment, {
          noticeId,
          place: '村委会公告栏',
          postedOn: '2026-03-02',
          photo: null,
          ...over,
        }),
      )
    expect(await post({ postedOn: '2026-03-01' })).toMatchObject({ reason: 'posted-before-notice' })
    expect(await post({ photo: 'a'.repeat(64) })).toMatchObject({ reason: 'unknown-file' })
    value(await post({}))
    expect((await participation(assessment)).notices[0]?.postings).toEqual([
      { place: '村委会公告栏', postedOn: '2026-03-02', photo: null },
    ])
  })
})

test('an opinion from the public page is registered once, while the notice is current, and found by its receipt', async () => {
  const assessment = await newAssessment(db.doors)
  const { slug } = await published(assessment)
  const board = openNoticeBoard(db.doors)
  const opinion = { slug: slug!, text: '气味太大', day: '2026-03-10', receiptHash: 'h1' }
  expect(await board.opine({ ...opinion, day: '2026-04-02' })).toMatchObject({ reason: 'notice-not-current' })
  expect(await board.opine({ ...opinion, slug: 'nothing' })).toMatchObject({ reason: 'not-found' })
  value(await board.opine(opinion))
  value(await board.opine(opinion))
  expect((await participation(assessment)).uncodedOpinions).toBe(1)
  expect((await board.feedback(slug!))?.register).toMatchObject({ opinions: 1, uncoded: 1, answered: 0 })
  expect(await board.fateOf(slug!, 'h1')).toEqual([{ themeId: null, struck: null }])
  expect(await board.fateOf(slug!, 'h2')).toBeNull()
  const elsewhere = await published(await newAssessment(db.doors))
  expect(await board.fateOf(elsewhere.slug!, 'h1')).toBeNull()
  expect(await board.find(slug!)).toMatchObject({
    decisionBody: '县人民政府',
    clock: { met: true },
    surveys: [],
  })
})

test('a consultation counts by known groups only and drops empty counts', async () => {
  const assessment = await newAssessment(db.doors)
  await write(assessment, (tx) =>
    replaceGroups(tx, assessment, [
      { name: '城东村', effect: 'direct', households: 10, persons: 40 },
      { name: '租户', effect: 'direct', households: 5, persons: 9 },
    ]),
  )
  const groups = (await readCaseFile(db.doors.read, readable(assessment)))!.groups
  const consultation = {
    kind: 'meeting',
    heldOn: '2026-03-10',
    place: '村委会',
    host: '街道办',
    counts: groups.map(({ id }, i) => ({ groupId: id, persons: i === 0 ? 21 : 0 })),
    minutes: '',
    noticeOn: null,
    listOn: null,
    papersOn: null,
    shortenedBecause: '',
    departments: [],
    experts: [],
    consultationId: null,
  } as const
  const save = (over: object) =>
    write(assessment, (tx) => saveConsultation(tx, assessment, { ...consultation, ...over } as never))
  value(await save({}))
  expect(await save({ counts: [{ groupId: 'nobody', persons: 1 }] })).toMatchObject({
    reason: 'unknown-group',
  })
  const held = (await participation(assessment)).consultations
  expect(held.map(({ counts }) => counts)).toEqual([[{ groupId: groups[0]!.id, persons: 21 }]])
})

describe('evidence', () => {
  test('comes back byte for byte from its pieces, once however often it is handed in', async () => {
    const assessment = await newAssessment(db.doors)
    const bytes = new Uint8Array(PIECE * 2 + 17).map((_, i) => (i * 31) % 251)
    const digest = createHash('sha256').update(bytes).digest('hex')
    const add = (name: string) =>
      write(assessment, (tx) => addEvidence(tx, scorable(assessment), { digest, name, kind: 'pdf', bytes }))
    expect(await add('纪要.pdf')).toMatchObject({ value: { duplicate: false } })
    expect(await add('副本.pdf')).toMatchObject({ value: { duplicate: true } })
    expect((await readEvidence(db.doors.read, readable(assessment))).map(({ name }) => name)).toEqual([
      '纪要.pdf',
    ])
    const stored = await openEvidence(db.doors.read, readable(assessment), digest)
    const hash = createHash('sha256')
    let pieces = 0
    for await (const piece of stored!.pieces()) {
      hash.update(piece)
      pieces += 1
    }
    expect([hash.digest('hex'), pieces, stored!.size]).toEqual([digest, 3, bytes.length])
    expect(await openEvidence(db.doors.read, readable(await newAssessment(db.doors)), digest)).toBeNull()
  })

  test('what something leans on stays; what nothing leans on goes with its pieces', async () => {
    const assessment = await newAssessment(db.doors)
    const digest = 'b'.repeat(64)
    const link = { digest, use: 'finding', subjectId: 'legality.authority' } as const
    expect(await write(assessment, (tx) => linkEvidence(tx, scorable(assessment), link))).toMatchObject({
      ok: false,
    })
    await write(assessment, (tx) =>
      addEvidence(tx, scorable(assessment), {
        digest,
        name: 'a.txt',
        kind: 'text',
        bytes: new Uint8Array([65]),
      }),
    )
    await write(assessment, (tx) => linkEvidence(tx, scorable(assessment), link))
    const remove = () => write(assessment, (tx) => removeEvidence(tx, assessment, digest))
    expect(await remove()).toMatchObject({ reason: 'evidence-in-use' })
    expect((await readEvidence(db.doors.read, readable(assessment)))[0]?.links).toHaveLength(1)
    await write(assessment, (tx) => unlinkEvidence(tx, scorable(assessment), link))
    expect(await remove()).toMatchObject({ ok: true })
    expect(await remove()).toMatchObject({ reason: 'not-found' })
    expect(await openEvidence(db.doors.read, readable(assessment), digest)).toBeNull()
  })
})

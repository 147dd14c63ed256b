/** From frozen version to archive, on both engines, with the accounts of a small office. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recomputeBundle } from '../../lib/approval/bundle/recompute.ts'
import { NOT_DRAFTING } from '../../lib/approval/drafting-deeds.ts'
import { inboxOf } from '../../lib/approval/inbox.ts'
import type { Step } from '../../lib/approval/workflow.ts'
import { type Actor, proveEditable, proveReadable, type Role } from '../../lib/assessment/access.ts'
import { digestBytes, digestValue } from '../../lib/integrity/digest.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import { compute } from '../../lib/verdict/compute.ts'
import { engine } from '../engine.ts'
import { frozenVersions } from '../schema/approval.ts'
import { assessments } from '../schema/assessments.ts'
import { seedExample } from '../seed.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { editorsOf, readWaiting, takeStep } from './approval-steps.ts'
import { recordEvent } from './audit.ts'
import { readCaseFile } from './case-file.ts'
import { closeSurvey } from './closing.ts'
import { dayOf } from './day.ts'
import {
  freezeVersion,
  noteChange,
  readFrozenCase,
  readPublicBundle,
  readVersions,
  type Version,
} from './frozen-versions.ts'
import { deleteAssessment } from './matter.ts'
import { saveNarrative } from './narrative.ts'
import { findPublicBundle, findReport } from './report-registry.ts'
import { value } from './survey-testing.ts'
import { raiseVersion } from './version.ts'

const person = (role: Role, id: string): Actor => ({ id, name: id, role })
const drafter = person('assessor', 'drafter')
const reviewer = person('reviewer', 'reviewer')
const decider = person('decider', 'decider')
const experts = ['e1', 'e2', 'e3'].map((id) => person('expert', id))

let db: TestDatabase
let id = ''
beforeAll(async () => {
  db = await openTestDatabase()
  const example = await db.doors.write('new', (tx) => seedExample(tx, 'somebody'))
  value(await closeSurvey(db.doors, example))
  id = example.id
}, 120_000)
afterAll(() => db.drop())

const readable = (actor: Actor) => value(proveReadable(actor, id))
const freeze = () =>
  db.doors.write(id, async (tx) => {
    await recordEvent(tx, drafter, 'factor-saved', id)
    const seen = digestValue(await readCaseFile(tx, readable(drafter)))
    return freezeVersion(tx, value(proveEditable(drafter, id)), readable(drafter), seen)
  })
const sign = (actor: Actor, number: number, step: Step) =>
  db.doors.write(id, (tx) => takeStep(tx, readable(actor), { number, step }))
const versions = async () => {
  const caseFile = await readCaseFile(db.doors.read, readable(drafter))
  return readVersions(db.doors.read, readable(drafter), caseFile!)
}
/** What a form would do: a changed input, a raised version, and the note that follows every change. */
const change = (summary: string) =>
  db.doors.write(id, async (tx) => {
    await raiseVersion(tx, id)
    await tx.update(assessments).set({ summary }).where(eq(assessments.id, id))
    await noteChange(tx, (await readCaseFile(tx, readable(drafter)))!)
  })

const PASS: Step = { kind: 'pass-review', interest: 'none', remarks: '核对无误' }
const CLOSE: Step = { kind: 'close-panel', interest: 'none' }
const AGREE: Step = { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }

describe(`approval on ${engine}`, () => {
  test('goes from freezing to the archive by the hands it needs, and the public record follows', async () => {
    expect(await freeze()).toMatchObject({ ok: true, value: 1 })
    expect(await freeze()).toMatchObject({ reason: 'nothing-changed' })
    const [version] = await versions()
    expect(version).toMatchObject({ number: 1, frozenBy: 'drafter', voided: false, superseded: false })
    expect(version!.auditHead?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(parseCode(version!.code).ok).toBe(true)
    const frozen = await readFrozenCase(db.doors.read, readable(drafter), 1)
    expect(compute(frozen!.caseFile)).toEqual(
      compute((await readCaseFile(db.doors.read, readable(drafter)))!),
    )
    expect(await readFrozenCase(db.doors.read, readable(drafter), 2)).toBeNull()
    const registered = () => findReport(db.doors.read, version!.code)
    expect(await registered()).toMatchObject({ state: 'internal-review', decision: null, voided: false })

    expect(await editorsOf(db.doors.read, readable(drafter))).toContain('drafter')
    expect(await sign({ ...drafter, role: 'reviewer' }, 1, PASS)).toMatchObject({
      reason: 'drafter-may-not-approve',
    })
    expect(await sign(decider, 1, PASS)).toMatchObject({ reason: 'not-your-step' })
    value(await sign(reviewer, 1, PASS))
    expect(await sign(reviewer, 1, CLOSE)).toMatchObject({ reason: 'panel-too-small' })
    const [first, ...others] = experts
    value(await sign(first!, 1, { ...AGREE, opinion: 'dissent', grounds: '工期过紧' } as Step))
    for (const expert of others) value(await sign(expert, 1, AGREE))
    expect(await sign(first!, 1, AGREE)).toMatchObject({ reason: 'opinion-given' })
    value(await sign(reviewer, 1, CLOSE))
    const [decision] = version!.figures.allowed
    const decide: Step = {
      kind: 'decide',
      interest: 'none',
      decision: decision!,
      conditions: '补偿到位之后开工',
      dissentAnswer: '工期已延长三个月',
    }
    value(await sign(decider, 1, decide))
    expect(await registered()).toMatchObject({
      state: 'filing',
      decision,
      conditions: '补偿到位之后开工',
    })
    value(await sign(drafter, 1, { kind: 'file', filingNumber: '稳评备3号', filedOn: dayOf(new Date()) }))
    value(await sign(drafter, 1, { kind: 'archive', place: '县档案馆' }))
    expect((await registered())?.state).toBe('archived')
    expect((await versions())[0]!.steps.map(({ actorId }) => actorId)).toEqual([
      'reviewer',
      'e1',
      'e2',
      'e3',
      'reviewer',
      'decider',
      'drafter',
      'drafter',
    ])
  })

  test('an assessment with a version cannot be deleted, neither by the store nor around it', async () => {
    const [{ code }] = (await versions()) as [Version]
    expect(
      await db.doors.write(id, (tx) => deleteAssessment(tx, value(proveEditable(drafter, id)))),
    ).toMatchObject({ reason: 'frozen-stays' })
    await expect(
      db.doors.write(id, async (tx) => {
        await tx.delete(assessments).where(eq(assessments.id, id))
      }),
    ).rejects.toThrow()
    expect(await findReport(db.doors.read, code)).not.toBeNull()
    const other = await db.doors.write('other', (tx) => seedExample(tx, 'somebody'))
    const editable = value(proveEditable(drafter, other.id))
    expect(await db.doors.write(other.id, (tx) => deleteAssessment(tx, editable))).toMatchObject({ ok: true })
  })

  test('is void from the moment an input is changed, for everybody to see, and a new version supersedes it', async () => {
    const [before] = await versions()
    await change('改了方案')
    expect((await versions())[0]).toMatchObject({ voided: true })
    expect(await findReport(db.doors.read, before!.code)).toMatchObject({ voided: true })
    expect(await freeze()).toMatchObject({ ok: true, value: 2 })
    const [second, first] = await versions()
    expect(second).toMatchObject({ number: 2, voided: false, superseded: false })
    expect(first).toMatchObject({ number: 1, superseded: true })
    expect(await findReport(db.doors.read, first!.code)).toMatchObject({ superseded: true })
    expect(second!.code).not.toBe(first!.code)
    await change('又改了方案')
    expect(await sign(reviewer, 2, PASS)).toMatchObject({ reason: 'version-voided' })
    expect((await versions())[0]!.steps).toEqual([])
  })

  test('a version or a code that does not exist is not found', async () => {
    expect(await sign(reviewer, 9, PASS)).toMatchObject({ reason: 'not-found' })
    expect(await findReport(db.doors.read, '000000000000')).toBeNull()
  })

  test('what was saved after the page was opened is not frozen unseen', async () => {
    const seen = digestValue(await readCaseFile(db.doors.read, readable(drafter)))
    const freezeSeen = () =>
      db.doors.write(id, (tx) =>
        freezeVersion(tx, value(proveEditable(drafter, id)), readable(drafter), seen),
      )
    // A text is saved without raising the version of the assessment.
    const narrative = { chapter: 'matter', text: '没有人看过的一句话。', version: 0 } as const
    value(await db.doors.write(id, (tx) => saveNarrative(tx, value(proveEditable(drafter, id)), narrative)))
    expect(await freezeSeen()).toMatchObject({ reason: 'changed-since-seen' })
    expect((await versions()).map(({ number }) => number)).toEqual([2, 1])
    expect(await freeze()).toMatchObject({ ok: true, value: 3 })
  })

  test('the inbox calls whose turn it is, and whoever drafted is called to file, not to judge', async () => {
    const inbox = async (actor: Actor) =>
      inboxOf(actor, await readWaiting(db.doors.read, actor)).map(({ task, number }) => [task, number])
    expect(await inbox(reviewer)).toEqual([['pass-review', 3]])
    expect(await inbox({ ...drafter, role: 'reviewer' })).toEqual([])
    expect(await inbox(decider)).toEqual([])
    value(await sign(reviewer, 3, PASS))
    expect(await inbox(reviewer)).toEqual([])
    for (const expert of experts) {
      expect(await inbox(expert)).toEqual([['give-opinion', 3]])
      value(await sign(expert, 3, AGREE))
      expect(await inbox(expert)).toEqual([])
    }
    expect(await inbox(reviewer)).toEqual([['close-panel', 3]])
    await change('第三次改了方案')
    expect(await inbox(reviewer)).toEqual([])
    expect(await inbox(drafter)).toEqual([['refreeze', 3]])
  })

  test('a signature that was withdrawn takes the decision out of the public record', async () => {
    expect(await freeze()).toMatchObject({ ok: true, value: 4 })
    value(await sign(reviewer, 4, PASS))
    for (const expert of experts) value(await sign(expert, 4, AGREE))
    value(await sign(reviewer, 4, CLOSE))
    const [version] = await versions()
    const decide: Step = {
      kind: 'decide',
      interest: 'none',
      decision: version!.figures.allowed[0]!,
      conditions: '先补偿',
      dissentAnswer: '',
    }
    value(await sign(decider, 4, decide))
    const registered = () => findReport(db.doors.read, version!.code)
    expect(await registered()).toMatchObject({ state: 'filing', conditions: '先补偿' })
    const withdraw: Step = { kind: 'withdraw', seq: 6, reason: '条件写漏了' }
    expect(await sign(reviewer, 4, withdraw)).toMatchObject({ reason: 'not-your-signature' })
    value(await sign(decider, 4, withdraw))
    expect(await registered()).toMatchObject({ state: 'decision', decision: null, conditions: '' })
    expect((await versions())[0]!.steps).toHaveLength(7)
    value(await sign(decider, 4, decide))
    expect(await registered()).toMatchObject({ state: 'filing' })
  })

  test('looking, printing and exporting make nobody a drafter', async () => {
    const looker = person('reviewer', 'looker')
    for (const deed of NOT_DRAFTING) await db.doors.write(id, (tx) => recordEvent(tx, looker, deed, id))
    expect(await editorsOf(db.doors.read, readable(drafter))).not.toContain('looker')
    await db.doors.write(id, (tx) => recordEvent(tx, looker, 'finding-saved', id))
    expect(await editorsOf(db.doors.read, readable(drafter))).toContain('looker')
    await db.doors.write(id, (tx) => recordEvent(tx, person('reviewer', 'unknown'), 'unheard-of', id))
    expect(await editorsOf(db.doors.read, readable(drafter))).toContain('unknown')
  })

  test('a version that is not what was frozen any more cannot be signed', async () => {
    await change('最后一次改动')
    expect(await freeze()).toMatchObject({ ok: true })
    const { number } = (await versions())[0]!
    const { results } = (await readFrozenCase(db.doors.read, readable(drafter), number))!
    const stored = and(eq(frozenVersions.assessmentId, id), eq(frozenVersions.number, number))
    const setWeights = (weightSum: number) =>
      db.doors.write(id, (tx) =>
        tx
          .update(frozenVersions)
          .set({ results: { ...results, weightSum } })
          .where(stored),
      )
    await setWeights(2)
    expect(await sign(reviewer, number, PASS)).toMatchObject({ reason: 'version-altered' })
    await setWeights(results.weightSum)
    expect(await sign(reviewer, number, PASS)).toMatchObject({ ok: true })
  })

  test('the public bundle of a version is kept as it was made, and everybody finds it by the code', async () => {
    const { number, code, bundleDigest } = (await versions())[0]!
    const bytes = await readPublicBundle(db.doors.read, readable(drafter), number)
    expect(digestBytes(bytes!)).toBe(bundleDigest)
    expect(digestBytes((await findPublicBundle(db.doors.read, code))!)).toBe(bundleDigest)
    const found = recomputeBundle(bytes!)
    expect(found).toMatchObject({ ok: true, value: { sound: true, kind: 'public', code } })
  })
})

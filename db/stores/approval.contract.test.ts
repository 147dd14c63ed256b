/** From frozen version to archive, on both engines, with the accounts of a small office. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recomputeBundle } from '../../lib/approval/bundle/recompute.ts'
import type { Step } from '../../lib/approval/workflow.ts'
import { type Actor, proveEditable, proveReadable, type Role } from '../../lib/assessment/access.ts'
import { digestBytes } from '../../lib/integrity/digest.ts'
import { parseCode } from '../../lib/survey/codes/code.ts'
import { compute } from '../../lib/verdict/compute.ts'
import { engine } from '../engine.ts'
import { frozenVersions } from '../schema/approval.ts'
import { assessments } from '../schema/assessments.ts'
import { seedExample } from '../seed.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { editorsOf, freezeVersion, noteChange, readPublicBundle, readVersions, takeStep } from './approval.ts'
import { recordEvent } from './audit.ts'
import { readCaseFile } from './case-file.ts'
import { closeSurvey } from './closing.ts'
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
    return freezeVersion(tx, value(proveEditable(drafter, id)), readable(drafter))
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
const AGREE: Step = { kind: 'give-opinion', interest: 'none', opinion: 'agree', grounds: '' }

describe(`approval on ${engine}`, () => {
  test('goes from freezing to the archive by the hands it needs, and the public record follows', async () => {
    expect(await freeze()).toMatchObject({ ok: true, value: 1 })
    expect(await freeze()).toMatchObject({ reason: 'nothing-changed' })
    const [version] = await versions()
    expect(version).toMatchObject({ number: 1, frozenBy: 'drafter', voided: false, superseded: false })
    expect(version!.auditHead?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(parseCode(version!.code).ok).toBe(true)
    expect(compute(version!.snapshot)).toEqual(
      compute((await readCaseFile(db.doors.read, readable(drafter)))!),
    )
    const registered = () => findReport(db.doors.read, version!.code)
    expect(await registered()).toMatchObject({ state: 'internal-review', decision: null, voided: false })

    expect(await editorsOf(db.doors.read, readable(drafter))).toContain('drafter')
    expect(await sign({ ...drafter, role: 'reviewer' }, 1, PASS)).toMatchObject({
      reason: 'drafter-may-not-approve',
    })
    expect(await sign(decider, 1, PASS)).toMatchObject({ reason: 'not-your-step' })
    value(await sign(reviewer, 1, PASS))
    expect(await sign(reviewer, 1, { kind: 'close-panel' })).toMatchObject({ reason: 'panel-too-small' })
    const [first, ...others] = experts
    value(await sign(first!, 1, { ...AGREE, opinion: 'dissent', grounds: '工期过紧' } as Step))
    for (const expert of others) value(await sign(expert, 1, AGREE))
    expect(await sign(first!, 1, AGREE)).toMatchObject({ reason: 'opinion-given' })
    value(await sign(reviewer, 1, { kind: 'close-panel' }))
    const { verdict } = version!.results
    const [decision] = verdict.status === 'given' ? verdict.decisions : []
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
    value(await sign(drafter, 1, { kind: 'file', filingNumber: '稳评备3号', filedOn: '2026-11-23' }))
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

  test('a version that is not what was frozen any more cannot be signed', async () => {
    expect(await freeze()).toMatchObject({ ok: true })
    const { number, results } = (await versions())[0]!
    const stored = and(eq(frozenVersions.assessmentId, id), eq(frozenVersions.number, number))
    const setWeights = (weightSum: number) =>
      db.doors.write(id, (tx) =>
        tx
          .update(frozenVersions)
          .set({ results: { ...results, weightSum } })
          .where(stored),
      )
    await setWeights(2)
    expect((await versions())[0]).toMatchObject({ intact: false })
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

  test('a version or a code that does not exist is not found', async () => {
    expect(await sign(reviewer, 9, PASS)).toMatchObject({ reason: 'not-found' })
    expect(await findReport(db.doors.read, '000000000000')).toBeNull()
  })
})

/** What the experts of a panel think of the factors, and by which rules a matter is judged, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  type EditableAssessment,
  proveDrafter,
  proveEditable,
  proveReadable,
  proveScorable,
} from '../../lib/assessment/access.ts'
import { EXAMPLE_FACTORS, EXAMPLE_MATTER } from '../../lib/assessment/examples/resettlement.ts'
import { emptySheet, MOST_EXPERTS } from '../../lib/risk/expert-sheet.ts'
import { engine } from '../engine.ts'
import { openTestDatabase, type TestDatabase } from '../testing.ts'
import { readCaseFile } from './case-file.ts'
import { readExpertSheets, removeExpertSheet, saveExpertSheet } from './expert-panel.ts'
import { createAssessment, saveScheme } from './matter.ts'
import { deleteFactor, saveDirectConditions, saveFactor } from './risk.ts'
import { value } from './survey-testing.ts'

const actor: Actor = { id: 'u1', name: '张评估', role: 'assessor' }
let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.drop())

async function withFactors() {
  const id = await db.doors.write('new', (tx) =>
    createAssessment(tx, value(proveDrafter(actor)), EXAMPLE_MATTER),
  )
  const scorable = value(proveScorable(actor, id))
  const factorIds: string[] = []
  for (const entry of EXAMPLE_FACTORS.slice(0, 2))
    factorIds.push(value(await db.doors.write(id, (tx) => saveFactor(tx, scorable, null, entry))))
  const [first, second] = factorIds as [string, string]
  return { id, scorable, first, second, editable: value(proveEditable(actor, id)) }
}
const caseOf = async ({ id }: EditableAssessment) =>
  (await readCaseFile(db.doors.read, value(proveReadable(actor, id))))!

const judged = (factorId: string, p: number, q: number) => ({
  factorId,
  initialProbability: p,
  initialImpact: q,
  residualProbability: null,
  residualImpact: null,
})

describe(`the expert panel on ${engine}`, () => {
  test('keeps every sheet in the order of the seats; what was left empty stays empty', async () => {
    const { id, scorable, editable, first, second } = await withFactors()
    expect((await caseOf(editable)).expertPanel).toBeNull()
    const save = (expertId: string | null, field: string, places: ReturnType<typeof judged>[]) =>
      db.doors.write(id, (tx) => saveExpertSheet(tx, scorable, expertId, { field, places }))
    const one = value(await save(null, '环境工程', [judged(first, 0.3, 0.6), judged(second, 0.1, 0.2)]))
    value(await save(null, '信访法制', [judged(second, 0.5, 0.5)]))
    value(await save(one, '环境科学', [judged(first, 0.4, 0.6)]))
    expect((await caseOf(editable)).expertPanel).toEqual({
      [first]: { initial: [{ probability: 0.4, impact: 0.6 }, null], residual: [null, null] },
      [second]: { initial: [null, { probability: 0.5, impact: 0.5 }], residual: [null, null] },
    })
    const sheets = await readExpertSheets(db.doors.read, value(proveReadable(actor, id)), [first, second])
    expect(sheets.map(({ field }) => field)).toEqual(['环境科学', '信访法制'])

    value(await db.doors.write(id, (tx) => deleteFactor(tx, editable, second)))
    expect(Object.keys((await caseOf(editable)).expertPanel!)).toEqual([first])
    value(await db.doors.write(id, (tx) => removeExpertSheet(tx, scorable, one)))
    expect((await caseOf(editable)).expertPanel![first]!.initial).toEqual([null])
  })

  test('takes no sheet for a factor or an expert that is not there, and not one too many', async () => {
    const { id, scorable, first } = await withFactors()
    await db.doors.write(id, async (tx) => {
      expect(
        await saveExpertSheet(tx, scorable, null, { field: '法律', places: [judged('x', 0.1, 0.1)] }),
      ).toMatchObject({ reason: 'unknown-factor' })
      expect(
        await saveExpertSheet(tx, scorable, 'x', { ...emptySheet([first]), field: '法律' }),
      ).toMatchObject({
        reason: 'not-found',
      })
      for (let n = 0; n < MOST_EXPERTS; n++)
        value(await saveExpertSheet(tx, scorable, null, { field: `领域${n}`, places: [] }))
      expect(await saveExpertSheet(tx, scorable, null, { field: '再一个', places: [] })).toMatchObject({
        reason: 'too-many-experts',
      })
    })
    expect(await readExpertSheets(db.doors.read, value(proveReadable(actor, id)), [first])).toHaveLength(30)
  })

  test('another scheme asks for another look at its direct conditions', async () => {
    const { id, scorable, editable } = await withFactors()
    const save = (conditions: string[] | null) =>
      db.doors.write(id, (tx) => saveDirectConditions(tx, scorable, conditions))
    expect(await save(['permits-missing'])).toMatchObject({ reason: 'unknown-direct-condition' })
    value(await db.doors.write(id, (tx) => saveScheme(tx, editable, 'sichuan-default')))
    value(await save(['permits-missing']))
    expect((await caseOf(editable)).directConditions).toEqual(['permits-missing'])
    value(await db.doors.write(id, (tx) => saveScheme(tx, editable, 'sichuan-default')))
    expect((await caseOf(editable)).directConditions).toEqual(['permits-missing'])
    value(await db.doors.write(id, (tx) => saveScheme(tx, editable, 'national-428')))
    expect(await caseOf(editable)).toMatchObject({ schemeId: 'national-428', directConditions: null })
  })
})

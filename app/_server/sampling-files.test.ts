import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCaseFile } from '../../db/stores/case-file.ts'
import { createAssessment, replaceGroups } from '../../db/stores/matter.ts'
import { saveHouseholdLists, savePlan } from '../../db/stores/sampling.ts'
import { announceDraw, determineDraw, recordDraw } from '../../db/stores/sampling-draws.ts'
import { ASSESSOR, value } from '../../db/stores/survey-testing.ts'
import { openTestDatabase, type TestDatabase } from '../../db/testing.ts'
import { proveDrafter, proveEditable, proveReadable } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { groupsOf } from '../../lib/assessment/group-import.ts'
import { STARTING_PLAN } from '../../lib/survey/sampling/plan.ts'
import { samplingFile } from './sampling-files.ts'
import { readTable } from './spreadsheet/read.ts'

let db: TestDatabase
let caseFile: CaseFile

beforeAll(async () => {
  db = await openTestDatabase()
  const drafter = value(proveDrafter(ASSESSOR))
  const matter = {
    kind: 'project',
    title: '垃圾焚烧发电项目',
    decisionBody: '县人民政府',
    assessor: '县评估中心',
    implementer: '县城管局',
    area: '青龙镇',
    summary: '日处理600吨。',
  } as const
  const id = await db.doors.write('new', (tx) => createAssessment(tx, drafter, matter))
  const assessment = value(proveEditable(ASSESSOR, id))
  await db.doors.write(id, async (tx) => {
    value(
      await replaceGroups(tx, assessment, [
        { id: 'e', name: '=东村', effect: 'direct', households: 40, persons: 120 },
        { id: 'w', name: '西村', effect: 'indirect', households: 60, persons: 200 },
      ]),
    )
    const households = ['3-10', '3-2', '3-1'].map((number) => ({ groupId: 'e', number }))
    value(await saveHouseholdLists(tx, assessment, { households, source: '户籍册', today: '2026-11-20' }))
    value(
      await savePlan(tx, assessment, {
        entry: { ...STARTING_PLAN, responsePercent: 100 },
        today: '2026-11-20',
      }),
    )
    const announcement = { source: '某日收盘指数', revealOn: '2026-12-01', reason: '' }
    value(await announceDraw(tx, assessment, { announcement, today: '2026-11-23' }))
  })
  const entry = { reveal: { seq: 1, publicNumber: '3312.45' }, today: '2026-12-01' }
  const determined = value(await determineDraw(db.doors.read, assessment, entry))
  await db.doors.write(id, (tx) => recordDraw(tx, assessment, determined))
  const read = await readCaseFile(db.doors.read, value(proveReadable(ASSESSOR, id)))
  if (!read) throw new Error('no case file')
  caseFile = read
})
afterAll(() => db.drop())

const made = (file: string, mayEdit = true) =>
  samplingFile(file, caseFile, db.doors.read, value(proveReadable(ASSESSOR, caseFile.id)), mayEdit)

async function tableOf(file: string) {
  const { bytes, name } = value(await made(file))
  return value(await readTable(bytes, name))
}

describe('the files of a sample', () => {
  test('the table of groups comes back as it went out', async () => {
    const groups = groupsOf(await tableOf('groups.xlsx'), caseFile.groups)
    expect(groups.ok && groups.value).toEqual(caseFile.groups)
  })

  test('the list of households drawn is in the order of the village’s own list', async () => {
    const [headings, ...rows] = await tableOf('draw-1.xlsx')
    expect(headings).toEqual(['户编号', '抽中次序'])
    expect(rows.map(([number]) => number)).toEqual(['3-1', '3-2', '3-10'])
    expect(rows.map(([, rank]) => rank).sort()).toEqual(['1', '2', '3'])
  })

  test('every ticket can be worked out from its own row and the seed, and no name runs as a formula', async () => {
    const [, ...rows] = await tableOf('draw-1-tickets.csv')
    const [draw] = caseFile.sampling.draws
    expect(rows).toHaveLength(63)
    expect(rows.every(([group]) => group === "'=东村" || group === '西村')).toBe(true)
    const drawn = rows.filter(([, , , yes]) => yes === '是')
    expect(drawn).toHaveLength(draw?.strata.reduce((sum, { sample }) => sum + sample, 0) ?? 0)
    for (const [group, number, ticket] of rows) {
      const text = `${draw?.frameDigest}:3312.45:${group?.replace(/^'/, '')}:${number}`
      expect(ticket).toBe(createHash('sha256').update(text).digest('hex'))
    }
  })

  test('lists of numbers go to those who conduct the survey; what is not there is not found', async () => {
    expect(await made('draw-1.xlsx', false)).toMatchObject({ reason: 'not-allowed' })
    expect(await made('draw-1-tickets.csv', false)).toMatchObject({ reason: 'not-allowed' })
    expect((await made('groups.xlsx', false)).ok).toBe(true)
    for (const file of ['draw-2.xlsx', 'draw-0.pdf', 'draw-1.exe', '../x', 'draw-1.xlsx.pdf']) {
      expect(await made(file)).toMatchObject({ reason: 'not-found' })
    }
  })
})

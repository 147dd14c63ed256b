/** An assessment's register of opinions as the tests of its stores write and read it. */
import { type EditableAssessment, proveReadable } from '../../lib/assessment/access.ts'
import { opinionBatchShape } from '../../lib/participation/opinions/opinion.ts'
import type { Database, Writer } from '../database.ts'
import { readCaseFile } from './case-file.ts'
import { readOpinions } from './opinions.ts'
import { ASSESSOR, value } from './survey-testing.ts'

export const batch = (texts: readonly string[], over: object = {}) =>
  opinionBatchShape.parse({ source: 'meeting', groupId: null, receivedOn: '2026-03-02', texts, ...over })

/** @param doors asked for at every call: a test file opens its database before its first test and not before. */
export function opinionRegister(doors: () => Database) {
  const readable = ({ id }: EditableAssessment) => value(proveReadable(ASSESSOR, id))
  return {
    caseOf: async (assessment: EditableAssessment) =>
      (await readCaseFile(doors().read, readable(assessment)))!,
    opinionsOf: (assessment: EditableAssessment) => readOpinions(doors().read, readable(assessment)),
    write: <Value>(assessment: EditableAssessment, work: (tx: Writer) => Promise<Value>) =>
      doors().write(assessment.id, work),
  }
}

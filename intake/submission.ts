/**
 * What a resident's form sent: the key of the page, the answers, and everything that is wrong with them.
 *
 * `parseResponse` is the gate; it stops at the first refusal. A person who fills in a long form on a small screen needs
 * all of them at once, so after a refusal every question is asked again what is wrong with it.
 */

import { isKey } from '../lib/survey/channels/form-key.ts'
import type { Questionnaire } from '../lib/survey/questionnaire.ts'
import {
  ANSWER_FIELD,
  type Answers,
  parseResponse,
  type ResponseRefusal,
  readAnswers,
} from '../lib/survey/response.ts'

/** Name of the hidden field that carries the page's key. */
export const KEY_FIELD = 'key'

export type FaultReason = ResponseRefusal | 'bad-key' | 'not-recorded'

export interface SubmissionFault {
  readonly reason: FaultReason
  /** Null where the fault is not one question's. */
  readonly questionId: string | null
  readonly values: Readonly<Record<string, string | number>>
}

export interface Submission {
  /** Null when missing or malformed. */
  readonly key: string | null
  /** The answer fields as sent, by field name. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Null when something is wrong. */
  readonly answers: Answers | null
  readonly faults: readonly SubmissionFault[]
}

function faultsOf(questionnaire: Questionnaire, fields: Submission['fields']): readonly SubmissionFault[] {
  return readAnswers(questionnaire, fields).faults.map(({ reason, questionId, details }) => ({
    reason,
    questionId,
    values: details,
  }))
}

export function readSubmission(questionnaire: Questionnaire, body: URLSearchParams): Submission {
  const fields: Record<string, string[]> = {}
  const keys: string[] = []
  let strange = false
  for (const [name, value] of body) {
    if (name.startsWith(ANSWER_FIELD)) {
      fields[name] ??= []
      fields[name].push(value)
    } else if (name === KEY_FIELD) keys.push(value)
    else strange = true
  }
  const [key] = keys
  const parsed = parseResponse(questionnaire, fields)
  const whole = (reason: FaultReason): SubmissionFault => ({ reason, questionId: null, values: {} })
  const faults: SubmissionFault[] = []
  const keyIsGood = keys.length === 1 && key !== undefined && isKey(key)
  if (!keyIsGood) faults.push(whole('bad-key'))
  if (strange) faults.push(whole('unknown-question'))
  if (!parsed.ok) {
    const ofQuestions = faultsOf(questionnaire, fields)
    if (parsed.reason === 'unknown-question' && !strange) faults.push(whole('unknown-question'))
    if (parsed.reason === 'empty-response') faults.push(whole('empty-response'))
    faults.push(...ofQuestions)
  }
  return {
    key: keyIsGood ? key : null,
    fields,
    answers: parsed.ok && faults.length === 0 ? parsed.value : null,
    faults,
  }
}

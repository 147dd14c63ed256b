/** What lies in an envelope: the answers, the day, and the language of the page. */
import { z } from 'zod'
import type { Answers } from '../../lib/survey/response.ts'

export interface Ballot {
  readonly answers: Answers
  /** YYYY-MM-DD in China. */
  readonly day: string
  /** BCP 47. */
  readonly language: string
}

/** Answers were parsed against the questionnaire before they were sealed; here only their form is checked. */
const answerShape = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())])
const ballotShape = z.object({
  answers: z.record(z.string(), answerShape),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  language: z.string(),
})

export function writeBallot({ answers, day, language }: Ballot): string {
  return JSON.stringify({ answers, day, language } satisfies Ballot)
}

/** @throws on anything but the text of a ballot. */
export function readBallot(text: string): Ballot {
  return ballotShape.parse(JSON.parse(text)) as Ballot
}

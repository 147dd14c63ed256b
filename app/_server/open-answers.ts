/**
 * What residents wrote in a closed survey, a page of it. Reading it is recorded: people who wrote in confidence can be told how
 * often their words were looked at.
 */
import { notFound } from 'next/navigation'
import { recordSitting } from '../../db/stores/audit.ts'
import { readTextCounts, readTextPage } from '../../db/stores/open-texts.ts'
import { proveReadable } from '../../lib/assessment/access.ts'
import {
  askedTextsShape,
  type OpenAnswer,
  shownText,
  TEXTS_PER_PAGE,
  textPlace,
} from '../../lib/survey/open-text.ts'
import { database } from './database.ts'
import { requireActor } from './session.ts'

interface AskedAnswers {
  readonly surveyId: string
  /** Of the page's address. */
  readonly query: unknown
  /** k: what fewer people wrote is not loaded. */
  readonly fewest: number
}

export async function loadOpenAnswers(
  id: string,
  { surveyId, query, fewest }: AskedAnswers,
): Promise<OpenAnswer[]> {
  const actor = await requireActor()
  const readable = proveReadable(actor, id)
  if (!readable.ok) notFound()
  const doors = await database()
  const counts = await readTextCounts(doors.read, readable.value, surveyId)
  if (!counts.ok) return []
  const asked = askedTextsShape.safeParse(query).data
  const answers: OpenAnswer[] = []
  for (const { questionId: key, n, masked, named } of counts.value) {
    const place = { key, ...textPlace(key), n }
    if (n === 0 || n < fewest) {
      answers.push({ ...place, masked: 0, named: 0, page: null })
      continue
    }
    const {
      page,
      words,
      named: onlyNamed,
    } = asked?.texts === key ? asked : { page: 0, words: '', named: false }
    const read = await readTextPage(
      doors.read,
      readable.value,
      { surveyId, questionId: key, page, words, named: onlyNamed },
      TEXTS_PER_PAGE,
    )
    answers.push({
      ...place,
      masked,
      named,
      page: { texts: read.texts.map(shownText), page, more: read.more, words, onlyNamed },
    })
  }
  if (answers.some(({ page }) => page && page.texts.length > 0))
    await doors.write(id, (tx) => recordSitting(tx, actor, 'texts-read', id))
  return answers
}

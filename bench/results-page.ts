/** What the results page costs after a million answers beside a thousand. */
import { proveReadable } from '../lib/assessment/access.ts'
import { maskPersonalData } from '../lib/personal-data.ts'
import { possibleNames } from '../lib/personal-names.ts'
import { schemeOf } from '../lib/scheme/registry.ts'
import { countCells } from '../lib/survey/cells.ts'
import { weightedEstimates } from '../lib/survey/estimates.ts'
import { fieldwork } from '../lib/survey/fieldwork.ts'
import { shownText, TEXTS_PER_PAGE } from '../lib/survey/open-text.ts'
import type { Answers } from '../lib/survey/response.ts'
import { planInForce } from '../lib/survey/sampling/sampling-record.ts'
import { shownResults } from '../lib/survey/shown-results.ts'
import { compute } from '../lib/verdict/compute.ts'
import { shownCredibility } from '../lib/verdict/shown-credibility.ts'

const WORDS = [
  '补偿标准什么时候公布？',
  '请把公示贴到村口，老人不会上网。',
  '施工车辆走村道，夜里吵得睡不着，孩子上学也不安全，希望改走新路。',
  '我的电话13812345678，请给我回话。',
  '王主任说的和文件上写的不一样。',
]

/**
 * The results page after n answers: everything between its address and what is sent, through the functions that the page calls —
 * reading the case, computing all results (never from the cache), what may be shown, and the first page of every list of texts.
 * Answers stand in the database as closing leaves them, every second with words. Turning the value into HTML is left out: the
 * value is as long for a million answers as for a thousand, which is measured beside.
 */
export async function measureResultsPage(): Promise<{
  ratio1MTo1k: number
  msAt1k: number
  msAt1M: number
  bytes: number[]
}> {
  const { openTestDatabase } = await import('../db/testing.ts')
  const { ASSESSOR, publishedSurvey, value } = await import('../db/stores/survey-testing.ts')
  const { addCells } = await import('../db/stores/tally-cells.ts')
  const { closeSurvey } = await import('../db/stores/closing.ts')
  const { readCaseFile } = await import('../db/stores/case-file.ts')
  const { addTexts, readTextCounts, readTextPage } = await import('../db/stores/open-texts.ts')
  const { responses } = await import('../db/schema/survey.ts')
  const { exampleQuestionnaire } = await import('../intake/testing.ts')
  const questionnaire = exampleQuestionnaire()
  const textIds = questionnaire.questions.flatMap(({ id, type }) => (type === 'text' ? [id] : []))
  if (textIds.length === 0) throw new Error('nobody writes a word')
  const db = await openTestDatabase()

  async function closedWith(n: number) {
    const published = await publishedSurvey(db.doors, questionnaire)
    const { assessment, survey, east, west } = published
    value(await closeSurvey(db.doors, assessment))
    const answersOf = (i: number): Answers =>
      Object.fromEntries(
        questionnaire.questions.flatMap((question, at) => {
          if (question.type === 'scale') return [[question.id, String(((i * 7 + at * 3) % 5) + 1)]]
          return question.type === 'text' && i % 2 === 0 ? [[question.id, '…']] : []
        }),
      )
    const id = (i: number) => ((i * 2_654_435_761) % 2 ** 32).toString(16).padStart(32, '0')
    const PART = 5000
    for (let from = 0; from < n; from += PART) {
      const part = Array.from({ length: Math.min(PART, n - from) }, (_, k) => ({
        surveyId: survey.id,
        id: (from + k).toString(16).padStart(32, '0'),
        groupId: (from + k) % 2 ? east : west,
        channel: 'open-link' as const,
        day: `2026-11-${10 + ((from + k) % 20)}`,
        answers: answersOf(from + k),
      }))
      const texts = part.flatMap((_, k) => {
        if ((from + k) % 2 !== 0) return []
        const { text, masked } = maskPersonalData(`${WORDS[(from + k) % WORDS.length]}（${from + k}）`)
        return textIds.map((questionId) => ({
          surveyId: survey.id,
          questionId,
          id: id(from + k),
          text,
          masked: Object.keys(masked).length,
          names: possibleNames(text).length,
        }))
      })
      await db.doors.write(assessment.id, async (tx) => {
        for (let at = 0; at < part.length; at += 1000)
          await tx.insert(responses).values(part.slice(at, at + 1000))
        await addTexts(tx, texts)
        await addCells(tx, survey.id, countCells(questionnaire, part))
      })
    }
    const readable = value(proveReadable(ASSESSOR, assessment.id))
    return async (): Promise<string> => {
      const caseFile = await readCaseFile(db.doors.read, readable)
      if (!caseFile?.survey?.tally) throw new Error('not closed')
      const results = compute(caseFile)
      if (results.survey?.responses !== n) throw new Error('miscounted')
      const scheme = schemeOf(caseFile.schemeId)
      const fewest = scheme.suppressionK.value
      const { tally } = caseFile.survey
      const texts = []
      for (const count of value(await readTextCounts(db.doors.read, readable, survey.id))) {
        const asked = { surveyId: survey.id, questionId: count.questionId, page: 0, words: '', named: false }
        const page = await readTextPage(db.doors.read, readable, asked, TEXTS_PER_PAGE)
        texts.push({ ...count, page: page.texts.map(shownText) })
      }
      return JSON.stringify({
        results: shownResults(questionnaire, tally, fewest),
        fieldwork: fieldwork(caseFile.survey, caseFile.groups, caseFile.sampling),
        estimates: weightedEstimates(questionnaire, tally, {
          groups: caseFile.groups,
          plan: planInForce(caseFile.sampling),
          samplingFloors: scheme.samplingFloors,
          fewest,
        }),
        credibility: shownCredibility(caseFile, results),
        texts,
      })
    }
  }

  const pages = [await closedWith(1_000), await closedWith(1_000_000)]
  const times: [number[], number[]] = [[], []]
  const bytes = [0, 0]
  for (let i = 0; i < 40; i++)
    for (const [at, page] of pages.entries()) {
      const started = performance.now()
      bytes[at] = (await page()).length
      times[at]!.push(performance.now() - started)
    }
  await db.drop()
  const [atThousand = 0, atMillion = 0] = times.map((list) => list.sort((a, b) => a - b)[20]!)
  const rounded = (ms: number) => Math.round(ms * 100) / 100
  return {
    ratio1MTo1k: rounded(atMillion / atThousand),
    msAt1k: rounded(atThousand),
    msAt1M: rounded(atMillion),
    bytes,
  }
}

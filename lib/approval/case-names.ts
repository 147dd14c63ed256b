/** What the ids within a case stand for, in words: groups, factors, measures, themes, indicators, questions and their options. */
import type { CaseFile } from '../assessment/case-file.ts'
import { INDICATORS } from '../dimensions/indicators.ts'
import { FIXED_PARTIES, type FixedParty } from '../economics/allocation.ts'
import { SCHEMES } from '../scheme/registry.ts'
import type { Names } from '../scheme/threshold.ts'
import { optionsOf, type Questionnaire } from '../survey/questionnaire.ts'

const FIXED_PARTY = {
  $treasury: { zh: '财政', en: 'The treasury' },
  $owner: { zh: '项目业主', en: 'The project’s owner' },
  $public: { zh: '社会公众', en: 'The public at large' },
} as const satisfies Record<FixedParty, Names>

/** An option's id is its own within its question only, a measure's within its factor. */
export const withinKey = (ownerId: string, id: string) => `${ownerId} ${id}`

/** @param cases where they name a thing differently, the later one is taken. */
export function namesIn(cases: readonly CaseFile[], language: 'zh' | 'en'): Map<string, string> {
  const names = new Map<string, string>(INDICATORS.map((one) => [one.id, one[language]]))
  for (const [id, { name }] of Object.entries(SCHEMES)) names.set(id, name[language])
  for (const party of FIXED_PARTIES) names.set(party, FIXED_PARTY[party][language])
  const addQuestions = ({ questions }: Questionnaire) => {
    for (const question of questions) {
      names.set(question.id, question.title)
      for (const { id, label } of optionsOf(question)) names.set(withinKey(question.id, id), label)
    }
  }
  for (const { groups, factors, participation, disputes, survey, earlierSurvey } of cases) {
    for (const { id, name } of groups) names.set(id, name)
    for (const { id, name, measures } of factors) {
      names.set(id, name)
      for (const measure of measures) names.set(withinKey(id, measure.id), measure.description)
    }
    for (const { id, name } of participation.themes) names.set(id, name)
    for (const { id, title } of participation.notices) names.set(id, title)
    for (const { id, subject } of disputes.disputes) names.set(id, subject)
    for (const { id, area } of disputes.rounds) names.set(id, area)
    if (earlierSurvey) addQuestions(earlierSurvey.questionnaire)
    if (survey) addQuestions(survey.questionnaire)
  }
  return names
}

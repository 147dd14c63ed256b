/**
 * The task list of an assessment: what is done, what is missing, what deserves a second look.
 *
 * It is derived from the case file each time and stored nowhere, so it cannot disagree with what was entered. A step is
 * `attention` when it is filled in but contradicts itself or a rule of the field; an honest bad result (a dimension
 * that fails, residents who object) is not an error, but it must not hide behind a green tick either.
 */
import { concludeDimension } from '../dimensions/finding.ts'
import { DIMENSIONS, INDICATORS } from '../dimensions/indicators.ts'
import { isOpen, outcomeOf } from '../disputes/dispute.ts'
import { distribute, groupsThat } from '../economics/distribution.ts'
import { isPlan } from '../follow-up/emergency-plan.ts'
import { progressOf } from '../follow-up/measure-progress.ts'
import { coverageOf } from '../participation/coverage.ts'
import { adoptionRegister } from '../participation/opinions/adoption-register.ts'
import { WEIGHT_TOLERANCE } from '../risk/weights/direct-weights.ts'
import { planReturns } from '../survey/sampling/returns.ts'
import { planInForce } from '../survey/sampling/sampling-record.ts'
import type { CaseFile } from './case-file.ts'
import { assessorIsImplementer, matterShape } from './matter.ts'
import { brokenProcedure } from './procedure.ts'
import { readSample } from './sample-floors.ts'

export const STEP_IDS = [
  'matter',
  'groups',
  'participation',
  'dimensions',
  'risks',
  'survey',
  'opinions',
  'disputes',
  'economics',
  'follow-up',
  'report',
] as const
export type StepId = (typeof STEP_IDS)[number]

export type StepState = 'todo' | 'partial' | 'done' | 'attention'

export const STEP_NOTES = [
  'assessor-is-implementer',
  'matter-incomplete',
  'no-groups',
  'no-direct-group',
  'empty-group',
  'no-notice',
  'notice-too-short',
  'notice-running',
  'no-consultation',
  'groups-unheard',
  'hearing-without-reason',
  'few-experts',
  'no-findings',
  'findings-missing',
  'dimension-fails',
  'no-factors',
  'weights-do-not-sum',
  'factors-without-measure',
  'no-event-size',
  'no-survey',
  'survey-draft',
  'survey-open',
  'survey-counting',
  'survey-empty',
  'no-sampling-plan',
  'sample-insufficient',
  'sample-below-plan',
  'no-opposition-item',
  'no-opinions',
  'opinions-uncoded',
  'themes-unanswered',
  'no-screening',
  'disputes-open',
  'disputes-not-agreed',
  'no-emergency-plan',
  'no-cash-flows',
  'no-benefit',
  'no-mitigation-cost',
  'nothing-shared-out',
  'shares-left-over',
  'group-only-pays',
  'earlier-steps-open',
] as const
export type StepNote = (typeof STEP_NOTES)[number]

export interface Step {
  readonly id: StepId
  readonly state: StepState
  /** Items that are there, of `total`; what is counted depends on the step. */
  readonly done: number
  readonly total: number
  readonly notes: readonly StepNote[]
}

function matterStep({ matter }: CaseFile): Step {
  const fields = Object.keys(matterShape.shape) as (keyof typeof matter)[]
  const done = fields.filter((field) => matter[field].trim() !== '').length
  const notes: StepNote[] = []
  if (done < fields.length) notes.push('matter-incomplete')
  if (assessorIsImplementer(matter)) notes.push('assessor-is-implementer')
  const state = done < fields.length ? 'partial' : notes.length > 0 ? 'attention' : 'done'
  return { id: 'matter', state, done, total: fields.length, notes }
}

function groupsStep({ groups }: CaseFile): Step {
  const counted = groups.filter((group) => group.persons > 0).length
  const notes: StepNote[] = []
  if (groups.length === 0) notes.push('no-groups')
  else if (groups.every((group) => group.effect === 'indirect')) notes.push('no-direct-group')
  if (counted < groups.length) notes.push('empty-group')
  const state = groups.length === 0 ? 'todo' : notes.length > 0 ? 'attention' : 'done'
  return { id: 'groups', state, done: counted, total: groups.length, notes }
}

/** People were told, and every group was heard; what is missing of either is named. */
function participationStep(caseFile: CaseFile): Step {
  const { groups, participation, survey } = caseFile
  const { notices, consultations } = participation
  const broken = brokenProcedure(caseFile)
  const { rows, unheard } = coverageOf(groups, consultations, survey?.responsesByGroup ?? {})
  const base = { id: 'participation', done: rows.length - unheard.length, total: rows.length } as const
  const notes: StepNote[] = []
  if (broken.includes('no-notice')) notes.push('no-notice')
  if (consultations.length === 0) notes.push('no-consultation')
  if (unheard.length > 0) notes.push('groups-unheard')
  if (notes.length > 0) {
    const begun = notices.length > 0 || consultations.length > 0
    return { ...base, state: begun ? 'partial' : 'todo', notes }
  }
  const second = ['notice-too-short', 'notice-running', 'hearing-without-reason', 'few-experts'] as const
  notes.push(...second.filter((rule) => broken.includes(rule)))
  return { ...base, state: notes.length > 0 ? 'attention' : 'done', notes }
}

function dimensionsStep({ findings }: CaseFile): Step {
  const found = new Set(findings.map((finding) => finding.indicatorId))
  const done = INDICATORS.filter((indicator) => found.has(indicator.id)).length
  const total = INDICATORS.length
  const fails = DIMENSIONS.some((dimension) => concludeDimension(dimension, findings).conclusion === 'fails')
  const notes: StepNote[] = []
  if (done === 0) notes.push('no-findings')
  else if (done < total) notes.push('findings-missing')
  if (fails) notes.push('dimension-fails')
  const state = done === 0 ? 'todo' : done < total ? 'partial' : fails ? 'attention' : 'done'
  return { id: 'dimensions', state, done, total, notes }
}

function risksStep({ factors, expectedEventPersons }: CaseFile): Step {
  const done = factors.filter((factor) => factor.measures.length > 0).length
  const total = factors.length
  if (total === 0) return { id: 'risks', state: 'todo', done, total, notes: ['no-factors'] }
  const notes: StepNote[] = []
  const weightSum = factors.reduce((sum, factor) => sum + factor.weight, 0)
  if (Math.abs(weightSum - 1) > WEIGHT_TOLERANCE) notes.push('weights-do-not-sum')
  if (done < total) notes.push('factors-without-measure')
  const contradicts = notes.length > 0
  if (expectedEventPersons === null) notes.push('no-event-size')
  const state = contradicts ? 'attention' : notes.length > 0 ? 'partial' : 'done'
  return { id: 'risks', state, done, total, notes }
}

/** A survey has three stages: drafted, published, closed. */
function surveyStep(caseFile: CaseFile): Step {
  const { survey, sampling, groups } = caseFile
  const base = { id: 'survey', total: 3 } as const
  if (!survey) return { ...base, state: 'todo', done: 0, notes: ['no-survey'] }
  const notes: StepNote[] = survey.questionnaire.indices.opposition ? [] : ['no-opposition-item']
  const plan = planInForce(sampling)
  // Afterwards it is too late for one: a plan made to fit the answers says nothing.
  if (!plan && (survey.state === 'draft' || survey.state === 'published')) notes.push('no-sampling-plan')
  if (survey.state === 'draft') {
    return { ...base, state: 'partial', done: 1, notes: ['survey-draft', ...notes] }
  }
  if (survey.state === 'published') {
    return { ...base, state: 'partial', done: 2, notes: ['survey-open', ...notes] }
  }
  if (survey.state === 'closing') {
    return { ...base, state: 'partial', done: 2, notes: ['survey-counting', ...notes] }
  }
  const responses = Object.values(survey.responsesByGroup).reduce((sum, count) => sum + count, 0)
  if (responses === 0) notes.unshift('survey-empty')
  else if (!readSample(caseFile)?.sufficient) notes.push('sample-insufficient')
  else if (plan && planReturns(plan, survey.responsesByGroup, groups).below.length > 0) {
    notes.push('sample-below-plan')
  }
  return { ...base, state: notes.length > 0 ? 'attention' : 'done', done: 3, notes }
}

/** Every opinion has a theme and every theme an answer; a matter about which nobody said a word deserves a second look. */
function opinionsStep({ participation }: CaseFile): Step {
  const register = adoptionRegister(participation)
  const base = { id: 'opinions', done: register.answered, total: register.opinions } as const
  if (register.opinions === 0) return { ...base, state: 'todo', notes: ['no-opinions'] }
  const notes: StepNote[] = []
  if (register.uncoded > 0) notes.push('opinions-uncoded')
  if (register.byAnswer.open.themes > 0) notes.push('themes-unanswered')
  return { ...base, state: register.complete ? 'done' : 'partial', notes }
}

/** A dispute that is open or was closed without an agreement is no fault of the assessment, but it must not hide behind a green tick. */
function disputesStep({ disputes: { rounds, disputes } }: CaseFile): Step {
  const open = disputes.filter(isOpen).length
  const base = { id: 'disputes', done: disputes.length - open, total: disputes.length } as const
  const screened = rounds.some(({ stage }) => stage === 'before-decision')
  if (!screened) {
    return { ...base, state: disputes.length > 0 ? 'partial' : 'todo', notes: ['no-screening'] }
  }
  const notes: StepNote[] = open > 0 ? ['disputes-open'] : []
  if (disputes.some((dispute) => outcomeOf(dispute) === 'not-agreed')) notes.push('disputes-not-agreed')
  return { ...base, state: notes.length > 0 ? 'attention' : 'done', notes }
}

/** No verdict rests on who gains and who pays, so what is missing of it asks for a second look and holds nothing up. */
function sharingNotes({ economics, groups }: CaseFile): StepNote[] {
  const shared = distribute({ ...economics, years: [...economics.years] }, economics.shares, groups)
  if (!shared.ok) return shared.reason === 'nothing-allocated' ? ['nothing-shared-out'] : []
  return [
    ...(shared.value.complete ? [] : (['shares-left-over'] as const)),
    ...(groupsThat(shared.value, 'only-pays').length > 0 ? (['group-only-pays'] as const) : []),
  ]
}

function economicsStep(caseFile: CaseFile): Step {
  const { economics, factors } = caseFile
  const { years } = economics
  const done = years.length
  if (done === 0) return { id: 'economics', state: 'todo', done, total: done, notes: ['no-cash-flows'] }
  const notes: StepNote[] = []
  const total = (row: 'benefit' | 'mitigation') => years.reduce((sum, year) => sum + year[row], 0)
  if (total('benefit') === 0) notes.push('no-benefit')
  // Measures that cost nothing are rarely measures; left out of the costs, they flatter the appraisal.
  if (factors.some((factor) => factor.measures.length > 0) && total('mitigation') === 0) {
    notes.push('no-mitigation-cost')
  }
  notes.push(...sharingNotes(caseFile))
  const state = notes.length > 0 ? 'attention' : 'done'
  return { id: 'economics', state, done, total: done, notes }
}

/** Ready to be followed up: measures are listed and there is a plan for what may happen all the same. */
function followUpStep({ factors, followUp }: CaseFile): Step {
  const measures = factors.flatMap((factor) => factor.measures.map(({ id }) => [factor.id, id] as const))
  const done = measures.filter(
    ([factorId, id]) => progressOf(followUp.measures, factorId, id).state === 'done',
  ).length
  const base = { id: 'follow-up', done, total: measures.length } as const
  if (isPlan(followUp.emergencyPlan)) return { ...base, state: 'done', notes: [] }
  return { ...base, state: followUp.measures.length > 0 ? 'partial' : 'todo', notes: ['no-emergency-plan'] }
}

/** The report can be printed at any time, but it is complete only when everything before it is. */
function reportStep(earlier: readonly Step[]): Step {
  const ready = earlier.filter((step) => step.state === 'done' || step.state === 'attention').length
  const base = { id: 'report', done: ready, total: earlier.length } as const
  if (ready < earlier.length) {
    const begun = earlier.some((step) => step.id !== 'matter' && step.state !== 'todo')
    return { ...base, state: begun ? 'partial' : 'todo', notes: ['earlier-steps-open'] }
  }
  return { ...base, state: 'done', notes: [] }
}

export function stepsOf(caseFile: CaseFile): Step[] {
  const earlier = [
    matterStep(caseFile),
    groupsStep(caseFile),
    participationStep(caseFile),
    dimensionsStep(caseFile),
    risksStep(caseFile),
    surveyStep(caseFile),
    opinionsStep(caseFile),
    disputesStep(caseFile),
    economicsStep(caseFile),
    followUpStep(caseFile),
  ]
  return [...earlier, reportStep(earlier)]
}

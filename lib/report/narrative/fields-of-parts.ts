/**
 * The numbers of single groups, factors, questions and options of this case, as far as the report may print them: what is
 * suppressed there is not offered here.
 */
import { estimateShare } from '../../survey/shares.ts'
import type { ReportInput } from '../chapter.ts'
import { count, degree, interval, percent, wanYuan } from '../format.ts'
import { fewestAnswers, oppositionThresholds } from '../scheme-terms.ts'
import { hiddenOpposition, printableTables } from '../survey-release.ts'
import { surveySilence } from '../survey-silence.ts'
import { STAGE } from '../wording.ts'
import type { FieldValue } from './bound-field.ts'

export function fieldsOfParts(input: ReportInput): FieldValue[] {
  return [...groupFields(input), ...factorFields(input), ...questionFields(input)]
}

const STAGES = ['initial', 'residual'] as const
const STAGE_EN = { initial: 'before measures', residual: 'after measures' } as const

function groupFields(input: ReportInput): FieldValue[] {
  const { caseFile, results } = input
  const silent = surveySilence(input) !== null
  const withheld = hiddenOpposition(input)
  const fewest = fewestAnswers(caseFile.schemeId)
  const thresholds = oppositionThresholds(caseFile.schemeId)
  return caseFile.groups.flatMap(({ id, name, households, persons }): FieldValue[] => {
    const opposition = results.survey?.oppositionByGroup.find(({ groupId }) => groupId === id)?.estimate
    const open = !silent && opposition && opposition.n >= fewest && !withheld.has(id)
    const about = [name]
    const balance = results.distribution.ok
      ? results.distribution.value.parties.find(({ party }) => party === id)
      : undefined
    return [
      {
        id: `group.${id}.households`,
        label: { zh: `${name}：户数`, en: `${name}: households` },
        value: count(households),
        about,
        part: { says: '户' },
        units: ['户'],
      },
      {
        id: `group.${id}.persons`,
        label: { zh: `${name}：人数`, en: `${name}: persons` },
        value: count(persons),
        about,
        part: { says: '' },
        units: ['人', '名'],
      },
      ...(balance
        ? [
            {
              id: `group.${id}.net`,
              label: { zh: `${name}：净得失`, en: `${name}: net gain` },
              value: wanYuan(balance.netFen),
              about,
              part: { says: '得失' },
              units: [],
            },
          ]
        : []),
      ...(balance && balance.netPerHouseholdFen !== null
        ? [
            {
              id: `group.${id}.net-per-household`,
              label: { zh: `${name}：每户净得失`, en: `${name}: net gain per household` },
              value: `${count(balance.netPerHouseholdFen / 100)}元`,
              about,
              part: { says: '每户' },
              units: [],
            },
          ]
        : []),
      ...(open
        ? [
            {
              id: `group.${id}.opposition.rate`,
              label: { zh: `${name}：反对比例`, en: `${name}: opposition` },
              value: percent(opposition.share, thresholds),
              about,
              part: { says: '反对' },
              units: [],
            },
            {
              id: `group.${id}.opposition.interval`,
              label: { zh: `${name}：反对比例的置信区间`, en: `${name}: opposition, interval` },
              value: interval(opposition.low, opposition.high, thresholds),
              about,
              part: { says: '' },
              units: [],
            },
          ]
        : []),
    ]
  })
}

function factorFields({ caseFile, results }: ReportInput): FieldValue[] {
  return caseFile.factors.flatMap(({ id, name }, i) => {
    const result = results.factors[i]
    if (!result) return []
    return STAGES.map((stage) => ({
      id: `factor.${id}.${stage}`,
      label: { zh: `${name}：${STAGE[stage]}风险程度R`, en: `${name}: degree of risk R ${STAGE_EN[stage]}` },
      value: degree(result[`${stage}Degree`]),
      about: [name],
      part: { says: '' },
      units: [],
    }))
  })
}

function questionFields(input: ReportInput): FieldValue[] {
  const { caseFile, results } = input
  if (surveySilence(input) || !results.survey || !caseFile.survey) return []
  const fewest = fewestAnswers(caseFile.schemeId)
  const asked = caseFile.survey.questionnaire.questions.filter(({ type }) => type !== 'info')
  return asked.flatMap((question, i): FieldValue[] =>
    printableTables(input, question).flatMap(({ part, categories, all }): FieldValue[] => {
      const { answered } = all
      if (answered === null || answered < fewest) return []
      const where = part ? `${question.id}.${part.id}` : question.id
      const title = `第${i + 1}题${question.title}${part ? `（${part.label}）` : ''}`
      return [
        {
          id: `question.${where}.valid`,
          label: { zh: `${title}：有效作答数`, en: `${title}: valid answers` },
          value: count(answered),
          about: [`“${question.title}”`, `第${i + 1}题`],
          part: { says: '' },
          units: ['份', '人'],
        },
        ...categories.flatMap(({ id, label }, k): FieldValue[] => {
          const counted = all.counts[k] ?? null
          const estimate = counted === null ? null : estimateShare(counted, answered)
          if (counted === null || !estimate) return []
          // 支持 as an option is not 支持度: quoted, or by the number of its question.
          const about = [`“${label}”`, `第${i + 1}题`]
          const part = { says: '' }
          return [
            {
              id: `question.${where}.${id}.count`,
              label: { zh: `${title}：${label}，作答数`, en: `${title}: ${label}, answers` },
              value: count(counted),
              about,
              part,
              units: ['份', '人'],
            },
            {
              id: `question.${where}.${id}.rate`,
              label: { zh: `${title}：${label}，比例`, en: `${title}: ${label}, share` },
              value: percent(estimate.share),
              about,
              part,
              units: [],
            },
          ]
        }),
      ]
    }),
  )
}

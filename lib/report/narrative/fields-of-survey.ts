/** The matter, whom it touches, and what a closed survey says of it. */

import { caseDay } from '../../assessment/case-day.ts'
import { INDEX_NAMES, type IndexName } from '../../survey/questionnaire.ts'
import { CONFIDENCE, type ShareEstimate } from '../../survey/shares.ts'
import type { ReportInput } from '../chapter.ts'
import { chineseDay, count, interval, percent } from '../format.ts'
import { fewestAnswers, oppositionThresholds } from '../scheme-terms.ts'
import { surveySilence } from '../survey-silence.ts'
import { INDEX } from '../wording.ts'
import { type BoundField, counted, field } from './bound-field.ts'

export const MATTER_FIELDS: readonly BoundField[] = [
  field('matter.title', '事项名称', 'Name of the matter', ({ caseFile }) => caseFile.matter.title || null),
  field('matter.area', '涉及区域', 'Area', ({ caseFile }) => caseFile.matter.area || null),
  field('case.day', '案卷截止日期', 'Date of the case', ({ caseFile }) => chineseDay(caseDay(caseFile))),
  counted('groups.count', '利益相关群体数', 'Stakeholder groups', ({ caseFile }) => caseFile.groups.length),
  counted(
    'groups.direct.count',
    '直接受影响群体数',
    'Directly affected groups',
    ({ caseFile }) => caseFile.groups.filter(({ effect }) => effect === 'direct').length,
  ),
  counted('groups.households', '涉及户数', 'Households', ({ caseFile }) =>
    caseFile.groups.reduce((sum, { households }) => sum + households, 0),
  ),
  counted('groups.persons', '涉及人数', 'Persons', ({ caseFile }) =>
    caseFile.groups.reduce((sum, { persons }) => sum + persons, 0),
  ),
]

const INDEX_EN = {
  satisfaction: 'Satisfaction',
  support: 'Support',
  confidence: 'Confidence',
  opposition: 'Opposition',
} as const satisfies Record<IndexName, string>

function estimateOf(input: ReportInput, name: IndexName): ShareEstimate | null {
  if (surveySilence(input)) return null
  const estimate = input.results.survey?.indices[name].estimate ?? null
  return estimate && estimate.n >= fewestAnswers(input.caseFile.schemeId) ? estimate : null
}

const thresholdsOf = (input: ReportInput, name: IndexName) =>
  name === 'opposition' ? oppositionThresholds(input.caseFile.schemeId) : []

export const SURVEY_FIELDS: readonly BoundField[] = [
  field('interval.confidence', '置信水平', 'Confidence level', () => percent(CONFIDENCE).replace('.0%', '%')),
  field('survey.responses', '收回答卷份数', 'Responses', (input) =>
    surveySilence(input) || !input.results.survey ? null : count(input.results.survey.responses),
  ),
  field('survey.published', '问卷发布日期', 'Day of publication', ({ caseFile }) =>
    caseFile.survey?.publishedOn ? chineseDay(caseFile.survey.publishedOn) : null,
  ),
  field('survey.closed', '问卷结束日期', 'Day of closing', ({ caseFile }) =>
    caseFile.survey?.closedOn ? chineseDay(caseFile.survey.closedOn) : null,
  ),
  ...INDEX_NAMES.flatMap((name) => {
    const of = (write: (estimate: ShareEstimate, input: ReportInput) => string) => (input: ReportInput) => {
      const estimate = estimateOf(input, name)
      return estimate && write(estimate, input)
    }
    return [
      field(
        `survey.${name}.rate`,
        INDEX[name],
        INDEX_EN[name],
        of(({ share }, input) => percent(share, thresholdsOf(input, name))),
      ),
      field(
        `survey.${name}.interval`,
        `${INDEX[name]}95%置信区间`,
        `${INDEX_EN[name]}, 95% interval`,
        of(({ low, high }, input) => interval(low, high, thresholdsOf(input, name))),
      ),
      field(
        `survey.${name}.valid`,
        `${INDEX[name]}有效作答数`,
        `${INDEX_EN[name]}, valid answers`,
        of(({ n }) => count(n)),
      ),
    ]
  }),
]

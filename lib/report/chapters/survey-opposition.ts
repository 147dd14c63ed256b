/** 反对意见及其分布: how many object, in which group, against the thresholds of the scheme. Opposition is a normal value. */

import type { SurveyResults } from '../../survey/results.ts'
import type { ShareEstimate } from '../../survey/shares.ts'
import type { Chapter } from '../chapter.ts'
import { shareBars } from '../figures/share-bars.ts'
import { count, interval, NONE, percent } from '../format.ts'
import { fewestAnswers, oppositionThresholds } from '../scheme-terms.ts'
import { hiddenOpposition } from '../survey-release.ts'
import { surveySilence } from '../survey-silence.ts'
import { item, missing, paragraph } from '../write.ts'

export const surveyOpposition: Chapter = (input) => {
  const heading = item('反对意见及其分布')
  const { results, caseFile } = input
  const silent = surveySilence(input)
  if (silent || !results.survey) return [heading, missing(silent ?? '')]
  const { oppositionByGroup, indices } = results.survey
  if (!indices.opposition.estimate)
    return [heading, missing('问卷没有可以计算反对比例的有效作答，反对意见无数据。')]
  const fewest = fewestAnswers(caseFile.schemeId)
  if (indices.opposition.estimate.n < fewest)
    return [heading, missing(`计算反对比例的有效作答不足${fewest}份，为保护答卷人不予列示。`)]
  const withheld = hiddenOpposition(input)
  const named = oppositionByGroup.map((group) => ({
    ...group,
    name: caseFile.groups.find((candidate) => candidate.id === group.groupId)?.name ?? group.groupId,
  }))
  const thresholds = oppositionThresholds(caseFile.schemeId)
  const open = named.flatMap((group) =>
    group.estimate && !withheld.has(group.groupId) ? [{ text: group.name, estimate: group.estimate }] : [],
  )
  return [
    heading,
    paragraph(
      ...oppositionSentence(results.survey, thresholds),
      { ref: 'opposition' },
      '和',
      { ref: 'opposition-bars' },
      '。',
    ),
    {
      kind: 'table',
      label: 'opposition',
      caption: '各群体反对意见',
      columns: [
        { head: '群体', width: 3.6, align: 'left' },
        { head: '有效作答', width: 1.1, align: 'right' },
        { head: '反对', width: 1, align: 'right' },
        { head: '比例', width: 1.1, align: 'right' },
        { head: '95%置信区间', width: 2, align: 'center' },
      ],
      rows: [
        ...named.map((group) =>
          withheld.has(group.groupId) || !group.estimate
            ? [group.name, withheld.has(group.groupId) ? count(group.valid) : '0', NONE, NONE, NONE]
            : oppositionRow(group.name, group.estimate, thresholds),
        ),
        oppositionRow('合计', indices.opposition.estimate, thresholds),
      ],
      emphasised: [named.length],
      ...(withheld.size > 0
        ? {
            note: `注：反对或者其他意见不足${fewest}份的群体，以及可由其推算出前者的群体，为保护答卷人不列示。`,
          }
        : {}),
    },
    shareBars(
      '各群体反对比例及其95%置信区间',
      'opposition-bars',
      [...open, { text: '合计', estimate: indices.opposition.estimate }],
      thresholds,
    ),
  ]
}

function oppositionSentence(survey: SurveyResults, thresholds: readonly number[]): string[] {
  const estimate = survey.indices.opposition.estimate
  if (!estimate) return []
  return [
    `在${count(estimate.n)}份有效作答中，表示反对的${count(estimate.count)}份，占${percent(estimate.share, thresholds)}（95%置信区间${interval(estimate.low, estimate.high, thresholds)}）。各群体的情况见`,
  ]
}

function oppositionRow(name: string, estimate: ShareEstimate, thresholds: readonly number[]): string[] {
  return [
    name,
    count(estimate.n),
    count(estimate.count),
    percent(estimate.share, thresholds),
    interval(estimate.low, estimate.high, thresholds),
  ]
}

/** 满意度、支持度、信心度, each with the questions and options it counts, and opposition beside them. */
import { INDEX_NAMES } from '../../survey/questionnaire.ts'
import type { IndexResult } from '../../survey/results.ts'
import type { Chapter } from '../chapter.ts'
import { shareBars } from '../figures/share-bars.ts'
import { count, interval, NONE, percent } from '../format.ts'
import { fewestAnswers } from '../scheme-terms.ts'
import { surveySilence } from '../survey-silence.ts'
import { INDEX, listed } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

export const surveyIndices: Chapter = (input) => {
  const heading = item('满意度、支持度、信心度')
  const { results, caseFile } = input
  const silent = surveySilence(input)
  if (silent || !results.survey || !caseFile.survey) return [heading, missing(silent ?? '')]
  const { survey } = results
  const { questionnaire } = caseFile.survey
  const fewest = fewestAnswers(caseFile.schemeId)
  const shown = INDEX_NAMES.map((name) => survey.indices[name])
  const bars = shown.flatMap((index) =>
    index.estimate && index.estimate.n >= fewest
      ? [{ text: INDEX[index.index], estimate: index.estimate }]
      : [],
  )
  const unnamed = shown.filter((index) => !index.named).map((index) => INDEX[index.index])
  return [
    heading,
    paragraph(
      '各项指数是指定题目中指定选项的作答比例，题目和选项在问卷发布时即已确定，结果见',
      { ref: 'indices' },
      '；每题的全部选项见附录一。',
    ),
    {
      kind: 'table',
      label: 'indices',
      caption: '调查指数',
      columns: [
        { head: '指数', width: 1.3, align: 'center' },
        { head: '依据题目', width: 3.4, align: 'left' },
        { head: '计入的选项', width: 2.6, align: 'left' },
        { head: '有效作答', width: 1, align: 'right' },
        { head: '比例', width: 1.1, align: 'right' },
        { head: '95%置信区间', width: 1.9, align: 'center' },
      ],
      rows: shown
        .filter((index) => index.named)
        .map((index) =>
          indexRow(
            index,
            questionnaire.questions.filter(({ type }) => type !== 'info'),
            fewest,
          ),
        ),
    },
    ...(bars.length > 0 ? [shareBars('调查指数及其95%置信区间', 'index-bars', bars)] : []),
    ...(unnamed.length > 0 ? [missing(`问卷没有指定计算${listed(unnamed)}的题目，该项无数据。`)] : []),
  ]
}

function indexRow(
  index: IndexResult,
  questions: readonly { id: string; title: string }[],
  fewest: number,
): string[] {
  const { estimate } = index
  const enough = estimate !== null && estimate.n >= fewest
  return [
    INDEX[index.index],
    basis(index.questionIds, questions),
    listed(index.optionLabels),
    estimate ? count(estimate.n) : '0',
    enough ? percent(estimate.share) : NONE,
    enough ? interval(estimate.low, estimate.high) : NONE,
  ]
}

/** 第19题“补贴”, or 第1～4、6题（共5题…）: the appendix numbers and spells out every question. */
function basis(ids: readonly string[], questions: readonly { id: string; title: string }[]): string {
  const numbers = ids
    .map((id) => questions.findIndex((question) => question.id === id) + 1)
    .sort((a, b) => a - b)
  const [first = 0] = numbers
  if (numbers.length === 1) return `第${first}题“${questions[first - 1]?.title ?? ''}”`
  const runs: [from: number, to: number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  const spans = listed(runs.map(([from, to]) => (from === to ? String(from) : `${from}～${to}`)))
  return `第${spans}题（共${numbers.length}题，取各题比例的平均数）`
}

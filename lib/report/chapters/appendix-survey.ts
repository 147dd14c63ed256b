/** 附录一: every question with every option, n, count, share and interval, so that nothing can be picked out. */
import type { Question } from '../../survey/questionnaire.ts'
import type { QuestionResult } from '../../survey/results.ts'
import { estimateShare } from '../../survey/shares.ts'
import type { ReleasedTable } from '../../survey/suppression/released.ts'
import type { Chapter } from '../chapter.ts'
import { count, interval, NONE, percent } from '../format.ts'
import { fewestAnswers } from '../scheme-terms.ts'
import { printableTables } from '../survey-release.ts'
import { surveySilence } from '../survey-silence.ts'
import { QUESTION_TYPE } from '../wording.ts'
import { missing, paragraph } from '../write.ts'

export const appendixSurvey: Chapter = (input) => {
  const { caseFile, results } = input
  const silent = surveySilence(input)
  if (silent || !results.survey || !caseFile.survey) return [missing(silent ?? '')]
  const { questions } = caseFile.survey.questionnaire
  const { responses } = results.survey
  const fewest = fewestAnswers(caseFile.schemeId)
  return [
    paragraph(
      `共收到答卷${count(responses)}份。比例以该题的有效作答为分母，区间为威尔逊法95%置信区间。多选题各选项比例之和可以超过100%。全部题目和选项见`,
      { ref: 'all-questions' },
      '。',
    ),
    {
      kind: 'table',
      label: 'all-questions',
      caption: '问卷各题作答情况',
      columns: [
        { head: '选项', width: 5, align: 'left' },
        { head: '作答数', width: 1.2, align: 'right' },
        { head: '比例', width: 1.2, align: 'right' },
        { head: '95%置信区间', width: 2.2, align: 'center' },
      ],
      rows: questions
        .filter(({ type }) => type !== 'info')
        .flatMap((question, i) =>
          questionRows(
            question,
            i + 1,
            results.survey?.questions.find((result) => result.questionId === question.id),
            responses,
            fewest,
            printableTables(input, question),
          ),
        ),
      note: `注：“${NONE}”为不足${fewest}份的作答数，以及可由其推算出前者的作答数，为保护答卷人不列示。`,
    },
  ]
}

function questionRows(
  question: Question,
  number: number,
  result: QuestionResult | undefined,
  responses: number,
  fewest: number,
  tables: readonly ReleasedTable[],
): string[][] {
  const answered = result?.answered ?? 0
  // Who was asked tells what was answered before: where that may not be told, nothing of this question is.
  if (tables.length > 0 && tables.every(({ all }) => all.answered === null))
    return [
      [`${number}．${question.title}（${QUESTION_TYPE[question.type]}）`],
      ['只问一部分人，有效作答数会透露前面题目中不予列示的作答数，不列示', NONE, NONE, NONE],
    ]
  const head = [
    `${number}．${question.title}（${QUESTION_TYPE[question.type]}，有效作答${count(answered)}份，未作答${count(responses - answered)}份）`,
  ]
  if (question.type === 'text') return [head, ['填空内容由评估人员阅读，不作统计', NONE, NONE, NONE]]
  if (answered > 0 && answered < fewest)
    return [head, [`有效作答不足${fewest}份，为保护答卷人不列示`, NONE, NONE, NONE]]
  return [
    head,
    ...tables.flatMap(({ part, categories, all }) =>
      categories.map(({ label }, j) => {
        const words = part
          ? `${part.label}：${label}`
          : question.type === 'ranking'
            ? `${label}（排在第一位）`
            : label
        const counted = all.counts[j] ?? null
        const estimate =
          counted === null || all.answered === null ? null : estimateShare(counted, all.answered)
        if (counted === null) return [words, NONE, NONE, NONE]
        return estimate
          ? [words, count(counted), percent(estimate.share), interval(estimate.low, estimate.high)]
          : [words, '0', NONE, NONE]
      }),
    ),
  ]
}

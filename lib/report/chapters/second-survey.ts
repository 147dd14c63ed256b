/** 前后两次调查的变化: printed only where the same items were asked twice; before that there is nothing to miss. */
import { schemeOf } from '../../scheme/registry.ts'
import { pValueText } from '../../statistics/p-value-text.ts'
import { SIGNIFICANCE, surveyChange } from '../../survey/survey-change.ts'
import type { Chapter } from '../chapter.ts'
import { chineseDay, count, percent } from '../format.ts'
import { INDEX } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

const points = (share: number) => {
  const text = (Math.abs(share) * 100).toFixed(1)
  return `${share > 0 ? '+' : share < 0 ? '-' : ''}${text}`
}

export const secondSurvey: Chapter = ({ caseFile }) => {
  const { earlierSurvey, survey, schemeId } = caseFile
  if (!earlierSurvey) return []
  const heading = item('前后两次调查的变化')
  if (!survey?.tally || !survey.closedOn) return [heading, missing('第二次问卷调查尚未结束，不作前后比较。')]
  const fewest = schemeOf(schemeId).suppressionK.value
  const { indices, questions, notComparable } = surveyChange(earlierSurvey, {
    questionnaire: survey.questionnaire,
    tally: survey.tally,
  })
  const shown = indices.filter(({ before, after }) => before.n >= fewest && after.n >= fewest)
  if (shown.length === 0) return [heading, missing('两次问卷没有可以比较的指标，或者有效回答过少。')]
  const changed = questions.filter(({ adjustedP }) => adjustedP < SIGNIFICANCE).length
  return [
    heading,
    paragraph(
      `前次调查于${chineseDay(earlierSurvey.closedOn)}结束，本次调查于${chineseDay(survey.closedOn)}结束，相同题目的比较见`,
      { ref: 'survey-change' },
      `。两次调查均为匿名，按两个独立样本比较。逐题比较的${count(questions.length)}道题中，有${count(changed)}道题的回答分布有显著变化（p值按Holm法调整，显著性水平0.05）。`,
      ...(notComparable.length > 0 ? [`另有${count(notComparable.length)}道题前后措辞不同，未作比较。`] : []),
    ),
    {
      kind: 'table',
      label: 'survey-change',
      caption: '前后两次调查的指标变化',
      columns: [
        { head: '指标', width: 1.2, align: 'left' },
        { head: '前次', width: 1.6, align: 'right' },
        { head: '本次', width: 1.6, align: 'right' },
        { head: '变化（百分点）', width: 1.2, align: 'right' },
        { head: '95%区间', width: 1.6, align: 'right' },
        { head: 'p值', width: 0.9, align: 'right' },
      ],
      rows: shown.map(({ index, before, after, difference, low, high, p }) => [
        INDEX[index],
        `${percent(before.count / before.n)}（${before.count}/${before.n}）`,
        `${percent(after.count / after.n)}（${after.count}/${after.n}）`,
        points(difference),
        `${points(low)}～${points(high)}`,
        pValueText(p),
      ]),
      note: '变化的区间用Newcombe法，p值为两比例合并z检验的双侧p值。',
    },
  ]
}

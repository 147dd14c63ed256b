import type { ReportInput } from './chapter.ts'
import { fewestAnswers } from './scheme-terms.ts'

/** Why there are no survey numbers; null when there are. */
export function surveySilence({ caseFile: { survey, schemeId }, results }: ReportInput): string | null {
  if (!survey) return '案卷没有问卷调查，本节无数据。'
  if (survey.state === 'draft') return '问卷尚未发布，本节无数据。'
  if (survey.state === 'published') return '问卷尚未结束，本节无数据。'
  if (survey.state === 'closing') return '问卷已经结束，正在开箱计票，本节暂无数据。'
  if (!results.survey || results.survey.responses === 0) return '问卷已经结束，未收到答卷，本节无数据。'
  const fewest = fewestAnswers(schemeId)
  if (results.survey.responses < fewest) {
    return `问卷已经结束，收到的答卷不足${fewest}份，为保护答卷人不予列示。`
  }
  return null
}

/** Why the credibility of the survey was not checked at all; null when it was. */
import type { ReportInput } from './chapter.ts'
import { fewestAnswers } from './scheme-terms.ts'
import { surveySilence } from './survey-silence.ts'

export function credibilitySilence(input: ReportInput): string | null {
  const silent = surveySilence(input)
  if (silent) return silent
  const { survey, credibility } = input.results
  const opposition = survey?.indices.opposition.estimate
  if (!credibility || !opposition) {
    return '问卷没有可以计算反对比例的有效作答，可信度未能核查。未核查不等于没有问题。'
  }
  const fewest = fewestAnswers(input.caseFile.schemeId)
  if (opposition.n < fewest) {
    return `计算反对比例的有效作答不足${fewest}份，为保护答卷人不列示核查结果。`
  }
  if (!credibility.ok) return '调查的份数记录前后不符或者不完整，可信度未能核查。未核查不等于没有问题。'
  return null
}

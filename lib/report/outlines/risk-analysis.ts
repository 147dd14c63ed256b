/**
 * 社会稳定风险分析篇章, the chapter that the project unit adds to its feasibility study (发改办投资〔2013〕428号): the same case
 * in the order of that outline. It has no economic appraisal, no dual verdict and no sign-off: those are the assessing
 * body's.
 */

import { analysisConclusion } from '../chapters/analysis-conclusion.ts'
import { appendixIndicators } from '../chapters/appendix-indicators.ts'
import { appendixSurvey } from '../chapters/appendix-survey.ts'
import { approvalRecord } from '../chapters/approval-record.ts'
import { bases } from '../chapters/bases.ts'
import { colophon } from '../chapters/colophon.ts'
import { course } from '../chapters/course.ts'
import { dimensionConclusions } from '../chapters/dimension-conclusions.ts'
import { disputeScreening } from '../chapters/disputes.ts'
import { emergencyAndAdvice } from '../chapters/emergency-and-advice.ts'
import { factorEstimation } from '../chapters/factor-estimation.ts'
import { factorIdentification } from '../chapters/factor-identification.ts'
import { levelRobustness } from '../chapters/level-robustness.ts'
import { matterOverview } from '../chapters/matter-overview.ts'
import { measuresConclusion } from '../chapters/measures-conclusion.ts'
import { measuresEvaluation } from '../chapters/measures-evaluation.ts'
import { measuresToday } from '../chapters/measures-today.ts'
import { methods } from '../chapters/methods.ts'
import { opinionsAndMedia } from '../chapters/opinions-and-media.ts'
import { participation } from '../chapters/participation.ts'
import { residualLevel } from '../chapters/residual-level.ts'
import { surveyCredibility } from '../chapters/survey-credibility.ts'
import { surveyIndices } from '../chapters/survey-indices.ts'
import { surveyOpposition } from '../chapters/survey-opposition.ts'
import { surveyReturns } from '../chapters/survey-returns.ts'
import { surveySampling } from '../chapters/survey-sampling.ts'
import { narrative } from '../narrative/narrative-chapter.ts'
import type { Outline } from '../report-document.ts'
import { retitled, untitled } from '../retitled.ts'

export const RISK_ANALYSIS: Outline = {
  subtitle: '社会稳定风险分析篇章',
  author: ({ implementer }) => implementer,
  parts: [
    { heading: '编制依据', series: 'chapter', chapters: [untitled(bases)] },
    {
      heading: '风险调查',
      series: 'chapter',
      chapters: [
        matterOverview,
        narrative('matter'),
        retitled('调查过程和方法', course),
        methods,
        narrative('course'),
        retitled('调查结果和各方意见', surveyReturns),
        surveySampling,
        surveyIndices,
        surveyOpposition,
        surveyCredibility,
        narrative('survey'),
        participation,
        opinionsAndMedia,
        narrative('opinions'),
        disputeScreening,
        dimensionConclusions,
        narrative('dimensions'),
      ],
    },
    { heading: '风险识别', series: 'chapter', chapters: [factorIdentification] },
    { heading: '风险估计', series: 'chapter', chapters: [untitled(factorEstimation), narrative('factors')] },
    {
      heading: '风险防范和化解措施',
      series: 'chapter',
      chapters: [
        retitled('措施和效果', measuresEvaluation),
        narrative('measures'),
        retitled('责任主体和时限', measuresConclusion),
        emergencyAndAdvice,
        narrative('advice'),
      ],
    },
    {
      heading: '风险等级',
      series: 'chapter',
      chapters: [untitled(residualLevel), measuresToday, levelRobustness, narrative('level')],
    },
    { heading: '结论', series: 'chapter', chapters: [analysisConclusion] },
    { heading: '问卷调查结果', series: 'appendix', chapters: [appendixSurvey] },
    { heading: '四性指标评定', series: 'appendix', chapters: [appendixIndicators] },
    approvalRecord,
    { heading: '编制说明', series: 'plain', chapters: [colophon] },
  ],
}

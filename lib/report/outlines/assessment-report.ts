/** 评估报告, the assessing body's report after 发改办投资〔2013〕428号, with 双评估 and two appendices added. */

import type { ReportInput } from '../chapter.ts'
import { appendixIndicators } from '../chapters/appendix-indicators.ts'
import { appendixSurvey } from '../chapters/appendix-survey.ts'
import { approvalRecord } from '../chapters/approval-record.ts'
import { assessor } from '../chapters/assessor.ts'
import { bases } from '../chapters/bases.ts'
import { colophon } from '../chapters/colophon.ts'
import { costBenefitDistribution } from '../chapters/cost-benefit-distribution.ts'
import { course } from '../chapters/course.ts'
import { dimensionConclusions } from '../chapters/dimension-conclusions.ts'
import { disputeScreening } from '../chapters/disputes.ts'
import { dualVerdict } from '../chapters/dual-verdict.ts'
import { economicAppraisal } from '../chapters/economic-appraisal.ts'
import { economicSensitivity } from '../chapters/economic-sensitivity.ts'
import { emergencyAndAdvice } from '../chapters/emergency-and-advice.ts'
import { factorEstimation } from '../chapters/factor-estimation.ts'
import { financialAppraisal } from '../chapters/financial-appraisal.ts'
import { levelConclusion } from '../chapters/level-conclusion.ts'
import { levelRobustness } from '../chapters/level-robustness.ts'
import { lookingBack } from '../chapters/looking-back.ts'
import { mainFactors } from '../chapters/main-factors.ts'
import { matterOverview } from '../chapters/matter-overview.ts'
import { measuresConclusion } from '../chapters/measures-conclusion.ts'
import { measuresEvaluation } from '../chapters/measures-evaluation.ts'
import { measuresToday } from '../chapters/measures-today.ts'
import { methods } from '../chapters/methods.ts'
import { opinionsAndMedia } from '../chapters/opinions-and-media.ts'
import { participation } from '../chapters/participation.ts'
import { residualLevel } from '../chapters/residual-level.ts'
import { secondSurvey } from '../chapters/second-survey.ts'
import { signOff } from '../chapters/sign-off.ts'
import { summary } from '../chapters/summary.ts'
import { surveyCredibility } from '../chapters/survey-credibility.ts'
import { surveyIndices } from '../chapters/survey-indices.ts'
import { surveyOpposition } from '../chapters/survey-opposition.ts'
import { surveyReturns } from '../chapters/survey-returns.ts'
import { surveySampling } from '../chapters/survey-sampling.ts'
import { narrative } from '../narrative/narrative-chapter.ts'
import { composeReport, type Outline, type ReportDocument } from '../report-document.ts'

/** A new chapter is one file in chapters/ and one line here. */
export const ASSESSMENT_REPORT: Outline = {
  subtitle: '社会稳定风险评估报告',
  author: ({ assessor }) => assessor,
  parts: [
    { heading: '评估结论提要', series: 'plain', chapters: [summary] },
    {
      heading: '基本情况',
      series: 'chapter',
      chapters: [matterOverview, narrative('matter'), bases, assessor, course, methods, narrative('course')],
    },
    {
      heading: '评估内容',
      series: 'chapter',
      chapters: [
        surveyReturns,
        surveySampling,
        surveyIndices,
        surveyOpposition,
        surveyCredibility,
        narrative('survey'),
        participation,
        opinionsAndMedia,
        narrative('opinions'),
        disputeScreening,
        factorEstimation,
        narrative('factors'),
        measuresEvaluation,
        narrative('measures'),
        residualLevel,
        measuresToday,
        secondSurvey,
        lookingBack,
        levelRobustness,
        narrative('level'),
      ],
    },
    {
      heading: '评估结论',
      series: 'chapter',
      chapters: [
        mainFactors,
        dimensionConclusions,
        narrative('dimensions'),
        levelConclusion,
        measuresConclusion,
        emergencyAndAdvice,
        narrative('advice'),
      ],
    },
    {
      heading: '经济效益评价和双评估结论',
      series: 'chapter',
      chapters: [
        economicAppraisal,
        economicSensitivity,
        costBenefitDistribution,
        financialAppraisal,
        narrative('economics'),
        dualVerdict,
        narrative('conclusion'),
      ],
    },
    signOff,
    approvalRecord,
    { heading: '问卷调查结果', series: 'appendix', chapters: [appendixSurvey] },
    { heading: '四性指标评定', series: 'appendix', chapters: [appendixIndicators] },
    { heading: '编制说明', series: 'plain', chapters: [colophon] },
  ],
}

export function assessmentReport(input: ReportInput): ReportDocument {
  return composeReport(ASSESSMENT_REPORT, input)
}

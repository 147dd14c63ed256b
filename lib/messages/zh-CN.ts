import { accounts } from './zh-CN/accounts.ts'
import { approval } from './zh-CN/approval.ts'
import { bundle } from './zh-CN/bundle.ts'
import { caseFields } from './zh-CN/case-fields.ts'
import { channels } from './zh-CN/channels.ts'
import { dimensions } from './zh-CN/dimensions.ts'
import { disputes } from './zh-CN/disputes.ts'
import { economics } from './zh-CN/economics.ts'
import { events } from './zh-CN/events.ts'
import { evidence } from './zh-CN/evidence.ts'
import { experts } from './zh-CN/experts.ts'
import { followUp } from './zh-CN/follow-up.ts'
import { intake } from './zh-CN/intake.ts'
import { issues } from './zh-CN/issues.ts'
import { matter } from './zh-CN/matter.ts'
import { narrative } from './zh-CN/narrative.ts'
import { office } from './zh-CN/office.ts'
import { opinions } from './zh-CN/opinions.ts'
import { participation } from './zh-CN/participation.ts'
import { refusals } from './zh-CN/refusals.ts'
import { report } from './zh-CN/report.ts'
import { risk } from './zh-CN/risk.ts'
import { robustness } from './zh-CN/robustness.ts'
import { sampling } from './zh-CN/sampling.ts'
import { survey } from './zh-CN/survey.ts'
import { surveyExport } from './zh-CN/survey-export.ts'
import { verdict } from './zh-CN/verdict.ts'
import { workbench } from './zh-CN/workbench.ts'

/** All areas in Chinese: the original, whose shape every translation follows. */
export const zhCN = {
  accounts,
  approval,
  bundle,
  caseFields,
  channels,
  dimensions,
  disputes,
  economics,
  evidence,
  events,
  experts,
  followUp,
  intake,
  issues,
  matter,
  narrative,
  office,
  opinions,
  participation,
  refusals,
  report,
  risk,
  robustness,
  sampling,
  survey,
  surveyExport,
  verdict,
  workbench,
}
export type AllMessages = typeof zhCN

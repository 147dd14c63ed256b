import { accounts } from './en/accounts.ts'
import { approval } from './en/approval.ts'
import { bundle } from './en/bundle.ts'
import { caseFields } from './en/case-fields.ts'
import { channels } from './en/channels.ts'
import { dimensions } from './en/dimensions.ts'
import { disputes } from './en/disputes.ts'
import { economics } from './en/economics.ts'
import { events } from './en/events.ts'
import { evidence } from './en/evidence.ts'
import { experts } from './en/experts.ts'
import { followUp } from './en/follow-up.ts'
import { intake } from './en/intake.ts'
import { issues } from './en/issues.ts'
import { matter } from './en/matter.ts'
import { narrative } from './en/narrative.ts'
import { office } from './en/office.ts'
import { opinions } from './en/opinions.ts'
import { participation } from './en/participation.ts'
import { refusals } from './en/refusals.ts'
import { report } from './en/report.ts'
import { risk } from './en/risk.ts'
import { robustness } from './en/robustness.ts'
import { sampling } from './en/sampling.ts'
import { survey } from './en/survey.ts'
import { surveyExport } from './en/survey-export.ts'
import { verdict } from './en/verdict.ts'
import { workbench } from './en/workbench.ts'

import type { Messages } from './messages.ts'
import type { AllMessages } from './zh-CN.ts'

export const en: Messages<AllMessages> = {
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

/** The approval of a frozen version in the words of its report, which is always in Chinese. */
import { approval as approvalWords } from '../messages/zh-CN/approval.ts'
import { verdict } from '../messages/zh-CN/verdict.ts'
import { workbench } from '../messages/zh-CN/workbench.ts'
import type { ApprovalRecord } from '../report/approval-record.ts'
import { chineseDay } from '../report/format.ts'
import {
  type ApprovalCase,
  type ApprovalState,
  decisionOf,
  panelOf,
  type Step,
  standings,
  stateOf,
  type TakenStep,
} from './workflow.ts'

const STATE = {
  'internal-review': '正在内部复核，尚未审定',
  'expert-panel': '正在专家评审，尚未审定',
  decision: '等待决策，尚未审定',
  filing: '已审定，等待备案',
  archiving: '已审定并备案，等待归档',
  archived: '已审定、备案并归档',
  'sent-back': '已退回修改，没有审定',
} as const satisfies Record<ApprovalState, string>

const { opinions, interests, standings: STANDING } = approvalWords.record

function wordsOf(step: Step, steps: readonly TakenStep[]): string {
  switch (step.kind) {
    case 'pass-review':
      return step.remarks
    case 'send-back':
      return step.reason
    case 'give-opinion':
      return [opinions[step.opinion], step.grounds].filter(Boolean).join('：')
    case 'close-panel':
      return ''
    case 'decide':
      return verdict.decisions[step.decision]
    case 'file':
      return `备案号${step.filingNumber}，${chineseDay(step.filedOn)}`
    case 'archive':
      return `存放：${step.place}`
    case 'step-aside':
      return [`利益冲突：${interests.conflict}`, step.grounds].filter(Boolean).join('。')
    case 'withdraw': {
      const taken = steps[step.seq - 1]
      return `撤回第${step.seq}步“${taken ? approvalWords.stepNames[taken.step.kind] : ''}”：${step.reason}`
    }
  }
}

/** What a reader of the paper has to know first: a version that was changed or replaced covers the matter no longer. */
function holding({ voided, superseded }: Pick<ApprovalCase, 'voided' | 'superseded'>): string {
  if (superseded) return '；已有更新的定稿，本版本已被取代'
  return voided ? '；定稿之后评估内容有改动，本版本已失效，须重新定稿' : ''
}

export function printedRecord(
  version: Pick<ApprovalCase, 'steps' | 'voided' | 'superseded'>,
): ApprovalRecord {
  const { steps } = version
  const votes = panelOf(steps)
  const decision = decisionOf(steps)
  const standing = standings(steps)
  return {
    state: STATE[stateOf(steps)] + holding(version),
    steps: steps.map(({ step, actorName, role, takenOn }, i) => {
      const stands = standing[i] ?? 'counts'
      const words = wordsOf(step, steps)
      return {
        // Numbered, because a withdrawal names the step it takes back.
        step: `${i + 1}. ${approvalWords.stepNames[step.kind]}`,
        signer: `${actorName}（${workbench.roles[role]}）`,
        words: stands === 'counts' ? words : [words, `（${STANDING[stands]}）`].filter(Boolean).join(''),
        day: takenOn,
      }
    }),
    opinions: votes.length,
    dissents: votes.filter(({ opinion }) => opinion === 'dissent').length,
    decision: decision && {
      words: verdict.decisions[decision.decision],
      conditions: decision.conditions,
      dissentAnswer: decision.dissentAnswer,
      day: decision.takenOn,
    },
  }
}

/** 审定记录: who reviewed, what the experts thought, what was decided and under which conditions. */
import type { Block } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { chineseDay, count } from '../format.ts'
import { paragraph, written } from '../write.ts'

export const approvalRecord: Chapter = ({ approval }) => {
  if (!approval) return []
  const { state, steps, opinions, dissents, decision } = approval
  const panel =
    opinions === 0
      ? ''
      : `专家意见${count(opinions)}份，其中异议${count(dissents)}份${dissents > 0 ? '，理由原文列出' : ''}。`
  return [
    { kind: 'heading', level: 1, text: '审定记录', series: 'plain' },
    paragraph(`本页随定稿印出，记到印制之时为止。${state}。${panel}`),
    ...decided(decision),
    ...(steps.length === 0 ? [paragraph('还没有人签署。')] : []),
    ...(steps.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: '审定签署表',
            columns: [
              { head: '环节', width: 1.4, align: 'left' },
              { head: '签署人', width: 1.6, align: 'left' },
              { head: '意见', width: 4, align: 'left' },
              { head: '日期', width: 1.7, align: 'left' },
            ],
            rows: steps.map(({ step, signer, words, day }) => [step, signer, words || '—', chineseDay(day)]),
            note: '注：申报利益冲突的，其在本版本的签署不计；撤回的签署保留，不计。',
          } as const,
        ]),
  ]
}

function decided(decision: NonNullable<Parameters<Chapter>[0]['approval']>['decision']): Block[] {
  if (!decision) return []
  const { words, conditions, dissentAnswer, day } = decision
  return [
    paragraph(`${chineseDay(day)}决策：${words}。`),
    ...(conditions === '' ? [] : [paragraph('附条件：'), ...written(conditions)]),
    ...(dissentAnswer === '' ? [] : [paragraph('对专家异议的答复：'), ...written(dissentAnswer)]),
  ]
}

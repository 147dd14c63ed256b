/** What every rule says before and after measures, and which of them decided. */
import type { LevelVerdict, RuleAnswer } from '../risk/level.ts'
import type { Table } from './blocks.ts'
import type { ReportInput } from './chapter.ts'
import { NONE } from './format.ts'
import { LEVEL, listed, RULE, STAGE, type Stage } from './wording.ts'

/** 措施后为低风险，由综合风险指数规则、单因素规则决定。 */
export function levelSentence(stage: Stage, verdict: LevelVerdict): string {
  const rules = listed(verdict.decidingRules.map((rule) => RULE[rule]))
  const when = stage === 'initial' ? '采取措施前' : '落实措施后'
  return `${when}的风险等级为${LEVEL[verdict.level]}，由${rules}决定。`
}

export function ruleTable(_input: ReportInput, initial: LevelVerdict, residual: LevelVerdict): Table {
  const rules = [...new Set([...initial.answers, ...residual.answers].map((answer) => answer.rule))]
  const of = (verdict: LevelVerdict, rule: RuleAnswer['rule']) =>
    verdict.answers.find((answer) => answer.rule === rule)
  const level = (verdict: LevelVerdict, rule: RuleAnswer['rule']) => {
    const answer = of(verdict, rule)
    if (!answer) return NONE
    const words = answer.level === null ? '无结果' : LEVEL[answer.level]
    return verdict.decidingRules.includes(rule) ? `${words}\n（决定性）` : words
  }
  return {
    kind: 'table',
    label: 'rules',
    caption: '各项规则的判定结果',
    columns: [
      { head: '规则', width: 2, align: 'left' },
      { head: '依据', width: 4.4, align: 'left' },
      { head: STAGE.initial, width: 1.3, align: 'center' },
      { head: STAGE.residual, width: 1.3, align: 'center' },
    ],
    rows: rules.map((rule) => [RULE[rule], '', level(initial, rule), level(residual, rule)]),
    emphasised: rules.flatMap((rule, i) => (residual.decidingRules.includes(rule) ? [i] : [])),
    note: '注：等级取各项规则中最严重的结果，“决定性”为决定等级的规则。',
  }
}

/** What every rule says before and after measures, on which numbers, and which of them decided. */
import type { LevelRule, LevelVerdict } from '../risk/level.ts'
import type { Table } from './blocks.ts'
import type { ReportInput } from './chapter.ts'
import { NONE } from './format.ts'
import { ruleEvidence } from './rule-evidence.ts'
import { LEVEL, listed, RULE, STAGE, type Stage } from './wording.ts'

/** 落实措施后的风险等级为低风险，由综合风险指数规则、单因素规则决定。 */
export function levelSentence(stage: Stage, verdict: LevelVerdict): string {
  const when = stage === 'initial' ? '采取措施前' : '落实措施后'
  return `${when}的风险等级为${LEVEL[verdict.level]}，${decidedBy(verdict)}。`
}

/** 由单因素规则决定; when every rule gives the same level, listing them all would say less than that. */
export function decidedBy({ decidingRules, answers }: LevelVerdict): string {
  if (decidingRules.length === answers.length && answers.length > 1) return '各项规则的结果一致'
  return `由${listed(decidingRules.map((rule) => RULE[rule]))}决定`
}

export function ruleTable(input: ReportInput, initial: LevelVerdict, residual: LevelVerdict): Table {
  const rules = residual.answers.map((answer) => answer.rule)
  return {
    kind: 'table',
    label: 'rules',
    caption: '各项规则的判定结果',
    columns: [
      { head: '规则', width: 1.9, align: 'left' },
      { head: '依据', width: 4.6, align: 'left' },
      { head: STAGE.initial, width: 1.25, align: 'center' },
      { head: STAGE.residual, width: 1.25, align: 'center' },
    ],
    rows: rules.map((rule) => {
      const [before, after] = [evidence(input, initial, rule), evidence(input, residual, rule)]
      return [
        RULE[rule],
        before === after ? after : `${STAGE.initial}：${before}\n${STAGE.residual}：${after}`,
        levelCell(initial, rule),
        levelCell(residual, rule),
      ]
    }),
    emphasised: rules.flatMap((rule, i) =>
      residual.decidingRules.includes(rule) && residual.decidingRules.length < rules.length ? [i] : [],
    ),
    note: '注：等级取各项规则中最严重的结果，标“●”的为起决定作用的规则。',
  }
}

function evidence(input: ReportInput, verdict: LevelVerdict, rule: LevelRule): string {
  const answer = verdict.answers.find((candidate) => candidate.rule === rule)
  return answer ? ruleEvidence(input, answer) : NONE
}

function levelCell(verdict: LevelVerdict, rule: LevelRule): string {
  const answer = verdict.answers.find((candidate) => candidate.rule === rule)
  if (!answer) return NONE
  if (answer.level === null) return '无结果'
  return verdict.decidingRules.includes(rule) ? `●${LEVEL[answer.level]}` : LEVEL[answer.level]
}

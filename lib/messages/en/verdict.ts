import type { Messages } from '../messages.ts'
import type { verdict as original } from '../zh-CN/verdict.ts'

export const verdict: Messages<typeof original> = {
  title: 'Verdict and report',
  lead: 'The economic verdict and the stability level each have a veto. They stand side by side and are never netted.',
  levels: { low: 'low risk', medium: 'medium risk', high: 'high risk' },
  economic: { pass: 'Economically sound', marginal: 'Economically marginal', fail: 'Not economic' },
  decisions: {
    implement: 'Implement',
    partial: 'Implement in part or in phases',
    defer: 'Defer',
    reject: 'Do not implement',
  },
  dimensions: {
    legality: 'Legality',
    reasonableness: 'Reasonableness',
    feasibility: 'Feasibility',
    safety: 'Safety (controllability)',
  },
  given: {
    heading: 'Verdict',
    level: 'Level after measures',
    initialLevel: 'Initially {level}',
    economic: 'Economic verdict',
    decisions: 'Decisions left open',
    only: 'Only low risk with reliable measures may be submitted for approval; with medium or high risk the plan is to be revised and assessed again.',
    failed: 'Not met: {dimensions}. Whatever the level, the matter may not go ahead as it is.',
    provisional: 'The workbench lists what is allowed; the decision body decides.',
  },
  missing: {
    heading: 'No verdict yet',
    explain:
      'The following is missing. While anything is missing, the report states that no verdict can be given.',
    items: {
      groups: 'Register the stakeholder groups',
      dimensions: 'Judge all indicators of the four dimensions',
      factors: 'Identify risk factors',
      weights: 'Make the weights of the risk factors add up to 1',
      'event-size': 'Judge the largest credible event',
      survey: 'Design and publish the questionnaire',
      'survey-open': 'Close the open survey',
      'survey-empty': 'The survey has no answers: conduct it again',
      'opposition-item': 'Nobody answered the item that measures opposition: conduct the survey again',
      'groups-unheard': 'A group has neither answered nor been heard',
      'opinions-unanswered': 'Opinions are not sorted or themes not answered',
      economics: 'Enter the cash flows',
    },
  },
  matrix: {
    heading: 'Matrix of both verdicts',
    explain: 'Stability level across, economic verdict down; each cell lists the decisions that are allowed.',
    caption: 'Combinations of economic verdict and stability level with the decisions they allow',
    here: 'This matter',
    unplaced: 'The place of this matter is marked once a verdict is given.',
    corner: 'Economics \\ stability',
  },
}

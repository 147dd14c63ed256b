/**
 * 稳健性: would the level be another if something we are not sure of were a little different?
 *
 * A level that turns when one weight moves by a fifth, when one expert stays at home, or when those who kept silent are
 * counted as objecting, is a level that nobody should lean on. So every result carries the answers to these questions;
 * each says by itself why it could not be given.
 */
import type { CaseFile } from '../assessment/case-file.ts'
import type { Result } from '../result.ts'
import {
  type Agreement,
  type JudgedFactor,
  type Judgement,
  judgedFactors,
  type PanelStage,
  panelAgreement,
} from '../risk/experts.ts'
import type { LevelInput } from '../risk/level.ts'
import { type LevelSimulation, simulateLevel } from '../risk/level-simulation.ts'
import {
  type ExpertSensitivity,
  ifSilentObject,
  leaveOneExpertOut,
  type SilenceAnswer,
  type TippingPoint,
  tippingPoints,
  type WeightSensitivity,
  weightSensitivity,
} from '../risk/robustness.ts'
import type { Scheme } from '../scheme/scheme.ts'

export interface PanelRobustness {
  readonly withoutExpert: Result<ExpertSensitivity>
  readonly simulation: Result<LevelSimulation>
  readonly agreement: Result<Readonly<Record<keyof Judgement, Agreement>>>
}

export interface LevelRobustness {
  /** Each weight moved by ±20 %. */
  readonly weights: Result<WeightSensitivity>
  /** Which factor would turn the level, and how far it would have to move. */
  readonly tipping: Result<readonly TippingPoint[]>
  /** If every household that did not answer objected. */
  readonly silence: Result<SilenceAnswer>
  /** Null: no panel of experts, or one that is too small, has judged the factors. */
  readonly panel: PanelRobustness | null
}

/** Draws of the panel simulation: a probability is known to 0.3 percentage points (two standard errors at 50 %). */
export const PANEL_DRAWS = 100_000
const PANEL_SEED = 20_121_001

/** Null without a panel, and with fewer experts than the scheme asks for: two opinions are not a spread. */
function panelOf(caseFile: CaseFile, stage: PanelStage, scheme: Scheme): JudgedFactor[] | null {
  const { expertPanel, factors } = caseFile
  if (!expertPanel) return null
  const judged = judgedFactors(expertPanel, factors, stage)
  return (judged[0]?.judgements.length ?? 0) < scheme.expertPanel.value ? null : judged
}

export function levelRobustness(
  caseFile: CaseFile,
  stage: PanelStage,
  input: LevelInput,
  scheme: Scheme,
): LevelRobustness {
  const frame = {
    overall: caseFile.groups.reduce((sum, group) => sum + group.households, 0),
    strata: caseFile.groups.map((group) => ({ name: group.name, units: group.households })),
  }
  const panel = panelOf(caseFile, stage, scheme)
  return {
    weights: weightSensitivity(input, scheme),
    tipping: tippingPoints(input, scheme),
    silence: ifSilentObject(input, frame, scheme),
    panel: panel && {
      withoutExpert: leaveOneExpertOut(panel, input, scheme),
      simulation: simulateLevel(panel, input, scheme, { seed: PANEL_SEED, draws: PANEL_DRAWS }),
      agreement: panelAgreement(panel),
    },
  }
}

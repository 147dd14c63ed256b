/** The numbers of the rule set that a report quotes or draws. */
import { schemeOf } from '../scheme/registry.ts'

export function schemeName(schemeId: string): string {
  return schemeOf(schemeId).id
}

/** Upper ends of the bands of R, rising, the last one at 1. */
export function degreeLimits(_schemeId: string): number[] {
  return [0.04, 0.16, 0.36, 0.64, 1]
}

export function indexThresholds(_schemeId: string): number[] {
  return [0.36, 0.64]
}

export function oppositionThresholds(_schemeId: string): number[] {
  return [0.1, 0.33]
}

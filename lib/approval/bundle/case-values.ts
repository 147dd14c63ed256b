/** The values of a case file that comes from outside, with the bounds within which the engine computes soundly. */
import { z } from 'zod'
import { isSchemeId } from '../../scheme/registry.ts'

export const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
export const share = z.number().min(0).max(1)
/** Beyond it a sum of flows would leave the whole numbers; ten times what any form accepts. */
export const fen = z.number().int().min(-1e16).max(1e16)
export const id = z.string().min(1).max(200)
export const judgements = z.array(z.object({ probability: share, impact: share }).nullable()).max(1000)
export const schemeId = z.string().refine(isSchemeId, 'unknown-scheme')

export const MOST_GROUPS = 1000
export const MOST_FACTORS = 2000
export const MOST_YEARS = 200

import { z } from 'zod'
import { SCHEMES, type SchemeId } from '../scheme/registry.ts'

const IDS = Object.keys(SCHEMES) as [SchemeId, ...SchemeId[]]

/** Which of the shipped schemes an assessment is judged by. */
export const schemeChoiceShape = z.object({ schemeId: z.enum(IDS) })
export type SchemeChoice = z.infer<typeof schemeChoiceShape>

/** Every catalogue of risk factors: one data file and one line each. */
import type { Catalogue } from './catalogue.ts'
import { REFERENCE_46 } from './reference-46.ts'

export const CATALOGUES = {
  'reference-46': REFERENCE_46,
} satisfies Record<string, Catalogue>
export type CatalogueId = keyof typeof CATALOGUES

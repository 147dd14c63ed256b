/** Every scheme that ships with the workbench: a local scheme is one data file in schemes/ and one line here. */
import type { Scheme } from './scheme.ts'
import { NATIONAL_428 } from './schemes/national-428.ts'
import { SICHUAN_DEFAULT } from './schemes/sichuan-default.ts'

export const SCHEMES = {
  'national-428': NATIONAL_428,
  'sichuan-default': SICHUAN_DEFAULT,
} satisfies Record<string, Scheme>
export type SchemeId = keyof typeof SCHEMES

/** Whether a scheme of that id is shipped: to be asked of a case file from elsewhere. */
export function isSchemeId(id: string): id is SchemeId {
  return Object.hasOwn(SCHEMES, id)
}

/** The scheme with an id. Throws for an unknown one: a case file names its scheme from this table. */
export function schemeOf(id: string): Scheme {
  if (!isSchemeId(id)) throw new Error(`there is no scheme ${JSON.stringify(id)}`)
  return SCHEMES[id]
}

/**
 * 一次性作答码: what is printed on a slip and answers a survey once.
 *
 * Twelve characters in three groups of four, from an alphabet without I, L, O and U, so that nothing is mistaken when a slip
 * is read aloud or copied by hand. Eleven are random (55 bits: with failed tries limited, guessing is hopeless); the last
 * is a check character that finds every single wrong character and every swap of two neighbours, so that a slip of the
 * finger is told from a code that does not exist.
 */
import { fail, ok, type Result } from '../../result.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 11
export const CODE_LENGTH = RANDOM_CHARACTERS + 1
/** Bytes of chance that one code takes. */
export const CODE_BYTES = RANDOM_CHARACTERS

/** Crockford's readings of characters that are not in the alphabet. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/**
 * The check character over GF(32): Σ αⁱ·xᵢ with α a generator of the field, so that any single wrong character and any
 * swap of two different neighbours changes it.
 */
function checkOf(body: string): string {
  let sum = 0
  for (const character of body) sum = timesAlpha(sum ^ ALPHABET.indexOf(character))
  return ALPHABET[sum]!
}

/** Multiplication by x in GF(2⁵) with the primitive polynomial x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? doubled ^ 0b100101 : doubled
}

/** @param chance CODE_BYTES random bytes; each gives five bits. */
export function codeFrom(chance: Uint8Array): string {
  if (chance.length !== CODE_BYTES) throw new Error(`a code takes ${CODE_BYTES} random bytes`)
  const body = Array.from(chance, (byte) => ALPHABET[byte & 31]).join('')
  return body + checkOf(body)
}

/**
 * What somebody typed, as the twelve characters of a code: spaces and hyphens dropped, full-width characters and small
 * letters read as usual, O as 0, I and L as 1.
 */
export function parseCode(text: string): Result<string, 'code-malformed'> {
  const code = text
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−.]/g, '')
    .replace(/[OIL]/g, (character) => READ_AS[character] ?? character)
  if (code.length !== CODE_LENGTH || [...code].some((character) => !ALPHABET.includes(character)))
    return fail('code-malformed')
  return checkOf(code.slice(0, -1)) === code.at(-1) ? ok(code) : fail('code-malformed')
}

/** As printed: `XXXX-XXXX-XXXX`. */
export function formatCode(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}

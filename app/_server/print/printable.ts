/**
 * Makes any text printable with the fonts at hand.
 *
 * A PDF/A export refuses a whole report for one character without a glyph, so such a character is replaced by 〓, the
 * mark that Chinese typesetters have always put where a type was missing, and the caller is told which it was. What
 * cannot be seen anyway (control codes, direction marks, joiners, variation selectors) is dropped: it prints as nothing
 * or rearranges its neighbours. Characters of the private use areas mean something else on every computer and count as
 * missing even where a font draws them.
 */
import type { Coverage } from './font-file.ts'

const TYPE_MISSING = '〓'

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const PRIVATE_USE = /\p{Co}/u
const MARK = /\p{M}/u
const SPACE = /\p{Zs}/u

export interface Printable<Value> {
  readonly value: Value
  /** Characters that no font can draw, each once, in the order met. */
  readonly missing: readonly string[]
}

/** The same plain value with every string in it made printable. */
export function printable<Value>(value: Value, fonts: readonly Coverage[]): Printable<Value> {
  const missing = new Set<string>()
  const ordinary = ordinaryFor(fonts)
  // Tables say the same few things again and again.
  const texts = new Map<string, string>()
  const printed = (text: string): string => {
    const known = texts.get(text)
    if (known !== undefined) return known
    const made = printableText(text, fonts, ordinary, missing)
    texts.set(text, made)
    return made
  }
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return printed(part)
    if (Array.isArray(part)) return part.map(walk)
    if (part && typeof part === 'object') {
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
    }
    return part
  }
  return { value: walk(value) as Value, missing: [...missing] }
}

/**
 * Remembered for all reports. Making one printable takes some 10 ms and was seen to take 150 once in a dozen rounds; the guess is
 * that the engine then makes its code for these large classes anew.
 */
const special = new Map<string, boolean>()
const MOST_REMEMBERED = 20_000

function isSpecial(character: string): boolean {
  const known = special.get(character)
  if (known !== undefined) return known
  const found =
    INVISIBLE.test(character) || MARK.test(character) || SPACE.test(character) || PRIVATE_USE.test(character)
  if (special.size >= MOST_REMEMBERED) special.clear()
  special.set(character, found)
  return found
}

/**
 * Whether a character is drawn as it stands. Looked at once per report and character: a report of 120 pages has 140,000
 * characters and a thousand different ones, and looking at each holds the server up.
 */
function ordinaryFor(fonts: readonly Coverage[]): (character: string) => boolean {
  const known = new Map<string, boolean>()
  return (character) => {
    const found = known.get(character)
    if (found !== undefined) return found
    const codePoint = character.codePointAt(0) ?? 0
    const drawn = !isSpecial(character) && fonts.some((font) => font.has(codePoint))
    known.set(character, drawn)
    return drawn
  }
}

function printableText(
  text: string,
  fonts: readonly Coverage[],
  ordinary: (character: string) => boolean,
  missing: Set<string>,
): string {
  let printed = ''
  let base: number | null = null
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '　')
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0
    if (ordinary(character)) {
      printed += character
      base = codePoint
    } else if (character === '\n') {
      printed += character
      base = null
    } else if (INVISIBLE.test(character)) {
      // Not a base either: a joiner between letter and mark leaves the mark on its letter.
    } else if (MARK.test(character)) {
      // A mark is drawn by the font of its letter; borrowed from another font it would land beside it.
      const carrier = base
      if (carrier !== null && fonts.some((font) => font.has(carrier) && font.has(codePoint)))
        printed += character
      else missing.add(`◌${character}`)
    } else if (SPACE.test(character)) {
      // The ideographic space keeps its width where a font has it.
      printed += character === '　' && fonts.some((font) => font.has(codePoint)) ? character : ' '
      base = null
    } else {
      printed += TYPE_MISSING
      missing.add(/\p{Cs}/u.test(character) ? `U+${codePoint.toString(16).toUpperCase()}` : character)
      base = null
    }
  }
  return printed
}

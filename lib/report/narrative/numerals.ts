/**
 * Numbers in a text: Arabic and full-width digits, shares, 万元, Chinese numerals, days.
 *
 * A number in a report is either bound to a result or written by hand, and a hand-written one may be wrong, old or
 * wished for. So every numeral is found; one that equals no bound value is underlined and listed. Equal is not enough: 95%
 * is the confidence level and no satisfaction, and some count is 0 without nobody objecting. A number is that of a field only
 * where it counts the same thing and the words of its clause, or of the nearest clause before, speak of it. Left alone is what
 * counts nothing: list marks, ordinals, the numbers of documents and set phrases such as 十分 or 万一.
 */
import type { FieldValue } from './bound-field.ts'
import { partsOf } from './bound-text.ts'

export interface Numeral {
  readonly text: string
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Equal for equal quantities, however written: 3.1%, ３.１％ and 百分之三点一. */
  readonly key: string
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

const HAN = '〇零一二两三四五六七八九十百千万亿'
const MEASURE_WORD =
  '户|人|份|项|条|次|名|家|件|起|处|亩|公顷|元|米|公里|千米|吨|天|日|周|年|月|倍|成|岁|轮|期|类|种|场|篇|辆|座|栋|套|个|分|村|组|级'

/** Counts nothing; blanked before numerals are looked for. */
const NO_NUMBERS = [
  /〔\d{4}〕\d*号?/g,
  /第[0-9０-９〇零一二两三四五六七八九十百千万]+(?=[^0-9０-９])/g,
  /^[ \t　]*(?:[（(][0-9一二三四五六七八九十]+[）)]|[0-9]+[．.、](?![0-9])|[一二三四五六七八九十]+、)/gm,
  /十分(?!之)|万一|千万(?!元|人|户)|千方百计|千家万户|百姓|四面八方|五花八门|三三两两|一一|万万|万分/g,
  /两(?:者|方面|项结论)/g,
  /一(?:个|种|些|定|般|直|致|旦|律|次性|方面|是|家人|起|系列|并|时|年一度)/g,
  /[A-Za-z][A-Za-z]*\d+(?:\.\d+)?/g,
]

const NUMERAL = new RegExp(
  [
    // A day.
    '[0-9０-９]{4}年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)?',
    // Arabic digits with what scales them.
    String.raw`[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?(?:[ \t]*(?:%|％|‰|万亿|万|亿))?`,
    `百分之[${HAN}]+(?:点[${HAN}]+)?`,
    // More than one Chinese numeral, or one that a measure word follows.
    `[${HAN}]{2,}(?:点[${HAN}]+)?`,
    `[${HAN}](?=(?:${MEASURE_WORD}))`,
  ].join('|'),
  'g',
)

export function numeralsIn(text: string): Numeral[] {
  const blank = (match: string) => ' '.repeat(match.length)
  let plain = partsOf(text)
    .map((part) => (part.kind === 'field' ? blank(part.text) : part.text))
    .join('')
  for (const pattern of NO_NUMBERS) plain = plain.replace(pattern, blank)
  return [...plain.matchAll(NUMERAL)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    key: keyOf(match[0]),
  }))
}

/** Numerals of a text that are not the value of a field that their words speak of. */
export function unboundNumerals(text: string, fields: readonly FieldValue[]): Numeral[] {
  const byKey = new Map<string, FieldValue[]>()
  for (const field of fields) {
    for (const { key } of numeralsIn(field.value ?? '')) byKey.set(key, [...(byKey.get(key) ?? []), field])
  }
  return numeralsIn(text).filter((numeral) => {
    const equal = byKey.get(numeral.key) ?? []
    return !equal.some((field) => speaksOf(text, numeral, field, fields))
  })
}

const CONFIDENCE_LEVEL = 'interval.confidence'
// The comma within 2,646.03 ends no clause.
const CLAUSE_END = /(?<![0-9０-９]),|,(?![0-9０-９]{3})|[，、；;：:（）()。！？\n]/
const SENTENCE_END = /[。！？；\n]/

function speaksOf(text: string, numeral: Numeral, field: FieldValue, fields: readonly FieldValue[]): boolean {
  const value = field.value ?? ''
  // A name or a sentence with a number in it is quoted with what stands around the number.
  const { start, end } = numeral
  if (isWords(value))
    return (
      value.includes(text.slice(start, end + 2)) || value.includes(text.slice(Math.max(0, start - 2), end))
    )
  // A day is one, whatever is said of it.
  if (/年.*月/.test(numeral.key)) return true
  const unit = new RegExp(`^(?:${MEASURE_WORD})`).exec(text.slice(end))?.[0]
  if (unit && field.units.length > 0 && !field.units.includes(unit)) return false
  if (unit && field.units.length === 0 && !value.includes(unit)) return false
  const said = sentenceUpTo(text, numeral)
  const clauses = said
    .split(CLAUSE_END)
    .filter((clause) => clause !== '')
    .reverse()
  const [own = ''] = clauses
  if (field.id === CONFIDENCE_LEVEL) return mentions(own, field)
  // A group that was named once is spoken of to the end of the sentence.
  if (field.part) return own.includes(field.part.says) && mentions(said, field)
  // The nearest clause that speaks of anything says what the number is about.
  const subject = clauses.find((clause) =>
    fields.some((other) => other.id !== CONFIDENCE_LEVEL && mentions(clause, other)),
  )
  return subject !== undefined && mentions(subject, field)
}

const mentions = (clause: string, { about }: FieldValue) => about.some((word) => clause.includes(word))

/** Its sentence from the beginning to the end of the clause that a number stands in. */
function sentenceUpTo(text: string, { start, end }: Numeral): string {
  const rest = text.slice(end).search(CLAUSE_END)
  const before = text.slice(0, start).split(SENTENCE_END).at(-1) ?? ''
  return before + text.slice(start, rest < 0 ? undefined : end + rest)
}

function isWords(value: string): boolean {
  const words = value.replace(NUMERAL, '').replace(/[\s～~—–元%％-]/g, '')
  return words.length > 0
}

function keyOf(numeral: string): string {
  const text = numeral.normalize('NFKC').replace(/\s/g, '')
  if (/^\d{4}年/.test(text)) return text
  if (text.startsWith('百分之')) return `share ${rounded(hanNumber(text.slice(3)))}`
  const [, digits = '', scale = ''] = /^([\d.,]+)(.*)$/.exec(text) ?? []
  if (digits === '') return `number ${rounded(hanNumber(text))}`
  const value = Number(digits.replaceAll(',', ''))
  if (scale === '%') return `share ${rounded(value)}`
  if (scale === '‰') return `share ${rounded(value / 10)}`
  return `number ${rounded(value * [...scale].reduce((by, unit) => by * (MYRIADS[unit] ?? 1), 1))}`
}

const rounded = (value: number) => Number(value.toFixed(9))

/** 三百六十八 → 368; 二〇二六 → 2026; 三点一 → 3.1. */
function hanNumber(text: string): number {
  const [whole = '', part] = text.split('点')
  const decimals = part === undefined ? 0 : Number(`0.${[...part].map((sign) => DIGITS[sign] ?? 0).join('')}`)
  if ([...whole].every((sign) => sign in DIGITS)) {
    return Number([...whole].map((sign) => DIGITS[sign]).join('')) + decimals
  }
  let sum = 0
  let below = 0
  let digit: number | null = null
  for (const sign of whole) {
    if (sign in DIGITS) digit = DIGITS[sign] ?? 0
    else if (sign in TENS) {
      below += (digit ?? 1) * (TENS[sign] ?? 1)
      digit = null
    } else {
      sum = (sum + below + (digit ?? (below === 0 && sum === 0 ? 1 : 0))) * (MYRIADS[sign] ?? 1)
      below = 0
      digit = null
    }
  }
  return sum + below + (digit ?? 0) + decimals
}

/** 作答码纸条: ten to a sheet A4 with lines to cut along. Printed once; nobody can print the same codes again. */
import { formatCode } from '../codes/code.ts'
import type { OtherLanguage } from './print-languages.ts'
import { type DrawCode, type PrintDate, printDate, type Squares, typedAddress } from './print-parts.ts'

export interface SlipSheet {
  readonly kind: 'slips'
  readonly title: string
  readonly author: string
  readonly group: string
  readonly label: string
  readonly address: string
  /** Printed beside the Chinese, each in its own direction. */
  readonly others: readonly OtherLanguage[]
  readonly words: readonly string[]
  readonly slips: readonly { readonly code: string; readonly squares: Squares }[]
  readonly date: PrintDate
}

const WORDS = [
  '每码限答一次，自愿参加。可以支持，也可以反对。',
  '不登记谁拿了哪一张：没有人能由作答码知道您的回答。',
]

/** @param publicUrl of the residents' server, without a slash at its end. */
export function slipSheet(
  batch: {
    readonly title: string
    readonly author: string
    readonly group: string
    readonly label: string
    readonly day: string
    readonly others: readonly OtherLanguage[]
  },
  codes: readonly string[],
  publicUrl: string,
  draw: DrawCode,
): SlipSheet {
  return {
    kind: 'slips',
    title: batch.title,
    author: batch.author,
    group: batch.group,
    label: batch.label,
    address: typedAddress(`${publicUrl}/c`),
    words: WORDS,
    others: batch.others,
    slips: codes.map((code) => ({ code: formatCode(code), squares: draw(`${publicUrl}/c/${code}`) })),
    date: printDate(batch.day),
  }
}

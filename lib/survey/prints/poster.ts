/** 张贴海报: one sheet A4 that leads a group's residents to its open link, by telephone or by typing. */
import type { OtherLanguage } from './print-languages.ts'
import { type DrawCode, type PrintDate, printDate, type Squares, typedAddress } from './print-parts.ts'

export interface Poster {
  readonly kind: 'poster'
  readonly title: string
  readonly author: string
  readonly group: string
  readonly lead: string
  readonly address: string
  /** Printed beside the Chinese, each in its own direction. */
  readonly others: readonly OtherLanguage[]
  readonly points: readonly { readonly heading: string; readonly text: string }[]
  readonly squares: Squares
  readonly date: PrintDate
}

export function poster(
  survey: {
    readonly title: string
    readonly assessor: string
    readonly matter: string
    readonly group: string
    readonly day: string
    readonly others: readonly OtherLanguage[]
  },
  url: string,
  draw: DrawCode,
): Poster {
  return {
    kind: 'poster',
    title: survey.title,
    author: survey.assessor,
    group: survey.group,
    lead: `“${survey.matter}”在决定之前，要听取大家的意见。`,
    address: typedAddress(url),
    others: survey.others,
    points: [
      { heading: '不记名', text: '不问姓名、电话和证件号码，答卷密封到调查结束。' },
      { heading: '可以反对', text: '支持、反对、不满意都如实计入，不影响您的任何权益。' },
      { heading: '每人一份', text: '请按自己的想法填写。没有手机的，可以向调查人员要纸质问卷。' },
      { heading: '能够核对', text: '交卷后得到回执，调查结束后可以查询自己的答卷是否计入。' },
    ],
    squares: draw(url),
    date: printDate(survey.day),
  }
}

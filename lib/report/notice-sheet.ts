/**
 * A notice as one sheet of paper to hang where people pass: the same words as on the public page, with the code that
 * leads a telephone to that page and on to the survey.
 */
import { type Notice, phaseOf } from '../participation/notice.ts'
import type { ClockReading } from '../participation/notice-clock.ts'
import { chineseDay } from './format.ts'

export interface NoticeSheet {
  readonly title: string
  readonly author: string
  /** Draft, withdrawn, corrected: a stamp across the head; null for a valid notice. */
  readonly mark: string | null
  readonly parts: readonly { readonly heading: string; readonly text: string }[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly codes: readonly { readonly caption: string; readonly rows: readonly string[] }[]
  readonly closing: readonly string[]
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
}

export interface SheetCode {
  readonly caption: string
  /** Dark modules of a QR code, row by row, without the quiet zone. */
  readonly modules: readonly (readonly boolean[])[]
}

const MARK = { draft: '草　稿', withdrawn: '已撤回', corrected: '已更正' } as const

export function noticeSheet(
  notice: Notice,
  clock: ClockReading | null,
  offices: { readonly decisionBody: string; readonly assessor: string },
  codes: readonly SheetCode[],
): NoticeSheet {
  const phase = phaseOf(notice, notice.from)
  const mark = phase === 'draft' || phase === 'withdrawn' || phase === 'corrected' ? MARK[phase] : null
  const shortened =
    clock && !clock.met && notice.shortenedBecause !== ''
      ? [{ label: '缩短公示期的理由', value: notice.shortenedBecause }]
      : []
  const day = notice.publishedOn ?? notice.from
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return {
    title: notice.title,
    author: offices.assessor,
    mark,
    parts: [
      { heading: '拟做什么', text: notice.plan },
      { heading: '影响哪些人', text: notice.affected },
      {
        heading: '怎样提意见',
        text: `${notice.objection}\n可以支持，也可以反对。提意见不需要理由，不影响您的任何权益。`,
      },
      ...(notice.law === '' ? [] : [{ heading: '您的权利', text: notice.law }]),
    ],
    facts: [
      { label: '公示期', value: `${chineseDay(notice.from)}至${chineseDay(notice.until)}` },
      ...(notice.eventOn === null ? [] : [{ label: '听证会', value: chineseDay(notice.eventOn) }]),
      { label: '联系单位', value: notice.contact },
      { label: '决策单位', value: offices.decisionBody },
      ...shortened,
    ],
    codes: codes.map(({ caption, modules }) => ({
      caption,
      rows: modules.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')),
    })),
    closing: [offices.assessor, chineseDay(day)],
    date: { year, month, day: date },
  }
}

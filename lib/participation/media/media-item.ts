/**
 * 媒体舆论评价: what was published about the matter, and in which tone.
 *
 * Outlets and their pieces are read, never people: a page of a person's account is refused, whoever owns it. Two coders
 * judge the tone of each piece independently; how far they agree beyond chance (Cohen's κ) says how much the degree is
 * worth. Where they differ the piece counts half for each.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../../result.ts'

export const TONES = ['positive', 'neutral', 'negative'] as const
export type Tone = (typeof TONES)[number]

/** How far a piece reaches, by the outlet's own area. */
export const REACHES = ['county', 'city', 'province', 'nation'] as const
export type Reach = (typeof REACHES)[number]

/**
 * Addresses under which platforms keep the pages and posts of single accounts. A newspaper's own site is none of them.
 * A piece that only stands on such a platform is named by outlet and title, without its address.
 */
const ACCOUNT_PAGES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(^|\.)weibo\.(com|cn)$/, path: /^\// },
  { host: /(^|\.)douyin\.com$/, path: /^\/(user|video|note)\b/ },
  { host: /(^|\.)kuaishou\.com$/, path: /^\// },
  { host: /(^|\.)zhihu\.com$/, path: /^\/(people|pin|question|answer)\b/ },
  { host: /(^|\.)xiaohongshu\.com$/, path: /^\// },
  { host: /(^|\.)bilibili\.com$/, path: /^\// },
  { host: /(^|\.)tieba\.baidu\.com$/, path: /^\// },
  { host: /(^|\.)(twitter|x)\.com$/, path: /^\// },
  { host: /(^|\.)(facebook|instagram|tiktok)\.com$/, path: /^\// },
  { host: /(^|\.)qzone\.qq\.com$/, path: /^\// },
]

export function isAccountPage(link: string): boolean {
  const url = URL.canParse(link) ? new URL(link) : null
  return (
    url !== null && ACCOUNT_PAGES.some(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  )
}

export const mediaItemShape = z.object({
  outlet: z.string().trim().min(1, 'required').max(80, 'too-long'),
  title: z.string().trim().min(1, 'required').max(200, 'too-long'),
  publishedOn: z.iso.date('invalid-date'),
  /** Empty where the piece was printed or broadcast. */
  link: z
    .string()
    .trim()
    .max(500, 'too-long')
    .refine((link) => link === '' || /^https?:\/\//.test(link), 'invalid-link')
    .refine((link) => link === '' || URL.canParse(link), 'invalid-link')
    .refine((link) => !isAccountPage(link), 'account-page'),
  reach: z.enum(REACHES),
  toneFirst: z.enum(TONES),
  /** Null until the second coder has judged. */
  toneSecond: z.enum(TONES).nullable(),
})
export type MediaItemEntry = z.infer<typeof mediaItemShape>

export interface MediaItem extends MediaItemEntry {
  readonly id: string
}

/** The columns of an import, in the words of its template. */
export const MEDIA_COLUMNS = [
  '媒体名称',
  '标题',
  '发布日期',
  '链接',
  '传播范围',
  '倾向（甲）',
  '倾向（乙）',
] as const

const TONE_WORDS: Readonly<Record<string, Tone>> = {
  正面: 'positive',
  中性: 'neutral',
  负面: 'negative',
}
const REACH_WORDS: Readonly<Record<string, Reach>> = {
  县级: 'county',
  市级: 'city',
  省级: 'province',
  全国: 'nation',
}

export interface BadRow {
  /** As numbered in the file, the heading being row 1. */
  readonly row: number
  readonly column: string
  readonly reason: string
}

/**
 * Reads a table (first row: the headings, in any order) as media items. Every bad cell is named, and where one is bad
 * nothing is taken, so that a corrected file can be read again without doubling the good rows.
 */
export function mediaItemsOf(table: readonly (readonly string[])[]): Result<
  readonly MediaItemEntry[],
  'columns-missing' | 'no-rows' | 'bad-rows'
> & {
  readonly badRows?: readonly BadRow[]
} {
  const [headings = [], ...rows] = table
  const at = MEDIA_COLUMNS.map((column) => headings.findIndex((heading) => heading.trim() === column))
  const absent = MEDIA_COLUMNS.filter((_, i) => at[i] === -1)
  if (absent.length > 0) return fail('columns-missing', { columns: absent.join('、') })
  const items: MediaItemEntry[] = []
  const badRows: BadRow[] = []
  const seen = new Map<string, number>()
  rows.forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const row = i + 2
    const [outlet, title, publishedOn, link, reach, first, second] = at.map((column) =>
      (cells[column] ?? '').trim(),
    ) as [string, string, string, string, string, string, string]
    const parsed = mediaItemShape.safeParse({
      outlet,
      title,
      publishedOn: publishedOn
        .replace(/[/.年月]/g, '-')
        .replace(/日$/, '')
        .replace(/-(\d)(?!\d)/g, '-0$1'),
      link,
      reach: REACH_WORDS[reach],
      toneFirst: TONE_WORDS[first],
      toneSecond: second === '' ? null : TONE_WORDS[second],
    })
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const field = FIELDS.indexOf(String(issue.path[0]) as (typeof FIELDS)[number])
        const reason = issue.message in REASONS ? issue.message : 'unknown-word'
        badRows.push({ row, column: MEDIA_COLUMNS[field] ?? '', reason })
      }
      return
    }
    const same = JSON.stringify([outlet, title, parsed.data.publishedOn])
    const before = seen.get(same)
    if (before === undefined) seen.set(same, row)
    else badRows.push({ row, column: MEDIA_COLUMNS[1], reason: 'duplicate-row' })
    items.push(parsed.data)
  })
  if (badRows.length > 0) return { ...fail('bad-rows', { rows: badRows.length }), badRows }
  return items.length === 0 ? fail('no-rows') : ok(items)
}

const FIELDS = ['outlet', 'title', 'publishedOn', 'link', 'reach', 'toneFirst', 'toneSecond'] as const
const REASONS = { required: 1, 'too-long': 1, 'invalid-date': 1, 'invalid-link': 1, 'account-page': 1 }

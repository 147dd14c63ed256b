/**
 * 媒体舆论评价: what was published about the matter, and in which tone.
 *
 * Outlets and their pieces are read, never people: a page of a person's account is refused, whoever owns it. Two coders
 * judge the tone of each piece independently; how far they agree beyond chance (Cohen's κ) says how much the degree is
 * worth. Where they differ the piece counts half for each.
 */
import { z } from 'zod'
import { dayAsEntered, type TableRows, tableRows, wordAsEntered } from '../../table-rows.ts'

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

const COLUMNS = [
  { heading: '媒体名称', field: 'outlet' },
  { heading: '标题', field: 'title' },
  { heading: '发布日期', field: 'publishedOn' },
  { heading: '链接', field: 'link' },
  { heading: '传播范围', field: 'reach' },
  { heading: '倾向（甲）', field: 'toneFirst' },
  { heading: '倾向（乙）', field: 'toneSecond' },
] as const

/** The columns of an import, in the words of its template. */
export const MEDIA_COLUMNS = COLUMNS.map(({ heading }) => heading)

const TONE_WORDS = { 正面: 'positive', 中性: 'neutral', 负面: 'negative' } as const satisfies Record<
  string,
  Tone
>
const REACH_WORDS = {
  县级: 'county',
  市级: 'city',
  省级: 'province',
  全国: 'nation',
} as const satisfies Record<string, Reach>

/** A table of pieces, as it was filled in elsewhere. */
export function mediaItemsOf(table: readonly (readonly string[])[]): TableRows<MediaItemEntry> {
  return tableRows(
    table,
    COLUMNS,
    mediaItemShape,
    (cells) => ({
      ...cells,
      publishedOn: dayAsEntered(cells.publishedOn),
      reach: wordAsEntered(REACH_WORDS, cells.reach),
      toneFirst: wordAsEntered(TONE_WORDS, cells.toneFirst),
      toneSecond: cells.toneSecond === '' ? null : wordAsEntered(TONE_WORDS, cells.toneSecond),
    }),
    ({ outlet, title, publishedOn }) => JSON.stringify([outlet, title, publishedOn]),
  )
}

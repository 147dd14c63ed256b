/**
 * 媒体舆论评价: what was published about the matter, and in which tone.
 *
 * Outlets and their pieces are read, never people: a page of a person's account is refused, whoever owns it. Two coders
 * judge the tone of each piece independently; how far they agree beyond chance (Cohen's κ) says how much the degree is
 * worth. Where they differ the piece counts half for each.
 */
import { z } from 'zod'
import { hasPersonalData } from '../../personal-data.ts'
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
  // v.douyin.com, www.iesdouyin.com, v.kuaishou.com: what "share" puts into the clipboard leads to a post as well.
  { host: /(^|\.)(ies)?douyin\.com$/, path: /^\// },
  { host: /(^|\.)(kuaishou|chenzhongtech|gifshow)\.com$/, path: /^\// },
  { host: /(^|\.)zhihu\.com$/, path: /^\/(people|pin|question|answer)\b/ },
  { host: /(^|\.)(xiaohongshu|xhslink)\.com$/, path: /^\// },
  { host: /(^|\.)(bilibili\.com|b23\.tv|bili2233\.cn)$/, path: /^\// },
  { host: /(^|\.)tieba\.baidu\.com$/, path: /^\// },
  { host: /(^|\.)(twitter|x)\.com$/, path: /^\// },
  { host: /(^|\.)(facebook|instagram|tiktok)\.com$/, path: /^\// },
  { host: /(^|\.)qzone\.qq\.com$/, path: /^\// },
  { host: /(^|\.)(channels|finder)\.(weixin|video)\.qq\.com$/, path: /^\// },
  // Shortened addresses hide where they lead; an outlet has an address of its own.
  {
    host: /^(t\.cn|t\.co|url\.cn|dwz\.cn|suo\.im|bit\.ly|tinyurl\.com|is\.gd|goo\.gl|youtu\.be)$/,
    path: /^\//,
  },
]

/** 王建国的微博, 老张抖音号, 某某（快手）: the account of somebody, by the name it is entered under. */
const ACCOUNT_NAME =
  /微博|博客|抖音|快手|小红书|视频号|朋友圈|贴吧|知乎|哔哩|B站|直播间|QQ空间|个人(账号|公众号|主页)|自媒体|网友|博主|网红/iu
/** An outlet's own account is named with the outlet: 人民日报微博, 县融媒体中心抖音号. */
const OUTLET_NAME =
  /日报|晚报|晨报|早报|时报|商报|都市报|周报|周刊|杂志|新闻|电视|广播|电台|融媒|传媒|媒体中心|通讯社|新华|人民|央视|中新|网信|政府|发布|频道|出版|报社|[\u4e00-\u9fa5]报(?!料)/u

/** Whether an outlet is named like the account of a person. */
export function isPersonsAccount(outlet: string): boolean {
  return ACCOUNT_NAME.test(outlet) && !OUTLET_NAME.test(outlet.replace(/自媒体/g, ''))
}

export function isAccountPage(link: string): boolean {
  const url = URL.canParse(link) ? new URL(link) : null
  return (
    url !== null && ACCOUNT_PAGES.some(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  )
}

export const mediaItemShape = z.object({
  outlet: z
    .string()
    .trim()
    .min(1, 'required')
    .max(80, 'too-long')
    .refine((outlet) => !hasPersonalData(outlet), 'personal-data')
    .refine((outlet) => !isPersonsAccount(outlet), 'person-as-outlet'),
  title: z
    .string()
    .trim()
    .min(1, 'required')
    .max(200, 'too-long')
    .refine((title) => !hasPersonalData(title), 'personal-data'),
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

/**
 * 倾向性问题: a theme that is more than single voices.
 *
 * Two lines make one. Either many speak of it: its share of all coded opinions reaches a tenth and at least k voices
 * stand behind it. Or it grows: its share among the opinions of the last fourteen days is larger than before, by more
 * than chance (Fisher's exact test on the four counts, p < 0.05, with at least k recent voices). With a dozen themes
 * looked at, one in two lists would show a chance growth at 0.05, so the line is divided by the number of themes tested
 * (Bonferroni). The numbers are the workbench's own starting values; no rule of the field sets them.
 */
import { fisherExact } from '../../statistics/association/fisher-exact.ts'
import { type OpinionTheme, opinionsOf } from './opinion.ts'

export const TENDENCY_LINES = {
  share: 0.1,
  fewestVoices: 5,
  recentDays: 14,
  significance: 0.05,
} as const

export interface Tendency {
  readonly themeId: string
  readonly name: string
  readonly opinions: number
  /** Of all coded opinions, 0 to 1. */
  readonly share: number
  readonly byShare: boolean
  /** Null where there are no opinions before the window, or none in it, to compare. */
  readonly growth: {
    readonly recent: number
    readonly recentShare: number
    readonly earlierShare: number
    /** Two-sided p, not corrected. */
    readonly p: number
    readonly crosses: boolean
  } | null
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/**
 * The themes that cross a line, the most opinions first.
 * @param today the last day of the window, YYYY-MM-DD.
 */
export function tendencies(
  themes: readonly OpinionTheme[],
  today: string,
  lines: { readonly [Line in keyof typeof TENDENCY_LINES]: number } = TENDENCY_LINES,
): Tendency[] {
  const from = dayNumber(today) - lines.recentDays + 1
  const counted = themes
    .map((theme) => {
      const opinions = opinionsOf(theme)
      const recent = theme.counts.reduce((sum, { day, n }) => sum + (dayNumber(day) >= from ? n : 0), 0)
      return { theme, opinions, recent, earlier: opinions - recent }
    })
    .filter(({ opinions }) => opinions > 0)
  const total = counted.reduce((sum, { opinions }) => sum + opinions, 0)
  const totalRecent = counted.reduce((sum, { recent }) => sum + recent, 0)
  const totalEarlier = total - totalRecent
  return counted
    .map(({ theme, opinions, recent, earlier }) => {
      const share = opinions / total
      const growth =
        totalRecent === 0 || totalEarlier === 0
          ? null
          : growthOf(recent, totalRecent, earlier, totalEarlier, counted.length, lines)
      return {
        themeId: theme.id,
        name: theme.name,
        opinions,
        share,
        byShare: share >= lines.share && opinions >= lines.fewestVoices,
        growth,
      }
    })
    .filter(({ byShare, growth }) => byShare || growth?.crosses)
    .sort((a, b) => b.opinions - a.opinions)
}

function growthOf(
  recent: number,
  totalRecent: number,
  earlier: number,
  totalEarlier: number,
  tested: number,
  lines: { readonly significance: number; readonly fewestVoices: number },
): Tendency['growth'] {
  const test = fisherExact([
    [recent, totalRecent - recent],
    [earlier, totalEarlier - earlier],
  ])
  // The only theme there is cannot have a larger share than before.
  const p = test.ok ? test.value : 1
  const recentShare = recent / totalRecent
  const earlierShare = earlier / totalEarlier
  const crosses =
    recent >= lines.fewestVoices && recentShare > earlierShare && p < lines.significance / tested
  return { recent, recentShare, earlierShare, p, crosses }
}

/**
 * 主题建议: which theme an opinion probably belongs to.
 *
 * A suggestion saves reading time and decides nothing: a person confirms or corrects each, and every confirmed opinion
 * makes the next suggestion better. Two sources are added up. The opinions already coded speak through a complement naive
 * Bayes classifier (Rennie et al., ICML 2003), made for short texts with themes of uneven size. Before anything is coded
 * the words in which a theme is described speak alone, as one more short text of that theme.
 */
import { termsOf } from './segment.ts'

export interface ThemeWords {
  readonly id: string
  readonly name: string
  /** Words by which the theme is told in the office's own language. */
  readonly keywords: readonly string[]
}

export interface CodedText {
  readonly text: string
  readonly themeId: string
}

export interface ThemeSuggestion {
  readonly themeId: string
  /** Above zero; the suggestions of one text sum to one. A ranking aid, not a probability anybody has checked. */
  readonly share: number
}

export interface ThemeSuggester {
  /** Every theme, the likeliest first; ties in the order of the themes. */
  suggest(text: string): ThemeSuggestion[]
}

/** Additive smoothing of the counts, Rennie et al. §3. */
const SMOOTHING = 0.5
/**
 * How many coded opinions a theme's own keywords weigh as much as. Chosen on the labelled opinions of this project
 * (ten folds: 0.69 at 3, 0.71 at 10 and at 40); a theme with a hundred coded opinions outweighs its keywords by itself.
 */
const KEYWORD_COPIES = 10

export function trainSuggester(themes: readonly ThemeWords[], coded: readonly CodedText[]): ThemeSuggester {
  const themeIndex = new Map(themes.map((theme, i) => [theme.id, i]))
  const everywhere = new Map<string, number>()
  const within = themes.map(() => new Map<string, number>())
  const sizeOf = themes.map(() => 0)
  let size = 0
  const learn = (theme: number, text: string, weight: number) => {
    for (const term of new Set(termsOf(text))) {
      within[theme]!.set(term, (within[theme]!.get(term) ?? 0) + weight)
      everywhere.set(term, (everywhere.get(term) ?? 0) + weight)
      sizeOf[theme]! += weight
      size += weight
    }
  }
  themes.forEach((theme, i) => {
    learn(i, [theme.name, ...theme.keywords].join('，'), KEYWORD_COPIES)
  })
  for (const { text, themeId } of coded) {
    const theme = themeIndex.get(themeId)
    if (theme !== undefined) learn(theme, text, 1)
  }

  return {
    suggest(text) {
      const known = [...new Set(termsOf(text))].filter((term) => everywhere.has(term))
      const scores = themes.map((_, i) => {
        // How rare the text's terms are in all *other* themes: a term rare elsewhere speaks for this one.
        const outside = size - sizeOf[i]! + SMOOTHING * everywhere.size
        let sum = 0
        for (const term of known) {
          sum -= Math.log((everywhere.get(term)! - (within[i]!.get(term) ?? 0) + SMOOTHING) / outside)
        }
        return sum
      })
      const highest = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - highest))
      const sum = odds.reduce((a, b) => a + b, 0)
      return themes
        .map((theme, i) => ({ themeId: theme.id, share: odds[i]! / sum, rank: i }))
        .sort((a, b) => b.share - a.share || a.rank - b.rank)
        .map(({ themeId, share }) => ({ themeId, share }))
    },
  }
}

/** The theme whose keywords occur most often in the text; null where none does. The baseline a suggestion must beat. */
export function keywordTheme(themes: readonly ThemeWords[], text: string): string | null {
  const terms = new Set(termsOf(text))
  const hits = themes.map(
    (theme) => theme.keywords.filter((keyword) => text.includes(keyword) || terms.has(keyword)).length,
  )
  const most = Math.max(0, ...hits)
  return most === 0 ? null : themes[hits.indexOf(most)]!.id
}

/**
 * 主题建议: which theme an opinion probably belongs to.
 *
 * A suggestion saves reading time and decides nothing: a person confirms or corrects each, and every confirmed opinion
 * makes the next suggestion better. Two sources are added up. The opinions already coded speak through a complement naive
 * Bayes classifier (Rennie et al., ICML 2003), made for short texts with themes of uneven size. Before anything is coded
 * the words in which a theme is described speak alone, as one more short text of that theme.
 */
import { termsOf } from './segment.ts'
import type { Document, Vocabulary } from './term-vectors.ts'

export interface ThemeWords {
  readonly id: string
  readonly name: string
  /** Words by which the theme is told in the office's own language. */
  readonly keywords: readonly string[]
}

export interface CodedDocument {
  readonly document: Document
  readonly themeId: string
}

export interface ThemeSuggestion {
  readonly themeId: string
  /** Above zero; the suggestions of one text sum to one. A ranking aid, not a probability anybody has checked. */
  readonly share: number
}

export interface ThemeSuggester {
  /** The share of each theme, in the order of the themes. */
  sharesOf(document: Document): Float64Array
  /** Every theme, the likeliest first; ties in the order of the themes. */
  suggest(document: Document): ThemeSuggestion[]
}

/** Additive smoothing of the counts, Rennie et al. §3. */
const SMOOTHING = 0.5
/**
 * How many coded opinions a theme's own keywords weigh as much as. Chosen on the labelled opinions of this project
 * (ten folds: 0.69 at 3, 0.71 at 10 and at 40); a theme with a hundred coded opinions outweighs its keywords by itself.
 */
const KEYWORD_COPIES = 10

/** @param vocabulary in which the coded texts are written, and those that will be asked about. */
export function trainSuggester(
  themes: readonly ThemeWords[],
  coded: readonly CodedDocument[],
  vocabulary: Vocabulary,
): ThemeSuggester {
  const described = themes.map(({ name, keywords }) => vocabulary.documentOf([name, ...keywords].join('，')))
  const n = themes.length
  const themeIndex = new Map(themes.map((theme, i) => [theme.id, i]))
  const terms = vocabulary.size()
  const everywhere = new Float64Array(terms)
  /** Row by term, column by theme. */
  const within = new Float64Array(terms * n)
  const sizeOf = new Float64Array(n)
  let size = 0
  const learn = (theme: number, document: Document, weight: number) => {
    for (const term of document.terms) {
      within[term * n + theme]! += weight
      everywhere[term]! += weight
    }
    sizeOf[theme]! += weight * document.terms.length
    size += weight * document.terms.length
  }
  described.forEach((document, i) => {
    learn(i, document, KEYWORD_COPIES)
  })
  for (const { document, themeId } of coded) {
    const theme = themeIndex.get(themeId)
    if (theme !== undefined) learn(theme, document, 1)
  }
  const distinct = everywhere.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0)
  /** How rare a term is in all *other* themes: a term rare elsewhere speaks for this one. Worked out when it is first asked for. */
  const speaksFor = new Map<number, Float64Array>()
  const rowOf = (term: number): Float64Array => {
    const known = speaksFor.get(term)
    if (known) return known
    const row = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      const outside = size - sizeOf[i]! + SMOOTHING * distinct
      row[i] = -Math.log((everywhere[term]! - within[term * n + i]! + SMOOTHING) / outside)
    }
    speaksFor.set(term, row)
    return row
  }

  const sharesOf = (document: Document): Float64Array => {
    const shares = new Float64Array(n)
    for (const term of document.terms) {
      // A term nobody has used under any theme speaks for none.
      if (!((everywhere[term] ?? 0) > 0)) continue
      const row = rowOf(term)
      for (let i = 0; i < n; i++) shares[i]! += row[i]!
    }
    const highest = shares.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    let sum = 0
    for (let i = 0; i < n; i++) {
      shares[i] = Math.exp(shares[i]! - highest)
      sum += shares[i]!
    }
    for (let i = 0; i < n; i++) shares[i]! /= sum
    return shares
  }
  return {
    sharesOf,
    suggest(document) {
      const shares = sharesOf(document)
      return themes
        .map((theme, i) => ({ themeId: theme.id, share: shares[i]!, rank: i }))
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

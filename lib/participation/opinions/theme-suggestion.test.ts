import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from '../../statistics/agreement/adjusted-rand.ts'
import { LABELLED_OPINIONS } from './labelled-opinions.fixture.ts'
import { clusterOpinions } from './opinion-clusters.ts'
import { createVocabulary } from './term-vectors.ts'
import { keywordTheme, trainSuggester } from './theme-suggestion.ts'
import { STARTING_THEMES } from './themes.ts'

const vocabulary = createVocabulary()
/** A suggester as if the words were known to it by themselves. */
function suggesterOf(
  themes: Parameters<typeof trainSuggester>[0],
  coded: readonly { readonly text: string; readonly themeId: string }[],
) {
  const documents = coded.map(({ text, themeId }) => ({ document: vocabulary.documentOf(text), themeId }))
  const suggester = trainSuggester(themes, documents, vocabulary)
  return { suggest: (text: string) => suggester.suggest(vocabulary.documentOf(text)) }
}

const share = (hits: number) => hits / LABELLED_OPINIONS.length

/** Each opinion is judged by a suggester that has not seen it. */
function crossValidated(): number {
  const folds = 10
  let hits = 0
  for (let fold = 0; fold < folds; fold++) {
    const suggester = suggesterOf(
      STARTING_THEMES,
      LABELLED_OPINIONS.filter((_, i) => i % folds !== fold),
    )
    for (const { text, themeId } of LABELLED_OPINIONS.filter((_, i) => i % folds === fold)) {
      if (suggester.suggest(text)[0]?.themeId === themeId) hits++
    }
  }
  return share(hits)
}

describe('theme suggestions', () => {
  it('are right far more often than the keyword list, and that more often than the most frequent theme', () => {
    const keywords = share(
      LABELLED_OPINIONS.filter(({ text, themeId }) => keywordTheme(STARTING_THEMES, text) === themeId).length,
    )
    const learned = crossValidated()
    expect(learned).toBeGreaterThan(keywords + 0.05)
    expect(keywords).toBeGreaterThan(1 / 11 + 0.2)
    expect(learned).toBeGreaterThan(0.7)
  })

  it('work before anything is coded, and better after', () => {
    const cold = suggesterOf(STARTING_THEMES, [])
    const hits = LABELLED_OPINIONS.filter(
      ({ text, themeId }) => cold.suggest(text)[0]?.themeId === themeId,
    ).length
    expect(share(hits)).toBeGreaterThan(0.6)
    expect(crossValidated()).toBeGreaterThan(share(hits))
  })

  it('learn a theme of the office’s own from what was coded to it', () => {
    const themes = [...STARTING_THEMES, { id: 'own', name: '水库移民后期扶持', keywords: [] }]
    const coded = ['后扶资金直补一年六百太少', '后扶项目村里没见着', '直补要发到卡上'].map((text) => ({
      text,
      themeId: 'own',
    }))
    expect(suggesterOf(themes, coded).suggest('今年的后扶直补还没发')[0]?.themeId).toBe('own')
  })

  it('rank every theme once, with shares that sum to one, also for a text without a known word', () => {
    for (const text of ['', 'zzz', '补偿太低']) {
      const suggestions = suggesterOf(STARTING_THEMES, []).suggest(text)
      expect(new Set(suggestions.map(({ themeId }) => themeId)).size).toBe(STARTING_THEMES.length)
      expect(suggestions.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 9)
    }
  })
})

describe('clusters', () => {
  const texts = LABELLED_OPINIONS.map(({ text }) => vocabulary.documentOf(text))
  const agreement = (clusters: ReturnType<typeof clusterOpinions>) => {
    const cluster = texts.map((_, i) => clusters.findIndex(({ members }) => members.includes(i)))
    const value = adjustedRandIndex(
      cluster,
      LABELLED_OPINIONS.map(({ themeId }) => themeId),
    )
    return value.ok ? value.value : Number.NaN
  }

  it('hold every opinion once and agree with the labels far beyond chance', () => {
    const clusters = clusterOpinions(texts, STARTING_THEMES, vocabulary)
    expect(clusters.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(texts.map((_, i) => i))
    expect(agreement(clusters)).toBeGreaterThan(0.3)
  })

  it('are the same every time', () => {
    expect(clusterOpinions(texts, STARTING_THEMES, vocabulary)).toEqual(
      clusterOpinions(texts, STARTING_THEMES, vocabulary),
    )
  })

  it('are not made of a handful of texts', () => {
    expect(clusterOpinions(texts.slice(0, 7), STARTING_THEMES, vocabulary)).toEqual([])
  })
})

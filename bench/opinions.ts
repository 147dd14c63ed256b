/**
 * How good the theme suggestions are, and what a hundred thousand opinions cost.
 *
 * Accuracy is that of the first suggestion on the project's labelled opinions, each judged by a suggester that has not
 * seen it (ten folds), beside two baselines in the same run. For the cost, opinions are made by joining two labelled
 * ones and a number, so that they differ from each other as real ones do; timed is everything the register does with
 * them at once: suggesting a theme for each, grouping them, and finding copies.
 */
import { LABELLED_OPINIONS } from '../lib/participation/opinions/labelled-opinions.fixture.ts'
import { copyGroups } from '../lib/participation/opinions/near-duplicates.ts'
import { clusterOpinions } from '../lib/participation/opinions/opinion-clusters.ts'
import { keywordTheme, trainSuggester } from '../lib/participation/opinions/theme-suggestion.ts'
import { STARTING_THEMES } from '../lib/participation/opinions/themes.ts'
import { adjustedRandIndex } from '../lib/statistics/agreement/adjusted-rand.ts'

const FOLDS = 10

export async function benchOpinions() {
  const labels = LABELLED_OPINIONS.map(({ themeId }) => themeId)
  const texts = LABELLED_OPINIONS.map(({ text }) => text)
  const share = (hits: number) => round(hits / texts.length)
  const frequencies = new Map<string, number>()
  for (const label of labels) frequencies.set(label, (frequencies.get(label) ?? 0) + 1)
  const small = milliseconds(10_000)
  const large = milliseconds(100_000)
  return {
    accuracy: share(correct(1)),
    accuracyFirstThree: share(correct(3)),
    baselineMajority: share(Math.max(...frequencies.values())),
    baselineKeywords: share(
      texts.filter((text, i) => keywordTheme(STARTING_THEMES, text) === labels[i]).length,
    ),
    adjustedRand: agreement(texts, labels, STARTING_THEMES),
    adjustedRandWordsOnly: agreement(texts, labels, []),
    ms100k: Math.round(large),
    growth: round(large / small),
    opinions: texts.length,
  }
}

function correct(among: number): number {
  let hits = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const unseen = LABELLED_OPINIONS.filter((_, i) => i % FOLDS === fold)
    const suggester = trainSuggester(
      STARTING_THEMES,
      LABELLED_OPINIONS.filter((_, i) => i % FOLDS !== fold),
    )
    for (const { text, themeId } of unseen) {
      const first = suggester.suggest(text).slice(0, among)
      if (first.some((suggestion) => suggestion.themeId === themeId)) hits++
    }
  }
  return hits
}

function agreement(texts: string[], labels: string[], themes: typeof STARTING_THEMES): number | null {
  const cluster = texts.map(() => -1)
  clusterOpinions(texts, themes).forEach(({ members }, i) => {
    for (const member of members) cluster[member] = i
  })
  const value = adjustedRandIndex(cluster, labels)
  return value.ok ? round(value.value) : null
}

function milliseconds(n: number): number {
  const made = Array.from({ length: n }, (_, i) => {
    const one = LABELLED_OPINIONS[i % LABELLED_OPINIONS.length]!.text
    const other = LABELLED_OPINIONS[Math.floor(i / LABELLED_OPINIONS.length) % LABELLED_OPINIONS.length]!.text
    return `${one}${other}${i}`
  })
  const started = performance.now()
  const suggester = trainSuggester(STARTING_THEMES, LABELLED_OPINIONS)
  for (const text of made) suggester.suggest(text)
  clusterOpinions(made, STARTING_THEMES)
  copyGroups(made)
  return performance.now() - started
}

const round = (value: number) => Math.round(value * 1000) / 1000

/**
 * How good the theme suggestions are, and what a hundred thousand opinions cost.
 *
 * Accuracy is that of the first suggestion on the project's labelled opinions, each judged by a suggester that has not
 * seen it (ten folds), beside two baselines in the same run. Two constants of the method were chosen while looking at
 * those very opinions, so that the folds flatter it. `heldOut` is the honest figure: the sixty opinions of another case,
 * labelled for the end-to-end proof and never used for choosing anything, judged by a suggester that has learned from the
 * first case alone; and their heaps. For the cost, opinions are made by joining two labelled ones and a number, so that
 * they differ from each other as real ones do; timed is everything the register does with them at once: cutting them into
 * terms, suggesting a theme for each, grouping them, and finding copies. Milliseconds are the processor's, so that whatever else
 * the machine does is not counted.
 */
import { LABELLED_OPINIONS } from '../lib/participation/opinions/labelled-opinions.fixture.ts'
import { copyGroups } from '../lib/participation/opinions/near-duplicates.ts'
import { clusterOpinions } from '../lib/participation/opinions/opinion-clusters.ts'
import { createVocabulary } from '../lib/participation/opinions/term-vectors.ts'
import { keywordTheme, trainSuggester } from '../lib/participation/opinions/theme-suggestion.ts'
import { STARTING_THEMES } from '../lib/participation/opinions/themes.ts'
import { TIANCHANG_OPINIONS } from '../lib/participation/opinions/tianchang-opinions.fixture.ts'
import { adjustedRandIndex } from '../lib/statistics/agreement/adjusted-rand.ts'

const FOLDS = 10

interface Labelled {
  readonly text: string
  readonly themeId: string
}

export async function benchOpinions() {
  const small = milliseconds(10_000)
  const large = milliseconds(100_000)
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    unseen: LABELLED_OPINIONS.filter((_, i) => i % FOLDS === fold),
    coded: LABELLED_OPINIONS.filter((_, i) => i % FOLDS !== fold),
  }))
  const inFolds = (among: number) =>
    folds.reduce((hits, { unseen, coded }) => hits + correct(unseen, coded, among), 0) /
    LABELLED_OPINIONS.length
  const heldOut = (coded: readonly Labelled[], among: number) =>
    correct(TIANCHANG_OPINIONS, coded, among) / TIANCHANG_OPINIONS.length
  return {
    accuracy: round(inFolds(1)),
    accuracyFirstThree: round(inFolds(3)),
    ...baselines(LABELLED_OPINIONS),
    adjustedRand: agreement(LABELLED_OPINIONS, STARTING_THEMES),
    adjustedRandWordsOnly: agreement(LABELLED_OPINIONS, []),
    heldOut: {
      accuracy: round(heldOut(LABELLED_OPINIONS, 1)),
      accuracyFirstThree: round(heldOut(LABELLED_OPINIONS, 3)),
      accuracyBeforeCoding: round(heldOut([], 1)),
      ...baselines(TIANCHANG_OPINIONS),
      adjustedRand: agreement(TIANCHANG_OPINIONS, STARTING_THEMES),
      opinions: TIANCHANG_OPINIONS.length,
    },
    ms100k: Math.round(large),
    growth: round(large / small),
    opinions: LABELLED_OPINIONS.length,
  }
}

function baselines(opinions: readonly Labelled[]) {
  const frequencies = new Map<string, number>()
  for (const { themeId } of opinions) frequencies.set(themeId, (frequencies.get(themeId) ?? 0) + 1)
  const byKeywords = opinions.filter(({ text, themeId }) => keywordTheme(STARTING_THEMES, text) === themeId)
  return {
    baselineMajority: round(Math.max(...frequencies.values()) / opinions.length),
    baselineKeywords: round(byKeywords.length / opinions.length),
  }
}

function correct(unseen: readonly Labelled[], coded: readonly Labelled[], among: number): number {
  const vocabulary = createVocabulary()
  const documents = coded.map(({ text, themeId }) => ({ document: vocabulary.documentOf(text), themeId }))
  const suggester = trainSuggester(STARTING_THEMES, documents, vocabulary)
  return unseen.filter(({ text, themeId }) =>
    suggester
      .suggest(vocabulary.documentOf(text))
      .slice(0, among)
      .some((suggestion) => suggestion.themeId === themeId),
  ).length
}

function agreement(opinions: readonly Labelled[], themes: typeof STARTING_THEMES): number | null {
  const vocabulary = createVocabulary()
  const documents = opinions.map(({ text }) => vocabulary.documentOf(text))
  const cluster = opinions.map(() => -1)
  clusterOpinions(documents, themes, vocabulary).forEach(({ members }, i) => {
    for (const member of members) cluster[member] = i
  })
  const value = adjustedRandIndex(
    cluster,
    opinions.map(({ themeId }) => themeId),
  )
  return value.ok ? round(value.value) : null
}

function milliseconds(n: number): number {
  const made = Array.from({ length: n }, (_, i) => {
    const one = LABELLED_OPINIONS[i % LABELLED_OPINIONS.length]!.text
    const other = LABELLED_OPINIONS[Math.floor(i / LABELLED_OPINIONS.length) % LABELLED_OPINIONS.length]!.text
    return `${one}${other}${i}`
  })
  const before = process.cpuUsage()
  const vocabulary = createVocabulary()
  const coded = LABELLED_OPINIONS.map(({ text, themeId }) => ({
    document: vocabulary.documentOf(text),
    themeId,
  }))
  const documents = made.map((text) => vocabulary.documentOf(text))
  const suggester = trainSuggester(STARTING_THEMES, coded, vocabulary)
  for (const document of documents) suggester.suggest(document)
  clusterOpinions(documents, STARTING_THEMES, vocabulary)
  copyGroups(made)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const round = (value: number) => Math.round(value * 1000) / 1000

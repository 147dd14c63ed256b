/**
 * Texts as vectors: TF-IDF with sublinear term frequency, each vector of length one, so that the dot product of two
 * texts is their cosine similarity (Salton & Buckley 1988, variant "ltc").
 */
import { termsOf } from './segment.ts'

export interface SparseVector {
  /** Term numbers, ascending. */
  readonly terms: Int32Array
  readonly weights: Float64Array
}

export interface TermSpace {
  readonly size: number
  /** A text as a vector; terms the space does not know are left out. */
  vectorOf(text: string): SparseVector
}

export interface Vectorised {
  readonly space: TermSpace
  readonly vectors: readonly SparseVector[]
}

/**
 * Builds the space of `texts` and their vectors in one pass over the terms.
 * @param minTexts terms in fewer texts are left out: they tell nothing about likeness and are most of the vocabulary.
 */
export function vectorise(texts: readonly string[], minTexts = 1): Vectorised {
  const documents = texts.map((text) => frequencies(termsOf(text)))
  const seenIn = new Map<string, number>()
  for (const document of documents) {
    for (const term of document.keys()) seenIn.set(term, (seenIn.get(term) ?? 0) + 1)
  }
  const numbers = new Map<string, number>()
  const idf: number[] = []
  for (const [term, n] of seenIn) {
    if (n < minTexts) continue
    numbers.set(term, numbers.size)
    idf.push(Math.log((1 + texts.length) / (1 + n)) + 1)
  }
  const vectorOfDocument = (document: ReadonlyMap<string, number>): SparseVector => {
    const entries: [number, number][] = []
    for (const [term, n] of document) {
      const number = numbers.get(term)
      if (number !== undefined) entries.push([number, (1 + Math.log(n)) * idf[number]!])
    }
    entries.sort((a, b) => a[0] - b[0])
    const length = Math.hypot(...entries.map(([, weight]) => weight)) || 1
    return {
      terms: Int32Array.from(entries, ([number]) => number),
      weights: Float64Array.from(entries, ([, weight]) => weight / length),
    }
  }
  return {
    space: {
      size: numbers.size,
      vectorOf: (text) => vectorOfDocument(frequencies(termsOf(text))),
    },
    vectors: documents.map(vectorOfDocument),
  }
}

function frequencies(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Σ over the vector's terms of its weight times the dense vector's. */
export function dot(vector: SparseVector, dense: Float64Array): number {
  let sum = 0
  for (let i = 0; i < vector.terms.length; i++) sum += vector.weights[i]! * dense[vector.terms[i]!]!
  return sum
}

/**
 * Texts as vectors: TF-IDF with sublinear term frequency, each vector of length one, so that the dot product of two
 * texts is their cosine similarity (Salton & Buckley 1988, variant "ltc").
 *
 * Cutting a text into terms costs more than everything that is done with them, so each text is cut once: a vocabulary gives
 * every term a number, and suggestions, heaps and training work on the numbers.
 */
import { termsOf } from './segment.ts'

/** A text as the numbers of its terms, ascending, with how often each occurs. */
export interface Document {
  readonly terms: Int32Array
  readonly counts: Uint16Array
}

export interface Vocabulary {
  /** Terms that have a number by now: 0 to size − 1. */
  size(): number
  /** A text in numbers; terms not met before get the next ones. */
  documentOf(text: string): Document
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  return {
    size: () => numbers.size,
    documentOf(text) {
      const counts = new Map<number, number>()
      for (const term of termsOf(text)) {
        let number = numbers.get(term)
        if (number === undefined) {
          number = numbers.size
          numbers.set(term, number)
        }
        counts.set(number, (counts.get(number) ?? 0) + 1)
      }
      const terms = Int32Array.from(counts.keys()).sort()
      return { terms, counts: Uint16Array.from(terms, (term) => Math.min(counts.get(term)!, 65_535)) }
    },
  }
}

export interface SparseVector {
  /** Positions in the space, ascending. */
  readonly terms: Int32Array
  readonly weights: Float64Array
}

export interface Vectorised {
  /** Dimensions of the space. */
  readonly size: number
  readonly vectors: readonly SparseVector[]
}

/**
 * The vectors of `documents` in the space that they span.
 * @param terms size of the vocabulary the documents are written in.
 * @param minTexts terms in fewer texts are left out: they tell nothing about likeness and are most of the vocabulary.
 */
export function vectorise(documents: readonly Document[], terms: number, minTexts = 1): Vectorised {
  const seenIn = new Int32Array(terms)
  for (const document of documents) for (const term of document.terms) seenIn[term]! += 1
  const place = new Int32Array(terms).fill(-1)
  const idf: number[] = []
  seenIn.forEach((n, term) => {
    if (n === 0 || n < minTexts) return
    place[term] = idf.length
    idf.push(Math.log((1 + documents.length) / (1 + n)) + 1)
  })
  return { size: idf.length, vectors: documents.map((document) => vectorOf(document, place, idf)) }
}

function vectorOf({ terms, counts }: Document, place: Int32Array, idf: readonly number[]): SparseVector {
  let known = 0
  for (const term of terms) if (place[term]! >= 0) known += 1
  const vector = { terms: new Int32Array(known), weights: new Float64Array(known) }
  let square = 0
  let at = 0
  for (let i = 0; i < terms.length; i++) {
    const dimension = place[terms[i]!]!
    if (dimension < 0) continue
    const weight = (1 + Math.log(counts[i]!)) * idf[dimension]!
    vector.terms[at] = dimension
    vector.weights[at] = weight
    square += weight * weight
    at += 1
  }
  const length = Math.sqrt(square) || 1
  for (let i = 0; i < known; i++) vector.weights[i]! /= length
  return vector
}

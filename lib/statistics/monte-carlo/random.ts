/**
 * Random numbers that everybody can draw again.
 *
 * A simulation in a report must give the same answer on every machine and in every year, so the generator is written out
 * and seeded: xoshiro128** (Blackman & Vigna 2018, period 2^128 − 1), its state filled from the seed by splitmix32. Only
 * 32-bit integer operations are used; they are exact in every JavaScript engine. The quantile functions that turn its
 * numbers into quantities go through exp and log, which engines may round differently in the last digit.
 */

/** A stream of uniform numbers strictly between 0 and 1, with 52 random bits each. */
export type Random = () => number

function splitmix32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}

/** @param seed any integer; its low 32 bits count. */
export function createRandom(seed: number): Random {
  const fill = splitmix32(seed)
  let [a, b, c, d] = [fill(), fill(), fill(), fill()]
  const next = (): number => {
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  // Two times 26 bits and half a unit: every value is a double exactly, so that 0 and 1, where quantiles are infinite, never
  // come up. With a 53rd bit the half unit would be rounded away and the largest value would be 1.
  return () => ((next() >>> 6) * 67_108_864 + (next() >>> 6) + 0.5) / 4_503_599_627_370_496
}

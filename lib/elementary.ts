/**
 * exp, log and their kin, the same bits everywhere.
 *
 * ECMAScript lets every engine round Math.exp, Math.log, Math.pow and the other transcendental functions in its own way, and engines do
 * differ in the last digit, also between two versions of one. A report that is recomputed "to the last digit" in somebody
 * else's browser cannot rest on them. These are written out in additions and multiplications, which IEEE 754 fixes bit for
 * bit (FreeBSD's msun in JavaScript, @stdlib). The four operations, Math.sqrt, Math.abs and the rounding functions are exact
 * everywhere and stay as they are. `recomputable.test.ts` keeps the others out of everything that computes a figure.
 */
export { default as asin } from '@stdlib/math-base-special-asin'
export { default as exp } from '@stdlib/math-base-special-exp'
export { default as expm1 } from '@stdlib/math-base-special-expm1'
export { default as log } from '@stdlib/math-base-special-ln'
export { default as log1p } from '@stdlib/math-base-special-log1p'
export { default as power } from '@stdlib/math-base-special-pow'
export { default as sin } from '@stdlib/math-base-special-sin'

/** The operator of powers is Math.pow by another name; a product is exact to the last bit. */
export const square = (x: number): number => x * x

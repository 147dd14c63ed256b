/**
 * Cash flows arrive from spreadsheets: text on the clipboard with tabs between cells and line breaks between rows.
 *
 * Amounts are read as people write them in 万元: with group separators, full-width digits, a trailing unit or as an
 * empty cell for nothing. What cannot be read as an amount is reported with its place and never turned into zero.
 */
import { fail, ok, type Result } from '../result.ts'
import { FEN_PER_WAN } from './cash-flow-table.ts'

/** The cells of a pasted table; a single cell without tabs or breaks is a table of one. */
export function pastedCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** Full-width digits and signs as half-width ones. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** An amount in 万元 as whole fen. Empty and a dash mean nothing, which is 0. */
export function fenOfWan(text: string): Result<number, 'not-a-number' | 'negative' | 'too-large'> {
  const plain = halfWidth(text)
    .replace(/[\s,，]/g, '')
    .replace(/万?元$/, '')
  if (plain === '' || /^[-–—]+$/.test(plain)) return ok(0)
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return fail('not-a-number')
  const value = Number(plain)
  if (value < 0) return fail('negative')
  const fen = Math.round(value * FEN_PER_WAN)
  return fen > 1_000_000_000_000_000 ? fail('too-large') : ok(fen)
}

/** Whole fen as an amount in 万元 to type on: no separators, no needless zeros, empty for nothing. */
export function wanOfFen(fen: number): string {
  return fen === 0 ? '' : String(fen / FEN_PER_WAN)
}

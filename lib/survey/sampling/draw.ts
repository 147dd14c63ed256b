/**
 * 随机抽户: which households are asked, by a rule that leaves no choice to anybody and that everybody can repeat.
 *
 * Each household gets a number out of SHA-256 over the seed, its group and its list number; the smallest n are drawn.
 * That is simple random sampling without replacement (the order of the digests is as random as a shuffle), it does not
 * depend on the order of the list, and a single household can be checked alone with any SHA-256 program: it is drawn when
 * its digest is not above the last one drawn. The seed joins the digest of the frame, fixed beforehand, with a public
 * number that nobody knew when it was announced: a lottery result, a closing index.
 *
 * Source: sampling by permanent random numbers, E. Ohlsson, in: Business Survey Methods (Wiley 1995), ch. 9.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { digestText } from '../../integrity/digest.ts'
import { fail, ok, type Result } from '../../result.ts'
import { byBytes } from '../frame/household-list.ts'

/** The public number as it enters the seed: half-width, without any space. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

export function seedText(frameDigest: string, publicNumber: string): string {
  return `${frameDigest}:${plainNumber(publicNumber)}`
}

/** SHA-256 of `seed:group:number` in 64 hexadecimal digits. */
export function ticketOf(seed: string, group: string, number: string): string {
  return digestText(`${seed}:${group}:${number}`)
}

/** The same for many households of one group: what their texts begin with is digested once. */
function ticketsOf(seed: string, group: string): (number: string) => string {
  const begun = sha256.create().update(utf8ToBytes(`${seed}:${group}:`))
  return (number) => bytesToHex(begun.clone().update(utf8ToBytes(number)).digest())
}

export interface Draw {
  /** In the order of their tickets. */
  readonly drawn: readonly string[]
  /** The last ticket drawn; null when nobody is. A household is drawn when its ticket is not greater. */
  readonly lastTicket: string | null
}

/** Draws `sample` of the numbers. Fails with `sample-larger-than-list` or `duplicate-number`. */
export function drawHouseholds(
  seed: string,
  group: string,
  numbers: readonly string[],
  sample: number,
): Result<Draw, 'sample-larger-than-list' | 'duplicate-number'> {
  if (sample > numbers.length) return fail('sample-larger-than-list', { sample, households: numbers.length })
  if (new Set(numbers).size < numbers.length) return fail('duplicate-number')
  const ticketIn = ticketsOf(seed, group)
  const tickets = numbers
    .map((number) => ({ number, ticket: ticketIn(number) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, sample)
  return ok({ drawn: tickets.map(({ number }) => number), lastTicket: tickets.at(-1)?.ticket ?? null })
}

/** SHA-256 over the drawn households, one line `group<TAB>number` each, sorted byte by byte. */
export function drawDigest(drawn: readonly { readonly group: string; readonly number: string }[]): string {
  return digestText(
    drawn
      .map(({ group, number }) => `${group}\t${number}\n`)
      .sort(byBytes)
      .join(''),
  )
}

import { randomInt } from 'node:crypto'

/** Letters and digits that cannot be mistaken for one another on paper or over the telephone. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password: 20 characters of 31 in groups of five, 99 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

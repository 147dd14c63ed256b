import { randomInt } from 'node:crypto'

/** Letters and digits that cannot be mistaken for one another on paper or over the telephone. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 15 characters of 31 in groups of five: 74 bits, and it is changed after the first sign-in. */
export function firstPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group()].join('-')
}

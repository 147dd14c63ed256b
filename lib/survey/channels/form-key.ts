/**
 * The random key of one filled-in form, made before it is filled in and sent with it. The receipt follows from the key, so a form
 * that is sent twice, because the answer to the first sending was lost, counts once and gets the receipt it has.
 */

/** 128 random bits in base64url; the last character carries two bits, so only four values are possible there. */
const KEY = /^[A-Za-z0-9_-]{21}[AQgw]$/
const KEY_BYTES = 16

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

export function isKey(text: string): boolean {
  return KEY.test(text)
}

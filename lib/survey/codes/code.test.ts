import { expect, test } from 'vitest'
import { CODE_BYTES, codeFrom, formatCode, parseCode } from './code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const chance = (seed: number) => Uint8Array.from({ length: CODE_BYTES }, (_, i) => (seed * 97 + i * 41) % 256)

test('a code is read back as it was printed, typed small, spaced, full-width or with O for 0', () => {
  for (let seed = 0; seed < 200; seed++) {
    const code = codeFrom(chance(seed))
    expect(formatCode(code)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const fullWidth = code.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    for (const typed of [
      formatCode(code),
      code.toLowerCase(),
      ` ${code.slice(0, 5)} ${code.slice(5)} `,
      fullWidth,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(parseCode(typed)).toEqual({ ok: true, value: code })
  }
})

test('every single wrong character and every swap of neighbours is noticed', () => {
  for (let seed = 0; seed < 20; seed++) {
    const code = codeFrom(chance(seed))
    for (let i = 0; i < code.length; i++) {
      for (const wrong of ALPHABET)
        if (wrong !== code[i]) expect(parseCode(code.slice(0, i) + wrong + code.slice(i + 1)).ok).toBe(false)
      if (i > 0 && code[i] !== code[i - 1])
        expect(parseCode(code.slice(0, i - 1) + code[i] + code[i - 1] + code.slice(i + 1)).ok).toBe(false)
    }
  }
})

test('what is no code is refused', () => {
  for (const text of ['', '0', 'ABCD-EFGH', 'UUUU-UUUU-UUUU', '😀'.repeat(12), 'A'.repeat(100_000)])
    expect(parseCode(text)).toMatchObject({ ok: false, reason: 'code-malformed' })
})

import { describe, expect, test } from 'vitest'
import { Coverage } from './font-file.ts'
import { printable } from './printable.ts'

function font(characters: string): Coverage {
  const coverage = new Coverage()
  for (const character of characters) coverage.add(character.codePointAt(0) ?? 0)
  return coverage
}
const han = font('评估报告〓𠮷，')
const latin = font('abcEe éḳ\u0301#$')

describe('printable text', () => {
  test('what a font has stays as it is, markup and characters beyond the first plane included', () => {
    expect(printable('评估𠮷#$ab', [han, latin])).toEqual({ value: '评估𠮷#$ab', missing: [] })
  })

  test('a character without a glyph becomes 〓 and is named once', () => {
    expect(printable(['评ཀ估', 'ཀ'], [han])).toEqual({ value: ['评〓估', '〓'], missing: ['ཀ'] })
  })

  test('what cannot be seen is dropped: NUL, direction marks, joiners, selectors', () => {
    expect(printable('评\u0000\u202e估\u200d\ufe0f\u{e0100}\u00ad报', [han])).toEqual({
      value: '评估报',
      missing: [],
    })
  })

  test('private use characters count as missing even where a font draws them; broken surrogates too', () => {
    expect(printable('\ue000', [font('\ue000〓')])).toEqual({ value: '〓', missing: ['\ue000'] })
    expect(printable('评\ud842', [han])).toEqual({ value: '评〓', missing: ['U+D842'] })
  })

  test('a combining mark stays on a letter of its own font and never on a Han character of another', () => {
    expect(printable('e\u0301', [han, latin]).value).toBe('é')
    expect(printable('E\u0301b\u0301', [latin]).value.normalize('NFD')).toContain('b\u0301')
    expect(printable('评\u0301', [han, latin])).toEqual({ value: '评', missing: ['◌\u0301'] })
  })

  test('line ends are kept, tabs become a Chinese space, other spaces a plain one', () => {
    expect(printable('评\r\n估\t报\u00a0告', [han, latin, font('　')]).value).toBe('评\n估　报 告')
  })

  test('numbers, keys and nesting stay', () => {
    const value = { a: [{ ཀ: 1, b: null, c: true }] }
    expect(printable(value, [han]).value).toEqual(value)
  })
})

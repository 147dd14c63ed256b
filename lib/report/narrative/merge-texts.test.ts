import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from './merge-texts.ts'

test('two people at work on different sentences of one paragraph both keep theirs', () => {
  const base = '收回答卷。意见已归类。措施已落实。'
  expect(mergeTexts(base, '收回答卷若干。意见已归类。措施已落实。', `${base}另见附录。`)).toMatchObject({
    text: '收回答卷若干。意见已归类。措施已落实。另见附录。',
    conflicts: 0,
  })
})

test('changes in different places come together', () => {
  const merged = mergeTexts('甲\n乙\n丙', '甲一\n乙\n丙', '甲\n乙\n丙\n丁')
  expect(merged).toMatchObject({ text: '甲一\n乙\n丙\n丁', conflicts: 0 })
})

test('where both changed the same place both versions stand, mine first', () => {
  const merged = mergeTexts('甲\n乙', '甲改\n乙', '甲另改\n乙')
  expect(merged.conflicts).toBe(1)
  expect(merged.text).toBe('甲改\n甲另改\n乙')
})

test('what one deleted and the other changed is not deleted', () => {
  expect(mergeTexts('甲\n乙\n丙', '甲\n丙', '甲\n乙改\n丙')).toMatchObject({
    text: '甲\n乙改\n丙',
    conflicts: 1,
  })
})

const text = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', ''), { maxLength: 8 })
  .map((lines) => lines.join('\n'))

test('whoever alone has changed something gets exactly that', () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(mergeTexts(base, changed, base)).toMatchObject({ text: changed, conflicts: 0 })
      expect(mergeTexts(base, base, changed)).toMatchObject({ text: changed, conflicts: 0 })
      expect(mergeTexts(base, changed, changed)).toMatchObject({ text: changed, conflicts: 0 })
    }),
  )
})

test('a line that one side has written anew is in the merged text', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeTexts(base, `${mine}\n我方`, `${theirs}\n对方`)
      expect(merged.text.split('\n')).toEqual(expect.arrayContaining(['我方', '对方']))
    }),
  )
})

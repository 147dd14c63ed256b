import { expect, test } from 'vitest'
import type { Saved } from '../../ui/save.ts'
import { saveOutcome } from './save-outcome.ts'

const on = { text: '原文', version: 3 }
const changed = (text: string): Saved => ({
  ok: false,
  reason: 'narrative-changed',
  details: { text, version: 5, savedBy: '李评估' },
})

test('a text that was saved is what the next one follows on', () => {
  expect(saveOutcome({ ok: true }, '新文', on, null)).toEqual({
    kind: 'stored',
    stored: { text: '新文', version: 4 },
  })
})

test('somebody else’s text waits for a merge on the text that both began with', () => {
  expect(saveOutcome(changed('对方的文字'), '新文', on, null)).toEqual({
    kind: 'conflict',
    conflict: { base: '原文', theirs: '对方的文字', version: 5, name: '李评估' },
  })
})

test('our own text, stored before its answer was lost, is nobody to merge with', () => {
  const stored = (text: string) => ({ kind: 'stored', stored: { text, version: 5 } })
  expect(saveOutcome(changed('新文'), '新文', on, null)).toEqual(stored('新文'))
  expect(saveOutcome(changed('半句'), '半句写完', on, '半句')).toEqual(stored('半句'))
  expect(saveOutcome(changed('原文'), '新文', on, null)).toEqual(stored('原文'))
})

test('every other refusal is tried again and stores nothing', () => {
  for (const reason of ['unexpected', 'not-signed-in', 'not-allowed'] as const) {
    expect(saveOutcome({ ok: false, reason }, '新文', on, null)).toEqual({
      kind: 'failed',
      refusal: { ok: false, reason },
    })
  }
})

import { expect, test } from 'vitest'
import { NOT_DRAFTING } from './drafting-deeds.ts'

test('looking at a notice on paper, at texts or at counts, and signing, make nobody a drafter', () => {
  for (const deed of [
    'notice-printed',
    'report-printed',
    'texts-read',
    'answers-crossed',
    'approval-step-taken',
  ])
    expect(NOT_DRAFTING).toContain(deed)
})

test('changing what a report rests on makes a drafter', () => {
  for (const deed of [
    'narrative-saved',
    'finding-saved',
    'notice-posted',
    'theme-answered',
    'version-frozen',
  ])
    expect(NOT_DRAFTING).not.toContain(deed)
})

import { expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import { EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { opinionsAndMedia } from './opinions-and-media.ts'

const said = (struckOpinions: CaseFile['participation']['struckOpinions']) =>
  JSON.stringify(
    opinionsAndMedia({
      ...EXAMPLE_INPUT,
      caseFile: {
        ...EXAMPLE_INPUT.caseFile,
        participation: { ...EXAMPLE_INPUT.caseFile.participation, struckOpinions },
      },
    }),
  )

test('struck opinions are printed with their number and each reason, also when nothing else was registered', () => {
  const struck = [
    { kind: 'entered-twice', because: '同一份记录粘贴了两次', n: 60 },
    { kind: 'other-matter', because: '说的是另一条路', n: 1 },
  ] as const
  expect(said(struck)).toContain(
    '另有61条意见登记后剔除，不计入上表：重复登记60条，理由是“同一份记录粘贴了两次”；与本事项无关1条，理由是“说的是另一条路”。',
  )
  expect(said([])).not.toContain('剔除')
})

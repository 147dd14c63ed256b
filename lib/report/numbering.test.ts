import { describe, expect, test } from 'vitest'
import type { Block } from './blocks.ts'
import { numberBlocks } from './numbering.ts'

const table = (caption: string, label?: string): Block => ({
  kind: 'table',
  caption,
  ...(label ? { label } : {}),
  columns: [],
  rows: [],
})
const figure = (caption: string, label: string): Block => ({
  kind: 'dual-matrix',
  caption,
  label,
  alt: '',
  corner: '',
  columns: [],
  rows: [],
})
const textOf = (block: Block) => ('text' in block ? block.text : 'caption' in block ? block.caption : '')

describe('numbering', () => {
  test('chapters, sections, items and appendices each count from one', () => {
    const heading = (level: 1 | 2 | 3, text: string, series?: 'chapter' | 'appendix' | 'plain'): Block => ({
      kind: 'heading',
      level,
      text,
      ...(series ? { series } : {}),
    })
    expect(
      numberBlocks([
        heading(1, '提要', 'plain'),
        heading(1, '甲', 'chapter'),
        heading(2, '甲一'),
        heading(3, '细目'),
        heading(3, '细目'),
        heading(2, '甲二'),
        heading(3, '细目'),
        heading(1, '乙', 'chapter'),
        heading(2, '乙一'),
        heading(1, '问卷', 'appendix'),
        heading(1, '指标', 'appendix'),
      ]).map(textOf),
    ).toEqual([
      '提要',
      '一、甲',
      '（一）甲一',
      '1．细目',
      '2．细目',
      '（二）甲二',
      '1．细目',
      '二、乙',
      '（一）乙一',
      '附录一　问卷',
      '附录二　指标',
    ])
  })

  test('tables and figures count apart, and references follow, forwards as well', () => {
    const numbered = numberBlocks([
      { kind: 'paragraph', runs: ['见', { ref: 'late' }, '和', { ref: 'picture' }] },
      table('甲'),
      figure('乙', 'picture'),
      table('丙', 'late'),
    ])
    expect(numbered.map(textOf)).toEqual(['', '表1　甲', '图1　乙', '表2　丙'])
    expect(numbered[0]).toMatchObject({
      runs: ['见', { ref: 'late', text: '表2' }, '和', { ref: 'picture', text: '图1' }],
    })
  })

  test('a reference that leads nowhere and a label given twice are mistakes', () => {
    expect(() => numberBlocks([{ kind: 'paragraph', runs: [{ ref: 'nowhere' }] }])).toThrow('nowhere')
    expect(() => numberBlocks([table('甲', 'same'), table('乙', 'same')])).toThrow('same')
  })
})

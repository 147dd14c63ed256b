import { describe, expect, test } from 'vitest'
import type { SamplingDraw } from '../survey/sampling/sampling-draw.ts'
import { drawSheet } from './draw-sheet.ts'

const announced: SamplingDraw = {
  seq: 1,
  source: '2026年12月1日上证综合指数收盘点数',
  revealOn: '2026-12-01',
  reason: '',
  announcedOn: '2026-11-23',
  frameDigest: 'f'.repeat(64),
  strata: [{ groupId: 'e', name: '东村', size: 420, sample: 64, listDigest: 'a'.repeat(64) }],
  outcome: null,
}
const drawn: SamplingDraw = {
  ...announced,
  outcome: {
    publicNumber: '3312.45',
    drawnOn: '2026-12-01',
    lastTickets: { e: 'b'.repeat(64) },
    digest: 'd'.repeat(64),
  },
}
const MATTER = { title: '垃圾焚烧发电项目', assessor: '县稳评中心' }
const fact = (sheet: ReturnType<typeof drawSheet>, label: string) =>
  sheet.facts.find((row) => row.label === label)?.value

describe('the sheet of a draw', () => {
  test('an announcement says what will decide and fixes the frame, and tells no household', () => {
    const sheet = drawSheet(announced, [announced], MATTER)
    expect(sheet.title).toContain('随机抽户预告')
    expect(sheet.parts[1]?.text).toContain('2026年12月1日公布的“2026年12月1日上证综合指数收盘点数”')
    expect(fact(sheet, '抽样框摘要值')).toBe('f'.repeat(64))
    expect(fact(sheet, '东村')).toBe(`名册420户，抽取64户\n名册摘要值：${'a'.repeat(64)}`)
    expect(fact(sheet, '抽中名单摘要值')).toBeUndefined()
    expect(sheet.closing).toEqual(['县稳评中心', '2026年11月23日'])
    expect(sheet.mark).toBeNull()
  })

  test('a draw says the number, the last ticket and the digest of the list', () => {
    const sheet = drawSheet(drawn, [drawn], MATTER)
    expect(sheet.title).toContain('随机抽户记录')
    expect(sheet.parts[1]?.text).toContain('公开号码为“3312.45”，共抽中64户')
    expect(fact(sheet, '东村')).toContain(`末位签号：${'b'.repeat(64)}`)
    expect(fact(sheet, '抽中名单摘要值')).toBe('d'.repeat(64))
  })

  test('a replaced announcement is marked, and a redraw says why', () => {
    const again = { ...drawn, seq: 2, reason: '名册更正' }
    expect(drawSheet(announced, [announced, again], MATTER).mark).toBe('已被取代')
    expect(fact(drawSheet(again, [announced, again], MATTER), '重新抽取的理由')).toBe('名册更正')
  })
})

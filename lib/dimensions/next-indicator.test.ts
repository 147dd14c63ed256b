import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { INDICATORS } from './indicators.ts'
import { nextWithoutFinding } from './next-indicator.ts'

const finding = (indicatorId: string): Finding => ({
  indicatorId,
  grade: 'met',
  evidence: '会议纪要',
  scorerName: '张三',
  scoredOn: '2026-11-23',
})
const ids = INDICATORS.map((indicator) => indicator.id)

test('leads to the following indicator, over those that have a finding', () => {
  expect(nextWithoutFinding([], ids[0]!)?.id).toBe(ids[1])
  expect(nextWithoutFinding([finding(ids[1]!), finding(ids[2]!)], ids[0]!)?.id).toBe(ids[3])
})

test('goes on into the next dimension and round to the beginning', () => {
  const legality = INDICATORS.filter((indicator) => indicator.dimension === 'legality')
  expect(nextWithoutFinding([], legality.at(-1)!.id)?.dimension).toBe('reasonableness')
  expect(nextWithoutFinding([], ids.at(-1)!)?.id).toBe(ids[0])
})

test('ends when every other indicator has a finding', () => {
  expect(nextWithoutFinding(ids.slice(1).map(finding), ids[0]!)).toBeNull()
})

import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

function limitAt(start = 0) {
  const clock = { now: start }
  return {
    clock,
    limit: createRateLimit({ attempts: 3, unnamedAttempts: 60, windowMinutes: 10, now: () => clock.now }),
  }
}

test('lets so many attempts pass, then says how long to wait, then begins anew', () => {
  const { clock, limit } = limitAt()
  for (let i = 0; i < 3; i++) expect(limit.attempt('203.0.113.7')).toBeNull()
  clock.now = 150_000
  expect(limit.attempt('203.0.113.7')).toBe(8)
  expect(limit.attempt('203.0.113.8')).toBeNull()
  clock.now = 600_000
  expect(limit.attempt('203.0.113.7')).toBeNull()
})

test('counts an IPv6 household as one, however many addresses it uses', () => {
  const { limit } = limitAt()
  for (const address of ['2001:db8:0:7::1', '2001:0db8::7:1:2:3:4', '2001:db8:0:7:ffff::9'])
    expect(limit.attempt(address)).toBeNull()
  expect(limit.attempt('2001:db8:0:7:abcd::')).toBe(10)
  expect(limit.attempt('2001:db8:0:8::1')).toBeNull()
})

test('an IPv4 address is the same in IPv6 clothes', () => {
  const { limit } = limitAt()
  for (let i = 0; i < 3; i++) limit.attempt('::ffff:203.0.113.7')
  expect(limit.attempt('203.0.113.7')).toBe(10)
})

test('a proxy on this machine that names nobody has a limit for all behind it', () => {
  const { limit } = limitAt()
  for (let i = 0; i < 60; i++) expect(limit.attempt('127.0.0.1')).toBeNull()
  expect(limit.attempt('127.0.0.1')).toBe(10)
})

test('looking does not count, and agrees with the next attempt', () => {
  const { limit } = limitAt()
  for (let i = 0; i < 9; i++) expect(limit.wait('203.0.113.7')).toBeNull()
  for (let i = 0; i < 3; i++) {
    expect(limit.wait('203.0.113.7')).toBeNull()
    limit.attempt('203.0.113.7')
  }
  expect(limit.wait('203.0.113.7')).toBe(10)
})

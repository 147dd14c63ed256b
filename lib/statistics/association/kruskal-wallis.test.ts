import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kruskalWallis } from './kruskal-wallis.ts'
import { mannWhitney } from './mann-whitney.ts'

test('mucociliary efficiency (Hollander & Wolfe 1973, p. 116): H = 0.7714, p = 0.68', () => {
  const found = kruskalWallis([
    [2.9, 3, 2.5, 2.6, 3.2],
    [3.8, 2.7, 4, 2.4],
    [2.8, 3.4, 3.7, 2.2, 2],
  ])
  expect(found).toMatchObject({ ok: true, value: { statistic: expect.closeTo(0.7714, 4), df: 2 } })
  if (found.ok) expect(found.value.p).toBeCloseTo(Math.exp(-found.value.statistic / 2), 12)
})

test('two groups: H is the square of the Mann–Whitney z without correction, ties included', () => {
  const group = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(group, group, (x, y) => {
      const h = kruskalWallis([x, y])
      const u = mannWhitney(x, y)
      if (!h.ok || !u.ok) {
        expect(u.ok && u.value.sigma).toBe(0)
        return
      }
      expect(h.value.statistic).toBeCloseTo(u.value.zNoCorrection! ** 2, 9)
      expect(h.value.p).toBeCloseTo(u.value.pNoCorrection, 9)
    }),
  )
})

test('refusals', () => {
  expect(kruskalWallis([[1, 2]])).toMatchObject({ reason: 'too-few-groups' })
  expect(kruskalWallis([[1], []])).toMatchObject({ reason: 'empty-group', details: { group: 1 } })
  expect(kruskalWallis([[1, 1], [1]])).toMatchObject({ reason: 'no-variation' })
  expect(kruskalWallis([[1], [Infinity]])).toMatchObject({ reason: 'not-a-number' })
})

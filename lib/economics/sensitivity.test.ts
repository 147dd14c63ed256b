import { describe, expect, test } from 'vitest'
import { oneWay, tornadoOrder, twoWay } from './sensitivity.ts'

describe('one variable at a time', () => {
  test('a linear NPV: elasticity is slope over base, and −base over slope switches', () => {
    const way = oneWay('price', (change) => 100 + 400 * change, 0.1)
    expect(way).toMatchObject({
      npvUp: 140,
      npvDown: 60,
      elasticityUp: expect.closeTo(4, 12),
      elasticityDown: expect.closeTo(4, 12),
      elasticityPoint: expect.closeTo(4, 10),
      switchingChange: expect.closeTo(-0.25, 12),
      swing: 80,
    })
  })

  test('a curved NPV: both sides differ, and the point elasticity is the derivative', () => {
    const way = oneWay('rate', (change) => Math.exp(change) - 0.5, 0.2)
    expect(way.elasticityPoint).toBeCloseTo(2, 10)
    expect(way.elasticityUp).toBeCloseTo((Math.exp(0.2) - 1) / 0.5 / 0.2, 12)
    expect(way.elasticityDown).toBeCloseTo((1 - Math.exp(-0.2)) / 0.5 / 0.2, 12)
    expect(way.switchingChange).toBeCloseTo(Math.log(0.5), 10)
  })

  test('the nearest of two switching values is given', () => {
    const way = oneWay('x', (change) => (change + 0.3) * (change - 2) * -1, 0.1)
    expect(way.switchingChange).toBeCloseTo(-0.3, 10)
  })

  test('none where the amount would have to change its sign; none where nothing moves', () => {
    expect(oneWay('small cost', (change) => 100 + 10 * change, 0.1).switchingChange).toBeNull()
    expect(oneWay('no effect', () => 100, 0.1)).toMatchObject({ switchingChange: null, swing: 0 })
  })

  test('a base of zero has no elasticity and is switched already', () => {
    expect(oneWay('x', (change) => change, 0.1)).toMatchObject({
      elasticityUp: null,
      elasticityPoint: null,
      switchingChange: 0,
    })
  })

  test('with a negative base a helpful variable gets a negative elasticity; the swing still orders', () => {
    const helpful = oneWay('benefit', (change) => -100 + 400 * change, 0.1)
    expect(helpful.elasticityUp).toBeCloseTo(-4, 12)
    expect(helpful.swing).toBe(80)
  })
})

test('tornado: the widest swing first, equal swings in the order given', () => {
  const rows = [
    oneWay('a', (change) => 1 + change, 0.1),
    oneWay('b', (change) => 1 - 5 * change, 0.1),
    oneWay('c', (change) => 1 + change, 0.1),
  ]
  expect(tornadoOrder(rows).map(({ variable }) => variable)).toEqual(['b', 'a', 'c'])
})

test('two at a time: rows change the first, columns the second', () => {
  expect(twoWay((first, second) => 10 + first * 100 + second, [-0.1, 0.1])).toEqual({
    changes: [-0.1, 0.1],
    npv: [
      [expect.closeTo(-0.1, 12), expect.closeTo(0.1, 12)],
      [expect.closeTo(19.9, 12), expect.closeTo(20.1, 12)],
    ],
  })
})

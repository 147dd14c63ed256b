import { describe, expect, test } from 'vitest'
import { PHASES } from '../factor.ts'
import { CATALOGUES } from './registry.ts'

describe.each(Object.entries(CATALOGUES))('%s', (id, catalogue) => {
  test('is filed under its id and says that it is a reference list', () => {
    expect(catalogue.id).toBe(id)
    expect(catalogue.name.zh).toContain('参考清单')
  })

  test('every factor has a category, phases in order, names and indicators in both languages, and an id of its own', () => {
    const categories = catalogue.categories.map((category) => category.id)
    for (const factor of catalogue.factors) {
      expect(categories, factor.id).toContain(factor.category)
      expect(factor.phases.length, factor.id).toBeGreaterThan(0)
      expect([...factor.phases]).toEqual(PHASES.filter((phase) => factor.phases.includes(phase)))
      for (const text of [factor.name.zh, factor.indicator.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/)
      for (const text of [factor.name.en, factor.indicator.en]) expect(text).not.toMatch(/[\u4e00-\u9fff]/)
    }
    expect(new Set(catalogue.factors.map((factor) => factor.id)).size).toBe(catalogue.factors.length)
    expect(new Set(catalogue.factors.map((factor) => factor.category)).size).toBe(categories.length)
  })

  test('has no factor about named persons, beliefs or petition history', () => {
    const text = catalogue.factors.map(({ name, indicator }) => name.zh + indicator.zh).join()
    expect(text).not.toMatch(/重点人|上访人员|活动分子|信仰|前科/)
  })
})

test('the reference list has the 46 factors of the eight categories', () => {
  const { categories, factors } = CATALOGUES['reference-46']
  const sizes = categories.map(({ id }) => factors.filter(({ category }) => category === id).length)
  expect(sizes).toEqual([5, 10, 2, 11, 4, 10, 3, 1])
})

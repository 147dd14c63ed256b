import { describe, expect, test } from 'vitest'
import { POINTS_TABLE } from './points-table.fixture.ts'
import { isSchemeId, SCHEMES, schemeOf } from './registry.ts'
import { type Scheme, schemeIssues, validateScheme } from './scheme.ts'
import { NATIONAL_428 } from './schemes/national-428.ts'

const WITH_TABLE: Scheme = { ...NATIONAL_428, penaltyTable: POINTS_TABLE }

/** A deep copy of a valid scheme with one value set, as JSON entered by somebody would be. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(WITH_TABLE) as unknown as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop()
  let place = copy
  for (const key of keys) place = place[key] as Record<string, unknown>
  place[last ?? ''] = value
  return copy
}

describe('the shipped schemes', () => {
  test.each(Object.entries(SCHEMES))('%s is valid and is filed under its own id', (id, scheme) => {
    expect(schemeIssues(scheme)).toEqual([])
    expect(scheme.id).toBe(id)
    expect(schemeOf(id)).toBe(scheme)
  })

  test('an unknown id is a surprise, and can be asked for beforehand', () => {
    expect(isSchemeId('national-428')).toBe(true)
    expect(isSchemeId('toString')).toBe(false)
    expect(() => schemeOf('jiangsu')).toThrow('jiangsu')
  })

  test('call no number official: each is sourced or to be confirmed, and names its source', () => {
    const statements: { standing: string; source: string }[] = []
    JSON.stringify(SCHEMES, (_, value) => {
      if (value && typeof value === 'object' && 'standing' in value) statements.push(value)
      return value
    })
    expect(statements.length).toBeGreaterThan(60)
    for (const { standing, source } of statements) {
      expect(['sourced', 'default-to-confirm']).toContain(standing)
      expect(source.length).toBeGreaterThan(5)
    }
    expect(NATIONAL_428.indexRule.medium.standing).toBe('default-to-confirm')
    expect(NATIONAL_428.oppositionRule.high.source).toContain('上海')
  })
})

describe('validation', () => {
  test('accepts a scheme with a points table', () => {
    expect(validateScheme(WITH_TABLE)).toEqual({ ok: true, value: WITH_TABLE })
  })

  test.each([
    // Orders of thresholds.
    ['indexRule.high.value', 0.3, 'not-ascending', 'indexRule.high.value'],
    ['oppositionRule.medium.value', 0.5, 'not-ascending', 'oppositionRule.high.value'],
    ['expectedEventRule.high.value', 20, 'not-ascending', 'expectedEventRule.high.value'],
    ['singleFactorRule.high.majorOrWorse', 2, 'not-ascending', 'singleFactorRule.high.majorOrWorse'],
    ['riskDegreeBands.bands.1.upTo', 0.4, 'not-ascending', 'riskDegreeBands.bands.2.upTo'],
    ['riskDegreeBands.bands.0.degree', 'minor', 'not-ascending', 'riskDegreeBands.bands.0.degree'],
    ['probabilityBands.bands.4.upTo', 0.9, 'scale-not-covered', 'probabilityBands.bands.4.upTo'],
    ['oppositionRule.high.value', 33, 'scale-not-covered', 'oppositionRule.high.value'],
    // Sums and reachable maxima.
    ['penaltyTable.dimensions.0.maximum', 20, 'sum-differs', 'penaltyTable.dimensions'],
    ['penaltyTable.total', 90, 'sum-differs', 'penaltyTable.dimensions'],
    [
      'penaltyTable.dimensions.0.items.0.options.2.points',
      20,
      'maximum-unreachable',
      'penaltyTable.dimensions.0.items.0.maximum',
    ],
    [
      'penaltyTable.dimensions.1.items.0.grades.2.coefficient',
      0.9,
      'maximum-unreachable',
      'penaltyTable.dimensions.1.items.0.grades',
    ],
    ['penaltyTable.dimensions.2.maximum', 45, 'maximum-unreachable', 'penaltyTable.dimensions.2.maximum'],
    // Options above their item.
    [
      'penaltyTable.dimensions.0.items.0.options.1.points',
      26,
      'above-maximum',
      'penaltyTable.dimensions.0.items.0.options.1.points',
    ],
    // Bands.
    [
      'penaltyTable.dimensions.2.items.0.bands.1.from',
      90,
      'bands-overlap',
      'penaltyTable.dimensions.2.items.0.bands.1.from',
    ],
    [
      'penaltyTable.dimensions.2.items.0.bands.1.from',
      101,
      'bands-leave-gap',
      'penaltyTable.dimensions.2.items.0.bands.1.from',
    ],
    ['penaltyTable.levels.bands.2.upTo', 120, 'scale-not-covered', 'penaltyTable.levels.bands.2.upTo'],
    ['samplingFloors.1.sizes.1.from', 99, 'bands-overlap', 'samplingFloors.1.sizes.1.from'],
    ['samplingFloors.1.sizes.2.upTo', 9000, 'scale-not-covered', 'samplingFloors.1.sizes.2.upTo'],
    ['clocks.1.id', 'land-pre-notice', 'duplicate-id', 'clocks.1.id'],
    [
      'penaltyTable.dimensions.1.items.0.id',
      'permits',
      'duplicate-id',
      'penaltyTable.dimensions.1.items.0.id',
    ],
    // The vetoes.
    ['decisionGate.medium.pass.decisions', ['partial'], 'veto-lifted', 'decisionGate.medium.pass.decisions'],
    ['decisionGate.low.fail.decisions', ['implement'], 'veto-lifted', 'decisionGate.low.fail.decisions'],
    // Structure.
    ['indexRule.medium.value', Number.NaN, 'wrong-shape', 'indexRule.medium.value'],
    ['suppressionK.value', 0, 'wrong-shape', 'suppressionK.value'],
    ['socialDiscountRate.source', '', 'wrong-shape', 'socialDiscountRate.source'],
    ['validFrom', '2013-02-30', 'wrong-shape', 'validFrom'],
    ['decisionGate.high.pass.decisions', [], 'wrong-shape', 'decisionGate.high.pass.decisions'],
  ])('%s = %j is refused: %s at %s', (path, value, reason, place) => {
    const scheme = changed(path, value)
    expect(schemeIssues(scheme)).toContainEqual(expect.objectContaining({ reason, path: place }))
    expect(validateScheme(scheme).ok).toBe(false)
  })

  test('names the first place in the refusal and counts the rest', () => {
    expect(validateScheme(changed('indexRule.high.value', 0.3))).toMatchObject({
      ok: false,
      reason: 'not-ascending',
      details: { path: 'indexRule.high.value', issues: 1 },
    })
  })

  test('a misspelt field is not ignored', () => {
    expect(validateScheme({ ...NATIONAL_428, suppresionK: 3 })).toMatchObject({ reason: 'wrong-shape' })
    expect(validateScheme(null)).toMatchObject({ reason: 'wrong-shape' })
  })
})

import { describe, expect, test } from 'vitest'
import { ECONOMIC_VERDICTS, GOES_AHEAD } from '../scheme/decision-gate.ts'
import { RISK_LEVELS } from '../scheme/level-rules.ts'
import { SCHEMES } from '../scheme/registry.ts'
import { NATIONAL_428 } from '../scheme/schemes/national-428.ts'
import { allowedDecisions, gateCell } from './gate.ts'

const allowed = (...[level, economic]: [Parameters<typeof gateCell>[0], Parameters<typeof gateCell>[1]]) => {
  const decisions = allowedDecisions(level, economic, NATIONAL_428)
  return decisions.ok ? decisions.value : decisions
}

describe('the gate', () => {
  test('opens for low risk with a sound economy', () => {
    expect(allowed('low', 'pass')).toEqual(['implement', 'partial'])
    expect(allowed('low', 'marginal')).toEqual(['implement', 'partial', 'defer'])
  })

  test.each(Object.values(SCHEMES))('$id: neither verdict can be outweighed by the other', (scheme) => {
    for (const level of RISK_LEVELS) {
      for (const economic of ECONOMIC_VERDICTS) {
        const decisions = allowedDecisions(level, economic, scheme)
        if (!decisions.ok) throw new Error('both verdicts are given')
        const ahead = decisions.value.some((decision) => GOES_AHEAD.includes(decision))
        expect(ahead, `${level} × ${economic}`).toBe(level === 'low' && economic !== 'fail')
      }
    }
  })

  test('every cell says why', () => {
    expect(gateCell('low', 'marginal', NATIONAL_428)).toMatchObject({
      ok: true,
      value: { reason: { zh: expect.stringContaining('说明理由') } },
    })
  })

  test('stays shut while a verdict is missing, and says which', () => {
    expect(allowed(null, 'pass')).toMatchObject({ reason: 'cannot-be-given', details: { missing: 'level' } })
    expect(allowed('low', null)).toMatchObject({ details: { missing: 'economics' } })
    expect(allowed(null, null)).toMatchObject({ details: { missing: 'level,economics' } })
  })
})

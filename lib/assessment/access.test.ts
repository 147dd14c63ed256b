import { describe, expect, test } from 'vitest'
import {
  may,
  type Permission,
  proveAdministrator,
  proveArchive,
  proveEditable,
  proveReadable,
  proveScorable,
  ROLES,
  type Role,
} from './access.ts'

const actor = (role: Role) => ({ id: role, name: role, role })

describe('who may do what', () => {
  test('every role reads; only the named ones score, edit, take the archive and administer', () => {
    const holders = (permission: Permission) => ROLES.filter((role) => may(actor(role), permission))
    expect(holders('read')).toEqual([...ROLES])
    expect(holders('score')).toEqual(['assessor', 'expert', 'administrator'])
    expect(holders('edit')).toEqual(['assessor', 'administrator'])
    expect(holders('take-archive')).toEqual(['assessor', 'reviewer', 'decider', 'administrator'])
    expect(holders('administer')).toEqual(['administrator'])
  })

  test('a proof is minted for this assessment and this person, or refused', () => {
    expect(proveEditable(actor('assessor'), 'a1')).toMatchObject({
      ok: true,
      value: { id: 'a1', actor: { id: 'assessor' } },
    })
    expect(proveEditable(actor('decider'), 'a1')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(proveScorable(actor('observer'), 'a1')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(proveReadable(actor('observer'), 'a1').ok).toBe(true)
    expect(proveArchive(actor('observer'), 'a1')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(proveArchive(actor('expert'), 'a1')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(proveAdministrator(actor('assessor'))).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

import { expect, test } from 'vitest'
import { openTicketOffice } from './receipt-ticket.ts'

const RECEIPT = 'ABCDEFGHJKMNPQRSTVWX'

test('a ticket opens to its receipt, under its own survey only', () => {
  const office = openTicketOffice()
  const ticket = office.seal('token-a', RECEIPT)
  expect(office.open('token-a', ticket)).toBe(RECEIPT)
  expect(office.open('token-b', ticket)).toBeNull()
})

test('a ticket does not show its receipt to who reads the address', () => {
  const ticket = openTicketOffice().seal('token-a', RECEIPT)
  expect(ticket).not.toContain(RECEIPT.slice(0, 5))
  expect(Buffer.from(ticket, 'base64url').toString('latin1')).not.toContain(RECEIPT.slice(0, 5))
})

test('a changed or invented ticket opens to nothing', () => {
  const office = openTicketOffice()
  const ticket = office.seal('token-a', RECEIPT)
  for (let i = 0; i < ticket.length; i++) {
    const changed = ticket.slice(0, i) + (ticket[i] === 'A' ? 'Q' : 'A') + ticket.slice(i + 1)
    expect(office.open('token-a', changed)).toBeNull()
  }
  for (const invented of ['', 'x', RECEIPT, 'A'.repeat(64)])
    expect(office.open('token-a', invented)).toBeNull()
})

test('a retry gets the same ticket; another process opens it only with the shared secret', () => {
  const secret = 's'.repeat(32)
  const office = openTicketOffice(secret)
  const ticket = office.seal('token-a', RECEIPT)
  expect(office.seal('token-a', RECEIPT)).toBe(ticket)
  expect(openTicketOffice(secret).open('token-a', ticket)).toBe(RECEIPT)
  expect(openTicketOffice().open('token-a', ticket)).toBeNull()
})

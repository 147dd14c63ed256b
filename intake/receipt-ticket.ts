/**
 * The address of a receipt page carries the receipt sealed, not readable.
 *
 * Addresses end up in the logs of every proxy on the way, next to the network address and the second of the visit. A
 * readable receipt there would lead by its hash to the answer in the database, and so tie a household to what it said.
 * A ticket opens only with a key that lives in the memory of the intake; it also means that nobody can make up a receipt
 * page for answers that were never received.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

export interface TicketOffice {
  seal(surveyToken: string, receipt: string): string
  /** The receipt, or null for a ticket that is not ours, is damaged, or belongs to another survey. */
  open(surveyToken: string, ticket: string): string | null
}

/** @param secret shared by the processes behind one address; random, and gone with the process, where there is one. */
export function openTicketOffice(secret?: string): TicketOffice {
  const master = secret ?? randomBytes(32)
  const derive = (purpose: string) => createHmac('sha256', master).update(purpose).digest()
  const key = derive('wenping receipt ticket v1')
  const nonceKey = derive('wenping receipt ticket nonce v1')
  return {
    seal(surveyToken, receipt) {
      // Derived from the content: a retry gets the same ticket, and no nonce is used for two different receipts.
      const nonce = createHmac('sha256', nonceKey)
        .update(`${surveyToken} ${receipt}`)
        .digest()
        .subarray(0, NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(surveyToken))
      const sealed = Buffer.concat([cipher.update(receipt, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
    },
    open(surveyToken, ticket) {
      const bytes = Buffer.from(ticket, 'base64url')
      if (bytes.length <= NONCE + TAG) return null
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(Buffer.from(surveyToken)).setAuthTag(bytes.subarray(-TAG))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString()
      } catch {
        return null
      }
    },
  }
}

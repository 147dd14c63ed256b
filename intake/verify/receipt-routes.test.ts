import { describe, expect, it } from 'vitest'
import { merkleRoot, merkleTree } from '../../lib/integrity/merkle-tree.ts'
import { receiptLeaf } from '../../lib/integrity/receipt-leaf.ts'
import { CODE_BYTES, codeFrom, formatCode } from '../../lib/survey/codes/code.ts'
import { createIntake } from '../server.ts'
import { type ReceiptBook, receiptAsEntered } from './receipt-routes.tsx'

const COUNTED = '7K3M9PQ2RSTVWXYZ0123'
const WAITING = '00000000000000000001'
const leaves = [COUNTED, 'A', 'B', 'C'].map(receiptLeaf).sort()
const root = merkleRoot(leaves)

const receipts: ReceiptBook = {
  async find(receipt) {
    const leaf = receiptLeaf(receipt)
    if (receipt === WAITING)
      return { surveyId: 's', state: 'published', leaf, proof: null, root: null, sums: null }
    const proof = merkleTree(leaves).prove(leaf)
    return proof && { surveyId: 's', state: 'closed', leaf, proof, root, sums: { receipts: 4, counted: 4 } }
  },
}
const store = { findSurvey: async () => ({ ok: false, reason: 'unknown' }), accept: async () => undefined }
const server = createIntake({ store: store as never, receipts })
const lookUp = (receipt: string) =>
  server.inject({
    method: 'POST',
    url: '/verify',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ receipt }).toString(),
  })

describe('was mine counted', () => {
  it('asks for a receipt and says nothing before', async () => {
    const { statusCode, body } = await server.inject('/verify')
    expect(statusCode).toBe(200)
    expect(body).toContain('name="receipt"')
    expect(body).not.toContain('role="status"')
  })

  it('shows the proof of a counted one, as it was copied by hand', async () => {
    const { statusCode, body } = await lookUp('7k3m9 pq2rs-tvwxy-zo123')
    expect(statusCode).toBe(200)
    expect(body).toContain('已计入')
    expect(body).toContain(root)
    for (const digest of merkleTree(leaves).prove(receiptLeaf(COUNTED))!.path) expect(body).toContain(digest)
  })

  it('does not say that an answer was counted where fewer were counted than receipts given', async () => {
    const doubtful: ReceiptBook = {
      async find(receipt) {
        const found = await receipts.find(receipt)
        return found && { ...found, sums: { receipts: 4, counted: 3 } }
      },
    }
    const { body } = await createIntake({ store: store as never, receipts: doubtful }).inject(
      `/verify?receipt=${COUNTED}`,
    )
    expect(body).not.toContain('已计入。')
    expect(body).toContain('不能肯定')
    expect(body).toContain('发出的回执共4份，计入结果的答卷3份，有1份')
  })

  it('takes the receipt of a QR code, and one of an open survey', async () => {
    expect((await server.inject(`/verify?receipt=${COUNTED}`)).body).toContain('已计入')
    const waiting = await lookUp(WAITING)
    expect(waiting.body).toContain('已收到')
    expect(waiting.body).not.toContain(receiptLeaf(WAITING))
  })

  it('answers an unknown, an empty and a hostile one calmly', async () => {
    for (const [receipt, words] of [
      ['ZZZZZZZZZZZZZZZZZZZZ', '没有找到这个回执号'],
      ['', '位数不对'],
      ['<script>alert(1)</script>', '位数不对'],
      ['x'.repeat(10_000), '位数不对'],
    ] as const) {
      const { statusCode, body } = await lookUp(receipt)
      expect(statusCode).toBe(404)
      expect(body).toContain(words)
      expect(body).not.toContain('<script>')
    }
  })

  it('leads to the report whose code was typed, and tells a slip of the hand', async () => {
    const code = codeFrom(new Uint8Array(CODE_BYTES).fill(9))
    const led = await lookUp(` ${formatCode(code).toLowerCase()} `)
    expect(led.statusCode).toBe(303)
    expect(led.headers.location).toBe(`/verify/report/${code}?lang=zh-CN`)
    const slip = await lookUp(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
    expect(slip.statusCode).toBe(404)
    expect(slip.body).toContain('抄错了')
    expect((await server.inject('/verify')).body).toContain('href="/verify/bundle')
  })

  it('bears no flood from one address', async () => {
    const flooded = createIntake({ store: store as never, receipts, trustProxy: 'loopback' })
    const ask = () =>
      flooded.inject({
        url: '/verify',
        headers: { 'x-forwarded-for': '203.0.113.9' },
        remoteAddress: '127.0.0.1',
      })
    for (let i = 0; i < 120; i++) expect((await ask()).statusCode).toBe(200)
    expect((await ask()).statusCode).toBe(429)
  })

  it('reads what people write', () => {
    expect(receiptAsEntered(' o1il-abc ')).toBe('0111ABC')
  })
})

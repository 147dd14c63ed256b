import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiptOf } from '../db/ballot/receipt.ts'
import { receiptLeaf } from '../lib/integrity/receipt-leaf.ts'
import {
  CLOSED_TOKEN,
  createMemoryStore,
  type Door,
  keyOf,
  type MemoryStore,
  openDoor,
  shownReceipt,
  TOKEN,
  VALID_ANSWERS,
} from './testing.ts'

let store: MemoryStore
let door: Door
const FORM = `/s/${TOKEN}`

beforeEach(async () => {
  store = createMemoryStore()
  // 23:30 on the 23rd in UTC is the 24th in China.
  door = await openDoor({ store, now: () => new Date('2026-11-23T23:30:00Z') })
})
afterEach(() => door.close())

const freshKey = async () => keyOf((await door.get(FORM)).html)

describe('answering', () => {
  test('form, sending, receipt', async () => {
    const form = await door.get(FORM)
    expect(form.status).toBe(200)
    expect(form.headers['content-type']).toBe('text/html; charset=utf-8')
    const key = keyOf(form.html)

    const sent = await door.post(FORM, [...VALID_ANSWERS, ['key', key]])
    expect(sent.status).toBe(303)
    const receipt = receiptOf('survey-1', key)
    expect(store.accepted).toEqual([
      {
        assessmentId: 'assessment-1',
        surveyId: 'survey-1',
        groupId: 'group-1',
        channel: 'open-link',
        receipt,
        code: null,
        language: 'zh-CN',
        day: '2026-11-24',
        answers: {
          C1: '5',
          attitude: 'oppose',
          worries: ['compensation', 'openness'],
          demands: '补偿标准请公开。',
        },
      },
    ])

    const address = String(sent.headers.location)
    expect(address).toMatch(new RegExp(`^/s/${TOKEN}/done/`))
    const done = await door.get(address)
    expect(done.status).toBe(200)
    expect(shownReceipt(done.html)).toBe(receipt)
    expect(done.html).not.toContain('没有重复计数')
  })

  test('the address of the receipt page does not lead to the answer', async () => {
    const key = await freshKey()
    const address = String((await door.post(FORM, [...VALID_ANSWERS, ['key', key]])).headers.location)
    const receipt = receiptOf('survey-1', key)
    const readings = [address, Buffer.from(address.split(/[/?]/)[4] ?? '', 'base64url').toString('latin1')]
    for (const reading of readings)
      for (const part of receipt.match(/.{5}/g)!) expect(reading).not.toContain(part)
    for (const part of address.split(/[/?=&]/))
      expect(receiptLeaf(part)).not.toBe(receiptLeaf(store.accepted[0]!.receipt))
  })

  test('every visit has a key of its own', async () => {
    expect(await freshKey()).not.toBe(await freshKey())
  })

  test('the same form sent twice counts once and gets the same receipt, whatever the second says', async () => {
    const key = await freshKey()
    const [first, second] = [
      await door.post(FORM, [...VALID_ANSWERS, ['key', key]]),
      await door.post(FORM, [...VALID_ANSWERS, ['q.heard', 'never'], ['key', key]]),
    ]
    expect(store.accepted).toHaveLength(1)
    expect(store.accepted[0]?.answers).not.toHaveProperty('heard')
    const pages = [
      await door.get(String(first.headers.location)),
      await door.get(String(second.headers.location)),
    ]
    expect(shownReceipt(pages[1]!.html)).toBe(shownReceipt(pages[0]!.html))
    expect(pages[1]!.html).toContain('以第一次提交的内容为准')
  })

  test('nobody can make up a receipt page', async () => {
    for (const ticket of ['ABCDEFGHJKMNPQRSTVWX', 'A'.repeat(64)]) {
      const page = await door.get(`${FORM}/done/${ticket}`)
      expect(page.status).toBe(404)
      expect(page.html).not.toContain('class="code"')
    }
  })
})

describe('what was filled in is kept', () => {
  test('when answers are missing or too long: all faults on top, each leading to its place', async () => {
    const key = await freshKey()
    const text = `${'长'.repeat(201)}<b>&`
    const page = await door.post(FORM, [
      ['q.C1', '4'],
      ['q.worries', 'jobs'],
      ['q.worries', 'none'],
      ['q.demands', text],
      ['key', key],
    ])
    expect(page.status).toBe(422)
    expect(store.accepted).toEqual([])
    expect(keyOf(page.html)).toBe(key)
    expect(page.html).toMatch(/<title>需要更正：/)
    expect(page.html).toContain('href="#q.attitude.1"')
    expect(page.html).toContain('href="#q.demands.1"')
    expect(page.html).toContain('最多200字，现在有205字，请删减5字。')
    expect(page.html.indexOf('role="alert"')).toBeLessThan(page.html.indexOf('<form'))
    const checked = [...page.html.matchAll(/<input type="(?:radio|checkbox)" id="([^"]+)"[^>]* checked=""/g)]
    expect(checked.map(([, id]) => id)).toEqual(['q.C1.4', 'q.worries.2', 'q.worries.5'])
    expect(page.html).toContain(`${'长'.repeat(201)}&lt;b&gt;&amp;</textarea>`)
    expect(page.html).toMatch(/<textarea id="q.demands.1"[^>]*aria-invalid="true"/)
    expect(page.html).toMatch(
      /<textarea id="q.demands.1"[^>]*aria-describedby="q.demands.hint q.demands.error"/,
    )
    expect(page.html).toMatch(/<fieldset class="q bad" role="radiogroup"[^>]*aria-invalid="true"><legend>/)
    expect(page.html.match(/aria-invalid/g)).toHaveLength(2)
  })

  test('when the key is missing or malformed, with a new key', async () => {
    for (const fields of [[], [['key', 'abc']]] as [string, string][][]) {
      const page = await door.post(FORM, [...VALID_ANSWERS, ...fields])
      expect(page.status).toBe(400)
      expect(page.html).toMatch(/<input type="radio" id="q.attitude.4"[^>]* checked=""/)
      const again = await door.post(FORM, [...VALID_ANSWERS, ['key', keyOf(page.html)]])
      expect(again.status).toBe(303)
    }
    expect(store.accepted).toHaveLength(2)
  })

  test('when an option or a question was tampered with; nothing is half stored', async () => {
    const key = await freshKey()
    for (const tampered of [
      ['q.C1', '9'],
      ['q.C99', '1'],
      ['q.worries', 'x'],
      ['vote', '1'],
    ] as const) {
      const page = await door.post(FORM, [...VALID_ANSWERS, tampered, ['key', key]])
      expect(page.status, tampered[0]).toBe(422)
      expect(page.html).toContain('补偿标准请公开。</textarea>')
    }
    expect(store.accepted).toEqual([])
  })

  test('when the store fails: the page says that nothing was recorded, and the same form can be sent again', async () => {
    const key = await freshKey()
    store.failure.accept = new Error('disk full')
    const failed = await door.post(FORM, [...VALID_ANSWERS, ['key', key]])
    expect(failed.status).toBe(503)
    expect(failed.headers.location).toBeUndefined()
    expect(failed.headers['retry-after']).toBeDefined()
    expect(failed.html).toContain('您的答卷没有记录')
    expect(failed.html).not.toContain('class="code"')
    expect(failed.html).not.toContain(receiptOf('survey-1', key).slice(0, 5))
    expect(keyOf(failed.html)).toBe(key)
    expect(failed.html).toContain('补偿标准请公开。</textarea>')

    store.failure = {}
    expect((await door.post(FORM, [...VALID_ANSWERS, ['key', key]])).status).toBe(303)
    expect(store.accepted).toHaveLength(1)
  })
})

describe('acknowledgement', () => {
  test('waits for the commit', async () => {
    const key = await freshKey()
    let commit = () => {}
    const committed = new Promise<void>((resolve) => {
      commit = resolve
    })
    const { accept } = store
    store.accept = async (response) => {
      await committed
      return accept(response)
    }
    let answered = false
    const sent = door.post(FORM, [...VALID_ANSWERS, ['key', key]]).then((answer) => {
      answered = true
      return answer
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(answered).toBe(false)

    // Stopping waits for it too.
    const closed = door.server.close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    commit()
    expect((await sent).status).toBe(303)
    await closed
    expect(store.accepted).toHaveLength(1)
  })

  test('is not given when the survey cannot be looked up', async () => {
    const key = await freshKey()
    store.failure.find = new Error('no database')
    const failed = await door.post(FORM, [...VALID_ANSWERS, ['key', key]])
    expect(failed.status).toBe(503)
    expect(failed.html).toContain('您的答卷没有记录')
    expect((await door.get(FORM)).status).toBe(503)
    expect((await door.get('/healthz')).status).toBe(503)
  })
})

describe('a closed survey', () => {
  test('says so in a plain sentence, to readers and senders', async () => {
    const key = await freshKey()
    for (const page of [await door.get(`/s/${CLOSED_TOKEN}`), await door.post(`/s/${CLOSED_TOKEN}`, [])]) {
      expect(page.status).toBe(410)
      expect(page.html).toContain('这份问卷不再接收答卷')
    }
    store.survey = { ...store.survey, state: 'closed' }
    expect((await door.post(FORM, [...VALID_ANSWERS, ['key', key]])).status).toBe(410)
    expect(store.accepted).toEqual([])
  })

  test('still gives the receipt for answers that it has', async () => {
    const key = await freshKey()
    await door.post(FORM, [...VALID_ANSWERS, ['key', key]])
    store.survey = { ...store.survey, state: 'closed' }
    const late = await door.post(FORM, [...VALID_ANSWERS, ['key', key]])
    expect(late.status).toBe(303)
    expect(shownReceipt((await door.get(String(late.headers.location))).html)).toBe(
      receiptOf('survey-1', key),
    )
  })
})

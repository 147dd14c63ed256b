import { expect, test } from 'vitest'
import { limitedBody } from './limited-body.ts'

function sent(pieces: number, size: number, headers: Record<string, string> = {}) {
  let read = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (read === pieces) return controller.close()
      read += 1
      controller.enqueue(new Uint8Array(size).fill(read))
    },
  })
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  return { request, read: () => read }
}

test('a body that announces 200 MB is refused before it is read', async () => {
  const { request, read } = sent(5, 100, { 'content-length': String(200 * 1024 * 1024) })
  expect(await limitedBody(request, 1000)).toMatchObject({ reason: 'body-too-large' })
  // The stream itself fetches one piece ahead.
  expect(read()).toBeLessThanOrEqual(1)
})

test('a body that says nothing of its size is given up at the limit', async () => {
  const { request, read } = sent(1000, 100)
  expect(await limitedBody(request, 1000)).toMatchObject({ ok: false })
  expect(read()).toBeLessThan(20)
})

test('a body within the limit arrives whole and in order', async () => {
  const body = await limitedBody(sent(10, 100).request, 1000)
  expect(body.ok && [body.value.length, body.value[0], body.value[999]]).toEqual([1000, 1, 10])
})

/** Connections that send one request after the other for some seconds, and what they saw. */
import { Agent, request } from 'node:http'

export interface Load {
  readonly perSecond: number
  readonly p99Ms: number
  readonly acknowledged: number
  readonly refused: number
}

interface LoadOptions {
  /** One or more servers; the connections are shared out among them. */
  readonly ports: readonly number[]
  readonly path: string
  readonly connections: number
  readonly seconds: number
  body(): string
}

let visitors = 0
/** A new address of a documentation network for each request, so that no limit per address is measured. */
function newAddress(): string {
  visitors += 1
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
}

function post(agent: Agent, port: number, path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': newAddress(),
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
        answer.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** A refused request counts as refused, not as work done: only 303 is an acknowledgement. */
export async function load({ ports, path, connections, seconds, body }: LoadOptions): Promise<Load> {
  const times: number[] = []
  let refused = 0
  const started = performance.now()
  const ends = started + seconds * 1000
  const connection = async (port: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (performance.now() < ends) {
      const sent = performance.now()
      if ((await post(agent, port, path, body())) === 303) times.push(performance.now() - sent)
      else refused += 1
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: connections }, (_, i) => connection(ports[i % ports.length]!)))
  const elapsed = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / elapsed,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    acknowledged: times.length,
    refused,
  }
}

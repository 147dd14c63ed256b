/**
 * What the first view of a questionnaire costs a phone: bytes on the line and requests, by asking the intake as a browser
 * does and then for everything the page names. Data in the page's own text (`data:`) costs no request.
 */
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { INTAKE_ARGS } from '../bin/intake-command.mjs'
import { publishedSurvey } from '../db/stores/survey-testing.ts'
import { openTestDatabase } from '../db/testing.ts'
import { exampleQuestionnaire } from '../intake/testing.ts'
import { startServer } from './server-process.ts'

interface Answer {
  readonly bytes: number
  readonly text: string
}

/** The body as it came over the line, and as it reads. */
function fetched(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const coding = response.headers['content-encoding']
        const plain =
          coding === 'gzip' ? gunzipSync(body) : coding === 'br' ? brotliDecompressSync(body) : body
        resolve({ bytes: body.length, text: plain.toString('utf8') })
      })
    }).on('error', reject)
  })
}

/** Addresses a browser would fetch by itself while it shows the page. */
function resourcesOf(html: string): string[] {
  const named = [
    ...html.matchAll(/<(?:script|img|iframe|source|video|audio)\b[^>]*\ssrc="([^"]+)"/g),
    ...html.matchAll(/<link\b[^>]*\srel="(?:stylesheet|preload|icon|modulepreload)"[^>]*\shref="([^"]+)"/g),
    ...html.matchAll(/url\(["']?([^"')]+)["']?\)/g),
  ].map((match) => match[1]!)
  return [...new Set(named)].filter((address) => !address.startsWith('data:'))
}

/** The questionnaire of the worked example, 24 questions; sizes in bytes, compressed, without headers. */
export async function measureFirstView() {
  const db = await openTestDatabase()
  const { survey } = await publishedSurvey(db.doors, exampleQuestionnaire())
  const intake = await startServer(INTAKE_ARGS, {
    DATABASE_URL: db.url,
    HOST: '127.0.0.1',
    PUBLIC_PORT: '0',
  })
  const page = `http://127.0.0.1:${intake.port}/s/${survey.links[0]!.token}`
  const first = await fetched(page)
  const resources = resourcesOf(first.text)
  let scriptBytes = 0
  let otherBytes = 0
  for (const address of resources) {
    const { bytes } = await fetched(new URL(address, page).href)
    if (/\.m?js(\?|$)/.test(address)) scriptBytes += bytes
    else otherBytes += bytes
  }
  await intake.stop()
  await db.drop()
  return { bytes: first.bytes + otherBytes, requests: 1 + resources.length, scriptBytes }
}

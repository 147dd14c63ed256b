/**
 * The two ways to a survey: the open link of a group, and a one-time code. A code that was used is still recognised when
 * an answer is sent, so that a retry over a bad line gets its receipt instead of being told that the code is spent.
 */
import type { IntakeStore, OpenSurvey } from '../db/stores/intake.ts'
import { parseCode } from '../lib/survey/codes/code.ts'
import type { Notice } from './pages/notice-page.tsx'
import type { RateLimit } from './rate-limit.ts'

export interface Refused {
  readonly status: number
  readonly notice: Notice
  readonly minutes?: number
}

export interface WayIn {
  /** Of its routes: `/s` or `/c`. */
  readonly base: string
  readonly channel: 'open-link' | 'code'
  /** @param ip whose wrong tries are counted. */
  find(token: string, use: 'read' | 'send', ip: string): Promise<OpenSurvey | Refused>
  /** The code that an answer spends. */
  codeIn(token: string): string | null
  /** What the page of the receipt is under; a used code need not stand in an address again. */
  doneUnder(token: string): string
}

export const isRefused = (found: OpenSurvey | Refused): found is Refused => 'notice' in found

const TOKEN = /^[A-Za-z0-9_-]{1,64}$/
const NOT_FOUND: Refused = { status: 404, notice: 'not-found' }

export const byLink = (store: IntakeStore): WayIn => ({
  base: '/s',
  channel: 'open-link',
  find: async (token) => {
    const found = TOKEN.test(token) ? await store.findSurvey({ link: token }) : null
    return found?.ok ? found.value : NOT_FOUND
  },
  codeIn: () => null,
  doneUnder: (token) => token,
})

const OF_CODE = {
  unknown: { status: 404, notice: 'code-unknown' },
  spent: { status: 410, notice: 'code-spent' },
  voided: { status: 410, notice: 'code-void' },
  expired: { status: 410, notice: 'code-expired' },
} as const satisfies Record<string, Refused>

export const byCode = (store: IntakeStore, wrongCodes: RateLimit): WayIn => ({
  base: '/c',
  channel: 'code',
  find: async (token, use, ip) => {
    const found = await store.findSurvey({ code: token, evenSpent: use === 'send' })
    if (found.ok) return found.value
    const minutes = found.reason === 'unknown' ? wrongCodes.attempt(ip) : null
    return minutes === null ? OF_CODE[found.reason] : { status: 429, notice: 'too-many', minutes }
  },
  codeIn: (token) => {
    const code = parseCode(token)
    return code.ok ? code.value : ''
  },
  doneUnder: () => 'code',
})

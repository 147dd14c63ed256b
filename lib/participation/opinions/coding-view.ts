/** Which part of the register is on the page, as it stands in the page's address: so that it can be kept and sent on. */
import type { Shown } from './coding.ts'

export interface CodingView {
  readonly shown: Shown
  /** Those that speak of the same thing beside each other. */
  readonly heaped: boolean
  /** How many are listed. */
  readonly most: number
}

export const VIEW_STEP = 25
/** A page longer than this is scrolled and not read. */
const MOST_SHOWN = 500

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

/** Whatever the address says, a view; an unknown theme shows what is not coded yet. */
export function parseCodingView(asked: Asked, themes: readonly { readonly id: string }[]): CodingView {
  const { show, sorted, n } = asked
  const most = typeof n === 'string' && /^\d{1,4}$/.test(n) ? Number(n) : VIEW_STEP
  return {
    shown:
      show === 'all' || show === 'struck'
        ? show
        : typeof show === 'string' && themes.some(({ id }) => `theme:${id}` === show)
          ? { themeId: show.slice('theme:'.length) }
          : 'open',
    heaped: sorted !== 'words',
    most: Math.min(MOST_SHOWN, Math.max(VIEW_STEP, most)),
  }
}

export const shownAsWord = (shown: Shown) => (typeof shown === 'string' ? shown : `theme:${shown.themeId}`)

export function shownFromWord(word: string): Shown {
  if (word === 'all' || word === 'struck' || word === 'open') return word
  return { themeId: word.slice('theme:'.length) }
}

/** The address below the page's own. */
export function addressOfView({ shown, heaped, most }: CodingView): string {
  const asked = new URLSearchParams()
  if (shown !== 'open') asked.set('show', shownAsWord(shown))
  if (!heaped) asked.set('sorted', 'words')
  if (most !== VIEW_STEP) asked.set('n', String(most))
  return `?${asked}`
}

/**
 * What a machine can find of faults against WCAG 2.2 AA, on the page as it comes to rest: in the middle of a fade every text
 * has too little contrast, and a check that hits one sometimes says nothing about the page.
 */
import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

/** Endless animations (a spinner) are not waited for; one that is cancelled has come to rest too. */
const AT_REST = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished.catch(() => undefined)))`

const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  // Every rule is still asked about every element; the ones that passed are not written down one by one.
  resultTypes: ['violations'],
}

/**
 * One line per rule that is broken, with the beginning of the first element that breaks it. The checker runs in the page itself:
 * its own connection to the browser carries every element that passed to a second page and takes three to four times as long
 * (1,900 against 490 ms on a page of 460 elements, 10,300 against 4,000 on one of 4,800), for pages in frames, of which we have none.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('the checker does not look into frames')
  // From the top: what has been scrolled under the bar is no smaller target than it was.
  await page.evaluate('scrollTo(0, 0)')
  await page.evaluate(AT_REST)
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source)
  return page.evaluate(async (asked) => {
    const checker = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await checker.run(document, asked)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, options)
}

/**
 * What a machine can find of faults against WCAG 2.2 AA, on the page as it comes to rest: in the middle of a fade every text
 * has too little contrast, and a check that hits one sometimes says nothing about the page.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Endless animations (a spinner) are not waited for; one that is cancelled has come to rest too. */
const AT_REST = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished.catch(() => undefined)))`

/** One line per rule that is broken, with the beginning of the first element that breaks it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // From the top: what has been scrolled under the bar is no smaller target than it was.
  await page.evaluate('scrollTo(0, 0)')
  await page.evaluate(AT_REST)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

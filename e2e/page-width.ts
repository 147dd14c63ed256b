/** Nothing hangs out at the side: on a narrow screen that would have to be dragged to be read. */
import { expect, type Page } from '@playwright/test'

/** Sets the width and waits until the page fits: a chart measures its new room only after the first frame at that width. */
export async function fitsWidth(page: Page, width: number, said: string = page.url()): Promise<void> {
  await page.setViewportSize({ width, height: page.viewportSize()?.height ?? 800 })
  await expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth'), { message: `${said} at ${width}` })
    .toBeLessThanOrEqual(width)
}

/** A page as it is seen, by day and by night; the journeys run on a phone and on a desk. */
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './passage'

/** Accessible in both schemes, and nowhere wider than the screen. */
export async function expectWellSet(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond, 'pixels beyond the edge of the screen').toBeLessThanOrEqual(0)
  for (const colorScheme of ['dark', 'light'] as const) {
    // Without motion, so that no colour is met on its way to another.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page)
  }
}

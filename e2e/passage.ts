/**
 * What journeys are written with: a page that fails the test when it breaks in silence, a clock that can be moved, and
 * a look at accessibility. Each test has a browser of its own, and so a learner of its own.
 */
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { TEST_NOW_COOKIE } from '../app/cookies'

interface Journey {
  /** What the policy of a page kept it from, in any browser of the journey: no test may expect any. */
  readonly violations: readonly string[]
  /** Errors of the page, while it is looked at: a script that threw, a message on the console. A test may expect some. */
  readonly pageErrors: string[]
  /** From the next request on, the server takes this for now. */
  readonly moveClockTo: (when: Date) => Promise<void>
}

export const test = base.extend<Journey>({
  violations: [
    async ({ browser, context }, use) => {
      const violations: string[] = []
      const watch = (one: BrowserContext) =>
        one.on('console', (message) => {
          if (/content security policy/i.test(message.text())) violations.push(message.text())
        })
      watch(context)
      browser.on('context', watch)
      await use(violations)
      browser.off('context', watch)
      expect(violations, 'what the policy of a page kept it from').toEqual([])
    },
    { auto: true },
  ],
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      await use(errors)
      expect(errors, 'errors that the page met in silence').toEqual([])
    },
    { auto: true },
  ],
  moveClockTo: async ({ context, baseURL }, use) => {
    await use((when) =>
      context.addCookies([{ name: TEST_NOW_COOKIE, value: String(when.getTime()), url: baseURL }]),
    )
  },
})

export { expect }

/** Waits until the page that the server sent has come to life: a key that is pressed before is heard by nobody. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [button] = document.querySelectorAll('main button')
    return button !== undefined && Object.keys(button).some((key) => key.startsWith('__reactFiber'))
  })
  // Listeners are set once that has been painted.
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  )
}

/**
 * Nothing that the rules of WCAG 2.2 AA can find. The guards at the ends of an open menu are left out: they take the focus
 * only to hand it on, so they can be focused and are hidden, which axe forgives where it sees that something modal is open.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // In the page itself: gathering results from frames takes a second page, and twice the time. There are no frames.
  expect(page.frames()).toHaveLength(1)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('[data-base-ui-focus-guard]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
  )
  expect(found).toEqual([])
}

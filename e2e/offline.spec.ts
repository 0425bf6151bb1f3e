/** Passage without a network: opened, studied, killed, studied on the next day, and in the end all with the server, once. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { TEST_NOW_COOKIE } from '../app/cookies'
import { environment } from '../lib/environment'
import { equipped, killDevice, launchDevice, provided, shelved } from './device'
import { expectWellSet } from './looks'
import { makeDeck, RIVER, SPIRE, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, grade, heading, nextQuestion, said, show, waitingKeys } from './session'
import { tunnelTo } from './tunnel'
import { ONE_WIDTH } from './widths'

test.use({ serviceWorkers: 'allow' })

const DAY_MS = 86_400_000

const offline = (page: Page) => page.getByRole('heading', { name: 'You are offline' })

/** What the server has of an item: the figures of its page. */
async function expectReviews(page: Page, deck: string, question: string, words: string) {
  await page.goto(deck)
  await page.getByRole('link', { name: question }).click()
  await expect(page.getByText(words)).toBeVisible()
}

test('in a tunnel, killed there, on the next day, and out again', async ({ viewport, baseURL }) => {
  test.slow()
  const folder = mkdtempSync(join(environment().test.folder ?? '', 'device-'))
  const tunnel = await tunnelTo(baseURL ?? '')
  const { url } = tunnel
  const first = await launchDevice(folder, { viewport, url })
  const page = await first.newPage()
  const deck = await makeDeck(page, 'Violins')
  const session = `/review?deck=${deck.split('/').at(-1)}`
  await writeItems(page, deck, [RIVER, SPIRE, WHY])
  const has = await equipped(page, RIVER.question, SPIRE.question, WHY.question)
  const text = has.map(({ textId }) => textId).find((id) => id !== '')

  // Today, and a session with its passage, its undo and its summary.
  tunnel.cut()
  await first.setOffline(true)
  await page.goto('/')
  await expect(offline(page)).toBeVisible()
  await expectWellSet(page)
  await page.getByRole('link', { name: 'Begin' }).click()
  await expect(show(page)).toBeVisible()
  await page.goto(`/review?text=${text}`)
  await show(page).click()
  const passage = page.getByRole('region', { name: 'Passage', exact: true })
  await expect(passage.locator('mark').first()).toBeVisible()
  await expectWellSet(page)
  await page.keyboard.press('o')
  await expect(page.getByRole('dialog')).toContainText('As this device has it')
  await page.keyboard.press('Escape')
  await page.goto(session)
  await expect(heading(page)).toHaveText(RIVER.question)
  await answer(page, 'Again')
  const before = (await waitingKeys(page)).length
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(grade(page, 'Again')).toBeVisible()
  await grade(page, 'Easy').click()
  await expect(show(page)).toBeVisible()
  await expect(
    said(page, /1 answer waits on this device\. It will be sent when you are online/),
  ).toBeVisible()
  // The answer, its undo, and the answer that stands.
  await expect.poll(async () => (await waitingKeys(page)).length).toBe(before + 2)
  await show(page).click()
  await grade(page, 'Good').click()
  await expect.poll(() => shelved(page)).toBe(before + 3)
  // They reach the disk within half a minute, which in life has long been over.
  const cookies = await first.cookies()
  await killDevice(folder, first)

  // Opened again without a network: what was answered is not asked again.
  const second = await launchDevice(folder, { viewport, url, offline: true })
  await second.addCookies(cookies)
  const later = await second.newPage()
  await later.goto(session)
  const words = await nextQuestion(later)
  expect(words).toBe(WHY.question)
  await answer(later, 'Easy')
  await later.goto('/texts')
  await expect(heading(later)).toHaveText('This page needs a network')
  await expectWellSet(later)

  // The next day begins with what was in a learning step.
  const tomorrow = Date.now() + DAY_MS
  await later.clock.install({ time: tomorrow })
  await later.goto(session)
  await expect(heading(later)).toHaveText(SPIRE.question)
  await answer(later, 'Good')
  const waiting = (await waitingKeys(later)).length
  expect(waiting).toBeGreaterThanOrEqual(before + 5)

  // Out of the tunnel.
  const now = {
    name: TEST_NOW_COOKIE,
    value: String(tomorrow + 3_600_000),
    url,
  }
  await second.addCookies([now])
  tunnel.open()
  await second.setOffline(false)
  await later.goto(deck)
  await allSent(later)
  await expectReviews(later, deck, RIVER.question, '1 review, forgotten 0 times')
  await expectReviews(later, deck, SPIRE.question, '2 reviews, forgotten')
  await expectReviews(later, deck, WHY.question, '1 review, forgotten 0 times')
  await second.close()
  await tunnel.close()
})

test(
  'two devices that answer the same card without a network are merged',
  ONE_WIDTH,
  async ({ page, browser, baseURL, pageErrors }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    await equipped(page, WHY.question)
    const other = await browser.newContext({
      baseURL,
      storageState: await page.context().storageState(),
    })
    const phone = await other.newPage()
    await equipped(phone, WHY.question)
    for (const [device, given] of [
      [page, 'Good'],
      [phone, 'Again'],
    ] as const) {
      await device.context().setOffline(true)
      await device.goto(`/review?deck=${deck.split('/').at(-1)}`)
      await show(device).click()
      await grade(device, given).click()
      await expect.poll(async () => (await waitingKeys(device)).length).toBe(1)
    }
    for (const device of [phone, page]) {
      await device.context().setOffline(false)
      await allSent(device)
    }
    await page.goto(deck)
    await page.getByRole('link', { name: WHY.question }).click()
    await expect(page.getByText(/^Good/)).toBeVisible()
    await expect(page.getByText(/^Again/)).toBeVisible()
    await expectReviews(page, deck, WHY.question, '2 reviews')
    await other.close()
    pageErrors.length = 0
  },
)

test('nobody finds what another learner has brought along', async ({
  page,
  context,
  pageErrors,
}) => {
  const deck = await makeDeck(page, 'Violins')
  await writeItems(page, deck, [WHY])
  await equipped(page, WHY.question)
  await context.clearCookies()
  // The new learner’s own do not come.
  await context.route('**/api/provisions', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
  await expect.poll(() => provided(page)).toEqual([])
  await context.setOffline(true)
  await page.goto('/review')
  await expect(offline(page)).toBeVisible()
  await expect(page.getByText(/Open Passage once with a network/)).toBeVisible()
  await expectWellSet(page)
  await context.setOffline(false)
  await expect(show(page)).toBeVisible()
  pageErrors.length = 0
})

/** A class in the room: a question on the wall, answered on two devices and by hand; then its passage. */

import type { Page } from '@playwright/test'
import { signUp } from './account'
import { anotherPage, joinClass, openClass } from './class'
import { expectWellSet } from './looks'
import { makeDeck, RIVER, SPIRE, writeItems } from './own-deck'
import { alive, expect, test } from './passage'
import { allSent, said } from './session'
import { ONE_WIDTH } from './widths'

const WALL = { width: 1920, height: 1080 }
const PHONE = { width: 390, height: 844 }

async function begin(page: Page, path: string, deck: string): Promise<void> {
  await page.goto(`${path}/rooms`)
  await alive(page)
  await page.getByLabel('Deck').selectOption({ label: deck })
  await page.getByRole('button', { name: /(Begin a room|begin another)$/ }).click()
  await expect(page.getByRole('button', { name: 'Ask it' })).toBeVisible()
  await alive(page)
}

const question = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

test(
  'a class answers one question at a time, on devices and by hand',
  ONE_WIDTH,
  async ({ page, browser }) => {
    test.slow()
    await page.setViewportSize(WALL)
    const heart = 'The Heart’s Cycle'
    const own = await makeDeck(page, 'Cremona')
    await writeItems(page, own, [RIVER, SPIRE])
    await signUp(page, 'Ada Lund')
    const { path, code } = await openClass(page, 'Music 3')
    const [ben, cleo] = [await anotherPage(browser, page), await anotherPage(browser, page)]
    for (const device of [ben, cleo]) await device.setViewportSize(PHONE)
    await joinClass(ben, code, 'Ben')
    await joinClass(cleo, code, 'Cleo')
    await page.goto(`${path}/rooms`)
    await expectWellSet(page)

    // On a text that ships: everybody has cards of their own of it.
    await begin(page, path, heart)
    await expect(page.getByText(code)).toBeVisible()
    await expectWellSet(page)
    await ben.goto('/')
    await ben.getByRole('link', { name: 'Take part' }).click()
    await expect(question(ben)).toHaveText('You are in')
    await cleo.goto(path)
    await cleo.getByRole('link', { name: 'Take part' }).click()
    await expect(page.getByText('2 are here.')).toBeVisible()

    // The first question with options.
    const options = page.getByRole('main').locator('ol > li > span:last-child')
    await page.keyboard.press('Space')
    await expect(page.getByText('0 of 2 here have answered')).toBeVisible()
    while ((await options.count()) !== 3) {
      for (const next of [
        'Close, and show the answers',
        'Show the passage',
        'Ask the next question',
      ])
        await page.getByRole('button', { name: next }).click()
      await expect(page.getByText('0 of 2 here have answered')).toBeVisible()
    }
    await expectWellSet(page)
    const asked = (await question(page).textContent()) ?? ''
    await expect(question(ben)).toHaveText(asked)
    await expectWellSet(ben)
    await expect(ben.getByText('It counts for your own schedule too')).toBeVisible()
    await ben.getByRole('radio').first().check()
    await ben.getByRole('button', { name: 'Send the answer' }).click()
    await expect(said(ben, 'It has arrived.')).toBeVisible()
    await expect(page.getByText('1 of 2 here has answered')).toBeVisible()
    await cleo.getByRole('radio').last().check()
    await cleo.getByRole('button', { name: 'Send the answer' }).click()
    await expect(page.getByText('2 of 2 here have answered')).toBeVisible()

    await page.getByRole('spinbutton').nth(1).fill('3')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await expect(page.getByText(/^\d of 5 right/)).toBeVisible()
    await expect(page.getByText('3 answered by hand')).toBeVisible()
    await expect(page.getByText('Ben')).toHaveCount(0)
    await expectWellSet(page)
    await expect(ben.getByText(/^(Right|Wrong)$/).first()).toBeVisible()
    await expectWellSet(ben)

    await page.keyboard.press('Space')
    const passage = (on: Page) =>
      on.getByRole('region', { name: 'Passage' }).locator('mark').first()
    await expect(passage(page)).toBeVisible()
    await expect(passage(ben)).toBeVisible()
    await page.keyboard.press('h')
    await expect(passage(page)).toHaveCount(0)
    await page.keyboard.press('h')
    await expect(passage(page)).toBeVisible()
    await expectWellSet(page)
    // Whoever leads and looks anew goes on where they were.
    await page.reload()
    await expect(passage(page)).toBeVisible()
    await alive(page)
    const stored = await (await ben.request.get('/api/export')).text()
    expect(stored.match(/"kind": ?"review"/g)).toHaveLength(1)

    // On a deck that nobody was given: words, and a device without a network.
    await begin(page, path, 'Cremona')
    await page.getByRole('button', { name: 'Ask it' }).click()
    await expect(question(page)).toHaveText(RIVER.question)
    await ben.goto(page.url())
    await cleo.goto(page.url())
    await expect(ben.getByText('it counts for the class only')).toBeVisible()
    await expectWellSet(ben)
    await ben.getByRole('textbox').fill('po')
    await ben.keyboard.press('Enter')
    await expect(said(ben, 'It has arrived.')).toBeVisible()
    await cleo.getByRole('textbox').fill('the Adda')
    await cleo.context().setOffline(true)
    await cleo.keyboard.press('Enter')
    await expect(said(cleo, 'It is on its way.')).toBeVisible()
    await page.getByRole('button', { name: 'Close, and show the answers' }).click()
    await expect(page.getByText('1 answered.')).toBeVisible()
    await expect(page.getByText('the Po')).toBeVisible()
    await cleo.context().setOffline(false)
    await allSent(cleo)
    await expect(cleo.getByText('It came when the question was closed')).toBeVisible()
    await expect(page.getByText('1 answered.')).toBeVisible()

    await page.getByRole('button', { name: 'End the room' }).click()
    await page.getByRole('button', { name: 'End it' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Cremona' })).toBeVisible()
    await expect(page.getByText('1 answered.')).toBeVisible()
    await expectWellSet(page)
    await expect(cleo.getByText('This room is over.')).toBeVisible()
    await expect(cleo.getByText(': you answered')).toBeVisible()
    await expectWellSet(cleo)
    await page.goto(`${path}/rooms`)
    await expect(page.getByRole('link', { name: /\d:\d\d$/ })).toHaveCount(2)
    for (const device of [ben, cleo]) await device.context().close()
  },
)

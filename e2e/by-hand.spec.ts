/** A session by every hand: keys alone, a finger, and screens from the smallest to the wall of a room. */
import type { Page } from '@playwright/test'
import { MAKER, makeDeck, RIVER, SPIRE, STRINGS, study, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, goOn, grade, heading, show, summary } from './session'
import { ONE_WIDTH } from './widths'

test.describe('with keys alone', () => {
  test('from Today to the summary the focus stands where one goes on', async ({ page }) => {
    test.slow()
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE, MAKER, STRINGS, WHY])
    await page.goto('/')
    await tabTo(page, 'link', 'Begin')
    await page.keyboard.press('Enter')
    await expect(show(page)).toBeVisible()
    await expectFocusHere(page)

    await study(page, deck)
    const forms = new Set<string>()
    for (let asked = 0; asked < 12; asked++) {
      await expect(show(page).or(summary(page))).toBeVisible()
      if (await summary(page).isVisible()) break
      await expectFocusHere(page)
      forms.add(await focusedRole(page))
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: /./ })).toHaveCount(
        0,
      )
      await answerWithKeys(page)
      await expect(goOn(page).or(grade(page, 'Again'))).toBeVisible()
      await expectFocusHere(page)
      // What came of it is heard once; the grade that has the focus says the rest.
      const heard = page.getByRole('status').filter({ hasText: /The answer:|recalled\.$/ })
      await expect(heard).toHaveCount(1)
      await page.keyboard.press((await goOn(page).isVisible()) ? 'Space' : '4')
    }
    expect(forms).toEqual(new Set(['textbox', 'heading']))
    await expect(summary(page)).toBeVisible()
    await expectFocusHere(page)

    // Dialogs take the focus and give it back.
    await page.keyboard.press('Shift+?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectFocusHere(page)
    await tabTo(page, 'link', 'Today')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/')
  })

  test('a menu and its dialogs lead back to the question', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    await study(page, deck)
    await expectFocusHere(page)
    for (const [entry, dialog] of [
      ['Edit the item', 'Edit the item'],
      ['This question is bad', 'This question is bad'],
      ['Keys', 'Keys'],
    ] as const) {
      await page.getByRole('button', { name: 'More' }).press('Enter')
      await page.getByRole('menuitem', { name: entry }).press('Enter')
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expectFocusHere(page)
    }
  })
})

/** The only h1 of the page, and the focus on the one element that is marked for it. */
async function expectFocusHere(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('main [data-focus-here]')).toHaveCount(1)
  await expect(page.locator('main [data-focus-here]')).toBeFocused()
}

const focusedRole = (page: Page) =>
  page.evaluate(() => (document.activeElement?.tagName === 'INPUT' ? 'textbox' : 'heading'))

async function answerWithKeys(page: Page): Promise<void> {
  if ((await focusedRole(page)) === 'heading') return page.keyboard.press('Space')
  const isList = await page.getByRole('textbox', { name: /^Element 1/ }).isVisible()
  for (const words of isList ? (STRINGS.elements ?? []) : ['the Po']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  // The empty line after the last.
  if (isList) await page.keyboard.press('Enter')
}

async function tabTo(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  const wanted = page.getByRole('main').getByRole(role, { name, exact: true })
  await expect(wanted).toBeVisible()
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  await expect(wanted).toBeFocused()
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true })

  test('a swipe over the answer grades it, where one wants that', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY, RIVER])
    await page.goto('/settings')
    const setting = page.getByRole('checkbox', { name: 'Swipe to grade on this device' })
    await expect(setting).not.toBeChecked()
    await setting.check()
    await study(page, deck)
    await expect(heading(page)).toHaveText(WHY.question)
    await swipe(page, 200, 0)
    await expect(show(page)).toBeVisible()
    await show(page).click()
    await expect(grade(page, 'Good')).toBeVisible()
    // Too short, or up and down: nothing.
    await swipe(page, 60, 4)
    await swipe(page, 30, -160)
    await expect(grade(page, 'Good')).toBeVisible()
    await swipe(page, 200, 10)
    await expect(heading(page)).toHaveText(RIVER.question)
    await show(page).click()
    await expect(grade(page, 'Again')).toBeVisible()
    await swipe(page, -200, 0)
    await allSent(page)
    await page.goto(deck)
    await page.getByRole('link', { name: RIVER.question }).click()
    await expect(page.getByRole('main').getByText(/^Again/)).toHaveCount(1)
    await page.goto(deck)
    await page.getByRole('link', { name: WHY.question }).click()
    await expect(page.getByRole('main').getByText(/^Good/)).toHaveCount(1)
  })
})

/** One finger from the middle of the question, so far across and down. */
async function swipe(page: Page, across: number, down: number): Promise<void> {
  const box = await heading(page).boundingBox()
  const size = page.viewportSize()
  if (!box || !size) throw new Error('there is nothing to swipe')
  const from = { x: Math.min(size.width, box.x * 2 + box.width) / 2, y: box.y + box.height / 2 }
  const touch = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove', share: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: from.x + across * share, y: from.y + down * share }],
    })
  await send('touchStart', 0)
  for (const share of [0.1, 0.3, 0.6, 0.9, 1]) await send('touchMove', share)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await touch.detach()
}

test.describe('on any screen', ONE_WIDTH, () => {
  for (const { width, height } of [
    { width: 360, height: 640 },
    { width: 2560, height: 1440 },
  ]) {
    test(`of ${width} pixels nothing is cut off`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      const deck = await makeDeck(page, 'Violins')
      await writeItems(page, deck, [STRINGS, SPIRE])
      for (const path of [
        '/',
        '/texts',
        '/decks',
        deck,
        '/settings',
        '/search?q=heart',
        '/review',
      ]) {
        await page.goto(path)
        await expect(heading(page)).toBeVisible()
        await expectWithin(page, path)
        if (width > 360) continue
        // A style element would need the page's nonce.
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
        await expectWithin(page, `${path} at twice the size`)
      }
      await page.goto('/')
      const ways = await page.getByRole('navigation', { name: 'Passage' }).getByRole('link').all()
      const boxes = await Promise.all(ways.map((way) => way.boundingBox()))
      const rows = new Set(boxes.flatMap((box) => (box ? Math.round(box.y) : [])))
      expect([...rows], 'the ways from here stand in one row').toHaveLength(1)
      await page.goto(`/review?deck=${deck.split('/').at(-1)}`)
      await expect(show(page)).toBeVisible()
      await expectWithin(page, 'a list')
      await answer(page, 'Again')
      await expectWithin(page, 'a choice')
      await show(page).click()
      await expect(grade(page, 'Good')).toBeVisible()
      await expectWithin(page, 'the grades')
      await expectClearOfBar(page)
    })
  }
})

async function expectWithin(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond, `pixels beyond the edge on ${what}`).toBeLessThanOrEqual(0)
}

/** Scrolled to the end, the last words stand above the bar. */
async function expectClearOfBar(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const last = page.getByRole('main').getByRole('list').last()
  const words = await last.boundingBox()
  const bar = await page.getByRole('group', { name: 'How well did you know it?' }).boundingBox()
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
}

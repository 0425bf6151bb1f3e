/** What a session stands in: the text before it, the day after it, and what is done to items in between. */
import { expectWellSet } from './looks'
import { makeDeck, RIVER, SPIRE, study, WHY, writeItems } from './own-deck'
import { alive, expect, test } from './passage'
import { allSent, answer, goOn, grade, heading, nextQuestion, said, show, summary } from './session'
import { addText, SKERRY } from './skerry'
import { ONE_WIDTH } from './widths'

test.describe('from a text to the day after', () => {
  test('pasted, kept, reviewed, reviewed again the next day, and taken back', async ({
    page,
    moveClockTo,
  }) => {
    test.slow()
    await moveClockTo(new Date('2026-03-02T09:00:00Z'))
    const text = await addText(page, SKERRY)
    const session = `/review?text=${text.split('/').at(-1)}`
    await page.goto(`${text}/proposals`)
    const stored = page.waitForResponse((response) => response.url().endsWith('/api/decisions'))
    await page.getByRole('button', { name: /^Keep all \d+$/ }).click()
    await stored

    // The first study day: everything is forgotten once and then known.
    await page.goto(session)
    await moveClockTo(new Date('2026-03-02T11:00:00Z'))
    const met = new Set<string>()
    for (let words = await nextQuestion(page); words !== null; words = await nextQuestion(page)) {
      await answer(page, met.has(words) ? 'Good' : 'Again')
      met.add(words)
    }
    expect(met.size).toBeGreaterThanOrEqual(4)
    await expect(heading(page).locator('[tabindex]')).toBeFocused()
    await expect(page.getByText(`0 of`)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Forgotten' })).toBeVisible()
    await expect(page.getByText(/^Tomorrow \d+ questions/)).toBeVisible()
    await expectWellSet(page)
    await allSent(page)

    // One of them, with its memory.
    await page.goto('/search?q=tower+built')
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    const memory = page.getByRole('region', { name: 'Memory' })
    await expect(memory).toContainText('tomorrow, 3 March 2026')
    const item = page.url()
    const asked = (await heading(page).textContent()) ?? ''
    await expectWellSet(page)

    // The next study day.
    await moveClockTo(new Date('2026-03-03T07:00:00Z'))
    await page.goto(item)
    await expect(memory).toContainText('today, 3 March 2026')
    const before = await memory.textContent()
    await page.goto(session)
    await moveClockTo(new Date('2026-03-03T08:00:00Z'))
    const evidence = page.getByRole('region', { name: 'Passage', exact: true })
    for (;;) {
      expect(await nextQuestion(page)).not.toBeNull()
      await show(page).click()
      await page.getByRole('link', { name: 'in the text' }).waitFor()
      if (((await evidence.locator('mark').textContent()) ?? '').includes('Ada Merriman')) break
      await ((await goOn(page).isVisible()) ? goOn(page) : grade(page, 'Good')).click()
    }
    await expectWellSet(page)

    // Forgotten, and taken back: memory is as it was, to the word.
    await grade(page, 'Again').click()
    await nextQuestion(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(grade(page, 'Again')).toBeVisible()
    await expect(said(page, 'Taken back.')).toBeVisible()
    await allSent(page)
    await moveClockTo(new Date('2026-03-03T07:00:00Z'))
    await page.goto(item)
    await expect(heading(page)).toHaveText(asked)
    await expect(page.getByText('undone')).toHaveCount(1)
    await expect(memory).toHaveText(before ?? '')
  })
})

test.describe('a session', () => {
  test.describe('of somebody who has never been here', ONE_WIDTH, () => {
    test.use({ timezoneId: 'Pacific/Auckland' })

    test('keeps an answer that is shown before the server knows the zone', async ({
      page,
      moveClockTo,
    }) => {
      // In Auckland it is the next study day already.
      await moveClockTo(new Date('2026-03-02T20:00:00Z'))
      const stored: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/api/reviews')) stored.push(request.postData() ?? '')
      })
      let letThrough = () => {}
      const shown = new Promise<void>((resolve) => {
        letThrough = resolve
      })
      const setAgain = (url: string) => /\/review\?_rsc=/.test(url)
      await page.route(
        (url) => setAgain(url.href),
        async (route) => {
          await shown
          await route.continue()
        },
      )
      await page.goto('/review')
      await alive(page)
      const words = (await heading(page).textContent()) ?? ''
      await show(page).click()
      const evaluated = goOn(page).or(grade(page, 'Good'))
      await expect(evaluated).toBeVisible()
      letThrough()
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/review\?_rsc=/.test(name)),
      )
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
      await expect(heading(page)).toHaveText(words)
      await evaluated.click()
      await answer(page, 'Good')
      await allSent(page)
      expect(stored.join()).toContain('Pacific/Auckland')
    })
  })

  test('goes on where one was after a look at the text', async ({ page }) => {
    await page.goto('/review')
    await alive(page)
    await show(page).click()
    const words = await heading(page).textContent()
    await page.getByRole('link', { name: 'in the text' }).click()
    await expect(page).toHaveURL(/\/texts\/.*at=\d+-\d+/)
    await page.goBack()
    await expect(heading(page)).toHaveText(words ?? '')
    await expect(grade(page, 'Again').or(goOn(page))).toBeVisible()
  })

  test('sets bad questions aside with the reason, and takes them back', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE, WHY])
    await study(page, deck)
    const first = (await heading(page).textContent()) ?? ''
    await page.getByRole('button', { name: 'More' }).click()
    await expectWellSet(page)
    await page.getByRole('menuitem', { name: 'This question is bad' }).click()
    await page.getByRole('radio', { name: 'Ambiguous' }).check()
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Suspend it' }).click()
    await expect(said(page, /Suspended: not asked/)).toBeVisible()
    await expect(heading(page)).not.toHaveText(first)

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Bury until tomorrow' }).click()
    await expect(said(page, 'Buried until tomorrow')).toBeVisible()
    await answer(page, 'Easy')
    await expect(summary(page)).toBeVisible()
    await expect(page.getByText('Suspended: ambiguous')).toBeVisible()
    await expectWellSet(page)
    await allSent(page)
    await page.getByRole('button', { name: `Ask again: ${first}` }).click()
    await expect(heading(page)).toHaveText(first)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(summary(page)).toBeVisible()
    await allSent(page)

    await page.goto(deck)
    await expect(page.getByText('Suspended: ambiguous')).toBeVisible()
    await page.goto(`/review?deck=${deck.split('/').at(-1)}`)
    await expect(page.getByRole('heading', { name: 'Nothing to review now' })).toBeVisible()
    await expectWellSet(page)
  })

  test('has an item mended without leaving it', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, WHY])
    await study(page, deck)
    await expect(page.getByRole('textbox', { name: RIVER.question })).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await page.getByLabel('Question').fill('Which river does Cremona stand on?')
    await expect(page.getByRole('radio', { name: /^the same fact/ })).toBeChecked()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(heading(page)).toHaveText('Which river does Cremona stand on?')
    await expect(said(page, 'Mended.')).toBeVisible()

    // Another fact is another question: this one goes.
    const mended = page.getByRole('textbox', { name: 'Which river does Cremona stand on?' })
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(mended).toBeFocused()
    await mended.press('Escape')
    await page.keyboard.press('e')
    await page.getByLabel('Answer', { exact: true }).fill('the Adda')
    await expect(page.getByRole('radio', { name: /^something else/ })).toBeChecked()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(heading(page)).toHaveText(WHY.question)
    await page.goto(deck)
    await expect(page.getByText('the Adda')).toBeVisible()
    await expect(page.getByText('the Po', { exact: true })).toHaveCount(0)
  })
})

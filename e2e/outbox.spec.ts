/** Answers must reach the server once, whatever becomes of the network, the tab or the other tab. */
import { makeDeck, RIVER, SPIRE, study, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, grade, heading, said, show, summary, waitingKeys } from './session'
import { ONE_WIDTH } from './widths'

test.describe('answers', () => {
  test('wait on the device without a network, outlive the tab, and are sent later', async ({
    page,
    context,
    pageErrors,
  }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE, WHY])
    await study(page, deck)
    await context.setOffline(true)
    await answer(page, 'Easy')
    await answer(page, 'Easy')
    await expect(
      said(page, '2 answers wait on this device. They will be sent when you are online.'),
    ).toBeVisible()
    await expect(show(page)).toBeVisible()
    expect(await waitingKeys(page)).toHaveLength(2)
    await page.close()
    pageErrors.length = 0

    await context.setOffline(false)
    const later = await context.newPage()
    await study(later, deck)
    // What was answered is not asked again, though the server had not heard of it when it made this plan.
    await expect(heading(later)).toHaveText(WHY.question)
    await allSent(later)
    await later.goto(deck)
    await expect(later.getByRole('button', { name: 'Remembered 2' })).toBeVisible()
  })

  test(
    'are sent from whichever page is opened next',
    ONE_WIDTH,
    async ({ page, context, pageErrors }) => {
      const deck = await makeDeck(page, 'Violins')
      await writeItems(page, deck, [RIVER])
      await study(page, deck)
      await context.setOffline(true)
      await answer(page, 'Easy')
      await expect(said(page, '1 answer waits on this device.')).toBeVisible()
      await page.close()
      pageErrors.length = 0
      await context.setOffline(false)
      const later = await context.newPage()
      await later.goto(deck)
      await expect(later.getByRole('button', { name: 'Remembered 1' })).toBeVisible()
      expect(await waitingKeys(later)).toEqual([])
    },
  )

  test('are sent again until the server can take them', ONE_WIDTH, async ({ page, pageErrors }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE])
    await study(page, deck)
    let down = true
    let lost = 0
    await page.route('**/api/reviews', async (route) => {
      if (!down) return route.fallback()
      // Stored, and the answer lost on the way back: the worst that a network does.
      if (lost++ === 0) {
        await route.fetch()
        return route.abort()
      }
      const problem = { code: 'unavailable', message: 'The database cannot be reached now.' }
      return route.fulfill({ status: 503, json: { problem } })
    })
    await answer(page, 'Easy')
    await expect(
      said(page, '1 answer waits on this device: the server cannot take it now.'),
    ).toBeVisible()
    await answer(page, 'Easy')
    await expect(summary(page)).toBeVisible()
    down = false
    await allSent(page)
    await expect(said(page, 'on this device')).toHaveCount(0)
    await page.goto(deck)
    await page.getByRole('link', { name: RIVER.question }).click()
    await expect(page.getByText('1 review, forgotten 0 times')).toBeVisible()
    pageErrors.length = 0
  })

  test('that the server refuses are shown with the reason, and hold up nothing', async ({
    page,
  }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE])
    await study(page, deck)
    await page.route('**/api/reviews', async (route) => {
      const { events } = route.request().postDataJSON()
      const results = events.map(({ id }: { id: string }) => ({
        id,
        status: 'refused',
        reason: 'there is no such card',
      }))
      await route.fulfill({ json: { results } })
    })
    await answer(page, 'Easy')
    await expect(
      page.getByText(/1 answer could not be stored and does not count: there is no such card/),
    ).toBeVisible()
    await expect(show(page)).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.getByText(/could not be stored/)).toHaveCount(0)
    await allSent(page)
  })

  test(
    'of two tabs are all kept, and none is asked twice',
    ONE_WIDTH,
    async ({ page, context }) => {
      const deck = await makeDeck(page, 'Violins')
      await writeItems(page, deck, [RIVER, SPIRE, WHY])
      await study(page, deck)
      const other = await context.newPage()
      await study(other, deck)
      await answer(page, 'Easy')
      await answer(page, 'Easy')
      // The first was on both tables; the second was not yet on this one, and is passed over.
      await answer(other, 'Easy')
      await expect(heading(other)).toHaveText(WHY.question)
      await answer(other, 'Easy')
      await expect(summary(other)).toBeVisible()
      await allSent(other)
      await page.goto(deck)
      await expect(page.getByRole('button', { name: 'Remembered 3' })).toBeVisible()
    },
  )

  test(
    'to the same card in two tabs both count, in their order',
    ONE_WIDTH,
    async ({ page, context }) => {
      const deck = await makeDeck(page, 'Violins')
      await writeItems(page, deck, [WHY])
      await study(page, deck)
      const other = await context.newPage()
      await study(other, deck)
      await show(page).click()
      await show(other).click()
      await grade(page, 'Good').click()
      await grade(other, 'Again').click()
      await allSent(page)
      await allSent(other)
      await page.goto(deck)
      await page.getByRole('link', { name: WHY.question }).click()
      await expect(page.getByText(/^Good/)).toBeVisible()
      await expect(page.getByText(/^Again/)).toBeVisible()
    },
  )
})

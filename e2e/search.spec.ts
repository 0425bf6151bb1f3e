import { expectWellSet } from './looks'
import { makeDeck, RIVER, writeItems } from './own-deck'
import { expect, test } from './passage'
import { addText, SKERRY } from './skerry'

test.describe('the search', () => {
  test('is one key away, finds items and passages, and leads to them', async ({ page }) => {
    await addText(page, SKERRY)
    const deck = await makeDeck(page, 'Lights')
    await writeItems(page, deck, [
      { question: 'What kind of lamp came in 1932?', answer: 'an electric lamp' },
      RIVER,
    ])
    await page.goto('/decks')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(async () => {
      await page.keyboard.press('/')
      await expect(page).toHaveURL(/\/search$/, { timeout: 1000 })
    }).toPass()
    const field = page.getByRole('searchbox')
    await expect(field).toBeFocused()
    await expectWellSet(page)
    await page.keyboard.type('lamps')
    await page.keyboard.press('Enter')

    await expect(
      page.getByRole('status').filter({ hasText: /passages? for “lamps”/ }),
    ).toBeVisible()
    const items = page.getByRole('main').getByRole('link', { name: /kind of lamp/ })
    await expect(items.locator('mark').first()).toHaveText('lamp')
    await expect(page.getByText('Which river')).toHaveCount(0)
    await expectWellSet(page)

    await page.keyboard.press('Escape')
    await expect(field).not.toBeFocused()
    await page.keyboard.press('/')
    await expect(field).toBeFocused()

    await page
      .getByRole('link', { name: /^The Light at Skerry Point/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/texts\/.*at=\d+-\d+/)
    await page.goBack()
    await expect(field).toHaveValue('lamps')
    await items.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'What kind of lamp came in 1932?',
    )
  })

  test('says so when there is nothing, and takes whatever is typed', async ({ page }) => {
    await page.goto('/search?q=xylophone')
    await expect(page.getByText('Nothing was found for “xylophone”.')).toBeVisible()
    await expectWellSet(page)
    const odd = [
      '<script>alert(1)</script>',
      '{{x}}',
      `'; DROP TABLE item; --`,
      '" OR -',
      '& | !',
      '%',
    ]
    for (const words of odd) {
      await page.getByRole('searchbox').fill(words)
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByText(`for “${words}”`)).toBeVisible()
    }
    await page.goto(`/search?q=${'long '.repeat(200)}`)
    await expect(page.getByText('A search has at most 500 characters.')).toBeVisible()
  })
})

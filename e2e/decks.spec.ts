import { expectWellSet } from './looks'
import { idOf, MAKER, makeDeck, RIVER, SPIRE, STRINGS, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'

test.describe('decks', () => {
  test('are made, renamed, put away and brought back', async ({ page }) => {
    const deck = await makeDeck(page, 'Cremona')
    await expectWellSet(page)
    await page.goto('/decks')
    await expectWellSet(page)

    // A name that is taken, or none, is said where it was typed, and what was typed stays.
    await page.getByRole('button', { name: 'New deck' }).click()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('Cremona')
    await page.getByRole('button', { name: 'Make it' }).click()
    await expect(page.getByText('You have a deck called “Cremona” already.')).toBeVisible()
    await expect(name).toHaveValue('Cremona')
    await expectWellSet(page)
    await name.fill('   ')
    await page.keyboard.press('Enter')
    await expect(page.getByText('A deck needs a name.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await page.getByRole('button', { name: 'More for Cremona' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await expect(name).toHaveValue('Cremona')
    await name.fill('Violins of Cremona')
    await page.getByRole('button', { name: 'Rename' }).click()
    await expect(page.getByRole('link', { name: 'Violins of Cremona', exact: true })).toBeVisible()

    await page.getByRole('button', { name: 'More for Violins of Cremona' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await expect(page.getByText('“Violins of Cremona” is archived.')).toBeVisible()
    const archived = page.getByText('Archived, 1 deck')
    await archived.click()
    await page.getByRole('button', { name: 'More for Violins of Cremona' }).click()
    await page.getByRole('menuitem', { name: 'Take out of the archive' }).click()
    await expect(archived).toHaveCount(0)
    await page.goto(deck)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Violins of Cremona')
  })

  test('are merged, and their items keep what is remembered of them', async ({
    page,
    pageErrors,
  }) => {
    const kept = await makeDeck(page, 'Rivers')
    await writeItems(page, kept, [RIVER])
    const emptied = await makeDeck(page, 'Towers')
    await writeItems(page, emptied, [WHY])
    await page.goto(`/review?deck=${idOf(emptied)}`)
    const stored = page.waitForResponse('**/api/reviews')
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Easy/ }).click()
    await stored

    await page.goto('/decks')
    await page.getByRole('button', { name: 'Merge decks' }).click()
    await expectWellSet(page)
    await page.getByLabel('Into this deck').selectOption('Rivers')
    await page.getByRole('checkbox', { name: 'Towers' }).check()
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(page.getByText('1 deck merged into “Rivers”.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Towers', exact: true })).toHaveCount(0)
    await page.goto(kept)
    await expect(page.getByRole('button', { name: 'New 1' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remembered 1' })).toBeVisible()
    expect((await page.goto(emptied))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    pageErrors.length = 0
  })
})

test.describe('the items of a deck', () => {
  test('are selected and changed many at once, each time with a way back', async ({ page }) => {
    const other = await makeDeck(page, 'Other')
    const deck = await makeDeck(page, 'Cremona')
    await writeItems(page, deck, [RIVER, SPIRE, MAKER, STRINGS, WHY])
    await page.goto(deck)
    await expectWellSet(page)
    const rows = page.getByRole('list', { name: 'Items' }).getByRole('listitem')
    const box = (n: number) => rows.nth(n).getByRole('checkbox')
    const undo = page.getByRole('button', { name: 'Undo' })

    // From the second to the fourth, with Shift; by keyboard one off again.
    await box(1).check()
    await box(3).click({ modifiers: ['Shift'] })
    await expect(page.getByText('3 items selected')).toBeVisible()
    await box(2).focus()
    await page.keyboard.press('Space')
    await expect(page.getByText('2 items selected')).toBeVisible()
    await expectWellSet(page)

    await page.getByRole('button', { name: 'Move' }).click()
    await expectWellSet(page)
    await page.getByLabel('Into').selectOption('Other')
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
    await expect(page.getByText('2 items moved to “Other”.')).toBeVisible()
    await expect(rows).toHaveCount(3)
    await expect(undo).toBeFocused()
    await undo.click()
    await expect(rows).toHaveCount(5)

    await box(0).check()
    await page.getByRole('button', { name: 'Suspend' }).click()
    await expect(page.getByText('1 item suspended: not asked until resumed.')).toBeVisible()
    await page.getByRole('button', { name: 'Suspended 1' }).click()
    await expect(rows).toHaveCount(1)
    await box(0).check()
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(page.getByText('1 item resumed: asked again.')).toBeVisible()
    await page.getByRole('button', { name: 'All 5' }).click()

    await page.getByRole('checkbox', { name: 'Select all 5 shown' }).check()
    const remove = page.getByRole('button', { name: 'Delete' })
    const empty = page.getByText('There is nothing in this deck yet.')
    await remove.click()
    // The words and the way back outlive the last item.
    await expect(empty).toBeVisible()
    await expect(page.getByText('5 items moved to the trash.')).toBeVisible()
    await undo.click()
    await expect(rows).toHaveCount(5)
    await page.getByRole('checkbox', { name: 'Select all 5 shown' }).check()
    await remove.click()
    await expect(empty).toBeVisible()
    await page.goto('/trash')
    await expectWellSet(page)
    await page.getByRole('button', { name: `Restore: ${RIVER.question}` }).click()
    await expect(page.getByText('1 item restored.')).toBeVisible()
    await page.getByRole('button', { name: 'Restore all' }).click()
    await expect(page.getByText('4 items restored.')).toBeVisible()
    await expect(page.getByText('The trash is empty.')).toBeVisible()
    await page.goto(deck)
    await expect(rows).toHaveCount(5)
    await page.goto(other)
    await expect(page.getByText('There is nothing in this deck yet.')).toBeVisible()
    await expectWellSet(page)
  })

  test('that were deleted at once come back at once', async ({ page }) => {
    const deck = await makeDeck(page, 'Cremona')
    await writeItems(page, deck, [RIVER, SPIRE])
    await page.goto(deck)
    await page.getByRole('checkbox', { name: `Select: ${RIVER.question}` }).check()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('link', { name: RIVER.question })).toBeVisible()
  })

  test('stay where they are when the server cannot be reached', async ({
    page,
    context,
    pageErrors,
  }) => {
    const deck = await makeDeck(page, 'Cremona')
    await writeItems(page, deck, [RIVER])
    await page.goto(deck)
    await page.getByRole('checkbox', { name: `Select: ${RIVER.question}` }).check()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('The server cannot be reached. Nothing was changed')).toBeVisible()
    await expect(page.getByRole('link', { name: RIVER.question })).toBeVisible()
    await context.setOffline(false)
    pageErrors.length = 0
  })
})

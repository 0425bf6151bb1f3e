import { expectWellSet } from './looks'
import { MAKER, makeDeck, RIVER, SPIRE, STRINGS, study, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, goOn, grade, show, summary } from './session'
import { addText, SKERRY } from './skerry'
import { ONE_WIDTH } from './widths'

test.describe('an item', () => {
  test('is written beside its passage, which becomes its evidence', async ({ page }) => {
    const text = await addText(page, SKERRY)
    const id = text.split('/').at(-1)
    const start = SKERRY.indexOf('The granite came')
    const end = SKERRY.indexOf('Dunmore.') + 'Dunmore.'.length
    await page.goto(`/items/new?text=${id}&start=${start}&end=${end}`)
    await expect(page.getByRole('region', { name: 'Passage' }).locator('mark')).toHaveText(
      'The granite came from the quarry at Dunmore.',
    )
    await expectWellSet(page)

    // What is missing is said at its field, and what was written stays.
    await page.getByLabel('Question').fill('Where did the granite come from?')
    await page.getByRole('button', { name: 'Add the item' }).click()
    await expect(page.getByText('An answer is missing.')).toBeVisible()
    await expect(page.getByLabel('Question')).toHaveValue('Where did the granite come from?')
    await page.getByLabel('Answer', { exact: true }).fill('the quarry at Dunmore')
    await page.getByLabel('Also right').fill('Dunmore')
    await page.getByRole('button', { name: 'Add the item' }).click()
    await page.getByRole('link', { name: 'See it' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Where did the granite come from?',
    )
    await expect(page.locator('main mark')).toHaveText(
      'The granite came from the quarry at Dunmore.',
    )
    await expect(page.getByText('Also right: Dunmore')).toBeVisible()
    await expect(page.getByText('It has not been reviewed yet.')).toBeVisible()
    await expectWellSet(page)
    await page.getByRole('link', { name: 'in the text' }).click()
    await expect(page).toHaveURL(new RegExp(`at=${start}-${end}`))
  })

  test('keeps its memory when it is mended, and loses it when it asks for something else', async ({
    page,
  }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [MAKER])
    await study(page, deck)
    await answer(page, 'Easy')
    await expect(summary(page)).toBeVisible()
    await allSent(page)
    await page.goto(deck)
    await page.getByRole('link', { name: MAKER.question }).click()
    const memory = page.getByRole('region', { name: 'Memory' })
    await expect(memory).toContainText('1 review')

    await page.getByRole('button', { name: 'Edit' }).click()
    await expectWellSet(page)
    await page.getByLabel('Question').fill('Who built the violin of 1715?')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Mended. What you remember of it is kept.')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Who built the violin of 1715?',
    )
    await expect(memory).toContainText('1 review')

    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Carlo Bergonzi')
    await expect(page.getByRole('radio', { name: /^something else/ })).toBeChecked()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Carlo Bergonzi', { exact: true })).toBeVisible()
    await expect(memory).toContainText('none yet')
    await page.goto('/trash')
    await expect(page.getByText('Antonio Stradivari')).toBeVisible()
  })

  test('starts over when asked to, and takes that back', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [SPIRE])
    await study(page, deck)
    await page.getByRole('button', { name: /112 metres$/ }).click()
    await grade(page, 'Easy').click()
    await expect(summary(page)).toBeVisible()
    await allSent(page)
    await page.goto(deck)
    await page.getByRole('link', { name: SPIRE.question }).click()
    const memory = page.getByRole('region', { name: 'Memory' })
    await expect(page.getByText('chose “112 metres”')).toBeVisible()
    await expect(page.getByText('A right option counts less than')).toBeVisible()
    await page.getByRole('button', { name: 'Start over' }).click()
    const dialog = page.getByRole('dialog', { name: 'Start over with this item?' })
    await expect(dialog).toContainText('Your reviews stay in its history')
    await expectWellSet(page)
    await dialog.getByRole('button', { name: 'Start over' }).click()
    await expect(page.getByText('Started over: it is new again.')).toBeVisible()
    await expect(memory).toContainText('none yet')
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Undo starting over' }).click()
    await expect(memory).toContainText('1 review')
    await expect(page.getByRole('button', { name: 'Start over' })).toBeVisible()
  })

  test('that is a list is remembered element by element', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [STRINGS])
    await study(page, deck)
    await page.getByRole('textbox').first().fill('G string, A string')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect(page.getByText('2 of 4 recalled. Turn')).toBeVisible()
    await goOn(page).click()
    await expect(show(page)).toBeVisible()
    await allSent(page)
    await page.goto(deck)
    await page.getByRole('link', { name: STRINGS.question }).click()
    const rows = page.getByRole('region', { name: 'Memory' }).getByRole('row')
    await expect(rows).toHaveCount(5)
    await expect(page.getByText(/^Good · G string/)).toBeVisible()
    await expect(page.getByText(/^Again · D string/)).toBeVisible()
    await expectWellSet(page)
  })

  test('is suspended with a reason, resumed, deleted and restored', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER])
    await page.goto(deck)
    await page.getByRole('link', { name: RIVER.question }).click()
    await page.getByRole('button', { name: 'Suspend' }).click()
    await page.getByRole('radio', { name: 'Something else' }).check()
    await page.getByLabel('In your words').fill('Two rivers meet near there.')
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Suspend it' }).click()
    await expect(page.getByText('Suspended: Two rivers meet near there.')).toBeVisible()
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(page.getByText('Resumed: asked again.')).toBeVisible()
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('This item is in the trash')).toBeVisible()
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Restore' }).click()
    await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible()
    await page.goto(deck)
    await expect(page.getByRole('link', { name: RIVER.question })).toBeVisible()
  })

  test('shows what was typed as it was typed, markup and all', async ({ page }) => {
    let asked = 0
    page.on('dialog', (dialog) => {
      asked++
      void dialog.dismiss()
    })
    const deck = await makeDeck(page, '<b>Deck</b> {{x}}')
    const hostile = {
      question: '<script>alert(1)</script> or {{template}}?',
      answer: '<img src=x onerror=alert(2)>',
    }
    await writeItems(page, deck, [hostile])
    await study(page, deck)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile.question)
    await show(page).click()
    await expect(page.getByText(hostile.answer, { exact: true })).toBeVisible()
    expect(asked).toBe(0)
  })

  test('of somebody else is not there', ONE_WIDTH, async ({ page, browser, baseURL }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    await page.goto(deck)
    const item = await page.getByRole('link', { name: WHY.question }).getAttribute('href')
    const context = await browser.newContext({ baseURL })
    const stranger = await context.newPage()
    for (const address of [item ?? '', deck, '/items/nonsense', '/decks/nonsense']) {
      const answer = await stranger.goto(address)
      expect(answer?.status()).toBe(404)
      await expect(stranger.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    }
    await context.close()
  })
})

test.describe('settings', () => {
  test('say what they mean, hold, and refuse what cannot be', async ({ page }) => {
    await page.goto('/settings')
    await page.getByLabel('New items a day').fill('5')
    await page.getByLabel('Desired retention').selectOption('80 %')
    await expect(page.getByText('about one answer in 5 is forgotten')).toBeVisible()
    await page.getByLabel('A study day ends at').selectOption('2:00')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(/Days that are set already stay/)).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('New items a day')).toHaveValue('5')
    await expect(page.getByLabel('A study day ends at')).toHaveValue('2')
    await page.goto('/')
    await expect(page.getByRole('heading', { name: /^5 to review/ })).toBeVisible()

    await page.goto('/settings')
    await page.getByLabel('New items a day').fill('-3')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
    await expect(page.getByLabel('New items a day')).toHaveValue('-3')
    await expectWellSet(page)
  })

  test('switch the keys of one character off', async ({ page }) => {
    await page.goto('/settings')
    await page.getByRole('checkbox', { name: /^Keys of one character/ }).uncheck()
    await page.goto('/decks')
    await page.keyboard.press('/')
    await page.keyboard.press('Shift+?')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page).toHaveURL(/\/decks$/)
  })
})

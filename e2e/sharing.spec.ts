import type { Page } from '@playwright/test'
import { anotherPage } from './class'
import { expectWellSet } from './looks'
import { MAKER, makeDeck, RIVER, SPIRE, STRINGS, WHY, writeItems } from './own-deck'
import { alive, expect, test } from './passage'
import { heading } from './session'
import { ONE_WIDTH } from './widths'

async function edit(page: Page, question: string, to: string): Promise<void> {
  await page.getByRole('link', { name: question, exact: true }).click()
  await expect(heading(page)).toHaveText(question)
  await alive(page)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Question').fill(to)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Mended. What you remember of it is kept.')).toBeVisible()
}

/** A page as it comes out of a printer, whatever the screen is set to. */
async function expectInkOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const { color, backgroundColor } = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement)
    return { color, backgroundColor }
  })
  expect({ color, backgroundColor }).toEqual({
    color: 'rgb(0, 0, 0)',
    backgroundColor: 'rgb(255, 255, 255)',
  })
  await page.emulateMedia({ media: null, colorScheme: 'light' })
}

/** How many sheets a page is printed on. */
async function sheetsOf(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test.describe('a deck', () => {
  test('is shared by link, copied, and what changes in it is offered to whoever copied it', async ({
    page,
    browser,
  }) => {
    test.slow()
    const deck = await makeDeck(page, 'Cremona')
    await writeItems(page, deck, [RIVER, SPIRE, MAKER])
    await page.goto(deck)
    await alive(page)
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await expect(page.getByText('Say by which name you want to be shown.')).toBeVisible()
    await expectWellSet(page)
    await page.getByLabel('Your name, as it is shown').fill('Ms Berg')
    await page.keyboard.press('Enter')
    const link = page.getByRole('textbox', { name: 'Link' })
    await expect(link).toHaveValue(/\/shared\/[\w-]{54}$/)
    await expectWellSet(page)
    const address = await link.inputValue()
    await page.getByRole('button', { name: 'Done' }).click()

    const other = await anotherPage(browser, page)
    await other.goto(address)
    await expect(heading(other)).toHaveText('Cremona')
    await expect(other.getByText('A deck from Ms Berg')).toBeVisible()
    await expect(other.getByRole('heading', { name: RIVER.question })).toBeVisible()
    await expect(other.getByText(RIVER.answer ?? '')).toHaveCount(0)
    await expectWellSet(other)
    await alive(other)
    await other.getByRole('button', { name: 'Copy into my decks' }).click()
    await expect(other).toHaveURL(/\/decks\//)
    await expect(other.getByText('3 items', { exact: true }).first()).toBeVisible()
    const copied = other.url()

    // Its owner mends one, adds one and deletes one; the copy stays as it is until its holder takes that over.
    await edit(page, RIVER.question, 'Which river flows past Cremona?')
    await writeItems(page, deck, [WHY])
    await page.goto(deck)
    await alive(page)
    await page.getByRole('checkbox', { name: `Select: ${SPIRE.question}` }).check()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(page.getByText('1 item moved to the trash.')).toBeVisible()

    await other.goto(copied)
    await expect(
      other.getByText('The original, from Ms Berg, has changed: 1 reworded, 1 new, 1 gone.'),
    ).toBeVisible()
    await expect(other.getByRole('link', { name: RIVER.question })).toBeVisible()
    await alive(other)
    await other.getByText('See them').click()
    await expectWellSet(other)
    await other.getByRole('button', { name: /^Take over: Which river flows/ }).click()
    await expect(other.getByText('1 change taken over.')).toBeVisible()
    await expect(other.getByRole('link', { name: 'Which river flows past Cremona?' })).toBeVisible()
    await other.getByRole('button', { name: `Keep it: ${SPIRE.question}` }).click()
    await expect(other.getByText(/^Yours stays as it is\./)).toBeVisible()
    await expectWellSet(other)
    await other.getByRole('button', { name: 'Take all over' }).click()
    await expect(other.getByText('1 change taken over.')).toBeVisible()
    await expect(other.getByRole('link', { name: SPIRE.question })).toBeVisible()
    await expect(other.getByRole('link', { name: WHY.question })).toBeVisible()
    await other.reload()
    await expect(other.getByText('The original, from Ms Berg, has changed')).toHaveCount(0)

    // Words of one's own stay, and the original is one key away.
    await edit(other, MAKER.question, 'Whose is the violin of 1715?')
    const original = other.getByRole('region', { name: 'The original' })
    await expect(original).toContainText(MAKER.question)
    await expectWellSet(other)
    await original.getByRole('button', { name: 'Take the original over' }).click()
    await expect(heading(other)).toHaveText(MAKER.question)
    await expect(original).toHaveCount(0)

    await page.goto(deck)
    await alive(page)
    await page.getByRole('button', { name: 'Shared by link' }).click()
    await page.getByRole('button', { name: 'End the link' }).click()
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible()
    expect((await other.goto(address))?.status()).toBe(404)
    await other.context().close()
  })

  test(
    'is printed as questions with the answers on a sheet of their own, or as cards to cut',
    ONE_WIDTH,
    async ({ page }) => {
      const deck = await makeDeck(page, 'Cremona')
      await writeItems(page, deck, [RIVER, SPIRE, MAKER, STRINGS, WHY])
      await page.goto(deck)
      await page.getByRole('link', { name: 'Print' }).click()
      await expect(page.getByRole('heading', { name: 'Cremona: answers' })).toBeVisible()
      await expectWellSet(page)
      for (const format of ['A4', 'Letter'] as const) expect(await sheetsOf(page, format)).toBe(2)
      await expectInkOnPaper(page)
      await page.getByRole('link', { name: 'Cards to cut' }).click()
      const answers = page.getByRole('list', { name: 'Answers, sheet 1' })
      // In each row the two change places: turned over, an answer lies behind its question.
      await expect(answers.getByRole('listitem').first()).toHaveText(SPIRE.answer ?? '')
      await expectWellSet(page)
      for (const format of ['A4', 'Letter'] as const) expect(await sheetsOf(page, format)).toBe(2)
    },
  )
})

/** How a session asks, judges and is worked. */
import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import {
  MAKER,
  makeDeck,
  RIVER,
  SPIRE,
  STRINGS,
  study,
  WHY,
  type Written,
  writeItems,
} from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, goOn, grade, heading, nextQuestion, said, show, summary } from './session'

test.describe('a session', () => {
  test('asks in five forms, judges, and shows the grades', async ({ page }) => {
    test.slow()
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE, MAKER, STRINGS, WHY])
    await study(page, deck)
    const left = page.getByRole('list', { name: 'Left in this session' })
    await expect(left).toContainText('1 of 5')
    await expect(left).toContainText('5 new')
    const forms = new Set<string>()
    for (let words = await nextQuestion(page); words !== null; words = await nextQuestion(page)) {
      await expectWellSet(page)
      forms.add(await answerRightly(page, words))
      await expectWellSet(page)
      const go = goOn(page)
      if (await go.isVisible()) await go.click()
      else await grade(page, 'Easy').click()
    }
    expect(forms.size).toBe(5)
    await expect(page.getByText('8 of 8')).toBeVisible()
    await expect(page.getByText('Forgotten')).toHaveCount(0)
  })

  test('is run with the keyboard alone', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [MAKER_TYPED, SPIRE])
    await study(page, deck)
    const field = page.getByRole('textbox', { name: MAKER.question })
    await expect(field).toBeFocused()

    // Letters are letters while one types; Escape leaves the field to the keys.
    await page.keyboard.type('busy 123 ? / ')
    await expect(field).toHaveValue('busy 123 ? / ')
    await page.keyboard.press('Escape')
    await expect(field).not.toBeFocused()
    await page.keyboard.press('Shift+?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await page.keyboard.press('s')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(heading(page)).toHaveText(MAKER.question)

    // Wrong, but right after all; Enter takes the grade that is suggested.
    await field.fill('Guarneri del Gesu')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Wrong', { exact: true })).toBeVisible()
    await expect(said(page, /Wrong\. The answer: Antonio Stradivari/)).toBeAttached()
    await expect(grade(page, 'Again')).toBeFocused()
    await page.keyboard.press('r')
    await expect(page.getByText('Right, you say', { exact: true })).toBeVisible()
    await page.keyboard.press('r')
    await expect(page.getByText('Wrong', { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')

    // A digit picks an option, and rates only once the answer shows.
    await expect(heading(page)).toHaveText(SPIRE.question)
    await expect(heading(page)).toBeFocused()
    await page.keyboard.press('1')
    await expect(page.getByText(/the answer/)).toBeVisible()
    await page.keyboard.press('4')

    // Back again: misspelled this time, and told how it is spelled.
    await expect(field).toBeFocused()
    await page.keyboard.type('antonio stradivary')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Right, but spelled differently', { exact: true })).toBeVisible()
    await expect(page.getByText(/it is spelled Antonio Stradivari/)).toBeVisible()
    await expect(grade(page, 'Good')).toBeFocused()
    await page.keyboard.press('4')
    await expect(summary(page)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Forgotten' })).toBeVisible()

    // Undo goes all the way back, from the summary too.
    await page.keyboard.press('u')
    await expect(page.getByText('Right, but spelled differently', { exact: true })).toBeVisible()
    await page.keyboard.press('u')
    await expect(page.getByText(/the answer/)).toBeVisible()
    await page.keyboard.press('u')
    await expect(grade(page, 'Again')).toBeFocused()
    await allSent(page)
    await page.goto(deck)
    await expect(page.getByRole('button', { name: 'New 2' })).toBeVisible()
  })

  test('does what a key asked for while the device was still looking for older answers', async ({
    page,
  }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    // A database that takes its time to open.
    await page.addInitScript(() => {
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (...args) {
        const opening = open.apply(this, args)
        const listen = opening.addEventListener.bind(opening)
        opening.addEventListener = (type: string, then: (event: Event) => void) =>
          listen(type, (event) => {
            if (type === 'success') setTimeout(() => then(event), 1500)
            else then(event)
          })
        return opening
      }
    })
    await study(page, deck)
    await page.keyboard.press('Space')
    await expect(grade(page, 'Good')).toBeFocused()
  })

  test('asks the server for nothing between two cards', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER, SPIRE, WHY])
    await study(page, deck)
    const asked: string[] = []
    page.on('request', (request) => {
      // The ways out of the page are fetched ahead once, while nothing is asked.
      if (request.headers()['next-router-prefetch'] === undefined) {
        asked.push(new URL(request.url()).pathname)
      }
    })
    await answer(page, 'Easy')
    await expect(page.getByRole('list', { name: 'Left in this session' })).toContainText('2 of 3')
    await answer(page, 'Easy')
    await expect(page.getByRole('list', { name: 'Left in this session' })).toContainText('3 of 3')
    await allSent(page)
    expect(new Set(asked)).toEqual(new Set(['/api/reviews']))
  })

  test('has two buttons and no intervals for who wants it so', async ({ page }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    await page.goto('/settings')
    await expectWellSet(page)
    await page.getByRole('radio', { name: /^Two/ }).check()
    await page.getByRole('checkbox', { name: /^Show on each button/ }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('This does not change your schedule.').first()).toBeVisible()
    await study(page, deck)
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Remembered', exact: true })).toBeFocused()
    await expect(page.getByRole('button', { name: 'Forgot', exact: true })).toBeVisible()
    await expect(grade(page, 'Hard')).toHaveCount(0)
    await page.keyboard.press('1')
    await expect(show(page)).toBeVisible()
    await page.keyboard.press('Space')
    await page.keyboard.press('2')
    await expect(show(page)).toBeVisible()
    await allSent(page)
    await page.goto(deck)
    await page.getByRole('link', { name: WHY.question }).click()
    await expect(page.getByText(/^Good/)).toBeVisible()
    await expect(page.getByText(/^Again/)).toBeVisible()
  })

  test('on a deck that is not there says so', async ({ page }) => {
    await page.goto('/review?deck=nowhere')
    await expect(page.getByText('There is no such deck here.')).toBeVisible()
    await expectWellSet(page)
  })
})

const MAKER_TYPED: Written = { question: MAKER.question, answer: 'Antonio Stradivari' }

/** Answers a question of the deck in the form it is asked in; gives the form. */
async function answerRightly(page: Page, words: string): Promise<string> {
  const main = page.getByRole('main')
  if (words === SPIRE.question) {
    await page.getByRole('button', { name: /112 metres$/ }).click()
    await expect(page.getByText('the answer, your choice')).toBeVisible()
    return 'choice'
  }
  if (words === WHY.question) {
    await show(page).click()
    await expect(page.getByText(WHY.answer ?? '', { exact: true })).toBeVisible()
    return 'flip'
  }
  if (words === STRINGS.question) {
    await main.getByRole('textbox').first().fill('e string')
    await page.keyboard.press('Enter')
    await page.keyboard.type('G string')
    await page.keyboard.press('Enter')
    await page.keyboard.type('d-string')
    await page.keyboard.press('Enter')
    await page.keyboard.type('the low one')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 of 4 recalled. Turn')).toBeVisible()
    await expect(page.getByText('Not found among them: “the low one”')).toBeVisible()
    await page.getByRole('button', { name: 'A string: missed. Turn it.' }).click()
    await expect(page.getByText('4 of 4 recalled. Turn')).toBeVisible()
    return 'list'
  }
  const field = main.getByRole('textbox')
  await expect(field).toBeFocused()
  await field.fill(words === RIVER.question ? 'po' : 'antonio stradivari')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Right', { exact: true })).toBeVisible()
  return words === RIVER.question ? 'typed' : words === MAKER.question ? 'typed again' : 'cloze'
}

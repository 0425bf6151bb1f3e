import type { Locator, Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { MAKER, makeDeck, RIVER, SPIRE, STRINGS, writeItems } from './own-deck'
import { expect, test } from './passage'
import { heading, said } from './session'
import { ONE_WIDTH } from './widths'

const ANSWERS: Record<string, readonly string[]> = {
  [RIVER.question]: ['the Po'],
  [SPIRE.question]: ['112 metres'],
  [MAKER.question]: ['Antonio Stradivari'],
  [STRINGS.question]: ['G string', 'D string', 'A string', 'E string'],
}

/** Goes there by the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead there')
}

const place = (page: Page) => page.getByText(/^Question \d+ of \d+/)
const stored = (page: Page) => page.getByText('Stored.', { exact: true })

/** Types what is right, or something else, and goes on with Enter. Gives the question. */
async function answerByKeys(page: Page, wrong?: string): Promise<string> {
  const question = (await heading(page).textContent()) ?? ''
  const lines = wrong === undefined ? (ANSWERS[question] ?? []) : [wrong]
  await expect(page.getByRole('main').locator('input:focus')).toBeVisible()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  // An empty line ends a list.
  if (question === STRINGS.question) await page.keyboard.press('Enter')
  return question
}

async function begin(page: Page, deck: string): Promise<void> {
  await page.goto(deck)
  await page.getByRole('link', { name: 'Mock test' }).click()
  await page.getByRole('button', { name: /^Begin: \d+ questions/ }).click()
  await expect(place(page)).toHaveText('Question 1 of 4')
}

test.describe('a mock test', () => {
  test('by keyboard alone, left and come back to, in two tabs, handed in, and again what was wrong', async ({
    page,
    context,
  }) => {
    test.slow()
    const deck = await makeDeck(page, 'Cremona')
    await writeItems(page, deck, [RIVER, SPIRE, MAKER, STRINGS])
    await page.goto(deck)
    await tabTo(page, page.getByRole('link', { name: 'Mock test' }))
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('New test')
    await expectWellSet(page)
    await tabTo(page, page.getByRole('button', { name: /^Begin: \d+ questions/ }))
    await page.keyboard.press('Enter')

    await expect(place(page)).toHaveText('Question 1 of 4')
    await expect(page.getByRole('timer')).toHaveText(/^(20:00|19:\d\d)$/)
    await expectWellSet(page)
    await answerByKeys(page)
    await expect(place(page)).toHaveText('Question 2 of 4')
    const flagged = await heading(page).textContent()
    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    await expect(page.getByRole('button', { name: /^Flagged/ })).toBeVisible()
    await expect(stored(page)).toBeVisible()

    // Closed in the middle: it goes on where it was.
    await page.reload()
    await expect(place(page)).toHaveText('Question 2 of 4')
    await expect(heading(page)).toHaveText(flagged ?? '')
    await expect(page.getByText('All questions: 1 of 4 answered, 1 flagged')).toBeVisible()

    // What is answered in another tab is known here.
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(other.getByText('All questions: 1 of 4 answered, 1 flagged')).toBeVisible()
    const missed = await answerByKeys(other, 'nothing of the sort')
    await expect(stored(other)).toBeVisible()
    await expect(page.getByText('All questions: 2 of 4 answered, 1 flagged')).toBeVisible()
    await other.close()

    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expect(place(page)).toHaveText('Question 3 of 4')
    await answerByKeys(page)
    await expect(place(page)).toHaveText('Question 4 of 4')
    await answerByKeys(page)
    const dialog = page.getByRole('dialog', { name: 'Hand in the test' })
    await expect(dialog).toContainText('All 4 questions are answered.')
    await expect(dialog).toContainText('1 question flagged: 2.')
    await expectWellSet(page)
    await tabTo(page, dialog.getByRole('button', { name: 'Hand it in' }))
    await page.keyboard.press('Enter')

    await expect(heading(page)).toHaveText('3 of 4 points, 75 %')
    await expect(page.getByText(/^Handed in after/)).toBeVisible()
    await expectWellSet(page)
    const result = page.url()

    // Practice, which nothing hears of.
    await tabTo(page, page.getByRole('link', { name: 'Again, only the wrong ones' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('This does not change your schedule.')).toBeVisible()
    await expect(heading(page)).toHaveText(missed)
    for (const line of ANSWERS[missed] ?? []) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    if (missed === STRINGS.question) await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('The answer')
    await expectWellSet(page)
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('All of them right')

    // Contested with a reason, and counted.
    await page.goto(result)
    await page.getByRole('button', { name: 'I was right' }).click()
    await page.getByLabel('Why it should count').fill('The text says it so.')
    await page.getByRole('button', { name: 'Count it as right' }).click()
    await expect(heading(page)).toHaveText('4 of 4 points, 100 %')
    await expect(page.getByText('1 answer contested and counted as right.')).toBeVisible()
  })

  test(
    'without a server, and when the clock runs out: what was given in time counts',
    ONE_WIDTH,
    async ({ page, context, moveClockTo, pageErrors }) => {
      test.slow()
      await moveClockTo(new Date('2026-03-02T09:00:00Z'))
      const deck = await makeDeck(page, 'Cremona')
      await writeItems(page, deck, [RIVER, SPIRE, MAKER, STRINGS])
      await begin(page, deck)
      await expect(page.getByRole('main').locator('input:focus')).toBeVisible()
      await answerByKeys(page)
      await expect(stored(page)).toBeVisible()

      await context.setOffline(true)
      await answerByKeys(page)
      await expect(place(page)).toHaveText('Question 3 of 4')
      await expect(said(page, 'Your answers are stored on this device')).toBeVisible()
      await moveClockTo(new Date('2026-03-02T09:30:00Z'))
      // The page is closed before it could send that, and comes back when the time is long up.
      const sitting = page.url()
      await page.goto('about:blank')
      // A browser says on its console that a request failed.
      pageErrors.splice(0)
      await context.setOffline(false)
      await page.goto(sitting)
      await expect(heading(page)).toHaveText('2 of 4 points, 50 %')
      await expect(page.getByText('The time was up after 20 minutes.')).toBeVisible()

      // The same test again, with more time, and then without a clock.
      await page.getByRole('button', { name: 'Sit it again' }).click()
      await expect(place(page)).toHaveText('Question 1 of 4')
      await page.getByRole('button', { name: 'The clock' }).click()
      await page.getByRole('menuitem', { name: '10 more minutes' }).click()
      await expect(page.getByRole('timer')).toHaveText(/^(30:00|29:\d\d)$/)
      await page.getByRole('button', { name: 'The clock' }).click()
      await page.getByRole('menuitem', { name: 'Switch the clock off' }).click()
      await expect(page.getByText('The clock is switched off.')).toBeVisible()
      // The server knows of it, before so many hours go by at once.
      await expect(stored(page)).toBeVisible()
      await moveClockTo(new Date('2026-03-02T19:00:00Z'))
      await page.reload()
      await expect(place(page)).toHaveText('Question 1 of 4')
    },
  )

  test('of one’s own making, on the screen and on paper', async ({ page }) => {
    test.slow()
    const deck = await makeDeck(page, 'Rivers')
    const rivers = ['Adda', 'Oglio', 'Mincio', 'Ticino', 'Sesia', 'Tanaro']
    const founded = ['1209', '1350', '1502', '1690']
    await writeItems(page, deck, [
      ...rivers.map((answer, n) => ({ question: `Which river is number ${n + 1}?`, answer })),
      ...founded.map((answer, n) => ({ question: `When was mill number ${n + 1} built?`, answer })),
    ])
    await page.goto(deck)
    await page.getByRole('link', { name: 'Mock test' }).click()
    await page.getByText('Another test', { exact: true }).click()
    await page.getByLabel('Name').fill('The rivers')
    await page.getByLabel('Say which sections, kinds and forms').check()
    await page.getByLabel('How many').fill('1')
    await page.getByLabel('Form', { exact: true }).selectOption('match')
    await page.getByLabel('With a clock').uncheck()
    await page.getByLabel('Seed').fill('autumn')
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Draw the test' }).click()
    await expect(heading(page)).toHaveText('The rivers')
    await expect(page.getByText(/1 question, no clock · 1 match · seed autumn/)).toBeVisible()
    await expectWellSet(page)

    await page.getByRole('link', { name: 'The test' }).click()
    await expect(page.getByText('Seed autumn.')).toBeVisible()
    const asked = await page.getByText(/^Which river is number/).allTextContents()
    expect(asked).toHaveLength(4)
    await expectWellSet(page)
    await page.goBack()
    await page.getByRole('link', { name: 'Its key' }).click()
    await expect(heading(page)).toHaveText('The rivers: key')
    for (const question of asked) {
      const number = Number(/\d+/.exec(question)?.[0])
      const entry = page.getByRole('listitem').filter({ hasText: question }).last()
      await expect(entry).toContainText(rivers[number - 1] ?? '')
    }
    await page.goBack()

    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(heading(page)).toContainText('Match each question')
    await expectWellSet(page)
    for (const question of asked) {
      const number = Number(/\d+/.exec(question)?.[0])
      await page.getByLabel(question).selectOption(rivers[number - 1] ?? '')
    }
    await expect(stored(page)).toBeVisible()
    await page.getByRole('button', { name: 'Hand in', exact: true }).last().click()
    await page.getByRole('button', { name: 'Hand it in' }).click()
    await expect(heading(page)).toHaveText('4 of 4 points, 100 %')
    await page.goto('/tests')
    await expect(page.getByText('1 question, no clock · begun 1 time')).toBeVisible()
    await expectWellSet(page)
  })

  test(
    'puts what has a date in order, and practises a section: neither is a review',
    ONE_WIDTH,
    async ({ page }) => {
      test.slow()
      const deck = await makeDeck(page, 'Mills')
      const built = ['1209', '1350', '1502', '1690']
      const mill = (n: number) => `When was mill number ${n + 1} built?`
      await writeItems(
        page,
        deck,
        built.map((answer, n) => ({ question: mill(n), answer })),
      )
      await page.goto(deck)
      await page.getByRole('link', { name: 'Mock test' }).click()
      await page.getByText('Another test', { exact: true }).click()
      await page.getByLabel('Say which sections, kinds and forms').check()
      await page.getByLabel('How many').fill('1')
      await page.getByLabel('Form', { exact: true }).selectOption('order')
      await page.getByLabel('With a clock').uncheck()
      await page.getByRole('button', { name: 'Draw the test' }).click()
      await expect(heading(page)).toHaveText('Mills')
      const address = page.url()

      await page.getByRole('button', { name: 'Begin' }).click()
      await expect(heading(page)).toContainText('Put these in the order of time')
      const rows = page.getByRole('main').getByRole('listitem').filter({ hasText: 'When was mill' })
      await expect(rows).toHaveCount(4)
      for (const n of built.keys()) {
        const words = await rows.allTextContents()
        for (let at = words.findIndex((row) => row.includes(mill(n))); at > n; at--) {
          await page.getByRole('button', { name: `Earlier: ${mill(n)}` }).click()
          await expect(rows.nth(at - 1)).toContainText(mill(n))
        }
      }
      const asItStands = page.getByRole('button', { name: 'They stand in the right order' })
      if (await asItStands.isVisible()) await asItStands.click()
      await expect(stored(page)).toBeVisible()
      await expectWellSet(page)
      await page.getByRole('button', { name: 'Hand in', exact: true }).last().click()
      await page.getByRole('button', { name: 'Hand it in' }).click()
      await expect(heading(page)).toHaveText('4 of 4 points, 100 %')

      await page.goto(address)
      await page.getByRole('main').getByRole('link', { name: 'Mills', exact: true }).click()
      await expect(
        page.getByText('4 questions left. This does not change your schedule.'),
      ).toBeVisible()
      for (const _ of built) {
        const question = (await heading(page).textContent()) ?? ''
        await page
          .getByRole('textbox')
          .fill(built[built.findIndex((_, n) => question === mill(n))] ?? '')
        await page.keyboard.press('Enter')
        await expect(heading(page)).toHaveText('The answer')
        await page.keyboard.press('Enter')
        await expect(heading(page)).not.toHaveText('The answer')
      }
      await expect(heading(page)).toHaveText('All of them right')
      await page.getByRole('link', { name: 'Go back' }).click()
      await expect(page).toHaveURL(address)
      await page.goto(deck)
      await expect(page.getByRole('button', { name: 'New 4' })).toBeVisible()
    },
  )
})

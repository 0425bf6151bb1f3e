import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { makeDeck, study, type Written, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, grade, heading, nextQuestion, show, summary } from './session'

const RIVERS = ['Adda', 'Oglio', 'Mincio', 'Ticino', 'Sesia', 'Tanaro', 'Trebbia'].map(
  (answer, n): Written => ({ question: `Which river is number ${n + 1}?`, answer }),
)

/** Answers every question of the session; gives how many there were. */
async function answerAll(page: Page, name: 'Good' | 'Easy'): Promise<number> {
  let n = 0
  for (; (await nextQuestion(page)) !== null; n++) await answer(page, name)
  return n
}

const plan = (page: Page) => page.getByRole('region', { name: /waiting/ })
const held = (page: Page) => page.getByText(/new items wait until the backlog is worked off/)

test.describe('a session that fits the day', () => {
  test('after an absence: a share a day until a date, and nothing new meanwhile', async ({
    page,
    moveClockTo,
  }) => {
    test.slow()
    await moveClockTo(new Date('2026-03-02T09:00:00Z'))
    const deck = await makeDeck(page, 'Rivers')
    await writeItems(page, deck, RIVERS)
    await study(page, deck)
    expect(await answerAll(page, 'Easy')).toBe(7)
    await allSent(page)

    // Four weeks later everything is overdue, and a session holds three questions.
    await moveClockTo(new Date('2026-03-30T09:00:00Z'))
    await page.goto('/settings')
    await page.getByLabel('How much at a time').selectOption('10 questions')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The next session is made in this way.')).toBeVisible()
    await page.goto('/')
    // Ten questions have room for what is due, and for some that are new.
    await expect(heading(page)).toContainText('10 of')
    await expect(held(page)).toHaveCount(0)
    await page.goto('/settings')
    await page.getByLabel('How much at a time').selectOption('5 questions')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The next session is made in this way.')).toBeVisible()
    await page.goto('/')
    await expect(heading(page)).toContainText('5 of 7 to review')
    await expect(held(page)).toBeVisible()
    await expect(plan(page)).toContainText(/7 waiting\. 5 a day, done by \w+ \d+ \w+\./)
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Catch up at this pace' }).click()
    await expect(plan(page)).toContainText('0 of today’s 5 answered.')
    await expectWellSet(page)

    await page.getByRole('link', { name: 'Begin' }).click()
    expect(await answerAll(page, 'Good')).toBe(5)
    await expect(page.getByRole('link', { name: 'Go on: 2 more are due' })).toBeVisible()
    await expectWellSet(page)
    await allSent(page)
    await page.goto('/')
    await expect(heading(page)).toHaveText('Today’s share is done')
    await expect(plan(page)).toContainText('2 waiting.')
    await expect(plan(page)).toContainText('5 of today’s 5 answered.')
    await expectWellSet(page)

    // The day after there is no more than a share left: the plan is over, and what is new comes again.
    await moveClockTo(new Date('2026-03-31T09:00:00Z'))
    await page.goto('/')
    await expect(heading(page)).toContainText('5 of')
    await expect(plan(page)).toHaveCount(0)
    await expect(held(page)).toHaveCount(0)

    // Another size for this once.
    await page.getByLabel('This session').selectOption('About 10 minutes')
    await page.getByRole('link', { name: 'Begin' }).click()
    await expect(page).toHaveURL(/size=minutes-10/)
    await expect(show(page)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Left in this session' })).toContainText('2 due')

    // Five questions have room for three new ones; what is left of today's goes on from the summary.
    await page.goto('/review')
    await answerAll(page, 'Easy')
    await allSent(page)
    await page.getByRole('button', { name: 'Go on: 17 new items are left' }).click()
    await expect(show(page)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Left in this session' })).toContainText('1 of 5')
  })

  test('keeps a day free that is to be free: what the button says is what is stored', async ({
    page,
    moveClockTo,
  }) => {
    await moveClockTo(new Date('2026-03-02T09:00:00Z'))
    await page.goto('/settings')
    for (const day of ['Monday', 'Tuesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
      await page.getByLabel(day).selectOption('None')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('each item follows from its next review on')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Monday')).toHaveValue('none')
    await expect(page.getByLabel('Wednesday')).toHaveValue('normal')
    await expectWellSet(page)

    const deck = await makeDeck(page, 'Rivers')
    await writeItems(page, deck, RIVERS.slice(0, 1))
    await study(page, deck)
    await show(page).click()
    // From Monday, six to ten days are as good; the only Wednesday among them is nine days off.
    await expect(grade(page, 'Easy')).toContainText('9d')
    await grade(page, 'Easy').click()
    await expect(summary(page)).toBeVisible()
    await allSent(page)
    await page.goto(deck)
    await page.getByRole('link', { name: RIVERS[0]?.question ?? '' }).click()
    await expect(page.getByRole('region', { name: 'Memory' })).toContainText('11 March 2026')
  })
})

/** An item that keeps slipping is repaired: in the session, right after it slipped again, and from its deck. */
import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { expectWellSet } from './looks'
import { makeDeck, RIVER, study, type Written, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, grade, heading, nextQuestion, said, show, summary } from './session'

const LODI: Written = { question: 'Which river runs through Lodi?', answer: 'the Adda' }
const DAY_MS = 86_400_000
const BEGUN = Date.parse('2026-03-02T09:00:00Z')

test('a card forgotten the eighth time is shown with what it is mistaken for, and can rest', async ({
  page,
  moveClockTo,
}) => {
  test.slow()
  await moveClockTo(new Date(BEGUN))
  const deck = await makeDeck(page, 'Rivers')
  await writeItems(page, deck, [RIVER, LODI])
  await study(page, deck)
  await expect(heading(page)).toHaveText(RIVER.question)
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/reviews'))
  await answer(page, 'Easy')
  const { events } = (await sent).postDataJSON()
  await answer(page, 'Easy')
  await expect(summary(page)).toBeVisible()
  await allSent(page)
  await moveClockTo(new Date(BEGUN + 100 * DAY_MS))
  await forgetOften(page, events[0].cardId, 7)

  // The eighth time.
  await study(page, deck)
  if ((await heading(page).textContent()) === LODI.question) await answer(page, 'Easy')
  await page.getByRole('textbox', { name: RIVER.question }).fill('the Adda')
  await page.keyboard.press('Enter')
  await expect(grade(page, 'Again')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('This one keeps slipping')
  await expect(heading(page)).toBeFocused()
  await expect(page.getByText(/^Forgotten 8 times\./)).toBeVisible()
  const rival = page.getByRole('region', { name: 'Mistaken for' })
  await expect(rival).toContainText('You answered this 7 times before')
  await expect(rival).toContainText(LODI.question)
  await expectWellSet(page)

  // Told apart, a miss coming once more, and nothing of it a review.
  await allSent(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.url())
  })
  await page.keyboard.press('c')
  await expect(page.getByText(/does not change your schedule/)).toBeVisible()
  await expect(heading(page)).toBeFocused()
  await choose(page, 'wrong')
  await expect(said(page, /This question comes once more/)).toBeVisible()
  await expectWellSet(page)
  await page.keyboard.press('Space')
  await choose(page, 'right')
  await page.keyboard.press('Space')
  await choose(page, 'right')
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(said(page, /^1 of 2 told apart at first/)).toBeVisible()
  await expect(heading(page)).toBeFocused()
  expect(asked).toEqual([])

  // It rests, is taken back, rests again and is asked again.
  await page.keyboard.press('s')
  await expect(said(page, /^It rests/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(heading(page)).toHaveText('This one keeps slipping')
  await page.getByRole('button', { name: 'Let it rest' }).click()
  while ((await nextQuestion(page)) !== null) await answer(page, 'Easy')
  await expect(page.getByText('Suspended: leech')).toBeVisible()
  await page.getByRole('button', { name: `Ask again: ${RIVER.question}` }).click()
  await expect(show(page)).toBeVisible()
  await allSent(page)

  // Outside a session.
  await page.goto(deck)
  await page.getByRole('button', { name: 'Keeps slipping 1' }).click()
  await page.getByRole('link', { name: RIVER.question }).click()
  await expect(page.getByRole('heading', { name: 'Keeps slipping' })).toBeVisible()
  await expect(rival).toContainText('You answered this 8 times before')
  await expectWellSet(page)
  await page.getByRole('button', { name: 'Tell the two apart' }).click()
  await expect(page.getByRole('heading', { level: 3 })).toBeFocused()
  await expectWellSet(page)
  await choose(page, 'right', 3)
  await page.keyboard.press('Space')
  await choose(page, 'right', 3)
  await page.keyboard.press('Space')
  await expect(said(page, /^2 of 2 told apart at first/)).toBeVisible()
  await page.getByRole('button', { name: 'Let it rest' }).click()
  await expect(page.getByText('Suspended: leech')).toBeVisible()
})

/** Picks an option of the contrast by its digit. */
async function choose(page: Page, how: 'right' | 'wrong', level: 1 | 3 = 1): Promise<void> {
  const question = await page.getByRole('main').getByRole('heading', { level }).textContent()
  const answer = question === RIVER.question ? 'the Po' : 'the Adda'
  const options = await page.getByRole('button', { name: /the (Po|Adda)$/ }).allTextContents()
  const at = options.findIndex((words) => words.endsWith(answer) === (how === 'right'))
  await page.keyboard.press(String(at + 1))
}

/** As another device would have sent it: forgotten and learned again every few days, the same wrong answer each time. */
async function forgetOften(page: Page, cardId: string, times: number): Promise<void> {
  const events = Array.from({ length: times * 2 }, (_, n) => ({
    id: v7(),
    cardId,
    kind: 'review',
    grade: n % 2 === 0 ? 1 : 3,
    form: 'typed',
    typed: n % 2 === 0 ? 'the Adda' : 'the Po',
    durationMs: 4000,
    reviewedAt: new Date(BEGUN + (20 + n * 2) * DAY_MS).toISOString(),
    timeZone: 'Europe/Vienna',
  }))
  const response = await page.request.post('/api/reviews', { data: { events } })
  expect(response.ok()).toBe(true)
}

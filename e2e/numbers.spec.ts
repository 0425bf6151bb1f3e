/** What was answered is what the numbers say; all of it can be taken along, and all of it can go. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { LEARNER_COOKIE } from '../app/cookies'
import { expectWellSet } from './looks'
import { idOf, MAKER, makeDeck, RIVER, SPIRE, study, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, nextQuestion } from './session'

const part = (page: Page, title: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title }) })

/** Answers everything that is asked, the first as said and what comes again with Good. */
async function answerAll(page: Page, first: 'Again' | 'Good' | 'Easy'): Promise<number> {
  const met = new Set<string>()
  let answers = 0
  for (let words = await nextQuestion(page); words !== null; words = await nextQuestion(page)) {
    await answer(page, met.has(words) ? 'Good' : first)
    met.add(words)
    answers++
  }
  await allSent(page)
  return answers
}

test('numbers say what was answered, can be downloaded, and go with everything else', async ({
  page,
  pageErrors,
  context,
  moveClockTo,
}) => {
  test.slow()
  await moveClockTo(new Date('2026-03-02T09:00:00Z'))
  await page.goto('/numbers')
  await expect(page.getByText('There is nothing to count yet.')).toBeVisible()
  await expectWellSet(page)

  const deck = await makeDeck(page, 'Violins')
  await writeItems(page, deck, [RIVER, SPIRE, MAKER])
  await study(page, deck)
  const firstDay = await answerAll(page, 'Easy')
  expect(firstDay).toBe(3)

  // Long after all of them are due: all are forgotten once, and then known.
  await moveClockTo(new Date('2026-04-13T09:00:00Z'))
  await study(page, deck)
  const secondDay = await answerAll(page, 'Again')
  expect(secondDay).toBeGreaterThan(3)

  await page.goto('/numbers')
  await expect(page.getByText(`Counted from ${firstDay + secondDay} answers.`)).toBeVisible()
  await expect(part(page, 'Due forecast')).toContainText('From 3 cards as they stand now.')
  const streak = part(page, 'Calendar and streak')
  await expect(streak).toContainText('1 day studied without missing one.')
  await expect(streak).toContainText(`${firstDay + secondDay} answers on 2 days since 2 March 2026`)
  await expect(streak.getByRole('img', { name: /studied on 2 days/ })).toBeVisible()
  const retention = part(page, 'True retention')
  await expect(retention).toContainText('You recalled 0 % of what came back. You asked for 90 %.')
  await expect(retention.getByRole('row', { name: /^Last 7 days/ })).toContainText('of 3')
  const calibration = part(page, 'Calibration')
  await expect(calibration).toContainText(/From \d forecasts?/)
  await expect(part(page, 'Time per day')).toContainText(
    `From ${secondDay} answers on 1 day of the last 30.`,
  )
  await expect(part(page, 'Stability').getByRole('img')).toHaveAccessibleName(
    /^Cards by stability: /,
  )
  for (const name of [
    'The due forecast as a table',
    'The calendar as a table',
    'How calibration is computed',
  ]) {
    await page.getByText(name).click()
  }
  await expect(
    page.getByRole('table', { name: /^Answers on each study day, by week/ }),
  ).toBeVisible()
  await expect(
    page.getByRole('row', { name: /^13 Apr/ }).getByRole('cell', { name: String(secondDay) }),
  ).toBeVisible()
  await expectWellSet(page)

  // Another deck has none of them.
  await page.getByText('change').click()
  await page
    .getByRole('navigation', { name: 'Numbers of' })
    .getByRole('link', { name: 'Violins' })
    .click()
  await expect(page).toHaveURL(`/numbers?deck=${idOf(deck)}`)
  await expect(page.getByText(`Counted from ${firstDay + secondDay} answers.`)).toBeVisible()
  await page.getByRole('link', { name: 'The next 90 days' }).click()
  await expect(page.getByRole('img', { name: /each of the next 90 days/ })).toBeVisible()

  // Everything, as a file.
  await page.goto('/settings')
  await expectWellSet(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download all my data' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('passage-2026-04-13.json')
  const data = JSON.parse(readFileSync(await file.path(), 'utf8'))
  expect(data.events).toHaveLength(firstDay + secondDay)
  expect(data.items.map((item: { question: string }) => item.question)).toContain(RIVER.question)

  // And all of it gone.
  const before = (await context.cookies()).find(({ name }) => name === LEARNER_COOKIE)?.value
  await page.getByRole('button', { name: 'Delete everything of mine' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete everything of mine' })
  await expect(dialog).toContainText(`This deletes ${firstDay + secondDay} answers`)
  await expectWellSet(page)
  const confirm = dialog.getByRole('button', { name: 'Delete everything' })
  const typed = dialog.getByLabel('Type the word delete to confirm')
  await typed.fill('everything')
  await confirm.click()
  await expect(dialog).toContainText('Nothing was deleted. Type the word “delete” to confirm.')
  // The browser notes the refusal.
  pageErrors.length = 0
  await typed.fill('delete')
  await confirm.click()
  await expect(page.getByText('Passage asks you about what you read')).toBeVisible()
  const after = (await context.cookies()).find(({ name }) => name === LEARNER_COOKIE)?.value
  expect(after).not.toBe(before)
  await page.goto('/decks')
  await expect(page.getByText('Violins')).toHaveCount(0)

  // What another tab still had for the one who is gone is refused with the reason.
  const [, learnerId] = before?.split('.') ?? []
  const [event] = data.events
  const late = await page.request.post('/api/reviews', { data: { learnerId, events: [event] } })
  expect(await late.json()).toEqual({
    results: [
      {
        id: event.id,
        status: 'refused',
        reason: expect.stringContaining('has deleted everything'),
      },
    ],
  })
})

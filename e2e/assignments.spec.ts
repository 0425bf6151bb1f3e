/** A deck is assigned, comes in the students' own sessions, and both sides see how far it is. */
import type { Page } from '@playwright/test'
import { TEST_NOW_COOKIE } from '../app/cookies'
import { signUp } from './account'
import { anotherPage, joinClass, openClass } from './class'
import { expectWellSet } from './looks'
import { MAKER, makeDeck, RIVER, SPIRE, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, nextQuestion } from './session'

const MONDAY = new Date('2026-11-23T09:00:00Z')

const clock = (page: Page, when: Date, url: string | undefined) =>
  page.context().addCookies([{ name: TEST_NOW_COOKIE, value: String(when.getTime()), url }])

async function studyAll(page: Page): Promise<void> {
  while ((await nextQuestion(page)) !== null) await answer(page, 'Easy')
}

test('a deck is assigned, studied and done; dates are moved for one student', async ({
  page,
  browser,
  baseURL,
  moveClockTo,
  pageErrors,
}) => {
  test.slow()
  await moveClockTo(MONDAY)
  await signUp(page, 'Ms Keller')
  const violins = await makeDeck(page, 'Violins')
  await writeItems(page, violins, [RIVER, SPIRE, MAKER])
  const { path, code } = await openClass(page, 'Music 8a')

  const student = await anotherPage(browser, page)
  await clock(student, MONDAY, baseURL)
  await joinClass(student, code, 'Ada')
  await expect(student.getByText('Nothing is assigned yet.')).toBeVisible()

  // The form says what it will mean, and what is wrong with it.
  await page.goto(path)
  await page.getByRole('link', { name: 'Assign a deck' }).click()
  await page.getByRole('combobox', { name: 'Deck' }).selectOption({ label: 'Violins' })
  await expect(page.getByText('3 items, 14 days: about 1 new a day and 1 minute')).toBeVisible()
  await expect(page.getByLabel('I do not study this deck myself')).toBeChecked()
  await page.getByLabel('The class has an exam on it').check()
  await expectWellSet(page)
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(page.getByText('A date is written as 2026-12-24.')).toBeVisible()
  await page.getByLabel('Date of the exam').fill('2026-12-14')
  await page.getByLabel('Minutes a day').fill('0')
  await page.getByLabel('Due', { exact: true }).fill('2026-11-23')
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Violins' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Ada/ })).toContainText('has not been here')
  await expectWellSet(page)

  // It is no longer asked of who teaches, and they see so on the deck.
  await page.goto(violins)
  await expect(page.getByText('you do not study it yourself')).toBeVisible()

  await student.goto('/')
  await expect(student.getByRole('list', { name: 'Assignments' })).toHaveText(
    'Due today: Violins · 0 of 3 done · 3 new items in today’s session',
  )
  await student.getByRole('link', { name: 'Violins', exact: true }).click()
  await expect(
    student.getByText('0 of 3 done. In today’s session 3 are new from it.'),
  ).toBeVisible()
  await expectWellSet(student)
  await student.getByRole('link', { name: 'Study just this' }).click()
  await studyAll(student)
  await allSent(student)
  await student.goto(path)
  await expect(student.getByText('Due today · done')).toBeVisible()
  await expectWellSet(student)
  await student.goto('/exams')
  await expect(student.getByRole('link', { name: 'Violins' })).toBeVisible()

  await page.goto(path)
  await page.getByRole('link', { name: 'Violins' }).click()
  await expect(page.getByText('Of 1 student 1 has begun, 1 is done.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Ada/ })).toContainText('3/3')

  // Other dates for one, and back.
  await page.getByRole('button', { name: 'Other dates for Ada' }).click()
  await page.getByRole('dialog').getByLabel('Due').fill('2026-11-27')
  await expectWellSet(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Ada/ })).toContainText('due Friday for them')
  await student.goto(path)
  await student.getByRole('link', { name: 'Violins' }).click()
  await expect(student.getByText('These dates were set for you')).toBeVisible()

  // Changed, and taken back: what was given stays.
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Name').fill('The violins')
  await page.getByLabel('Every item recalled on several days').check()
  await page.getByRole('spinbutton', { name: 'Days' }).fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('every item has been recalled on 2 days')).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Taken back')).toBeVisible()
  await student.goto('/decks')
  await expect(student.getByRole('link', { name: 'Violins', exact: true })).toBeVisible()
  await student.context().close()
  expect(pageErrors).toEqual([])
})

/** What a teacher sees of a class's answers, and that a student sees the same of themselves and of nobody else. */
import type { Page } from '@playwright/test'
import { TEST_NOW_COOKIE } from '../app/cookies'
import { signUp } from './account'
import { anotherPage, joinClass, openClass } from './class'
import { expectWellSet } from './looks'
import { expect, test } from './passage'
import { allSent, answer, nextQuestion } from './session'
import { addText } from './skerry'
import { ONE_WIDTH } from './widths'

const MILL = `# The mill at Arden

The mill at Arden was built by Anna Berg between 1868 and 1871. It is 43 metres high.

In the flood of 1884 the Arden mill lost 40 per cent of its grain.
`
const MONDAY = new Date('2026-11-23T09:00:00Z')
const THURSDAY = new Date('2026-11-26T09:00:00Z')

const clock = (page: Page, when: Date, url: string | undefined) =>
  page.context().addCookies([{ name: TEST_NOW_COOKIE, value: String(when.getTime()), url }])

/** Forgets what says so once, and knows the rest. Gives how many answers that took. */
async function studyAll(page: Page, assignment: string, forgets: RegExp): Promise<number> {
  await page.goto(assignment)
  await page.getByRole('link', { name: 'Study just this' }).click()
  const met = new Set<string>()
  let answers = 0
  for (let words = await nextQuestion(page); words !== null; words = await nextQuestion(page)) {
    const forgotten = forgets.test(words) && !met.has(words)
    met.add(words)
    await answer(page, forgotten ? 'Again' : 'Easy')
    answers++
  }
  await allSent(page)
  return answers
}

/** On a phone and on a desk, by day and by night. */
async function expectWellSetEverywhere(page: Page): Promise<void> {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size)
    await expectWellSet(page)
  }
}

test(
  'a class’s answers show who is behind and which passage to teach again',
  ONE_WIDTH,
  async ({ page, browser, baseURL, moveClockTo }) => {
    test.slow()
    await moveClockTo(MONDAY)
    await signUp(page, 'Ms Keller')
    const text = await addText(page, MILL)
    await page.goto(`${text}/proposals`)
    await page.getByRole('button', { name: /^Keep all \d+$/ }).click()
    await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()
    const { path, code } = await openClass(page, 'History 9c')
    await page.goto(`${path}/assign`)
    await page.getByRole('combobox', { name: 'Deck' }).selectOption({ label: 'The mill at Arden' })
    await page.getByLabel('Due', { exact: true }).fill('2026-12-03')
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'The mill at Arden' })).toBeVisible()
    const assignment = new URL(page.url()).pathname

    const [ada, ben] = [await anotherPage(browser, page), await anotherPage(browser, page)]
    await clock(ada, MONDAY, baseURL)
    await joinClass(ada, code, 'Ada')
    await clock(ben, MONDAY, baseURL)
    await joinClass(ben, code, 'Ben')
    const answers = await studyAll(ada, assignment, /flood|grain/)
    expect(answers).toBeGreaterThan(1)

    // Three days later: Ben has not begun.
    await moveClockTo(THURSDAY)
    await page.goto(path)
    await page.getByRole('link', { name: 'Results' }).click()
    await expect(page.getByText('Of 2 students: 1 behind, 1 ')).toBeVisible()
    const rows = page.getByRole('table').getByRole('rowheader')
    await expect(rows.first()).toContainText('Ben')
    await expect(page.getByRole('row', { name: /Ada/ })).toContainText(String(answers))
    await expectWellSetEverywhere(page)

    // From the passage to its items, and to where one mends them.
    await page.getByRole('link', { name: 'The text' }).click()
    const toTeach = page.getByRole('region', { name: 'To teach again tomorrow' })
    await expect(toTeach.getByRole('listitem').first()).toContainText('In the flood of 1884')
    await expect(toTeach.getByRole('listitem').first()).toContainText('of 1 person')
    await expectWellSetEverywhere(page)
    await toTeach.getByRole('link', { name: /^In the flood/ }).click()
    const figure = page.getByRole('link', {
      name: /^This passage: recalled \d+ % by 1 of 2 people/,
    })
    await expect(figure.last()).toBeInViewport()
    await figure.last().click()
    await expect(page.getByText(/of one passage\. All \d+/)).toBeVisible()
    await expect(page.getByText('Too few people to tell').first()).toBeVisible()
    await expectWellSetEverywhere(page)
    await page.getByRole('link', { name: 'Open this item' }).first().click()
    await expect(page).toHaveURL(/\/items\//)

    // The student sees the same line, and nobody else’s.
    await page.goto(`${path}/results`)
    const href = await page.getByRole('link', { name: 'Ada' }).getAttribute('href')
    await clock(ada, THURSDAY, baseURL)
    await ada.goto(path)
    await ada.getByRole('link', { name: 'What is said of you' }).click()
    await expect(ada).toHaveURL(new RegExp(`${href}$`))
    await expect(ada.getByText('Ms Keller can see this page exactly as you see it')).toBeVisible()
    const figures = ada.getByRole('main').locator('dl')
    const own = await figures.textContent()
    await ada.getByText(/items behind these figures/).click()
    await expect(ada.getByRole('table', { name: /^The items of/ })).toBeVisible()
    await expectWellSetEverywhere(ada)
    await page.goto(href ?? '')
    expect(await page.getByRole('main').locator('dl').textContent()).toBe(own)
    expect((await ben.request.get(href ?? '')).status()).toBe(404)
    expect((await ben.request.get(`${path}/results`)).status()).toBe(404)

    // As files, for those who teach.
    const file = await page.request.get(`/api${path}/answers.csv`)
    expect(file.headers()['content-type']).toContain('text/csv')
    expect((await file.text()).trimEnd().split('\r\n')).toHaveLength(1 + answers)
    expect((await ben.request.get(`/api${path}/answers.csv`)).status()).toBe(403)
    await ada.context().close()
    await ben.context().close()
  },
)

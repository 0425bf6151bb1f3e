/**
 * A class from the evening before to the lesson after: a teacher assigns a text that was just pasted, two students study it,
 * one with an account and one without, one of them without a network for a while; and the teacher sees what both missed.
 */
import type { Page } from '@playwright/test'
import { TEST_NOW_COOKIE } from '../app/cookies'
import { signUp } from './account'
import { anotherPage, joinClass, openClass } from './class'
import { expectWellSet } from './looks'
import { expect, test } from './passage'
import { allSent, answer, nextQuestion, said, waitingKeys } from './session'
import { addText, SKERRY } from './skerry'
import { ONE_WIDTH } from './widths'

const DAY_MS = 86_400_000
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** What nobody remembers of the keepers; all else is known. */
const MISSED = /Shaw|last keeper/

/** Goes through the session of an assignment; of what is missed, once, and says which questions those were. */
async function study(page: Page, assignment: string, between: (answered: number) => Promise<void>) {
  await page.goto(assignment)
  await page.getByRole('link', { name: 'Study just this' }).click()
  const missed: string[] = []
  for (let answered = 0; ; answered++) {
    const question = await nextQuestion(page)
    if (question === null) return missed
    const misses = MISSED.test(question) && !missed.includes(question)
    if (misses) missed.push(question)
    await answer(page, misses ? 'Again' : 'Easy')
    await between(answered + 1)
  }
}

test(
  'a teacher, two students, and the passage that both missed',
  ONE_WIDTH,
  async ({ page, browser }) => {
    test.slow()
    await signUp(page, 'Nadia Krupa')
    const text = await addText(page, SKERRY)
    await page.goto(`${text}/proposals`)
    const kept = page.waitForResponse((response) => response.url().endsWith('/api/decisions'))
    await page.getByRole('button', { name: /^Keep all \d+$/ }).click()
    await kept
    const room = await openClass(page, 'History 10b')
    await page.getByRole('link', { name: 'Assign a deck' }).click()
    const deck = page.getByLabel('Deck', { exact: true })
    await deck.selectOption({ label: 'The Light at Skerry Point' })
    await page.getByLabel('Due', { exact: true }).fill(isoDay(Date.now() + DAY_MS))
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Light at Skerry Point')
    const assignment = new URL(page.url()).pathname

    const vera = await anotherPage(browser, page)
    await signUp(vera, 'Vera Holm')
    await joinClass(vera, room.code, 'Vera')
    const guest = await anotherPage(browser, page)
    await joinClass(guest, room.code, 'Ilya')

    const missedByVera = await study(vera, assignment, async () => undefined)
    expect(missedByVera).not.toEqual([])
    await allSent(vera)
    // The other one goes into a tunnel after two answers and comes out with all of them.
    const missedByIlya = await study(guest, assignment, async (answered) => {
      if (answered === 2) {
        await allSent(guest)
        await guest.context().setOffline(true)
      }
      if (answered === 4) {
        await expect(said(guest, '2 answers wait on this device.')).toBeVisible()
        expect(await waitingKeys(guest)).toHaveLength(2)
        await guest.context().setOffline(false)
      }
    })
    expect(missedByIlya.toSorted()).toEqual(missedByVera.toSorted())
    await allSent(guest)

    // The next morning, on the teacher's clock.
    const url = new URL(page.url()).origin
    const tomorrow = String(Date.now() + DAY_MS)
    await page.context().addCookies([{ name: TEST_NOW_COOKIE, value: tomorrow, url }])
    await page.goto(`${assignment}/text`)
    const toTeach = page.getByRole('region', { name: 'To teach again tomorrow' })
    await expect(toTeach.getByRole('listitem').first()).toContainText('The station employed')
    await expect(toTeach.getByRole('listitem').first()).toContainText('2 people')
    await expect(
      page.locator('.heat[data-heat]').filter({ hasText: 'Margaret Shaw' }).first(),
    ).toBeVisible()
    await expectWellSet(page)

    // Each student sees of themselves what the teacher sees, and nothing of the other.
    await page.goto(`${room.path}/grades`)
    await expect(page.getByRole('row', { name: /^Vera/ })).toContainText('100 %')
    await expect(page.getByRole('row', { name: /^Ilya/ })).toContainText('100 %')
    await expectWellSet(page)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('history-10b-grades.csv')
    await guest.goto(`${room.path}/grades`)
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Your grades')
    await expect(guest.getByRole('main')).not.toContainText('Vera')
    await expectWellSet(guest)
    // All of it was new today, and nothing of it is left.
    await expect(guest.getByRole('table', { name: /day by day$/ })).toContainText('100 %')

    await vera.context().close()
    await guest.context().close()
  },
)

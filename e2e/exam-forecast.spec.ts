/** The forecast of an exam moves with what is studied, and says by how much and why. */
import { expectWellSet } from './looks'
import { idOf, MAKER, makeDeck, RIVER, SPIRE, study, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, nextQuestion } from './session'

test('a forecast moves by what was answered since', async ({ page, moveClockTo, pageErrors }) => {
  await moveClockTo(new Date('2026-11-22T09:00:00Z'))
  const violins = await makeDeck(page, 'Violins')
  await writeItems(page, violins, [RIVER, SPIRE, MAKER])
  await page.goto(`/exams/new?deck=${idOf(violins)}`)
  await page.getByLabel('Date', { exact: true }).fill('2026-11-29')
  await page.getByRole('button', { name: 'Make the exam' }).click()
  await expect(page.getByText('If you stop today', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Since /)).toHaveCount(0)
  const exam = page.url()

  await study(page, violins)
  for (let words = await nextQuestion(page); words !== null; words = await nextQuestion(page)) {
    await answer(page, 'Easy')
  }
  await allSent(page)

  await moveClockTo(new Date('2026-11-23T09:00:00Z'))
  // The plan met some of them on the day before, and leaves the others for later days.
  await page.goto(exam)
  await expect(page.getByText(/^Since Sun 22 Nov: up \d+ points/)).toBeVisible()
  await expectWellSet(page)
  expect(pageErrors).toEqual([])
})

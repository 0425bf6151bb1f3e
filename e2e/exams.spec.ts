/** An exam: made in a minute, seen on Today, weighed, put away and brought back; afterwards its score. */
import { expectWellSet } from './looks'
import { idOf, MAKER, makeDeck, RIVER, SPIRE, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'
import { addText, SKERRY } from './skerry'

test('an exam is made from a deck, a section and an item, weighed, deleted and brought back', async ({
  page,
  moveClockTo,
  pageErrors,
}) => {
  test.slow()
  await moveClockTo(new Date('2026-11-22T09:00:00Z'))
  const violins = await makeDeck(page, 'Violins')
  await writeItems(page, violins, [RIVER, SPIRE, MAKER])
  const wood = await makeDeck(page, 'Wood')
  await writeItems(page, wood, [WHY])
  const text = await addText(page, SKERRY)
  await page.goto(`${text}/proposals`)
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/decisions'))
  await page.getByRole('button', { name: /^Keep all \d+$/ }).click()
  await kept

  await page.goto('/exams')
  await expect(page.getByText('There is no exam here.')).toBeVisible()
  await expectWellSet(page)
  await page.goto(`/exams/new?deck=${idOf(violins)}`)
  await expectWellSet(page)

  // What is missing is said, and what was filled in stays.
  await page.getByLabel('Sundays').check()
  await page.getByRole('button', { name: 'Make the exam' }).click()
  await expect(page.getByText('Give the date of the exam.')).toBeVisible()
  await page.getByLabel('Date', { exact: true }).fill('2026-12-14')

  const skerry = page.getByRole('group', { name: 'The Light at Skerry Point' })
  await skerry.getByText('Only some sections').click()
  await skerry.getByRole('checkbox', { name: /^Building the tower/ }).check()
  // Enter looks for items, and does not send the form.
  await page.getByLabel('Words of an item').fill('wood')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Add: ${WHY.question}` }).click()
  await expect(page.getByRole('checkbox', { name: WHY.question })).toBeChecked()
  await page.getByLabel('A single day').fill('2026-12-08')
  await page.getByRole('button', { name: 'Add the day' }).click()
  await expectWellSet(page)
  await page.getByRole('button', { name: 'Make the exam' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Violins' })).toBeVisible()
  await expect(page.getByText('Monday 14 December 2026, 9:00 · in 22 days')).toBeVisible()
  const section = (title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })
  const row = (name: string, of = 'What is in it') =>
    section(of).getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('Violins')).toContainText('0/3')
  await expect(row('Wood')).toContainText('0/1')
  await expect(row('Building the tower')).toBeVisible()
  await expect(row('The keepers')).toHaveCount(0)
  // Which of the two depends on the days that chance finds for so few items: every exam has its own.
  await expect(page.getByText(/20 minutes a day suffice(\.|, but days are off\.)/)).toBeVisible()
  await expect(page.getByText('Today is off')).toBeVisible()
  await expect(page.getByText(/(\d+) items of \1 not seen in full/)).toBeVisible()
  await page.getByText('The forecast by section').click()
  await page.getByText('Day by day').click()
  await expect(row('Sun 6 Dec', 'The plan')).toContainText('off')
  await expect(row('Tue 8 Dec', 'The plan')).toContainText('off')
  await expectWellSet(page)

  await page.getByText('Change the weights').click()
  await page.getByLabel('Violins').fill('many')
  await page.getByRole('button', { name: 'Save the weights' }).click()
  await expect(page.getByText('A weight is a number.')).toBeVisible()
  await page.getByLabel('Violins').fill('1,5')
  await page.getByLabel('Wood').fill('0.5')
  await page.getByLabel('Building the tower').fill('0')
  await page.getByRole('button', { name: 'Save the weights' }).click()
  await expect(row('Violins')).toContainText('75 %')
  await expect(row('Wood')).toContainText('25 %')
  await expectWellSet(page)

  await page.goto('/')
  await expect(page.getByText(/^Exam 14 Dec: \d+–\d+ % if you follow the plan/)).toBeVisible()
  await expectWellSet(page)
  await page.getByRole('link', { name: 'Exam 14 Dec' }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('2026-12-14')
  await expect(page.getByLabel('Sundays')).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Tue 8 Dec' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Name' }).fill('Finals')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Finals' })).toBeVisible()

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('This exam is deleted.')).toBeVisible()
  await expectWellSet(page)
  await page.goto('/exams')
  await page.getByText('Deleted, 1 exam').click()
  await page.getByRole('link', { name: 'Finals' }).click()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible()

  // Afterwards: what came of it.
  await moveClockTo(new Date('2026-12-14T12:00:00Z'))
  await page.goto('/exams')
  await expect(page.getByText('enter the score')).toBeVisible()
  await expectWellSet(page)
  await page.getByRole('link', { name: 'Finals' }).click()
  await page.getByLabel('Your score').fill('23,5')
  await page.getByLabel('out of').fill('30')
  await expectWellSet(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByText(
      /^You got 23.5 of 30, which is 78 %. We said \d+, you got 78: (within|above) the range/,
    ),
  ).toBeVisible()
  await page.goto('/exams')
  await expect(
    page.getByText(/^Of 1 exam with a score, [01] came out within the range/),
  ).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Exam 14 Dec')).toHaveCount(0)
  expect(pageErrors).toEqual([])
})

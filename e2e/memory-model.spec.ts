import type { Page } from '@playwright/test'
import { CardId } from '../lib/core/ids'
import { FORGETFUL, logsOf } from '../lib/core/memory/learner-fixture'
import { wired } from '../lib/core/review/dated'
import { addDays, toStudyDay } from '../lib/core/time/study-day'
import { expectWellSet } from './looks'
import { makeDeck, RIVER, SPIRE, study, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer, nextQuestion } from './session'

test.describe('the memory model', () => {
  test('before there are answers enough says what is in use, what comes, and what each retention costs', async ({
    page,
    moveClockTo,
  }) => {
    await moveClockTo(new Date('2026-03-02T09:00:00Z'))
    await page.goto('/settings')
    const section = page.locator('#memory-model')
    await expect(section.getByText('In use: the usual weights of FSRS-6')).toBeVisible()
    await expect(section.getByText('You have given 0 answers. At 1,000 weights')).toBeVisible()
    await expect(section.getByRole('button', { name: /own weights/ })).toHaveCount(0)
    await expect(section.getByRole('button', { name: 'Set all days anew' })).toHaveCount(0)

    const table = page.getByRole('table', { name: /each desired retention/ })
    const row = (name: RegExp) => table.getByRole('row', { name })
    await expect(row(/^90 % now/)).toHaveAttribute('aria-current', 'true')
    await expect(table.getByRole('row')).toHaveCount(7)
    await expectWellSet(page)

    await page.getByLabel('Desired retention').selectOption('85')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(row(/^85 % now/)).toHaveAttribute('aria-current', 'true')
    await expect(row(/^90 %/)).not.toHaveAttribute('aria-current', 'true')
    // More is known of what is kept surer, and it takes more time.
    const cells = async (name: RegExp) =>
      (await row(name).getByRole('cell').allTextContents()).map((words) =>
        Number(words.replaceAll(',', '')),
      )
    const [lower, higher] = [await cells(/^80 %/), await cells(/^95 %/)]
    expect(higher.at(-1)).toBeGreaterThan(lower.at(-1) ?? Number.NaN)
    expect(higher[1]).toBeGreaterThan(lower[1] ?? Number.NaN)
  })

  test('shows what setting all days anew would do, and does it', async ({ page, moveClockTo }) => {
    await moveClockTo(new Date('2026-03-02T09:00:00Z'))
    const deck = await makeDeck(page, 'Strings')
    await writeItems(page, deck, [RIVER, SPIRE])
    await study(page, deck)
    while ((await nextQuestion(page)) !== null) await answer(page, 'Easy')
    await allSent(page)
    await page.goto('/settings')
    await page.getByLabel('Desired retention').selectOption('97')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Days that are set already stay')).toBeVisible()

    const anew = page.locator('#memory-model').getByRole('button', { name: 'Set all days anew' })
    await anew.click()
    const dialog = page.getByRole('dialog', { name: 'Set all days anew' })
    await expect(dialog.getByText('2 of 2 items would come on another day')).toBeVisible()
    await expect(dialog.getByRole('row', { name: 'Due within 30 days 2 2' })).toBeVisible()
    await expectWellSet(page)
    await dialog.getByRole('button', { name: 'Set all days anew' }).click()
    await expect(dialog).toHaveCount(0)
    await anew.click()
    await expect(dialog.getByText('0 of 2 items would come on another day')).toBeVisible()
  })

  test('of one’s own is found after 1,000 answers, says what it rests on, and can be left again', async ({
    page,
  }) => {
    await page.goto('/settings')
    await sendYears(page)
    await page.goto('/settings')
    const section = page.locator('#memory-model')
    // The worker takes a second or two; the page looks again by itself.
    await expect(section.getByText('In use: your weights no. 1.')).toBeVisible({ timeout: 30_000 })
    const words =
      (await section
        .getByText(/^Found from/)
        .first()
        .textContent()) ?? ''
    const [, own = '', usual = ''] =
      /off by ([\d.]+) with them and by ([\d.]+) with the usual/.exec(words) ?? []
    expect(Number(own)).toBeLessThan(Number(usual))
    await expect(
      section.getByText(/At 2,000 weights of your own are looked for again/),
    ).toBeVisible()
    await section.getByText('The 21 weights, to copy').click()
    await expect(section.getByText(/^(\d+(\.\d+)?, ){20}\d/)).toBeVisible()
    await expectWellSet(page)

    await section.getByRole('button', { name: 'Look for my own weights now' }).click()
    await expect(section.getByText('There is no new review since the last try')).toBeVisible()

    await section.getByRole('button', { name: 'Back to the usual weights' }).click()
    const dialog = page.getByRole('dialog', { name: 'Back to the usual weights' })
    await expect(
      dialog.getByText(/^Set anew, \d+ of \d+ items would come on another day/),
    ).toBeVisible()
    await expectWellSet(page)
    await dialog.getByRole('button', { name: 'Use them, keep the days' }).click()
    await expect(section.getByText('In use: the usual weights of FSRS-6.')).toBeVisible()
    await expect(section.getByRole('button', { name: 'Use your weights no. 1' })).toBeVisible()
  })
})

const DAY_MS = 86_400_000

/** Some 1,300 answers of somebody who forgets sooner than most, over the 200 days before today. */
async function sendYears(page: Page): Promise<void> {
  const { items } = await page.evaluate(() =>
    fetch('/api/provisions').then(
      (answer): Promise<{ items: { cards: { id: string }[] }[] }> => answer.json(),
    ),
  )
  const cards = items
    .flatMap((item) => item.cards.map((card) => CardId.parse(card.id)))
    .slice(0, 90)
  const from = addDays(toStudyDay(Math.floor(Date.now() / DAY_MS)), -201)
  const logs = logsOf({ seed: 'a', cards, from, days: 200, truth: FORGETFUL })
  const events = [...logs.values()].flat().map((event) => wired(event, 'UTC'))
  expect(events.length).toBeGreaterThan(1_000)
  // The last batch alone goes beyond 1,000, so that the try sees all of them.
  for (const batch of [events.slice(0, 450), events.slice(450, 900), events.slice(900)]) {
    const statuses = await page.evaluate(
      (sent) =>
        fetch('/api/reviews', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ events: sent }),
        })
          .then((answer): Promise<{ results: { status: string }[] }> => answer.json())
          .then(({ results }) => results.map((result) => result.status)),
      batch,
    )
    expect(new Set(statuses)).toEqual(new Set(['stored']))
  }
}

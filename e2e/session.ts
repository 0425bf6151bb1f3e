/** What stands on the review page, by role and name. */
import { expect, type Page } from '@playwright/test'

export const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

export const grade = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}\\b`) })

export const summary = (page: Page) => page.getByRole('heading', { level: 1, name: /answered$/ })

export const show = (page: Page) => page.getByRole('button', { name: /^(Answer|Show answer)$/ })

export const goOn = (page: Page) => page.getByRole('button', { name: 'Go on' })

/** Lines of the page that are read out when they change. */
export const said = (page: Page, words: string | RegExp) =>
  page.getByRole('main').getByRole('status').filter({ hasText: words })

/** Waits for the next question, or the summary. Gives the words of the question, null at the end. */
export async function nextQuestion(page: Page): Promise<string | null> {
  await expect(show(page).or(summary(page))).toBeVisible()
  if (await summary(page).isVisible()) return null
  return page.getByRole('main').locator('#question, p:has(input)').first().textContent()
}

/** Looks at the answer and says how well it was known; of a list, of each element. */
export async function answer(page: Page, name: 'Again' | 'Good' | 'Easy'): Promise<void> {
  await show(page).click()
  await expect(goOn(page).or(grade(page, name))).toBeVisible()
  if (!(await goOn(page).isVisible())) return grade(page, name).click()
  const missed = page.getByRole('button', { name: /: missed/ })
  while (name !== 'Again' && (await missed.count()) > 0) await missed.first().click()
  await goOn(page).click()
}

/** The answers that wait in this browser: in the journal, and on the shelf of its database. */
export const waitingKeys = (page: Page) =>
  page.evaluate(async () => {
    const journal = Object.keys(localStorage).filter((key) => key.startsWith('passage.outbox'))
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('passage')) return journal
    const shelf = await new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('passage')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const db = opening.result
        const reading = db.transaction('outbox').objectStore('outbox').getAllKeys()
        reading.onerror = () => reject(reading.error)
        reading.onsuccess = () => {
          db.close()
          resolve(reading.result.map(String))
        }
      }
    })
    return [...new Set([...journal, ...shelf].map((key) => key.slice(-36)))]
  })

/** Everything that was answered here has reached the server. */
export async function allSent(page: Page): Promise<void> {
  await expect.poll(() => waitingKeys(page)).toEqual([])
}

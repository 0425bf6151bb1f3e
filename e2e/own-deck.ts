/** A deck of one's own with items written by hand, so that a journey knows what it will be asked. */
import { expect, type Page } from '@playwright/test'

export type Written = {
  readonly question: string
  readonly answer?: string
  readonly elements?: readonly string[]
  readonly cloze?: string
  readonly wrong?: readonly [string, string]
}

/** Gives the address of its page. */
export async function makeDeck(page: Page, name: string): Promise<string> {
  await page.goto('/decks')
  await page.getByRole('button', { name: 'New deck' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Writes items for a deck, one after the other on the same page. */
export async function writeItems(
  page: Page,
  deck: string,
  items: readonly Written[],
): Promise<void> {
  await page.goto(`/items/new?deck=${idOf(deck)}`)
  for (const item of items) {
    await page.getByLabel('Question').fill(item.question)
    if (item.elements) {
      await page.getByLabel('The answer is a list').check()
      await page.getByLabel('Elements, one a line').fill(item.elements.join('\n'))
    } else {
      await page.getByLabel('Answer', { exact: true }).fill(item.answer ?? '')
    }
    if (item.cloze) await page.getByLabel('As a sentence with a gap').fill(item.cloze)
    if (item.wrong) {
      await page.getByLabel('First wrong option').fill(item.wrong[0])
      await page.getByLabel('Second wrong option').fill(item.wrong[1])
    }
    await page.getByRole('button', { name: 'Add the item' }).click()
    // The form is empty again when the item is stored.
    await expect(page.getByLabel('Question')).toHaveValue('')
  }
}

export const idOf = (address: string): string => address.split('/').at(-1) ?? ''

/** Begins a session on one deck: it is there when the question has the focus, and keys are heard from then on. */
export async function study(page: Page, deck: string): Promise<void> {
  await page.goto(`/review?deck=${idOf(deck)}`)
  await expect(page.getByRole('list', { name: 'Left in this session' })).toBeVisible()
  await expect(page.getByRole('main').locator(':focus')).toBeVisible()
}

export const RIVER: Written = { question: 'Which river runs through Cremona?', answer: 'the Po' }
export const SPIRE: Written = {
  question: 'How high is the tower of Cremona?',
  answer: '112 metres',
  wrong: ['95 metres', '140 metres'],
}
export const MAKER: Written = {
  question: 'Who made the violin of 1715?',
  answer: 'Antonio Stradivari',
  cloze: 'The violin of 1715 was made by ____ in his workshop.',
}
export const STRINGS: Written = {
  question: 'Name the strings of the violin.',
  elements: ['G string', 'D string', 'A string', 'E string'],
}
export const WHY: Written = {
  question: 'Why is the wood left to dry for years?',
  answer:
    'Because fresh wood holds water that leaves it slowly and unevenly, and a plate that is carved before it is dry warps, cracks and loses its voice.',
}

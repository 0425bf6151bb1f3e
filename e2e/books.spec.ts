import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { expect, test } from './passage'
import { ONE_WIDTH } from './widths'

/** The texts that ship again and again, each a chapter: so long that one has the time to stop it. */
function book(title: string): string {
  const texts = readdirSync('content')
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) =>
      readFileSync(`content/${name}`, 'utf8')
        .replace(/^---\n.*?\n---\n/s, '')
        .replace(/^#/gm, '##'),
    )
  const chapters = Array.from(
    { length: 30 },
    (_, i) => `## Chapter ${i + 1}\n\n${texts[i % texts.length]}`,
  )
  return `# ${title}\n\n${chapters.join('\n\n')}`
}

async function give(page: Page, title: string): Promise<void> {
  await page.goto('/texts/new')
  await page.getByLabel('Or a file').setInputFiles({
    ...{ name: 'book.md', mimeType: 'text/markdown', buffer: Buffer.from(book(title)) },
  })
  await page.getByRole('button', { name: 'Add this text' }).click()
  await expect(page.getByRole('region', { name: 'Long texts' })).toBeVisible()
}

test(
  'a book is gone through while one does something else, stopped, and gone on with',
  ONE_WIDTH,
  async ({ page }) => {
    test.slow()
    const title = 'The Reader of the Valley'
    await give(page, title)
    const books = page.getByRole('region', { name: 'Long texts' })
    const underWay = books.getByRole('heading', { name: `Being gone through: ${title}` })
    await expect(underWay).toBeVisible({ timeout: 30_000 })

    // On another page, and after a reload.
    await page.goto('/texts')
    await page.reload()
    await expect(books.getByText(/^Part \d+ of \d+, Chapter \d/)).toBeVisible({ timeout: 30_000 })
    await expect(books.getByText(/ [1-9]\d* items? proposed so far$/)).toBeVisible({
      timeout: 60_000,
    })
    await expectWellSet(page)
    await books.getByRole('button', { name: 'Stop' }).click()
    await expect(books.getByRole('heading', { name: `Stopped: ${title}` })).toBeVisible()
    const stays = /^What was done stays: the text, and the items of [1-9]\d* of \d+ parts\./
    await expect(books.getByText(stays)).toBeVisible()

    await books.getByRole('link', { name: 'Read it' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expectWellSet(page)
    await books.getByRole('button', { name: 'Go on with it' }).click()
    await expect(underWay).toBeVisible({ timeout: 30_000 })
    await books.getByRole('button', { name: 'Stop' }).click()
    await books.getByRole('button', { name: 'Leave it so' }).click()
    await expect(books).toHaveCount(0)

    // Each chapter has a deck of its own.
    await page.getByRole('link', { name: /^Go through \d+ proposals?$/ }).click()
    await page.getByRole('button', { name: /^Keep all \d+$/ }).click()
    await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()
    await page.goto('/decks')
    await expect(page.getByText(`${title}: Chapter 1`, { exact: true })).toBeVisible()
  },
)

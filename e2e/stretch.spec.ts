import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { expect, test } from './passage'
import { addText } from './skerry'

/** Something is said of the well that nobody would propose to ask, and that can be asked all the same. */
const WELL = `# The Well at Ostby

The well was dug by Rosa Lindt in 1874. It is 43 metres deep.

The bucket was perhaps made by Josef Klamm in 1926, and it is now kept in the museum of Ostby.
`

const rings = (page: Page) => page.getByRole('button', { name: /^(No items|Only \d+ prop)/ })

async function mark(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.reading') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at >= 0) window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
}

test('what is marked in a text yields items to keep, and then its passage has one', async ({
  page,
}) => {
  // A text is read, and four pages are looked at closely.
  test.slow()
  await page.goto('/texts/new')
  await addText(page, WELL)
  const line = page.getByText(/^Items were found in both passages\./)
  await expect(line).toBeVisible()
  await expectWellSet(page)
  await page.getByRole('link', { name: /^Go through \d+ proposals?$/ }).click()
  await expect(page.getByRole('heading', { name: 'Proposals' })).toBeVisible()
  await expect(line).toBeVisible()
  await expectWellSet(page)
  await page.getByRole('link', { name: 'See them in the text' }).click()
  const cover = page.getByRole('region', { name: 'Which passages have items' })
  await expect(cover).toContainText('Items on 0 of 2 passages.')
  await expect(rings(page)).toHaveCount(2)

  await mark(page, 'made by Josef Klamm in 1926')
  await page.getByRole('button', { name: 'Make items of the selected words' }).click()
  const panel = page.getByRole('region', { name: 'What can be asked here' })
  await expect(panel.getByRole('heading')).toBeFocused()
  await expect(panel.getByText(/^\d+ items?, less sure ones too/)).toBeVisible()
  await expectWellSet(page)
  const first = panel.getByRole('listitem').first()
  await first.getByRole('button', { name: /^Keep/ }).click()
  await expect(first.getByText('Kept', { exact: true })).toBeVisible()
  await expect(cover).toContainText('Items on 1 of 2 passages.')
  const covered = page.getByRole('button', { name: '1 item on this passage, not yet seen' })
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(rings(page)).toHaveCount(1)

  // The same by the keyboard alone: a passage is chosen by its mark.
  await covered.press('Enter')
  const items = page.getByRole('region', { name: '1 item on this passage' })
  await items.getByRole('button', { name: 'Make more items of it' }).press('Enter')
  await expect(panel.getByText('Kept', { exact: true })).toBeVisible()
  const byHand = panel.getByRole('link', { name: 'Write an item by hand' })
  await expect(byHand).toHaveAttribute('href', /^\/items\/new\?text=/)
  await panel.getByRole('button', { name: 'Close what can be asked here' }).press('Enter')
  await expect(covered).toBeFocused()

  await rings(page).first().click()
  await expect(page.getByRole('region', { name: 'No items on this passage' })).toBeVisible()
  await expectWellSet(page)

  await page.goto('/numbers')
  await page.getByRole('link', { name: 'How good the questions are' }).click()
  await expect(page.getByText(/1 kept.* Kept 100 % of 1 decided/)).toBeVisible()
  await expectWellSet(page)
})

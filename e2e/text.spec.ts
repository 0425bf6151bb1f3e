import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { expect, test } from './passage'

/** Opens the shipped text on the heart. */
async function openHeart(page: Page): Promise<string> {
  await page.goto('/texts')
  await page.getByRole('link', { name: 'The Heart’s Cycle' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'The Heart’s Cycle' })).toBeVisible()
  return page.url()
}

const pencilled = (page: Page) =>
  page
    .locator('.reading [data-items]')
    .evaluateAll((strokes) =>
      strokes
        .filter((stroke) => getComputedStyle(stroke).backgroundImage !== 'none')
        .map((stroke) => stroke.textContent ?? ''),
    )

test('a text is set for reading, and its marks open what is asked there', async ({ page }) => {
  await openHeart(page)
  await expect(page.getByRole('heading', { level: 2, name: 'Two pumps in one' })).toBeVisible()
  await expectWellSet(page)
  expect(await pencilled(page)).toEqual([])

  const mark = page
    .getByRole('button', { name: /\d+ items? on this passage, not yet seen/ })
    .first()
  await mark.hover()
  await expect.poll(() => pencilled(page)).not.toEqual([])
  await mark.click()
  const items = page.getByRole('region', { name: /on this passage/ })
  await expect(items.getByRole('heading')).toBeFocused()
  await expectWellSet(page)
  const link = items.getByRole('listitem').getByRole('link').first()
  await expect(link).toHaveAttribute('href', /^\/items\/[0-9a-f-]{36}$/)

  await page.keyboard.press('Escape')
  await expect(items).toHaveCount(0)
  await expect(mark).toBeFocused()

  await mark.press('Enter')
  await link.click()
  await expect(page).toHaveURL(/\/items\/[0-9a-f-]{36}$/)
})

test('on a phone the items come up from below, and their passage stays in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openHeart(page)
  const mark = page.getByRole('button', { name: /on this passage/ }).nth(4)
  await mark.click()
  await expect(page.getByRole('region', { name: /on this passage/ })).toBeInViewport()
  await expect(mark).toBeInViewport()
  await page.getByRole('button', { name: 'Close the items of this passage' }).click()
  await expect(mark).toBeFocused()
})

test('the contents lead to a section', async ({ page }) => {
  await openHeart(page)
  const onPhone = page.getByText('Contents', { exact: true }).and(page.locator('summary'))
  if (await onPhone.isVisible()) await onPhone.click()
  const link = page.getByRole('link', { name: 'What the ear can hear' })
  await link.filter({ visible: true }).click()
  await expect(page.getByRole('heading', { name: 'What the ear can hear' })).toBeInViewport()
})

test('an address with a place in it goes there and pencils it', async ({ page }) => {
  const address = await openHeart(page)
  const row = page.locator('.reading-row p').last()
  const start = Number(await row.locator('xpath=..').getAttribute('data-content'))
  const words = ((await row.textContent()) ?? '').slice(0, 12)
  await page.goto(`${address}?at=${start}-${start + 12}#place`)
  const place = page.locator('mark[data-place]')
  await expect(place).toHaveText(words)
  await expect(place).toBeInViewport()
  await expectWellSet(page)

  await page.goto(`${address}#o${start}`)
  await expect(row).toBeInViewport()
  for (const nonsense of ['?at=9-3', '?at=x', '?at=999999998-999999999', '#o99999999', '#o']) {
    await page.goto(`${address}${nonsense}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('mark[data-place]')).toHaveCount(0)
  }
})

test('selected words become the passage of a new item', async ({ page }) => {
  const address = await openHeart(page)
  const words = await page.evaluate(() => {
    // From the middle of one stroke into the next, over marks and emphasis.
    const row = [...document.querySelectorAll('.reading-row')].find(
      (candidate) => candidate.querySelectorAll('p [data-o]').length > 2,
    )
    const pieces = [...(row?.querySelectorAll('p [data-o]') ?? [])]
    const [first, last] = [pieces[0]?.firstChild, pieces[2]?.firstChild]
    const selection = window.getSelection()
    if (!(first instanceof Text) || !(last instanceof Text) || !selection) return ''
    selection.setBaseAndExtent(first, 3, last, 2)
    return selection.toString().trim()
  })
  expect(words.length).toBeGreaterThan(10)
  const write = page.getByRole('link', { name: 'Write an item on the selected words' })
  await expect(write).toBeVisible()
  await expectWellSet(page)
  const query = new URL((await write.getAttribute('href')) ?? '', address).searchParams
  await write.click()
  await expect(page).toHaveURL(/\/items\/new\?/)

  await page.goto(`${address}?at=${query.get('start')}-${query.get('end')}`)
  const marked = (await page.locator('mark[data-place]').allInnerTexts()).join('')
  expect(marked).toBe(words)
})

import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { alive, expect, test } from './passage'
import { addText, SKERRY } from './skerry'
import { ONE_WIDTH } from './widths'

const decided = (page: Page, words: string) =>
  expect(page.getByText(words, { exact: true })).toBeVisible()

/** Until the server has every decision. */
const allSent = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(window.localStorage).every((key) => !key.startsWith('passage.decisions')),
  )

/** How many proposals wait, as the page says it. */
async function total(page: Page): Promise<number> {
  const said = await page.getByText(/^\d+ of \d+ decided$/).textContent()
  return Number(/of (\d+)/.exec(said ?? '')?.[1])
}

test.describe('a text', () => {
  test('is pasted, gone through beside its passages, and kept', async ({ page }) => {
    // Five pages looked at closely, by day and by night.
    test.slow()
    await page.goto('/texts/new')
    await expectWellSet(page)
    await addText(page, SKERRY)
    await expect(
      page.getByRole('heading', { name: 'Added: The Light at Skerry Point' }),
    ).toBeFocused()
    await expectWellSet(page)

    await page.getByRole('link', { name: /^Go through \d+ proposals$/ }).click()
    const all = await total(page)
    expect(all).toBeGreaterThanOrEqual(3)
    const passage = page.getByRole('region', { name: 'The passage it comes from' })
    const item = page.getByRole('article', { name: 'The proposed item' })
    expect(SKERRY).toContain(await passage.locator('mark').first().textContent())
    await expectWellSet(page)

    // One key each, and a way back.
    const first = await item.getByRole('heading').textContent()
    await page.keyboard.press('k')
    await decided(page, `1 of ${all} decided`)
    await expect(page.getByText(`Kept. 1 of ${all} decided.`)).toBeAttached()
    await expect(item.getByRole('heading')).not.toHaveText(first ?? '')
    await page.keyboard.press('r')
    await decided(page, `2 of ${all} decided`)
    await page.keyboard.press('u')
    await decided(page, `1 of ${all} decided`)
    await page.keyboard.press('ArrowLeft')
    await expect(item.getByRole('heading')).toHaveText(first ?? '')
    await expect(item.getByRole('button', { name: 'Kept' })).toBeVisible()
    await page.keyboard.press('j')

    // Mended before it is kept.
    await page.keyboard.press('e')
    const question = page.getByLabel('Question')
    await expect(question).toBeFocused()
    await expectWellSet(page)
    await question.fill('')
    await page.getByRole('button', { name: 'Save and keep' }).click()
    await expect(page.getByText('A question is missing.')).toBeVisible()
    await expect(question).toBeFocused()
    await question.fill('When was the lamp of Skerry Point first lit?')
    await page.keyboard.press('Control+Enter')
    await decided(page, `2 of ${all} decided`)

    await item.getByRole('button', { name: /^Keep all \d+$/ }).click()
    await expect(page.getByRole('heading', { name: 'All decided' })).toBeFocused()
    await expect(page.getByText(`${all} items kept, 0 rejected.`)).toBeVisible()
    await expectWellSet(page)

    await page.goto('/')
    await expect(page.getByText(`${all} items`, { exact: true })).toBeVisible()
    await page.goto('/search?q=lit')
    await expect(page.getByText('When was the lamp of Skerry Point first lit?')).toBeVisible()
  })

  test('is chosen as a file, in a section kept at once, on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/texts/new')
    const buffer = Buffer.from(`\uFEFF${SKERRY.replaceAll('\n', '\r\n')}`)
    await page
      .getByLabel('Or a file')
      .setInputFiles({ name: 'skerry.md', mimeType: 'text/markdown', buffer })
    await expect(page.getByText('skerry.md')).toBeVisible()
    await page.getByRole('button', { name: 'Add this text' }).click()
    await page.getByRole('link', { name: /^Go through/ }).click()
    const all = await total(page)
    const keepSection = page.getByRole('button', { name: /of this section$/ })
    const some = Number(/\d+/.exec((await keepSection.textContent()) ?? '')?.[0])
    expect(some).toBeLessThan(all)
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeInViewport()
    await keepSection.click()
    await decided(page, `${some} of ${all} decided`)
    await page.getByRole('button', { name: 'Undo' }).click()
    await decided(page, `0 of ${all} decided`)
    await page.getByRole('button', { name: 'Reject' }).click()
    await decided(page, `1 of ${all} decided`)

    // The page is made anew while decisions are still on their way.
    await page.reload()
    await decided(page, `1 of ${all} decided`)

    // What was rejected can be had back on another day.
    await allSent(page)
    await page.reload()
    await decided(page, `1 of ${all} decided`)
    await page.getByText('1 item rejected earlier').click()
    await page.getByRole('button', { name: /^Propose again/ }).click()
    await decided(page, `0 of ${all} decided`)
  })

  test('that is here already changes nothing', ONE_WIDTH, async ({ page }) => {
    const first = await addText(page, SKERRY)
    const again = await addText(page, SKERRY)
    expect(again).toBe(first)
    await expect(page.getByRole('heading', { name: /^Here already/ })).toBeVisible()
  })

  test('that was edited keeps its items and shows what is retired', async ({ page }) => {
    const address = await addText(page, SKERRY)
    await page.goto(`${address}/proposals`)
    const marked = page.getByRole('region', { name: 'The passage it comes from' }).locator('mark')
    const gone = (await marked.first().textContent()) ?? ''
    expect(SKERRY).toContain(gone)
    await page.getByRole('button', { name: /^Keep all \d+$/ }).click()
    await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()

    const edited = SKERRY.replace(gone, 'Nobody wrote down who built it.')
    expect(await addText(page, edited)).toBe(address)
    await expect(page.getByRole('heading', { name: /^A new revision/ })).toBeVisible()
    await expect(
      page.getByText(/\d+ items? stays? with what you remember.*\d+ (is|are) retired/),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Read it' }).click()
    await expect(page.getByText('revision 2')).toBeVisible()
    const retired = page.locator('#retired')
    await expect(retired).toContainText(gone)
    await expectWellSet(page)
  })
})

test.describe('what is no text', () => {
  const bad = [
    { name: 'empty.txt', buffer: Buffer.alloc(0), says: 'is empty' },
    { name: 'large.txt', buffer: Buffer.alloc(20_000_000, 'a '), says: 'too large: 20.0 MB' },
    { name: 'photo.jpg', buffer: Buffer.from([255, 216, 255]), says: 'no .txt or .md file' },
    { name: 'binary.txt', buffer: Buffer.from([0, 1, 2, 0, 255, 0, 7, 0, 0]), says: /\w/ },
  ]
  for (const { name, buffer, says } of bad) {
    test(`is refused with its reason: ${name}`, async ({ page }) => {
      await page.goto('/texts/new')
      await page.getByLabel('Or a file').setInputFiles({ name, mimeType: '', buffer })
      const alert = page.getByRole('main').getByRole('alert').filter({ hasText: /\S/ })
      if ((await alert.count()) === 0) {
        await page.getByRole('button', { name: 'Add this text' }).click()
      }
      await expect(alert).toContainText(says)
      await page.goto('/texts')
      await expect(page.getByRole('main').getByText('not yet seen')).toHaveCount(3)
    })
  }

  test('is refused by the server too', ONE_WIDTH, async ({ page }) => {
    await page.goto('/texts')
    const large = await page.request.post('/api/texts', { data: Buffer.alloc(5_000_000, 'a') })
    expect(large.status()).toBe(413)
    expect(await large.json()).toMatchObject({ problem: { code: 'tooLarge' } })
    const foreign = await page.request.post('/api/texts', {
      data: SKERRY,
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(foreign.status()).toBe(403)
    const shout = await page.request.post('/api/decisions', {
      data: { itemIds: ['x'], decision: 'shout' },
    })
    expect(shout.status()).toBe(400)
    await page.reload()
    await expect(page.getByRole('main').getByText('not yet seen')).toHaveCount(3)
  })

  test('a text without one fact is read, and says so', async ({ page }) => {
    await addText(page, 'Quiet now. So it goes, and so it went.')
    await expect(page.getByText('No facts were found')).toBeVisible()
    await expect(page.getByText(/^No items were found in its one passage: it .+\./)).toBeVisible()
    await expectWellSet(page)
    await page.getByRole('link', { name: 'Read it' }).click()
    await expect(page.getByText('So it goes, and so it went.')).toBeVisible()
  })

  test('a text in another language is kept for reading, and says why nothing is asked', async ({
    page,
  }) => {
    const address = await addText(
      page,
      `La halle fut bâtie par les marchands de laine en 1790. Elle servait de dépôt pendant l'hiver, et les paysans de la vallée y vendaient leur beurre.`,
    )
    const why = page.getByText('It is not in English, and items are made of English prose only.')
    await expect(why).toBeVisible()
    await expectWellSet(page)
    await page.goto(address)
    await expect(why).toBeVisible()
  })

  test('markup in a text is shown as characters', async ({ page }) => {
    let asked = 0
    page.on('dialog', (dialog) => {
      asked++
      void dialog.dismiss()
    })
    const hostile = `# Of {{template}} and <img src=x onerror=alert(1)>

The mill at <script>alert(2)</script> Dunmore was built in 1790. In 1802 the *mill* lost 30 per cent of its {{stones}}.`
    const address = await addText(page, hostile)
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      '<img src=x onerror=alert(1)>',
    )
    await expect(page.getByText('<script>alert(2)</script>')).toBeVisible()
    await expect(page.locator('.reading em')).toHaveText('mill')
    await page.goto(`${address}/proposals`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(asked).toBe(0)
  })
})

test.describe('when the connection breaks', () => {
  test('nothing that was pasted is lost', ONE_WIDTH, async ({ page, pageErrors }) => {
    await page.goto('/texts/new')
    await page.route('**/api/texts', (route) => route.abort())
    const field = page.getByLabel('The text', { exact: true })
    await field.fill(SKERRY)
    await page.getByRole('button', { name: 'Add this text' }).click()
    await expect(page.getByRole('main').getByText('The connection broke')).toBeVisible()
    await expect(field).toHaveValue(SKERRY)
    await page.reload()
    await expect(field).toHaveValue(SKERRY)
    await page.unroute('**/api/texts')
    await page.getByRole('button', { name: 'Add this text' }).click()
    await expect(page.getByRole('heading', { name: /^Added/ })).toBeVisible()
    // The browser notes what did not arrive.
    pageErrors.length = 0
  })

  test('decisions are kept on the device until they arrive', async ({ page, pageErrors }) => {
    const address = await addText(page, SKERRY)
    await page.goto(`${address}/proposals`)
    const all = await total(page)
    await page.route('**/api/decisions', (route) => route.abort())
    await alive(page)
    await page.keyboard.press('k')
    await page.keyboard.press('r')
    await decided(page, `2 of ${all} decided`)
    await expect(page.getByText('2 decisions not sent yet.')).toBeVisible()
    await expectWellSet(page)

    await page.reload()
    await decided(page, `2 of ${all} decided`)
    await page.getByRole('button', { name: 'Send now' }).click()
    await expect(page.getByText('2 decisions not sent yet.')).toBeVisible()
    await page.unroute('**/api/decisions')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(page.getByText('not sent yet')).toHaveCount(0)
    await allSent(page)
    await page.reload()
    await decided(page, `2 of ${all} decided`)
    // The browser notes what did not arrive.
    pageErrors.length = 0
  })
})

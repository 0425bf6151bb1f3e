import { LEARNER_COOKIE } from '../app/cookies'
import { expectWellSet } from './looks'
import { expect, test } from './passage'
import { addText, SKERRY } from './skerry'
import { ONE_WIDTH } from './widths'

test('a newcomer sees what this is and can begin', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Passage asks you about what you read')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('to review')
  await expect(page.getByRole('listitem').filter({ hasText: /^20 new$/ })).toBeVisible()
  await expectWellSet(page)
  await page.getByRole('link', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/review$/)
})

test('the library shows the texts, where they come from, their decks and what is due', async ({
  page,
}) => {
  await page.goto('/texts')
  const heart = page.getByRole('listitem').filter({ hasText: 'The Heart’s Cycle' }).first()
  await expect(heart.getByText('CC BY 4.0')).toBeVisible()
  await expect(heart.getByText('not yet seen')).toBeVisible()
  await expect(heart.getByText(/\d+ items, \d+ to review/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Decks of your own' })).toBeVisible()
  await expectWellSet(page)
  await heart.getByRole('link', { name: 'Deck' }).click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}$/)
})

test('two browsers are two learners', ONE_WIDTH, async ({ page, browser, baseURL, pageErrors }) => {
  const address = await addText(page, SKERRY)
  await page.goto('/texts')
  await expect(page.getByRole('link', { name: 'The Light at Skerry Point' })).toBeVisible()

  const other = await browser.newContext({ ...(baseURL && { baseURL }) })
  const theirs = await other.newPage()
  await theirs.goto('/texts')
  await expect(theirs.getByRole('link', { name: 'The Heart’s Cycle' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'The Light at Skerry Point' })).toHaveCount(0)
  expect((await theirs.goto(address))?.status()).toBe(404)
  await expect(theirs.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  expect((await theirs.goto(`${address}/proposals`))?.status()).toBe(404)
  await other.close()
  expect(pageErrors).toEqual([])
})

test(
  'a learner stays who they are, and a forged cookie makes a new one',
  ONE_WIDTH,
  async ({ page, context, baseURL }) => {
    const cookie = async () => (await context.cookies()).find(({ name }) => name === LEARNER_COOKIE)
    await page.goto('/')
    const first = await cookie()
    expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    await page.reload()
    expect((await cookie())?.value).toBe(first?.value)

    const [version, id, signature] = (first?.value ?? '').split('.')
    // The page that is open would speak with the forged cookie too.
    await page.goto('about:blank')
    const forged = `${version}.${id?.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}.${signature}`
    await context.addCookies([{ name: LEARNER_COOKIE, value: forged, url: baseURL ?? '' }])
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
    const after = (await cookie())?.value
    expect(after).not.toBe(forged)
    expect(after).not.toBe(first?.value)
  },
)

test(
  'the address of health makes no learner, and neither does a prefetch',
  ONE_WIDTH,
  async ({ playwright, baseURL }) => {
    const nobody = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
    const health = await nobody.get('/api/health')
    expect(health.status()).toBe(200)
    expect(await health.json()).toMatchObject({
      ok: true,
      database: 'reachable',
      migrations: { pending: [] },
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    })
    const prefetch = await nobody.get('/', { headers: { 'sec-purpose': 'prefetch' } })
    expect(prefetch.status()).toBe(204)
    // A page that was just left by its learner may still ask for what to take along: nobody is given nothing.
    expect((await nobody.get('/api/provisions')).status()).toBe(204)
    expect((await nobody.storageState()).cookies).toEqual([])
    await nobody.dispose()
  },
)

test('scripts and styles come as small as each browser can read them', async ({ page }) => {
  const files = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/_next\/static\/.+\.(js|css)$/.test(pathname)) files.add(pathname)
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const large = [...files].filter((file) => file.includes('/chunks/'))
  expect(large.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(3)
  expect(large.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0)
  for (const file of large) {
    const get = (encoding: string) =>
      page.request.get(file, { headers: { 'accept-encoding': encoding } })
    const [brotli, plain] = [await get('gzip, deflate, br'), await get('identity')]
    expect(brotli.headers()).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringMatching(/^text\/(javascript|css); charset=utf-8$/),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    expect(plain.headers()['content-encoding']).toBeUndefined()
    expect(await brotli.text()).toBe(await plain.text())
  }
})

test('an address that leads nowhere has a way on', async ({ page, pageErrors }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  for (const path of [
    '/nothing',
    '/texts/nothing',
    '/texts/0198a0de-0000-7000-8000-000000000000',
  ]) {
    expect((await page.goto(path))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
  await expectWellSet(page)
  await page.getByRole('main').getByRole('link', { name: 'Today' }).click()
  await expect(page).toHaveURL('/')
  // The browser notes each of the three.
  pageErrors.length = 0
})

test('the keyboard reaches the page past the navigation', async ({ page }) => {
  await page.goto('/texts')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test.describe('on the other side of the world', ONE_WIDTH, () => {
  test.use({ timezoneId: 'Pacific/Auckland' })

  test('today is the day there', async ({ page, moveClockTo }) => {
    await page.goto('/')
    // Ten in the morning of the 23rd in Auckland.
    await moveClockTo(new Date('2026-11-22T21:00:00Z'))
    await page.goto('/')
    await expect(page.getByText('Monday 23 November')).toBeVisible()
  })
})

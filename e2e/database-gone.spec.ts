import { test } from './own-passage'
import { expect } from './passage'
import { ONE_WIDTH } from './widths'

test(
  'the database goes away and comes back: each page says so, and the server goes on',
  ONE_WIDTH,
  async ({ ownPassage, page, pageErrors, request }) => {
    const { url } = ownPassage
    await page.goto(url, { waitUntil: 'networkidle' })
    await expect(page.getByRole('link', { name: 'Today' }).first()).toBeVisible()
    await expect(page.getByText('could not be made')).toHaveCount(0)
    expect((await request.get(`${url}/api/health`)).status()).toBe(200)

    await ownPassage.stopDatabase()
    const health = await request.get(`${url}/api/health`)
    expect(health.status()).toBe(503)
    expect(await health.json()).toMatchObject({ ok: false, database: 'unreachable' })
    await page.goto(url)
    await expect(page.getByText(/database/i).first()).toBeVisible()
    // The browser notes every answer of 500 and above.
    pageErrors.length = 0

    await ownPassage.startDatabase()
    await expect.poll(async () => (await request.get(`${url}/api/health`)).status()).toBe(200)
    await page.goto(url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/database/i)).toHaveCount(0)
  },
)

/** What stands before every page: the policy of what it may load, and who may send something in a learner's name. */
import { alive, expect, test } from './passage'
import { ONE_WIDTH } from './widths'

test.describe('the policy of a page', ONE_WIDTH, () => {
  test('has a nonce of its own each time, and lets no other script run', async ({ page }) => {
    const first = await page.request.get('/')
    const again = await page.request.get('/decks')
    const nonces = [first, again].map(
      (answer) =>
        /'nonce-([^']{20,})'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1],
    )
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    const policy = first.headers()['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
    expect(scripts).not.toContain('unsafe')
    for (const said of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(said)
    expect(first.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(first.headers()['strict-transport-security']).toBeUndefined()
    const html = await first.text()
    const tags = html.match(/<script\b[^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(3)
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonces[0]}"`))).toEqual([])
  })

  test('is there for a page that is not, for the one without a network, and for files', async ({
    page,
  }) => {
    for (const place of ['/nowhere', '/nowhere.html', '/offline', '/texts/nonsense']) {
      const answer = await page.request.get(place)
      expect(answer.headers()['content-security-policy'], place).toContain("'strict-dynamic'")
    }
    for (const place of ['/api/health', '/worker.js', '/icons/any.svg', '/api/export']) {
      const answer = await page.request.get(place)
      expect(answer.headers()['content-security-policy'], place).toContain("default-src 'none'")
    }
  })

  test('behind TLS keeps the cookie and the browser to it', async ({ playwright, baseURL }) => {
    const visitor = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { 'x-forwarded-proto': 'https' },
    })
    const answer = await visitor.get('/')
    expect(answer.headers()['strict-transport-security']).toContain('max-age=')
    const cookie = answer.headers()['set-cookie'] ?? ''
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=lax'])
      expect(cookie.toLowerCase()).toContain(flag.toLowerCase())
    await visitor.dispose()
  })

  test('an element that comes into a page with text of somebody cannot run', async ({
    page,
    violations,
    pageErrors,
  }) => {
    await page.goto('/decks')
    await alive(page)
    await page.evaluate(() => {
      const block = document.createElement('div')
      block.innerHTML = '<img src="/missing-picture" onerror="document.title = \'run\'">'
      document.body.append(block)
    })
    await expect.poll(() => violations.length).toBeGreaterThan(0)
    expect(await page.title()).not.toBe('run')
    // Here it was meant.
    ;(violations as string[]).length = 0
    pageErrors.length = 0
  })

  test('another site cannot post a form or call an action', async ({ page, baseURL }) => {
    await page.goto('/')
    const post = (headers: Record<string, string>) =>
      page.request.post('/settings', { headers, data: '[]' })
    const foreign = { origin: 'https://elsewhere.example', 'next-action': '0'.repeat(42) }
    expect((await post(foreign)).status()).toBe(403)
    expect((await post({ ...foreign, origin: 'null' })).status()).toBe(403)
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
    // Behind a proxy our name is the one it was asked by.
    const behind = { 'x-forwarded-host': 'passage.example' }
    expect((await post({ ...behind, origin: 'https://passage.example' })).status()).not.toBe(403)
    expect((await post({ ...behind, origin: `${baseURL}` })).status()).toBe(403)
  })

  test('what is sent far too often is answered with when to come back', async ({ page }) => {
    await page.goto('/')
    const post = () => page.request.post('/api/reviews', { data: { events: [] } })
    const answers: number[] = []
    for (let n = 0; n < 30; n += 1)
      for (const answer of await Promise.all(Array.from({ length: 21 }, post)))
        answers.push(answer.status())
    expect(answers.filter((status) => status === 200)).toHaveLength(600)
    const refused = await post()
    expect(refused.status()).toBe(429)
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
    const { problem } = await refused.json()
    expect(problem).toMatchObject({
      code: 'tooMany',
      message: expect.stringContaining('Try again'),
    })
  })
})

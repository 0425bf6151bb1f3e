/** What the server takes of the answers it is sent, and what it says of the others. */
import { makeDeck, study, WHY, writeItems } from './own-deck'
import { expect, test } from './passage'
import { allSent, answer } from './session'
import { ONE_WIDTH } from './widths'

test.describe('the door for answers', ONE_WIDTH, () => {
  const card = '01890000-0000-7000-8000-000000000001'
  const event = {
    kind: 'review',
    id: '01890000-0000-7000-8000-000000000002',
    cardId: card,
    reviewedAt: '2026-03-02T09:00:00Z',
    timeZone: 'Europe/Vienna',
    grade: 3,
    form: 'typed',
    typed: '',
    durationMs: 1000,
  }

  test('judges each event by itself', async ({ page }) => {
    await page.goto('/')
    const sent = await page.request.post('/api/reviews', {
      data: { events: [event, { ...event, grade: 7 }, 'nonsense', { ...event, timeZone: 'Moon' }] },
    })
    expect(sent.status()).toBe(200)
    const { results } = await sent.json()
    expect(results.map((result: { status: string }) => result.status)).toEqual(
      Array(4).fill('refused'),
    )
    expect(results[0].reason).toContain('no such card')
    expect(results[1].reason).toContain('grade')
  })

  test('stores what it can of a batch, once, and says of each event what became of it', async ({
    page,
  }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    await study(page, deck)
    const sent = page.waitForRequest('**/api/reviews')
    await answer(page, 'Easy')
    const [mine] = (await sent).postDataJSON().events
    await allSent(page)
    const nth = (n: number) => ({ ...mine, id: event.id.replace(/.$/, String(n)) })
    const events = [
      nth(3),
      { ...nth(4), kind: 'applause' },
      { ...nth(5), grade: 7 },
      { ...nth(6), cardId: card },
      { ...nth(7), reviewedAt: '2999-01-01T00:00:00Z' },
      nth(3),
      mine,
    ]
    // Whose they are need not be said.
    const post = async () =>
      (await (await page.request.post('/api/reviews', { data: { events } })).json()).results
    const first = await post()
    expect(first.map((result: { id: string }) => result.id)).toEqual(events.map(({ id }) => id))
    expect(first).toMatchObject([
      { status: 'stored', card: { id: mine.cardId } },
      { status: 'refused', reason: expect.stringContaining('kind') },
      { status: 'refused', reason: expect.stringContaining('grade') },
      { status: 'refused', reason: expect.stringContaining('no such card') },
      { status: 'stored', capped: true },
      { status: 'known' },
      { status: 'known' },
    ])
    const again = (await post()).map((result: { status: string }) => result.status)
    expect(again).toEqual(['known', 'refused', 'refused', 'refused', 'known', 'known', 'known'])
  })

  test('takes nothing that is no batch, too large, or another site’s', async ({ page }) => {
    await page.goto('/')
    const post = async (data: unknown, headers = {}) => {
      const answer = await page.request.post('/api/reviews', {
        data: typeof data === 'string' ? Buffer.from(data) : data,
        headers: { 'content-type': 'application/json', ...headers },
      })
      const { problem } = await answer.json()
      expect(problem.message).toMatch(/\S/)
      return answer.status()
    }
    expect(await post('{ not json')).toBe(400)
    expect(await post([])).toBe(400)
    expect(await post({ events: 'all' })).toBe(400)
    expect(await post({ events: Array(501).fill(event) })).toBe(413)
    expect(await post('x'.repeat(300_000))).toBe(413)
    expect(await post({ events: [] }, { origin: 'https://elsewhere.example' })).toBe(403)
  })

  test('knows nobody without a learner', async ({ playwright, baseURL }) => {
    const stranger = await playwright.request.newContext({ baseURL })
    const answer = await stranger.post('/api/reviews', { data: { events: [event] } })
    expect(answer.status()).toBe(401)
    await stranger.dispose()
  })

  test('does not take the answer to somebody else’s card', async ({ page, browser, baseURL }) => {
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [WHY])
    await study(page, deck)
    const sent = page.waitForRequest('**/api/reviews')
    await answer(page, 'Easy')
    const { events, learnerId } = (await sent).postDataJSON()
    const context = await browser.newContext({ baseURL })
    const stranger = await context.newPage()
    await stranger.goto('/')
    const refused = await stranger.request.post('/api/reviews', { data: { events } })
    expect((await refused.json()).results[0]).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('no such card'),
    })
    // Answers of somebody who is here are kept for them.
    const theirs = await stranger.request.post('/api/reviews', { data: { events, learnerId } })
    expect(theirs.status()).toBe(409)
    // Whoever is gone will never send them.
    const gone = await stranger.request.post('/api/reviews', { data: { events, learnerId: card } })
    expect((await gone.json()).results[0]).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('deleted'),
    })
    await context.close()
  })
})

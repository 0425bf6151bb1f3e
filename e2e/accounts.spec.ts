import { enter, signIn, signUp } from './account'
import { expectWellSet } from './looks'
import { MAKER, makeDeck, RIVER, writeItems } from './own-deck'
import { expect, test } from './passage'
import { ONE_WIDTH } from './widths'

test('an account keeps what was done before it, and brings it to another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  const deck = await makeDeck(page, 'Cremona')
  await writeItems(page, deck, [RIVER, MAKER])
  const account = await signUp(page, 'Ada Lund', '/decks')
  await expect(page.getByRole('link', { name: 'Cremona', exact: true })).toBeVisible()
  await expect(page.getByText('Signed in as Ada Lund')).toBeVisible()

  const other = await browser.newContext({ ...(baseURL && { baseURL }) })
  const theirs = await other.newPage()
  await enter(theirs, { email: account.email, password: 'not the password' })
  await expect(theirs.getByText('do not belong together')).toBeVisible()
  await expectWellSet(theirs)
  await signIn(theirs, account)
  await theirs.goto(deck)
  await expect(theirs.getByRole('heading', { level: 1, name: 'Cremona' })).toBeVisible()
  await other.close()
})

test(
  'signed out, a browser shows nothing of whoever was signed in',
  ONE_WIDTH,
  async ({ page }) => {
    const deck = await makeDeck(page, 'Cremona')
    await signUp(page, 'Ada Lund')
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('Passage asks you about what you read')).toBeVisible()
    await page.goto('/decks')
    await expect(page.getByRole('link', { name: 'Cremona', exact: true })).toHaveCount(0)
    expect((await page.request.get(deck)).status()).toBe(404)
  },
)

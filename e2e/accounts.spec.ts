import { enter, signIn, signUp } from './account'
import { anotherPage } from './class'
import { expectWellSet } from './looks'
import { npmRun } from './operator'
import { MAKER, makeDeck, RIVER, writeItems } from './own-deck'
import { alive, expect, test } from './passage'
import { ONE_WIDTH } from './widths'

test('an account keeps what was done before it, and brings it to another browser', async ({
  page,
  browser,
}) => {
  const deck = await makeDeck(page, 'Cremona')
  await writeItems(page, deck, [RIVER, MAKER])
  const account = await signUp(page, 'Ada Lund', '/decks')
  await expect(page.getByRole('link', { name: 'Cremona', exact: true })).toBeVisible()
  await expect(page.getByText('Signed in as Ada Lund')).toBeVisible()

  const theirs = await anotherPage(browser, page)
  await enter(theirs, { email: account.email, password: 'not the password' })
  await expect(theirs.getByText('do not belong together')).toBeVisible()
  await expectWellSet(theirs)
  await signIn(theirs, account)
  await theirs.goto(deck)
  await expect(theirs.getByRole('heading', { level: 1, name: 'Cremona' })).toBeVisible()

  // Signed out everywhere from here, the other browser is so with its next page.
  await page.goto('/account')
  await expect(page.getByRole('list', { name: 'Signed in' }).getByRole('listitem')).toHaveCount(2)
  await expectWellSet(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('Passage asks you about what you read')).toBeVisible()
  await theirs.goto('/decks')
  await expect(theirs).toHaveURL(/\/sign-in\?why=ended$/)
  await expect(theirs.getByText('This browser was signed out')).toBeVisible()
  await theirs.getByRole('button', { name: 'Go on without an account' }).click()
  await expect(theirs.getByText('Passage asks you about what you read')).toBeVisible()
  await theirs.context().close()
})

test(
  'signed out, a browser shows nothing of whoever was signed in',
  ONE_WIDTH,
  async ({ page }) => {
    const deck = await makeDeck(page, 'Cremona')
    await signUp(page, 'Ada Lund')
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByText('Passage asks you about what you read')).toBeVisible()
    await page.goto('/decks')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Cremona', exact: true })).toHaveCount(0)
    expect((await page.request.get(deck)).status()).toBe(404)
  },
)

test(
  'whoever signs in where a guest studied is asked about it',
  ONE_WIDTH,
  async ({ page, browser }) => {
    const account = await signUp(page, 'Ada Lund')
    const theirs = await anotherPage(browser, page)
    await makeDeck(theirs, 'Cremona')
    await enter(theirs, account)
    await expect(theirs.getByRole('heading', { name: 'Was it you who' })).toBeVisible()
    await expectWellSet(theirs)
    await alive(theirs)
    await theirs.getByRole('button', { name: 'It was: bring it in' }).click()
    await theirs.waitForURL((url) => url.pathname === '/')
    await page.goto('/decks')
    await expect(page.getByRole('link', { name: 'Cremona', exact: true })).toBeVisible()
    await theirs.context().close()
  },
)

test(
  'a forgotten password is set anew by the operator’s link, once',
  ONE_WIDTH,
  async ({ page, browser }) => {
    const account = await signUp(page, 'Ada Lund')
    const theirs = await anotherPage(browser, page)
    await theirs.goto('/forgot')
    await expect(theirs.getByText('This place sends no mail')).toBeVisible()
    const printed = await npmRun('account', 'reset', account.email)
    const link = new URL(printed.trim()).pathname
    await theirs.goto(link)
    await alive(theirs)
    await theirs.getByLabel('The new password').fill('short')
    await theirs.getByRole('button', { name: 'Set the password' }).click()
    await expect(theirs.getByText('at least 10 characters').last()).toBeVisible()
    const password = 'another password altogether'
    await theirs.getByLabel('The new password').fill(password)
    await theirs.getByRole('button', { name: 'Set the password' }).click()
    await expect(theirs.getByText('Your password is set')).toBeVisible()
    await theirs.goto(link)
    await expect(theirs.getByText('This link does nothing any more')).toBeVisible()
    await enter(theirs, account)
    await expect(theirs.getByText('do not belong together')).toBeVisible()
    await signIn(theirs, { ...account, password })
    await theirs.goto('/account')
    await expect(theirs.getByText(/by whoever runs this place; used on/)).toBeVisible()
    await page.goto('/')
    await expect(page.getByText('This browser was signed out')).toBeVisible()
    await theirs.context().close()
  },
)

test(
  'an address and a password are changed by whoever knows the password, and hold from then on',
  ONE_WIDTH,
  async ({ page, browser }) => {
    const account = await signUp(page, 'Ada Lund')
    const theirs = await anotherPage(browser, page)
    await signIn(theirs, account)
    await page.goto('/account')
    await alive(page)
    const email = `new-${account.email}`
    await page.getByLabel('New e-mail address').fill(email)
    await page.getByLabel('Your password').fill('not the password')
    await page.getByRole('button', { name: 'Change the address' }).click()
    await expect(page.getByText('This is not your password.')).toBeVisible()
    await expectWellSet(page)
    await page.getByLabel('Your password').fill(account.password)
    await page.getByRole('button', { name: 'Change the address' }).click()
    await expect(page.getByText('You sign in with it from now on.')).toBeVisible()
    await expect(page.getByText(`${email}. This place sends no mail`)).toBeVisible()

    const password = 'another password altogether'
    await page.getByLabel('The password until now').fill(account.password)
    await page.getByLabel('The new password').fill(password)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await expect(page.getByText('Your password is changed.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Ada Lund' })).toBeVisible()
    await theirs.goto('/decks')
    await expect(theirs).toHaveURL(/\/sign-in\?why=ended$/)
    for (const old of [account, { ...account, password }, { ...account, email }]) {
      await enter(theirs, old)
      await expect(theirs.getByText('do not belong together')).toBeVisible()
    }
    await signIn(theirs, { ...account, email, password })
    await theirs.context().close()
  },
)

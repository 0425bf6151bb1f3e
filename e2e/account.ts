/** Accounts of journeys: opened and signed in to as a person does it. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { alive, expect } from './passage'

export type Credentials = {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Whoever studies in this browser has an account from then on, and the page is `to` or Today. */
export async function signUp(page: Page, name: string, to = '/'): Promise<Credentials> {
  const account = {
    name,
    email: `${randomUUID()}@example.org`,
    password: `a password of ${randomUUID()}`,
  }
  await page.goto(`/sign-up?to=${encodeURIComponent(to)}`)
  await alive(page)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Open the account' }).click()
  await page.waitForURL((url) => url.pathname + url.search === to)
  return account
}

/** Fills in the form and sends it; what comes of it is for the journey to see. */
export async function enter(
  page: Page,
  { email, password }: Pick<Credentials, 'email' | 'password'>,
): Promise<void> {
  await page.goto('/sign-in')
  await alive(page)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function signIn(page: Page, account: Credentials): Promise<void> {
  await enter(page, account)
  await page.waitForURL((url) => url.pathname === '/')
  await expect(page.getByText(`Signed in as ${account.name}`)).toBeVisible()
}

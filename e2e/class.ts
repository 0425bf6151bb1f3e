/** Classes of journeys: opened, joined and looked at as people do it. */
import { type Browser, expect, type Page } from '@playwright/test'
import { alive } from './passage'

export type OpenedClass = {
  /** The address of its page. */
  readonly path: string
  /** As it stands on the page: KM3T 9QWX. */
  readonly code: string
}

/** Whoever is signed in on this page opens a class, and stands on its page. */
export async function openClass(page: Page, name: string): Promise<OpenedClass> {
  await page.goto('/classes/new')
  await alive(page)
  await page.getByLabel('Name of the class').fill(name)
  await page.getByRole('button', { name: 'Open the class' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return { path: new URL(page.url()).pathname, code: await codeOf(page) }
}

/** The code on the page of a class. */
export async function codeOf(page: Page): Promise<string> {
  const code = page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/)
  await expect(code).toBeVisible()
  return (await code.textContent()) ?? ''
}

/** Whoever this browser is joins the class under this name, and stands on its page. */
export async function joinClass(page: Page, code: string, name: string): Promise<void> {
  await page.goto('/join')
  await alive(page)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Your name in this class').fill(name)
  await page.getByRole('button', { name: 'Join the class' }).click()
  await expect(page.getByText('Here you are')).toContainText(name)
}

/** Another browser with the same screen, and so somebody else. */
export async function anotherPage(browser: Browser, like: Page): Promise<Page> {
  const context = await browser.newContext({ viewport: like.viewportSize() })
  return context.newPage()
}

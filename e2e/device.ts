/** Devices that lose their network, and browsers that are killed. */
import { readdirSync, readFileSync } from 'node:fs'
import {
  type BrowserContext,
  chromium,
  expect,
  type Page,
  type ViewportSize,
} from '@playwright/test'
import { environment } from '../lib/environment'
import { LAUNCH } from './launch'
import { waitingKeys } from './session'

export type Provided = { readonly question: string; readonly textId: string }

/** The service worker is in charge, and this device has brought along questions, these among them. Gives them all. */
export async function equipped(page: Page, ...questions: readonly string[]): Promise<Provided[]> {
  // A page that was on its way when the service worker began is in its charge from the next visit on.
  await expect(async () => {
    await page.goto('/')
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
      timeout: 5_000,
    })
  }).toPass({ timeout: 45_000 })
  const names = async () => (await provided(page)).map(({ question }) => question)
  await expect.poll(names, { timeout: 30_000 }).toEqual(expect.arrayContaining([...questions]))
  return provided(page)
}

/** The questions that this device has for the days without a network. */
export const provided = (page: Page): Promise<Provided[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('passage')) return []
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('passage')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const db = opening.result
        const reading = db.transaction('provisions').objectStore('provisions').getAll()
        reading.onerror = () => reject(reading.error)
        reading.onsuccess = () => {
          db.close()
          type Item = { textId: string; content: { question: string } }
          const items: Item[] = reading.result.flatMap((kept) => kept.provisions.items)
          resolve(items.map(({ textId, content }) => ({ textId, question: content.question })))
        }
      }
    })
  })

/** How many answers the disk has, once it has all of them. */
export async function shelved(page: Page): Promise<number> {
  const journal = () => Object.keys(localStorage).some((key) => key.startsWith('passage.outbox'))
  return (await page.evaluate(journal)) ? -1 : (await waitingKeys(page)).length
}

/** A browser whose data outlive it. `url` is where it finds the server. */
export function launchDevice(
  folder: string,
  {
    viewport,
    url,
    offline = false,
  }: { viewport: ViewportSize | null; url: string; offline?: boolean },
): Promise<BrowserContext> {
  const { chromium: executablePath } = environment().test
  return chromium.launchPersistentContext(folder, {
    ...LAUNCH,
    ...(executablePath && { executablePath }),
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    viewport,
    offline,
  })
}

/** As when the battery is empty: nothing is closed, nothing is written any more. */
export async function killDevice(folder: string, context: BrowserContext): Promise<void> {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (argumentsOf(pid).includes(`--user-data-dir=${folder}`)) process.kill(Number(pid), 'SIGKILL')
  }
  await gone
}

function argumentsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    // It ended meanwhile.
    return []
  }
}

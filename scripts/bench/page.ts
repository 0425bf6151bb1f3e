/**
 * What a learner waits for: from the press of a key that grades an answer to the frame in which the next question stands,
 * in Chromium on a production build; and the JavaScript that the first visit of the page loads over the wire.
 */
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { startVictims, type Victims } from '../crash/victims'
import { createReporter } from '../setup/reporter.mjs'
import { ensureBuilt } from '../start/build'
import { findChromium, LAUNCH } from '../test/chromium'
import type { Bench } from './bench'
import { firstLoadScripts } from './first-load'
import { watchPresses } from './presses'
import { type Figure, held, plain } from './report'
import { cookieOf, newLearner, seedCards } from './seed'
import { quantile } from './spread'

const PRESSES = 320
const LIMIT_MS = 50
const SHARE = 0.98
const LIMIT_KB = 180
const DELAY_MS = 400
/** Pages are given out in plans; a new one is asked for when the last is used up. */
const PRESSES_A_PLAN = 110
const CARDS = 2_000

type Network = 'no delay' | '400 ms delay' | 'offline'
const NETWORKS: readonly Network[] = ['no delay', '400 ms delay', 'offline']

export const page: Bench = async ({ life, say, number }) => {
  const distDir = await ensureBuilt(life, createReporter(process.stderr), 'start')
  const victims = await startVictims(life, distDir)
  const executablePath = await findChromium(life, say)
  const browser = await chromium.launch({ ...LAUNCH, ...(executablePath && { executablePath }) })
  life.onEnd(() => browser.close())
  const figures: Figure[] = []
  for (const [n, network] of NETWORKS.entries()) {
    say(`key presses, ${network}`)
    const context = await browser.newContext()
    await becomeLearner(context, victims, n)
    const times = await pressKeys(context, victims.url, network, number('presses', PRESSES))
    figures.push(...figuresOf(network, times))
    await context.close()
  }
  say('first-load JavaScript')
  const context = await browser.newContext()
  await becomeLearner(context, victims, NETWORKS.length)
  const scripts = await firstLoadScripts(await context.newPage(), `${victims.url}/review`)
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { name, bytes } of scripts) say(`${(bytes / 1000).toFixed(1)} kB ${name}`)
  figures.push(
    held('first-load JavaScript of /review', total / 1000, 'kB', LIMIT_KB, { atMost: 1 }),
    plain('scripts', scripts.length, 'files'),
  )
  return figures
}

/** A learner with cards to spare, whose new ones are not rationed. */
async function becomeLearner(context: BrowserContext, victims: Victims, number: number) {
  const { id, cookie } = await newLearner(victims.url)
  const client = new pg.Client({ connectionString: victims.databaseUrl })
  await client.connect()
  await seedCards(client, id, CARDS, number)
  await client.query('UPDATE learner SET new_per_day = 1000 WHERE id = $1', [id])
  await client.end()
  await context.addCookies([{ ...cookieOf(cookie), url: victims.url }])
}

/** Milliseconds from each press to the frame with the next question. */
async function pressKeys(
  context: BrowserContext,
  url: string,
  network: Network,
  presses: number,
): Promise<number[]> {
  const times: number[] = []
  const tab = await context.newPage()
  const wire = await context.newCDPSession(tab)
  const presser = await watchPresses(tab)
  while (times.length < presses) {
    await setNetwork(wire, context, 'no delay')
    await tab.goto(`${url}/review?more=200`, { waitUntil: 'networkidle' })
    await setNetwork(wire, context, network)
    const before = times.length
    while (times.length < presses && times.length - before < PRESSES_A_PLAN) {
      const took = await answerOne(tab, presser)
      if (took === null) break
      times.push(took)
    }
    if (times.length === before) throw new Error('There was nothing to answer on /review.')
    await setNetwork(wire, context, 'no delay')
  }
  await tab.close()
  return times
}

/** Shows the answer and grades it; null where the session was over with it. */
async function answerOne(
  tab: Page,
  presser: Awaited<ReturnType<typeof watchPresses>>,
): Promise<number | null> {
  const easy = tab.getByRole('button', { name: /^Easy\b/ })
  await tab.keyboard.press('Enter')
  await easy.waitFor()
  return presser.press('4')
}

async function setNetwork(
  wire: CDPSession,
  context: BrowserContext,
  network: Network,
): Promise<void> {
  await context.setOffline(network === 'offline')
  if (network === 'offline') return
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network === 'no delay' ? 0 : DELAY_MS,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
}

function figuresOf(network: Network, times: readonly number[]): Figure[] {
  const within = times.filter((ms) => ms < LIMIT_MS).length / times.length
  const name = `key press to next card, ${network}`
  return [
    plain(`${name}: presses`, times.length, 'presses'),
    plain(`${name}: p50`, quantile(times, 0.5), 'ms'),
    held(`${name}: p98`, quantile(times, SHARE), 'ms', LIMIT_MS, { atMost: 1 }),
    held(`${name}: share under 50 ms`, within, 'of presses', SHARE, { atLeast: 1 }),
  ]
}

/**
 * Adding texts: how soon the thread that makes items is there, how fast it is and what it takes; and a book of 200,000
 * words that goes through the worker of a production build, while pages are asked for as ever.
 */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { createGenerator } from '@/lib/usecases/generator'
import { bundleGenerator } from '@/lib/usecases/generator-code'
import { startVictims } from '../crash/victims'
import { createReporter } from '../setup/reporter.mjs'
import { ensureBuilt } from '../start/build'
import { startWorker } from '../start/worker'
import type { Bench } from './bench'
import { type Figure, held, plain } from './report'
import { newLearner } from './seed'
import { median, quantile } from './spread'
import { longText, shippedTexts } from './texts'

const WORDS = 200_000
const ROUNDS = 5
/** What was promised: ms, MB, ms of the processor for 1,000 words. */
const START_MS = 700
const MEMORY_MB = 250
const SPEED_MS = 200
/** Of a page while a book goes through, ms at p95; and what the worker takes at most, MB. */
const PAGE_MS = 200
const BOOK_MB = 500
const MB = 1e6
const ASK_EVERY_MS = 100
const PAGES = ['/api/health', '/review'] as const

const segmented = (body: string) => segment(readSource(body, { fileName: 'bench.md' }))

async function oneText(say: (line: string) => void): Promise<Figure[]> {
  say('a text of usual length')
  const code = await bundleGenerator()
  const text = segmented(shippedTexts().join('\n\n'))
  const before = process.memoryUsage().rss
  const generator = createGenerator({ code: async () => code })
  const begun = performance.now()
  await generator.make(segmented('The mill was built in 1790.'))
  const start = performance.now() - begun
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const cpu = process.cpuUsage()
    await generator.make(text)
    const { user, system } = process.cpuUsage(cpu)
    times.push((user + system) / 1_000 / (text.words / 1_000))
  }
  // In KiB.
  const peak = process.resourceUsage().maxRSS * 1024
  await generator.close()
  return [
    held('from nothing to the first item, weights and all', start, 'ms', START_MS, { atMost: 1 }),
    held('1,000 words, warm', median(times.slice(1)), 'ms', SPEED_MS, { atMost: 1 }),
    held(`memory for ${text.words} words`, (peak - before) / MB, 'MB', MEMORY_MB, { atMost: 1 }),
  ]
}

const Imports = z.object({
  imports: z.array(z.object({ state: z.string(), partsDone: z.number(), items: z.number() })),
})

/** The most memory that a process has had, in bytes; null where the system does not tell. */
function peakOf(pid: number): number | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1]
  return kib === undefined ? null : Number(kib) * 1024
}

/** Milliseconds that pages take, asked for in turn until `isOver`. */
async function askPages(url: string, cookie: string, isOver: () => Promise<boolean>) {
  const times: Record<(typeof PAGES)[number], number[]> = { '/api/health': [], '/review': [] }
  do {
    for (const page of PAGES) {
      const begun = performance.now()
      const answer = await fetch(`${url}${page}`, { headers: { cookie } })
      await answer.text()
      if (!answer.ok) throw new Error(`${page} answers ${answer.status}`)
      times[page].push(performance.now() - begun)
      await pause(ASK_EVERY_MS)
    }
  } while (!(await isOver()))
  return times
}

export const importing: Bench = async ({ life, say, number }) => {
  const figures = await oneText(say)
  const words = number('words', WORDS)
  say(`a book of ${words} words`)
  const distDir = await ensureBuilt(life, createReporter(process.stderr), 'start')
  const victims = await startVictims(life, distDir)
  let worker = 0
  const settings = { DATABASE_URL: victims.databaseUrl, PASSAGE_BUILD: distDir }
  startWorker(life, settings, {
    onBegun: (pid) => {
      worker = pid
    },
    say,
  })
  const { cookie } = await newLearner(victims.url)
  let asked = 0
  const quiet = await askPages(victims.url, cookie, async () => ++asked >= 30)
  const begun = performance.now()
  const sent = await fetch(`${victims.url}/api/texts`, {
    ...{ method: 'POST', body: longText(words) },
    headers: { cookie, origin: victims.url, 'x-file-name': 'book.md' },
  })
  if (!(await sent.text()).includes('importId')) throw new Error('it was not taken for a book')
  let last = { state: 'waiting', partsDone: 0, items: 0 }
  const busy = await askPages(victims.url, cookie, async () => {
    const answer = await fetch(`${victims.url}/api/imports`, { headers: { cookie } })
    last = Imports.parse(await answer.json()).imports[0] ?? last
    if (last.state === 'failed') throw new Error('the book was not gone through')
    return last.state === 'done'
  })
  const seconds = (performance.now() - begun) / 1_000
  const memory = peakOf(worker)
  return [
    ...figures,
    ...PAGES.flatMap((page) => [
      plain(`${page} before, p95`, quantile(quiet[page], 0.95), 'ms'),
      held(`${page} while a book goes through, p95`, quantile(busy[page], 0.95), 'ms', PAGE_MS, {
        atMost: 1,
      }),
    ]),
    ...(memory === null
      ? []
      : [held('the worker at its peak', memory / MB, 'MB', BOOK_MB, { atMost: 1 })]),
    plain(`${words} words in ${last.partsDone} parts`, seconds, 's'),
    plain('items proposed', last.items, 'items'),
  ]
}

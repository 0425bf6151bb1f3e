/**
 * How fast English is read: tokens a second through the net on one core; a text of 200,000 words through everything, in
 * the thread that reads for the server; what loading the weights takes, in time and memory.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { openModel, readForms } from '@/lib/core/language/model'
import type { Reading } from '@/lib/core/language/tree'
import { startEnglishReader } from '@/lib/usecases/english'
import { bundleThread } from '../language/bundle-thread'
import { WEIGHTS } from '../language/weights'
import { inProject } from '../setup/project.mjs'
import type { Bench } from './bench'
import { held, plain } from './report'
import { median } from './spread'

const WORDS = 200_000
/** What was promised: tokens a second, ms, MB. */
const SPEED = 10_000
const LOADING = 200
const MEMORY = 100
const ROUNDS = 5
const MB = 1e6

/** The texts that ship, one after the other, again and again. */
function longText(words: number): string {
  const folder = inProject('content')
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/^---\n.*?\n---\n/s, ''))
  const once = texts.join('\n\n')
  const times = Math.ceil(words / (once.match(/\S+/g) ?? []).length)
  return Array.from({ length: times }, () => once).join('\n\n')
}

const sentencesOf = ({ blocks }: Reading): string[][] =>
  blocks.flatMap(({ sentences }) => sentences.map(({ tokens }) => tokens.map(({ text }) => text)))

/** Processor time that the work takes, in ms: that of one core, however busy the machine is with others. */
function timed(work: () => void): number {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

export const parse: Bench = async ({ say, life, number }) => {
  const words = number('words', WORDS)
  const text = longText(words)
  say(`a text of ${words} words, in the thread`)
  const code = await bundleThread()
  const before = process.memoryUsage().rss
  const reader = await startEnglishReader({ code, weights: WEIGHTS })
  life.onEnd(() => void reader.close())
  const loaded = process.memoryUsage().rss
  let peak = loaded
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const begun = performance.now()
  const reading = await reader.read(text)
  const seconds = (performance.now() - begun) / 1000
  clearInterval(watch)
  await reader.close()
  const sentences = sentencesOf(reading)
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0)

  say(`${tokens} tokens through the net, ${ROUNDS} rounds of a part of them`)
  const file = readFileSync(WEIGHTS)
  // The first time, before anything has been compiled: so it is for whoever waits.
  const loading = timed(() => openModel(file))
  const model = openModel(file)
  const part = sentences.slice(0, Math.ceil(sentences.length / 8))
  const partTokens = part.reduce((sum, { length }) => sum + length, 0)
  readForms(part, model)
  const speeds = Array.from(
    { length: ROUNDS },
    () => (partTokens / timed(() => readForms(part, model))) * 1000,
  )
  return [
    held('tokens through the net, one core', median(speeds), 'tokens/s', SPEED, { atLeast: 1 }),
    held('loading the weights', loading, 'ms', LOADING, { atMost: 1 }),
    held('memory of the thread, loaded', (loaded - before) / MB, 'MB', MEMORY, { atMost: 1 }),
    plain(`${words} words: from text to trees`, seconds, 's'),
    plain(`${words} words: tokens`, tokens / seconds, 'tokens/s'),
    plain(`${words} words: memory at its peak`, (peak - before) / MB, 'MB'),
  ]
}

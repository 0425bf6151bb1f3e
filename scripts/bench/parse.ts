/**
 * How fast English is read: tokens a second through the net on one core; a text of 200,000 words through everything;
 * what loading the weights takes, in time and memory.
 */
import { readFileSync } from 'node:fs'
import { openModel, readForms } from '@/lib/core/language/model'
import { readEnglish } from '@/lib/core/language/read'
import type { Reading } from '@/lib/core/language/tree'
import { WEIGHTS } from '../language/weights'
import type { Bench } from './bench'
import { held, plain } from './report'
import { median } from './spread'
import { longText } from './texts'

const WORDS = 200_000
/** What was promised: tokens a second, ms, MB. */
const SPEED = 10_000
const LOADING = 200
const MEMORY = 100
const ROUNDS = 5
const MB = 1e6

const sentencesOf = ({ blocks }: Reading): string[][] =>
  blocks.flatMap(({ sentences }) => sentences.map(({ tokens }) => tokens.map(({ text }) => text)))

/** Processor time that the work takes, in ms: that of one core, however busy the machine is with others. */
function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const begun = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(begun)
  return { ms: (user + system) / 1000, value }
}

export const parse: Bench = async ({ say, number }) => {
  const words = number('words', WORDS)
  const text = longText(words)
  const file = readFileSync(WEIGHTS)
  const before = process.memoryUsage().rss
  // The first time, before anything has been compiled: so it is for whoever waits.
  const { ms: loading, value: model } = timed(() => openModel(file))
  const loaded = process.memoryUsage().rss
  say(`a text of ${words} words`)
  const begun = performance.now()
  const reading = readEnglish(text, model)
  const seconds = (performance.now() - begun) / 1000
  // In KiB.
  const peak = process.resourceUsage().maxRSS * 1024
  const sentences = sentencesOf(reading)
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0)

  say(`${tokens} tokens through the net, ${ROUNDS} rounds of a part of them`)
  const part = sentences.slice(0, Math.ceil(sentences.length / 8))
  const partTokens = part.reduce((sum, { length }) => sum + length, 0)
  readForms(part, model)
  const speeds = Array.from(
    { length: ROUNDS },
    () => (partTokens / timed(() => readForms(part, model)).ms) * 1000,
  )
  return [
    held('tokens through the net, one core', median(speeds), 'tokens/s', SPEED, { atLeast: 1 }),
    held('loading the weights', loading, 'ms', LOADING, { atMost: 1 }),
    held('memory, loaded', (loaded - before) / MB, 'MB', MEMORY, { atMost: 1 }),
    plain(`${words} words: from text to trees`, seconds, 's'),
    plain(`${words} words: tokens`, tokens / seconds, 'tokens/s'),
    plain(`${words} words: memory at its peak`, (peak - before) / MB, 'MB'),
  ]
}

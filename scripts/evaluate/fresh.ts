/** Runs in a process of its own, bundled: what it takes to make the items of one text, from nothing. */
import { type Budget, isBudget, itemsHash, openGenerator } from './items-of'
import { readText } from './read-text'

export type Fresh = {
  /** In milliseconds, and megabytes, as in Cost. */
  readonly startUp: number
  readonly memory: number
  readonly warm: number
  readonly processor: number
  readonly sha256: string
}

const RUNS = 5

function measure(file: string, budget: Budget): Fresh {
  const generate = openGenerator(budget)
  const startUp = performance.now()
  const make = () => generate(readText(file))
  const hash = itemsHash(make())
  // Kilobytes on every system.
  const memory = process.resourceUsage().maxRSS / 1024
  const runs = Array.from({ length: RUNS }, () => {
    const cpu = process.cpuUsage()
    const from = performance.now()
    make()
    const warm = performance.now() - from
    const { user, system } = process.cpuUsage(cpu)
    return { warm, processor: (user + system) / 1000 }
  })
  return {
    startUp,
    memory,
    warm: median(runs.map((run) => run.warm)),
    processor: median(runs.map((run) => run.processor)),
    sha256: hash,
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const [, , file = '', budget = ''] = process.argv
if (!isBudget(budget)) throw new Error(`no budget: ${budget}`)
process.stdout.write(JSON.stringify(measure(file, budget)))

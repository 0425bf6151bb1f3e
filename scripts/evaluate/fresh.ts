/** Runs in a process of its own, bundled: what it takes to make the items of one text, from nothing. */

import { type Budget, isBudget } from '@/lib/core/generate/budget'
import type { Cost, Took } from '@/lib/core/generate/measure/figures'
import { itemsHash, openGenerator } from './items-of'
import { readText } from './read-text'

export type Fresh = Omit<Cost, 'sameBytes'> & { readonly sha256: string }

const RUNS = 3

function measure(file: string, budget: Budget): Fresh {
  const makeItems = openGenerator(budget)
  const startUp = { clock: performance.now(), processor: processorTime() }
  const make = () => makeItems(readText(file))
  const hash = itemsHash(make())
  // Kilobytes on every system.
  const memory = process.resourceUsage().maxRSS / 1024
  const runs = Array.from({ length: RUNS }, (): Took => {
    const [clock, processor] = [performance.now(), processorTime()]
    make()
    return { clock: performance.now() - clock, processor: processorTime() - processor }
  })
  const warm = {
    clock: median(runs.map((run) => run.clock)),
    processor: median(runs.map((run) => run.processor)),
  }
  return { startUp, memory, warm, sha256: hash }
}

/** Of all threads of this process since it began. In milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const [, , file = '', budget = ''] = process.argv
if (!isBudget(budget)) throw new Error(`no budget: ${budget}`)
process.stdout.write(JSON.stringify(measure(file, budget)))

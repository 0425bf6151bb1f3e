/** npm run bench -- NAME [--json]: figures, each beside what it is held against in the same run. */
import { parseArgs } from 'node:util'
import type { Bench } from './bench/bench'
import { asJson, asTable } from './bench/report'
import { Lifetime } from './setup/lifetime.mjs'
import { Problem } from './setup/problem.mjs'
import { createReporter } from './setup/reporter.mjs'
import { ensureClient } from './start/client'

interface Entry {
  readonly about: string
  readonly load: () => Promise<Bench>
  /** Numbers that may be given. */
  readonly numbers?: readonly string[]
}

const BENCHES: Readonly<Record<string, Entry>> = {
  fold: {
    about: 'transitions of memory a second, against next_state of ts-fsrs (--cards N)',
    load: async () => (await import('./bench/fold')).fold,
    numbers: ['cards'],
  },
  queue: {
    about:
      "time to build today's session with 1 k, 10 k and 100 k cards (--reviews N in the table)",
    load: async () => (await import('./bench/queue')).queue,
    numbers: ['reviews'],
  },
  reviews: {
    about: 'reviews stored a second over HTTP, against pgbench (--seconds N of each round)',
    load: async () => (await import('./bench/reviews')).reviews,
    numbers: ['seconds'],
  },
  rooms: {
    about: 'a class in the room, 40 devices and a wall that look how it stands (--devices N)',
    load: async () => (await import('./bench/rooms')).rooms,
    numbers: ['devices'],
  },
  page: {
    about: 'key press to next card painted, and the JavaScript of the first visit (--presses N)',
    load: async () => (await import('./bench/page')).page,
    numbers: ['presses'],
  },
  classroom: {
    about:
      'a stored review while 200 students of ten classes study at once, against 200 ms (--seconds N)',
    load: async () => (await import('./bench/classroom')).classroom,
    numbers: ['seconds'],
  },
  parse: {
    about: 'tokens of English read a second, against 10,000; loading; memory (--words N)',
    load: async () => (await import('./bench/parse')).parse,
    numbers: ['words'],
  },
  import: {
    about:
      'adding texts: start-up, speed, memory; and pages while a book goes through (--words N of it)',
    load: async () => (await import('./bench/import')).importing,
    numbers: ['words'],
  },
  crash: {
    about:
      'answers sent twice while the servers are killed (--reviews N, --cards N, --kills N, --seed N)',
    load: async () => (await import('./bench/crash')).crash,
    numbers: ['reviews', 'cards', 'kills', 'seed'],
  },
}

const USAGE = `npm run --silent bench -- NAME [--json]

${Object.entries(BENCHES)
  .map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`)
  .join('\n')}
`

async function main(args: readonly string[], life: Lifetime): Promise<void> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help') {
    process.stdout.write(USAGE)
    return
  }
  const entry = BENCHES[name]
  if (!entry) throw new Problem(`There is no benchmark "${name}".\n\n${USAGE}`)
  const { json, numbers } = readOptions(entry, rest)
  await ensureClient(life, createReporter(process.stderr))
  const run = await entry.load()
  const figures = await run({
    life,
    say: (line) => process.stderr.write(`  ${line}\n`),
    number: (what, otherwise) => numbers.get(what) ?? otherwise,
  })
  process.stdout.write(json ? asJson(name, figures) : asTable(figures))
}

function readOptions({ numbers: known = [] }: Entry, args: readonly string[]) {
  const options: Record<string, { type: 'string' } | { type: 'boolean' }> = {
    json: { type: 'boolean' },
    ...Object.fromEntries(known.map((one) => [one, { type: 'string' as const }])),
  }
  const { values } = parse(args, options)
  const numbers = new Map<string, number>()
  for (const what of known) {
    const given = values[what]
    if (typeof given !== 'string') continue
    if (!/^[1-9]\d{0,8}$/.test(given)) {
      throw new Problem(`--${what} is "${given}". Right would be a whole number from 1 on.`)
    }
    numbers.set(what, Number(given))
  }
  return { json: values.json === true, numbers }
}

function parse(
  args: readonly string[],
  options: Record<string, { type: 'string' } | { type: 'boolean' }>,
) {
  try {
    return parseArgs({ args: [...args], options })
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

const life = new Lifetime({ exitCodeWhenAsked: 130 })
void life.main(() => main(process.argv.slice(2), life))

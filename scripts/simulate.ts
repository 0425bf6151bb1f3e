/** npm run simulate -- NAME [--json]: what the app promises, tried on learners whose true memory is known. */
import { parseArgs } from 'node:util'
import { EXIT, Refusal, runProgram, wrongCall } from './run/program'

/** Numbers that may be given as --NAME N, and what stands for them. */
type Numbers = Readonly<Record<string, number>>

interface Simulation {
  readonly about: string
  readonly numbers: Numbers
  /** As a value for --json, and as lines to read. */
  readonly run: (numbers: Numbers) => Promise<{ readonly json: unknown; readonly table: string }>
}

const SIMULATIONS: Readonly<Record<string, Simulation>> = {
  exam: {
    about: 'the plan for an exam against other policies (--cards N --days N --seeds N)',
    numbers: { cards: 300, days: 60, seeds: 12 },
    run: async ({ cards = 0, days = 0, seeds = 0 }) => {
      const { compareOnExam } = await import('./simulate/exam')
      const { examTable } = await import('./simulate/exam-table')
      const compared = compareOnExam({ cards, days, seeds })
      return { json: compared, table: examTable(compared) }
    },
  },
  forecast: {
    about: 'how often the range of a forecast holds the score (--exams N)',
    numbers: { exams: 2000 },
    run: async ({ exams = 0 }) => {
      const { outcomeOf, tableOf } = await import('./simulate/forecast/figures')
      const { trialsOf } = await import('./simulate/forecast/trial')
      const outcome = outcomeOf(trialsOf('exam', exams))
      return { json: outcome, table: tableOf(outcome) }
    },
  },
  prior: {
    about: 'what the forecast takes for granted of people (--people N)',
    numbers: { people: 150 },
    run: async ({ people = 0 }) => {
      const { fitPrior } = await import('./simulate/forecast/fit-prior')
      const prior = fitPrior(people)
      return { json: prior, table: `${JSON.stringify(prior, null, 2)}\n` }
    },
  },
}

const USAGE = `npm run --silent simulate -- NAME [--json]

${Object.entries(SIMULATIONS)
  .map(([name, { about }]) => `  ${name.padEnd(9)} ${about}`)
  .join('\n')}
`

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help') {
    process.stdout.write(USAGE)
    return
  }
  const simulation = SIMULATIONS[name]
  if (!simulation) throw new Refusal(`There is no simulation "${name}".\n\n${USAGE}`, EXIT.usage)
  const { json, numbers } = readOptions(simulation.numbers, rest)
  const result = await simulation.run(numbers)
  process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : result.table)
}

function readOptions(usual: Numbers, args: readonly string[]) {
  const options: Record<string, { type: 'string' } | { type: 'boolean' }> = {
    json: { type: 'boolean' },
    ...Object.fromEntries(Object.keys(usual).map((one) => [one, { type: 'string' as const }])),
  }
  const { values } = parse(args, options)
  const numbers = Object.fromEntries(
    Object.entries(usual).map(([what, otherwise]) => [
      what,
      readNumber(what, values[what], otherwise),
    ]),
  )
  return { json: values.json === true, numbers }
}

function readNumber(what: string, given: unknown, otherwise: number): number {
  if (given === undefined) return otherwise
  if (typeof given === 'string' && /^[1-9]\d{0,5}$/.test(given)) return Number(given)
  throw new Refusal(
    `--${what} is "${given}". Right would be a whole number from 1 to 999999.`,
    EXIT.usage,
  )
}

function parse(
  args: readonly string[],
  options: Record<string, { type: 'string' } | { type: 'boolean' }>,
) {
  try {
    return parseArgs({ args: [...args], options })
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

await runProgram(main)

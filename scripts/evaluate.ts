/** npm run evaluate: how good the items are, on texts that somebody has read and listed the facts of. */
import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Half } from '@/lib/core/generate/gold/gold-set'
import { figuresOf } from '@/lib/core/generate/measure/figures'
import { factLines } from './evaluate/fact-lines'
import { BUDGETS, type Budget, isBudget } from './evaluate/items-of'
import { asPage } from './evaluate/report-page'
import { runAll, type TextRun } from './evaluate/run'
import { goldTexts, placesOf } from './evaluate/texts'
import { EXIT, Refusal, runProgram, wrongCall } from './run/program'

const USAGE = `Usage: npm run --silent evaluate [-- FOLDER] [--half develop|check|all] [--text NAME] [--budget few|usual|many] [--json]
       npm run --silent evaluate [-- FOLDER] --facts [--text NAME]

  FOLDER    other texts, NAME.txt or NAME.md, with their gold sets NAME.json beside them
  --half    the texts to develop on (the default), those that are kept to check, or all
  --budget  how many items are asked for: 8, 14 (the default) or 20 per 1,000 words at most
  --facts   which facts have items and which have none; of the texts to develop on alone`

type Asked = {
  readonly folder: string | null
  readonly half: Half | 'all'
  readonly name: string | null
  readonly budget: Budget
  readonly facts: boolean
  readonly json: boolean
}

function main(args: readonly string[]): void {
  const asked = readArguments(args)
  const { folder, budget } = asked
  if (folder !== null && !(existsSync(folder) && statSync(folder).isDirectory()))
    throw new Refusal(`There is no folder ${folder}.`, EXIT.unreadable)
  const places = placesOf(folder)
  const { texts, absent } = goldTexts(places, asked)
  for (const name of absent)
    process.stderr.write(`${name}: the text is not on this machine, and is left out.\n`)
  const runs = runAll(texts, places, budget)
  const page = asked.facts ? runs.map(factLines).join('\n') : report(runs, absent, asked)
  process.stdout.write(page)
}

function report(runs: readonly TextRun[], absent: readonly string[], asked: Asked): string {
  const texts = runs.map(({ gold, figures }) => ({ name: gold.set.text, figures }))
  const total = figuresOf(runs.map((run) => run.measured))
  if (!asked.json) return asPage(texts, total)
  const { budget, half } = asked
  return `${JSON.stringify({ half, budget, absent, texts, total })}\n`
}

function readArguments(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        half: { type: 'string', default: 'develop' },
        budget: { type: 'string', default: 'usual' },
        text: { type: 'string' },
        facts: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder, ...more] = positionals
    if (more.length > 0) throw new Error('Name one folder, not several.')
    const { budget, facts, json } = values
    if (!isBudget(budget)) throw new Error(`--budget is one of ${Object.keys(BUDGETS).join(', ')}.`)
    const half = halfNamed(values.half)
    // Whoever reads the facts of the others has nothing left to check by.
    if (facts && half !== 'develop')
      throw new Error('--facts lists those of the develop half alone.')
    return { folder: folder ?? null, half, name: values.text ?? null, budget, facts, json }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

function halfNamed(word: string): Half | 'all' {
  if (word === 'all') return 'all'
  const half = Half.safeParse(word)
  if (!half.success) throw new Error('--half is one of develop, check, all.')
  return half.data
}

await runProgram(main)

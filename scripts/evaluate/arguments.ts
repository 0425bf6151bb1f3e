/** What the command line asks of `npm run evaluate`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BUDGETS, type Budget, isBudget } from '@/lib/core/generate/budget'
import { Half } from '@/lib/core/generate/gold/gold-set'
import { Reader } from '@/lib/core/generate/gold/judgement'
import { environment } from '@/lib/environment'
import { wrongCall } from '../run/program'

const USAGE = `Usage: npm run --silent evaluate [-- FOLDER] [--half develop|check|all] [--text NAME] [--budget few|usual|many] [--json]
       npm run --silent evaluate [-- FOLDER] --facts|--faults [--text NAME]
       npm run --silent evaluate [-- FOLDER] --to-judge N [--reader NAME | --pool] [--out FILE …] [--half …] [--text NAME]
       npm run --silent evaluate [-- FOLDER] --judged FILE --reader NAME
       npm run --silent evaluate -- --documents [--to-judge N … | --judged FILE …] [--half …]
       npm run --silent evaluate -- --quality
       npm run --silent evaluate -- --fit|--fit-importance

  FOLDER      other texts, NAME.txt or NAME.md, with their gold sets NAME.json beside them; their judgements are kept there
  --half      the texts to develop on (the default), those that are kept to check, or all
  --budget    how many items are asked for: 8, 14 (the default) or 20 per 1,000 words at most
  --facts     which facts have items and which have none; of the texts to develop on alone
  --faults    which items have faults that code can see; of the texts to develop on alone
  --to-judge  a sheet of at most N items that nobody has judged; with --reader those that one other reader has
  --pool      also items that are too unsure to be shown, evenly of every construction and text; with several --out N in each
  --judged    takes such a sheet back, with a verdict under each item
  --documents documents of a treebank rather than the texts that have gold sets: what readers said of their items, and no facts
  --fit       learns from all judgements how likely an item is to be good, and writes lib/core/generate/confidence.json
  --fit-importance  learns from the gold sets which items matter, and writes lib/core/generate/features/importance.json
  --quality   writes QUALITY.md from a run over both halves`

export type Task =
  | { readonly task: 'figures'; readonly json: boolean }
  | { readonly task: 'facts' }
  | { readonly task: 'faults' }
  | { readonly task: 'quality' }
  | { readonly task: 'fit' }
  | { readonly task: 'fitImportance' }
  | {
      readonly task: 'toJudge'
      readonly most: number
      readonly reader: string | null
      readonly out: readonly string[]
      readonly pool: boolean
    }
  | { readonly task: 'judged'; readonly file: string; readonly reader: string }

export type Asked = {
  readonly folder: string | null
  readonly half: Half | 'all'
  readonly name: string | null
  readonly budget: Budget
  /** Documents of the treebank, not the texts that have gold sets. */
  readonly documents: boolean
  readonly task: Task
}

export function readArguments(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        half: { type: 'string' },
        budget: { type: 'string', default: 'usual' },
        text: { type: 'string' },
        json: { type: 'boolean', default: false },
        facts: { type: 'boolean', default: false },
        faults: { type: 'boolean', default: false },
        quality: { type: 'boolean', default: false },
        fit: { type: 'boolean', default: false },
        'fit-importance': { type: 'boolean', default: false },
        'to-judge': { type: 'string' },
        judged: { type: 'string' },
        reader: { type: 'string' },
        out: { type: 'string', multiple: true },
        pool: { type: 'boolean', default: false },
        documents: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder, ...more] = positionals
    if (more.length > 0) throw new Error('Name one folder, not several.')
    const task = taskOf(values)
    if (task.task === 'quality' && (folder !== undefined || values.text !== undefined))
      throw new Error('--quality is of all texts of the project.')
    const { budget } = values
    if (!isBudget(budget)) throw new Error(`--budget is one of ${Object.keys(BUDGETS).join(', ')}.`)
    const { documents } = values
    if (documents && folder !== undefined) throw new Error('The documents are in no other folder.')
    const half = halfFor(task, values.half)
    return { folder: folder ?? null, half, name: values.text ?? null, budget, documents, task }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

type Values = {
  readonly json: boolean
  readonly facts: boolean
  readonly faults: boolean
  readonly quality: boolean
  readonly fit: boolean
  readonly 'fit-importance': boolean
  readonly 'to-judge'?: string | undefined
  readonly judged?: string | undefined
  readonly reader?: string | undefined
  readonly out?: readonly string[] | undefined
  readonly pool: boolean
}

function taskOf(values: Values): Task {
  const { facts, faults, quality, fit, judged, json } = values
  const importance = values['fit-importance']
  const most = values['to-judge']
  const tasks = [facts, faults, quality, fit, importance, judged !== undefined, most !== undefined]
  if (tasks.filter(Boolean).length > 1) throw new Error('Ask for one thing at a time.')
  const reader = values.reader === undefined ? null : Reader.parse(values.reader)
  if (facts) return { task: 'facts' }
  if (faults) return { task: 'faults' }
  if (quality) return { task: 'quality' }
  if (fit) return { task: 'fit' }
  if (importance) return { task: 'fitImportance' }
  if (judged !== undefined) {
    if (reader === null) throw new Error('--judged needs the --reader who has judged.')
    return { task: 'judged', file: named(judged), reader }
  }
  if (most !== undefined) {
    if (!/^[1-9]\d{0,5}$/.test(most)) throw new Error('--to-judge needs a number of items.')
    const out = (values.out ?? []).map(named)
    if (values.pool && reader !== null) throw new Error('--pool is of what nobody has judged.')
    return { task: 'toJudge', most: Number(most), reader, out, pool: values.pool }
  }
  return { task: 'figures', json }
}

/** A file is meant where the command was called, there or not yet there. */
const named = (path: string): string => resolve(environment().calledFrom ?? '.', path)

function halfFor({ task }: Task, word: string | undefined): Half | 'all' {
  if (task === 'judged' || task === 'quality') return 'all'
  const half = word === 'all' ? 'all' : (Half.safeParse(word ?? 'develop').data ?? null)
  if (half === null) throw new Error('--half is one of develop, check, all.')
  // Whoever reads the facts and the items of the others has nothing left to check by.
  if ((task === 'facts' || task === 'faults') && half !== 'develop')
    throw new Error(`--${task} are told of the develop half alone.`)
  return half
}

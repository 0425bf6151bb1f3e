/**
 * npm run --silent spans -- evaluate|fit [--training GOLD.conllu]… GOLD.conllu PARSED.conllu …
 * npm run --silent spans -- show PARSED.conllu
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { confidence, GATES, type Gate, type Weights } from '@/lib/core/language/spans/gates'
import fitted from '@/lib/core/language/spans/gates.json'
import { type NamedSentence, readConllu } from './language/conllu'
import { spansTable } from './language/evaluate-spans'
import {
  fitGates,
  fitSurface,
  rounded,
  type Scored,
  scoreCrosswise,
  small,
} from './language/fit-gates'
import { type Judgement, judge } from './language/judged'
import { treesPage } from './language/show-trees'
import { EXIT, Refusal, runProgram, wordsOf, wrongCall } from './run/program'
import { inProject } from './setup/project.mjs'

const USAGE = `Use: npm run --silent spans -- show PARSED.conllu
     npm run --silent spans -- evaluate GOLD.conllu PARSED.conllu [GOLD PARSED …]
     npm run --silent spans -- fit --training GOLD.conllu [--training …] GOLD.conllu PARSED.conllu [GOLD PARSED …]`

function main(args: readonly string[]): void {
  const { verb, training, files } = readArguments(args)
  if (verb === 'show') {
    for (const { sentence } of files.flatMap(sentencesOf)) process.stdout.write(treesPage(sentence))
    return
  }
  const surface: Weights =
    training.length > 0 ? fitSurface(training.flatMap(sentencesOf)) : fitted.surface
  const judgement = judgeFiles(files, surface)
  process.stdout.write(`${spansTable(scores(judgement, verb), judgement.keyed)}\n`)
  if (verb === 'fit') keep(judgement, surface)
}

/** While fitting: crosswise. Later: by the gates as they stand. */
function scores({ found }: Judgement, verb: string): Map<Gate, Scored[]> {
  return new Map(
    GATES.map((gate) => {
      const units = found.get(gate) ?? []
      if (verb === 'fit') return [gate, scoreCrosswise(gate, units)]
      return [
        gate,
        units.map((u) => ({ confidence: confidence(gate, u.features), right: u.right })),
      ]
    }),
  )
}

function keep({ found }: Judgement, surface: Weights): void {
  const gates = {
    surface: { bias: rounded(surface.bias), weights: small(surface.weights) },
    gates: fitGates(found),
  }
  writeFileSync(
    inProject('lib/core/language/spans/gates.json'),
    `${JSON.stringify(gates, null, 2)}\n`,
  )
}

function judgeFiles(files: readonly string[], surface: Weights): Judgement {
  const gold = files.filter((_, i) => i % 2 === 0).flatMap(sentencesOf)
  const parsed = files.filter((_, i) => i % 2 === 1).flatMap(sentencesOf)
  try {
    return judge(gold, parsed, surface)
  } catch (error) {
    throw new Refusal(wordsOf(error), EXIT.unreadable)
  }
}

function sentencesOf(file: string): NamedSentence[] {
  try {
    return readConllu(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal(`${file} could not be read: ${wordsOf(error)}`, EXIT.unreadable)
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { training: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    })
    const [verb = '', ...files] = positionals
    if (!['show', 'evaluate', 'fit'].includes(verb)) throw new Error('Say show, evaluate or fit.')
    if (files.length === 0) throw new Error('Name a file.')
    if (verb !== 'show' && files.length % 2 === 1)
      throw new Error('Name files in pairs: keyed, then parsed.')
    if (verb === 'fit' && values.training.length === 0)
      throw new Error('Name the training trees, for what the page shows of an apposition.')
    return { verb, training: values.training, files }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

await runProgram(main)

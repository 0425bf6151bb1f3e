/**
 * npm run spans: shows what can be asked of parsed sentences, holds it against keyed trees, and fits how sure the reader is
 * of it. After new weights: parse the development sets, then fit.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type NamedSentence, readConllu } from '@/lib/core/language/conllu'
import { confidence, GATES, type Gate } from '@/lib/core/language/spans/gates'
import { spansReport } from './language/evaluate-spans'
import {
  fitGates,
  learnGates,
  offered,
  type Scored,
  scoreCrosswise,
  short,
} from './language/fit-gates'
import { fitLikeness } from './language/fit-likeness'
import { type Judgement, judge } from './language/judged'
import { treesPage } from './language/show-trees'
import { EXIT, Refusal, runProgram, wordsOf, wrongCall } from './run/program'
import { inProject } from './setup/project.mjs'

const USAGE = `Use: npm run --silent spans -- show PARSED.conllu
     npm run --silent spans -- evaluate GOLD.conllu PARSED.conllu [GOLD PARSED …]
     npm run --silent spans -- fit GOLD.conllu PARSED.conllu [GOLD PARSED …]
                               --training GOLD.conllu --training PARSED.conllu [--training …]
     npm run --silent spans -- likeness TRAINING.conllu …`

function main(args: readonly string[]): void {
  const { verb, files, training } = readArguments(args)
  if (verb === 'show') {
    for (const { sentence } of files.flatMap(sentencesOf)) process.stdout.write(treesPage(sentence))
  } else if (verb === 'likeness') {
    keep('likeness', { match: short(fitLikeness(files.flatMap(sentencesOf))) })
  } else if (verb === 'fit') {
    const { found, keyed } = judgeFiles(files)
    const models = learnGates(judgeFiles(training).found)
    const scores = [...models].map(
      ([gate, model]) => [gate, scoreCrosswise(model, found.get(gate) ?? [])] as const,
    )
    process.stdout.write(`${spansReport(new Map(scores), keyed)}\n`)
    keep('gates', { gates: fitGates(models, found) })
  } else {
    const { found, keyed } = judgeFiles(files)
    process.stdout.write(`${spansReport(scoresOf(found), keyed)}\n`)
  }
}

/** By the gates as they stand. */
const scoresOf = (found: Judgement['found']): Map<Gate, Scored[]> =>
  new Map(
    GATES.map((gate) => [
      gate,
      offered(
        (found.get(gate) ?? []).map((unit) => ({
          ...unit,
          confidence: confidence(gate, unit.features),
        })),
      ),
    ]),
  )

function keep(name: 'gates' | 'likeness', value: object): void {
  const file = inProject('lib/core/language/spans', `${name}.json`)
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

function judgeFiles(files: readonly string[]): Judgement {
  const gold = files.filter((_, i) => i % 2 === 0).flatMap(sentencesOf)
  const parsed = files.filter((_, i) => i % 2 === 1).flatMap(sentencesOf)
  try {
    return judge(gold, parsed)
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
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { training: { type: 'string', multiple: true, default: [] } },
    })
    const { training } = values
    const [verb = '', ...files] = positionals
    if (!['show', 'evaluate', 'fit', 'likeness'].includes(verb))
      throw new Error('Say show, evaluate, fit or likeness.')
    if (files.length === 0) throw new Error('Name a file.')
    const pairs = verb === 'evaluate' || verb === 'fit'
    if (pairs && (files.length % 2 === 1 || training.length % 2 === 1))
      throw new Error('Name files in pairs: keyed, then parsed.')
    if ((verb === 'fit') !== training.length > 0)
      throw new Error('Name the training sets with fit, and only there.')
    return { verb, files, training }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

await runProgram(main)

/** npm run parse -- FILE [--conllu | --clauses | --mentions]: how the sentences of an English text hang together, for a reader or for a program. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { givenSentences, NotConllu } from '@/lib/core/language/conllu'
import type { EnglishModel } from '@/lib/core/language/model'
import { readSegmented, readTokens } from '@/lib/core/language/read'
import type { Reading, Sentence } from '@/lib/core/language/tree'
import { segment } from '@/lib/core/passages/segment'
import { decodeText } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'
import { linesOfGiven, linesOfSentence } from './language/conllu-lines'
import { mentionsPage } from './language/show-mentions'
import { treesPage } from './language/show-trees'
import { treeLines } from './language/tree-lines'
import { readModel, WEIGHTS } from './language/weights'
import { EXIT, Refusal, runProgram, wordsOf, wrongCall } from './run/program'

const USAGE = `Usage: npm run --silent parse -- FILE [--conllu | --clauses | --mentions] [--weights FILE]

  FILE        a text; one that ends in .conllu is read by its own tokens; - is standard input
  --conllu    CoNLL-U with probabilities in its last column, instead of trees for the eye
  --clauses   what can be asked of each sentence: its clauses, their parts, lists, appositions
  --mentions  of a text: its names, dates and amounts with their values, and what its pronouns speak of
  --weights   other weights than those that ship`

type Shown = 'trees' | 'conllu' | 'clauses' | 'mentions'

function main(args: readonly string[]): void {
  const { file, as, weights } = readArguments(args)
  const body = readBody(file)
  const model = readModel(weights)
  const lines = isConllu(file)
    ? ofTokens(file, body, model, as)
    : ofText(readingOf(file, body, model), as)
  if (lines.length === 0) throw new Refusal(`${file} has no sentence.`, EXIT.usage)
  process.stdout.write(`${lines.join('\n')}\n`)
}

const isConllu = (file: string): boolean => /\.conllu$/i.test(file)

const readingOf = (file: string, body: string, model: EnglishModel): Reading =>
  readSegmented(segment(readSource(body, { fileName: file })), model)

function ofText(reading: Reading, as: Shown): string[] {
  if (as === 'mentions') return mentionsPage(reading).split('\n')
  const { text, blocks } = reading
  let id = 0
  return blocks.flatMap(({ sentences }) =>
    sentences.flatMap((sentence, index) =>
      as === 'conllu'
        ? linesOfSentence(text, sentence, ++id, index === 0)
        : linesFor(as, text.slice(sentence.start, sentence.end), sentence),
    ),
  )
}

function ofTokens(file: string, body: string, model: EnglishModel, as: Shown): string[] {
  const given = sentencesOf(file, body)
  const read = readTokens(
    given.map(({ forms }) => forms),
    model,
  )
  return read.flatMap((sentence, index) => {
    const own = given[index]
    if (!own) return []
    if (as === 'conllu') return linesOfGiven(own, sentence)
    return linesFor(as, own.forms.join(' '), sentence)
  })
}

const linesFor = (as: Shown, words: string, sentence: Sentence): string[] =>
  as === 'clauses' ? treesPage(sentence).split('\n').slice(0, -1) : treeLines(words, sentence)

function sentencesOf(file: string, body: string): ReturnType<typeof givenSentences> {
  try {
    return givenSentences(body)
  } catch (error) {
    if (error instanceof NotConllu) throw new Refusal(`${file}: ${error.message}`, EXIT.usage)
    throw error
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        conllu: { type: 'boolean', default: false },
        clauses: { type: 'boolean', default: false },
        mentions: { type: 'boolean', default: false },
        weights: { type: 'string', default: WEIGHTS },
      },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined) throw new Error('Name a text file.')
    if (more.length > 0) throw new Error('Name one file, not several.')
    const asked = (['conllu', 'clauses', 'mentions'] as const).filter((name) => values[name])
    if (asked.length > 1) throw new Error('Choose one of --conllu, --clauses and --mentions.')
    const as: Shown = asked[0] ?? 'trees'
    if (as === 'mentions' && isConllu(file)) {
      throw new Error('The mentions of a text are found in its raw text.')
    }
    return { file, as, weights: values.weights }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

const STANDARD_INPUT = 0

function readBody(file: string): string {
  const bytes = readBytes(file)
  if (isConllu(file)) return bytes.toString('utf8')
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Refusal(`${file}: ${decoded.problem.message}`, EXIT.usage)
  return decoded.body
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? STANDARD_INPUT : file)
  } catch (error) {
    throw new Refusal(`${file} could not be read: ${wordsOf(error)}`, EXIT.usage)
  }
}

await runProgram(main)

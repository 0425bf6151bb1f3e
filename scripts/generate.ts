/** npm run generate -- FILE [--budget few|usual|many] [--json]: the items that can be made of a text, for a reader or for a program. */
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { BUDGETS, type Budget, isBudget } from '@/lib/core/generate/budget'
import { fitItems, fitText } from '@/lib/core/generate/fitness/fitness'
import type { Unfit } from '@/lib/core/generate/fitness/unfit'
import { generate } from '@/lib/core/generate/generate'
import type { FormSpec, ProposedItem } from '@/lib/core/items/item'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { segment } from '@/lib/core/passages/segment'
import { decodeText, sizeProblem } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'
import { readModel, WEIGHTS } from './language/weights'
import { EXIT, Refusal, runProgram, wordsOf, wrongCall } from './run/program'

const USAGE = 'Usage: npm run --silent generate -- FILE [--budget few|usual|many] [--json]'

function main(args: readonly string[]): void {
  const { file, json, budget } = readArguments(args)
  const text = segment(readSource(readBody(file), { fileName: file }))
  const fit = fitText(text)
  const items = fitItems(generate(fit.text, readModel(WEIGHTS), budget), fit.foreign)
  for (const { why, passages } of fit.passedOver) {
    process.stderr.write(`${count(passages, 'passage')} passed over: ${WHY[why]}.\n`)
  }
  if (items.length === 0) {
    process.stderr.write(`No item can be made of ${file}: no fact was found that can be asked.\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify(asJson(text, items))}\n`)
  else if (items.length > 0) process.stdout.write(asPage(text, items))
}

const WHY: Record<Unfit, string> = {
  language: 'not in English',
  code: 'code',
  lines: 'short lines, as poems and lists have them',
  table: 'a table',
  figures: 'mostly figures',
  references: 'a list of sources',
  garbled: 'words that cannot be read',
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

function readArguments(args: readonly string[]): {
  file: string
  json: boolean
  budget: Budget
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        budget: { type: 'string', default: 'usual' },
      },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined) throw new Error('Name a text file.')
    if (more.length > 0) throw new Error('Name one file, not several.')
    const { budget } = values
    if (!isBudget(budget)) throw new Error(`--budget is one of ${Object.keys(BUDGETS).join(', ')}.`)
    return { file, json: values.json, budget }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

function readBody(file: string): string {
  const decoded = readDecoded(file)
  if (!decoded.ok) throw new Refusal(`${file}: ${decoded.problem.message}`, EXIT.unreadable)
  return decoded.body
}

function readDecoded(file: string): ReturnType<typeof decodeText> {
  try {
    const stat = statSync(file)
    if (stat.isDirectory()) throw new Refusal(`${file} is a folder, not a text.`, EXIT.unreadable)
    // A size that is refused anyway is not read first.
    const problem = stat.isFile() ? sizeProblem(stat.size) : null
    return problem === null ? decodeText(readFileSync(file)) : { ok: false, problem }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(whyUnreadable(file, error), EXIT.unreadable)
  }
}

function whyUnreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}.`
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read: permission denied.`
  return `${file} could not be read: ${wordsOf(error)}`
}

function asJson(text: SegmentedText, items: readonly ProposedItem[]): object {
  const { about, sha256 } = text.source
  return {
    text: { title: about.title, words: text.words, sha256 },
    items: items.map((item) => ({
      id: item.key,
      kind: item.kind,
      question: item.question,
      answer: item.answer,
      accept: item.accept,
      elements: item.elements.map(({ key, text, accept }) => ({ key, text, accept })),
      evidence: item.evidence.map(({ start, end, quote }) => ({ start, end, quote })),
      forms: item.forms.map((form) => ({
        form: form.form,
        prompt: form.prompt,
        options: optionsOf(form),
      })),
      section: item.section,
      confidence: item.confidence,
    })),
  }
}

const optionsOf = (form: FormSpec): readonly string[] =>
  form.form === 'choice' ? form.options : []

/** By section: the question, its answer, how it may be asked, and the words that show it with their line. */
function asPage(text: SegmentedText, items: readonly ProposedItem[]): string {
  const lines = [text.source.about.title || 'A text without a title', '']
  let section: string | null = null
  const lineOf = lineFinder(text.source.body)
  items.forEach((item, i) => {
    if (item.section !== section) {
      section = item.section
      lines.push(section === '' ? '— before the first heading' : `— ${section}`, '')
    }
    lines.push(...itemLines(item, i + 1, lineOf), '')
  })
  const rate = Math.round((items.length / Math.max(1, text.words)) * 1000)
  const plural = items.length === 1 ? 'item' : 'items'
  lines.push(`${items.length} ${plural} from ${text.words} words (${rate} per 1,000).`)
  return `${lines.map(printable).join('\n')}\n`
}

function itemLines(item: ProposedItem, n: number, lineOf: (at: number) => number): string[] {
  const indent = '     '
  const lines = [`${String(n).padStart(3)}. ${item.question}`]
  if (item.elements.length > 0) {
    item.elements.forEach((e, i) => {
      lines.push(`${indent}${i + 1}. ${e.text}`)
    })
  } else lines.push(`${indent}→ ${item.answer}`)
  const options = item.forms.flatMap(optionsOf)
  if (options.length > 0) lines.push(`${indent}choice: ${options.join(' | ')}`)
  lines.push(`${indent}asked as: ${item.forms.map((f) => f.form).join(', ')}`)
  for (const e of item.evidence.slice(0, MOST_QUOTED)) {
    lines.push(`${indent}line ${lineOf(e.start)}: “${e.quote.replace(/\s+/g, ' ')}”`)
  }
  const hidden = item.evidence.length - MOST_QUOTED
  if (hidden > 0) lines.push(`${indent}and ${hidden} more places`)
  return lines
}

/** A list's elements stand in the answer already. */
const MOST_QUOTED = 3

function lineFinder(body: string): (at: number) => number {
  const starts = [0]
  for (const match of body.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return (at) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low + 1
  }
}

/** A text may hold control characters; a terminal must not act on them. */
const printable = (line: string): string => line.replace(/\p{Cc}/gu, '\uFFFD')

await runProgram(main)

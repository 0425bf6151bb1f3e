/**
 * A sheet is what a reader judges: items with the passage around their evidence, and nothing of how they were made or
 * how sure the generator is of them.
 */
import { Verdict } from '@/lib/core/generate/gold/judgement'
import type { ProposedItem } from '@/lib/core/items/item'
import type { SegmentedText } from '@/lib/core/passages/passage'

export type SheetItem = {
  /** What saidHash gives. */
  readonly hash: string
  /** The text's name. */
  readonly name: string
  readonly text: SegmentedText
  readonly item: ProposedItem
}

const HEAD = `Read each item without its passage first, as a learner meets it; then hold it against the passage. Ask in this order, and write the
first that fails after "verdict:"; where none does, write good. A reason may follow the word. Or answer in a file of your own beside
this one: first the line that begins with "key:", then a line for each item with its sixteen digits and the word.

grammar    it is no sentence that a teacher would write
context    it cannot be understood without the passage (an open "he", "this act", "the congress")
ambiguous  something else would be right as well, or an option is
wrong      its answer is not what the passage says, or is nobody's to say so
trivial    nobody would want to know it
good       a good teacher would keep it as it is
`

/** `key`: the name of the file that says how the items were made; null where there is none. */
export function sheetOf(items: readonly SheetItem[], key: string | null): string {
  const blocks = items.map((one, i) => blockOf(one, i + 1))
  return [HEAD, ...(key === null ? [] : [`key: ${key}\n`]), ...blocks].join('\n')
}

function blockOf({ hash, name, text, item }: SheetItem, n: number): string {
  const choice = item.forms.find((form) => form.form === 'choice')
  const prompts = new Set(item.forms.map((form) => form.prompt))
  prompts.delete(item.question)
  const lines = [
    `=== ${n} · ${hash} · ${name}`,
    `asked as: ${item.forms.map((form) => form.form).join(', ')}`,
    `question: ${item.question}`,
    ...[...prompts].map((prompt) => `or: ${prompt}`),
    ...(item.elements.length > 0 ? elementLines(item) : [`answer: ${item.answer}`]),
    ...(item.accept.length > 0 ? [`also accepted: ${item.accept.join(' | ')}`] : []),
    ...(choice ? [`options: ${choice.options.join(' | ')}`] : []),
    `passage: ${passageOf(item, text)}`,
  ]
  return `${lines.map(oneLine).join('\n')}\nverdict:\n`
}

const elementLines = ({ elements }: ProposedItem): string[] =>
  elements.map(
    ({ text, accept }, i) =>
      `  ${i + 1}. ${text}${accept.length > 0 ? ` (also accepted: ${accept.join(' | ')})` : ''}`,
  )

const oneLine = (line: string): string =>
  line.replace(/[\s\p{Cc}]+/gu, ' ').replace(/^ (?=\d+\. )/, '  ')

/** Of a very long paragraph, this much on each side of the evidence. In characters. */
const MOST_AROUND = 1500

/** The paragraphs that the evidence stands in, under the heading of the first. */
function passageOf(item: ProposedItem, text: SegmentedText): string {
  const { body } = text.source
  const blocks = text.blocks.filter((block) =>
    item.evidence.some((e) => e.start < block.end && block.start < e.end),
  )
  const shown = blocks.map((block) => {
    const own = item.evidence.filter((e) => e.start < block.end && block.start < e.end)
    const from = Math.max(block.start, Math.min(...own.map((e) => e.start)) - MOST_AROUND)
    const to = Math.min(block.end, Math.max(...own.map((e) => e.end)) + MOST_AROUND)
    return `${from > block.start ? '… ' : ''}${body.slice(from, to)}${to < block.end ? ' …' : ''}`
  })
  return [...(item.section === '' ? [] : [`[${item.section}]`]), ...shown].join(' ¶ ')
}

export type Judged = {
  readonly hash: string
  /** The text's name, where the reader's file says it. */
  readonly name: string | null
  readonly verdict: Verdict
}

export type ReadSheet = {
  readonly judged: readonly Judged[]
  /** Blocks whose verdict is still open. */
  readonly open: number
  readonly key: string | null
  /** Each a sentence with its line. */
  readonly problems: readonly string[]
}

const BLOCK = /^=== \d+ · ([0-9a-f]{16}) · (\S+)\s*$/
const VERDICT = /^verdict:[\s*]*([\p{L}-]*)/iu
const ANSWER = /^([0-9a-f]{16})[\s:·]+([\p{L}-]+)/iu

/** Whatever else a reader has written between the blocks is left alone. */
export function readSheet(sheet: string): ReadSheet {
  const judged = new Map<string, Judged>()
  const problems: string[] = []
  const given = new Set<string>()
  let block: Pick<Judged, 'hash' | 'name'> | null = null
  const take = (of: typeof block, word: string, line: number): void => {
    const verdict = Verdict.safeParse(word.toLowerCase())
    if (of === null) problems.push(`Line ${line}: a verdict stands before the first item.`)
    else if (judged.has(of.hash))
      problems.push(`Line ${line}: the item ${of.hash} has a verdict already.`)
    else if (!verdict.success)
      problems.push(`Line ${line}: “${word}” is none of ${Verdict.options.join(', ')}.`)
    else judged.set(of.hash, { ...of, verdict: verdict.data })
  }
  for (const [i, line] of sheet.split(/\r?\n/).entries()) {
    const [, begun, name] = BLOCK.exec(line) ?? []
    const [, answered, answer] = ANSWER.exec(line) ?? []
    const word = VERDICT.exec(line)?.[1] ?? ''
    if (begun !== undefined && name !== undefined) {
      if (given.has(begun)) problems.push(`Line ${i + 1}: the item ${begun} is there twice.`)
      given.add(begun)
      block = { hash: begun, name }
    } else if (answered !== undefined && answer !== undefined) {
      given.add(answered)
      take({ hash: answered, name: null }, answer, i + 1)
    } else if (word !== '') take(block, word, i + 1)
  }
  return {
    judged: [...judged.values()],
    open: given.size - judged.size,
    key: /^key: (\S+)\s*$/m.exec(sheet)?.[1] ?? null,
    problems,
  }
}

/** Sentence ends and tokens, found in the raw text of a treebank, against those that its annotators set. */
import { tokenize } from '@/lib/core/language/tokens/tokenize'
import { splitSentences } from '@/lib/core/passages/sentences'
import type { Span } from '@/lib/core/text/source'
import { filesOf, type RawDocument, rawDocuments, readConlluFile } from './treebank'

/**
 * What closes a sentence to the eye: a stop, and whatever quotes, brackets and note numbers follow it. Annotators also end
 * sentences at colons and semicolons, after headings and signatures, where no reader could tell.
 */
const MARKED = /[.!?…]["'”’»)\]*_]*(?:\s?\[\d+\])*$/

interface Score {
  found: number
  missed: number
  wrong: number
}

const noScore = (): Score => ({ found: 0, missed: 0, wrong: 0 })

export function evaluateTokens(folder: string, part: string, verbose: boolean): string {
  const files = filesOf(folder, part)
  if (files.length === 0) return `${folder} has no file of the part "${part}".\n`
  const all: RawDocument[] = []
  const lines = files.flatMap((file) => {
    const documents = rawDocuments(readConlluFile(file))
    all.push(...documents)
    return [file, ...sentenceReport(documents, verbose), ...tokenReport(documents, verbose), '']
  })
  if (files.length > 1)
    lines.push('all', ...sentenceReport(all, false), tokenReport(all, false)[0] ?? '')
  return `${lines.join('\n')}\n`
}

/** The text of a document; where a sentence ends without a mark, the line may be broken as pages and letters have it. */
function textOf(
  document: RawDocument,
  broken: boolean,
): { body: string; ends: { at: number; marked: boolean }[]; blocks: Span[] } {
  let body = ''
  let blockStart = 0
  const ends: { at: number; marked: boolean }[] = []
  const blocks: Span[] = []
  for (const { text, joined } of document.sentences) {
    body += text
    const marked = MARKED.test(text)
    ends.push({ at: body.length, marked })
    if (broken && !marked) {
      blocks.push({ start: blockStart, end: body.length })
      body += '\n\n'
      blockStart = body.length
    } else if (!joined) body += ' '
  }
  if (blockStart < body.trimEnd().length)
    blocks.push({ start: blockStart, end: body.trimEnd().length })
  return { body, ends, blocks }
}

function sentenceReport(documents: readonly RawDocument[], verbose: boolean): string[] {
  const all = noScore()
  const marked = noScore()
  const broken = noScore()
  const faults: string[] = []
  for (const document of documents) {
    const run = textOf(document, false)
    const ends = endsOf(run.body, run.blocks)
    count(all, new Set(run.ends.map((end) => end.at)), ends)
    count(
      marked,
      new Set(run.ends.filter((end) => end.marked).map((end) => end.at)),
      ends,
      run.ends,
    )
    const paged = textOf(document, true)
    const pagedEnds = endsOf(paged.body, paged.blocks)
    const gold = new Set(paged.ends.filter((end) => end.marked).map((end) => end.at))
    count(broken, gold, pagedEnds, paged.ends)
    if (verbose) faults.push(...faultsOf(paged.body, gold, pagedEnds, paged.ends))
  }
  return [
    `sentence ends, each document one run of words   ${told(all)}`,
    `  … those with a mark                           ${told(marked)}`,
    `  … lines broken where an end has no mark       ${told(broken)}`,
    ...faults,
  ]
}

function endsOf(body: string, blocks: readonly Span[]): Set<number> {
  return new Set(blocks.flatMap((block) => splitSentences(body, block).map(({ end }) => end)))
}

/** Ends that the annotators set without a mark are neither asked for nor held against us, where `known` names them. */
function count(
  score: Score,
  gold: ReadonlySet<number>,
  found: ReadonlySet<number>,
  known: readonly { at: number }[] = [],
): void {
  const unasked = new Set(known.map(({ at }) => at))
  for (const end of gold) found.has(end) ? score.found++ : score.missed++
  for (const end of found) if (!gold.has(end) && !unasked.has(end)) score.wrong++
}

function faultsOf(
  body: string,
  gold: ReadonlySet<number>,
  found: ReadonlySet<number>,
  known: readonly { at: number }[],
): string[] {
  const unasked = new Set(known.map(({ at }) => at))
  const show = (sign: string, at: number): string =>
    `    ${sign} ${JSON.stringify(`${body.slice(Math.max(0, at - 40), at)}⏐${body.slice(at, at + 40)}`)}`
  return [
    ...[...gold].filter((at) => !found.has(at)).map((at) => show('missed', at)),
    ...[...found].filter((at) => !gold.has(at) && !unasked.has(at)).map((at) => show('wrong ', at)),
  ]
}

function tokenReport(documents: readonly RawDocument[], verbose: boolean): string[] {
  const score = noScore()
  const faults = new Map<string, number>()
  for (const { text, words } of documents.flatMap(({ sentences }) => sentences)) {
    const own = tokenize(text, { start: 0, end: text.length })
    const gold = new Set(words.map(({ start, end }) => `${start}-${end}`))
    const ours = new Set(own.map(({ start, end }) => `${start}-${end}`))
    for (const key of gold) ours.has(key) ? score.found++ : score.missed++
    for (const key of ours) if (!gold.has(key)) score.wrong++
    for (const fault of differences(text, words, own))
      faults.set(fault, (faults.get(fault) ?? 0) + 1)
  }
  const commonest = [...faults].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return [
    `tokens, in the annotators' sentences            ${told(score)}`,
    ...commonest
      .slice(0, verbose ? 400 : 15)
      .map(([fault, n]) => `    ${String(n).padStart(4)}  ${fault}`),
  ]
}

/** Stretches that both end together but cut differently: "gold ≠ ours". */
function differences(text: string, gold: readonly Span[], ours: readonly Span[]): string[] {
  const found: string[] = []
  let [i, j] = [0, 0]
  let from = { i: 0, j: 0, same: true }
  while (i < gold.length || j < ours.length) {
    const a = gold[i]
    const b = ours[j]
    if (a && b && a.end === b.end) {
      i++
      j++
      if (!from.same || a.start !== b.start) {
        found.push(`${cut(text, gold.slice(from.i, i))} ≠ ${cut(text, ours.slice(from.j, j))}`)
      }
      from = { i, j, same: true }
      continue
    }
    from.same = false
    if (!b || (a && a.end < b.end)) i++
    else j++
  }
  return found
}

const cut = (text: string, words: readonly Span[]): string =>
  words.map(({ start, end }) => text.slice(start, end)).join('|')

function told({ found, missed, wrong }: Score): string {
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(2)
  const f1 = percent(2 * found, 2 * found + missed + wrong)
  return `F1 ${f1} % · found ${percent(found, found + missed)} % of ${found + missed} · wrong ${wrong}`
}

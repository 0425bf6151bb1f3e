/**
 * What of the tokens' work can be judged on a text without a key: which names, dates and numbers a sentence end cuts in two
 * (found over whole paragraphs, there should be none), and who is said to speak.
 */
import { readFileSync } from 'node:fs'
import { groupBy } from '@/lib/core/group-by'
import { type Held, heldGroups } from '@/lib/core/language/tokens/held'
import { tokenize } from '@/lib/core/language/tokens/tokenize'
import { type Attribution, attributeQuotations } from '@/lib/core/passages/attributions'
import { segment } from '@/lib/core/passages/segment'
import { decodeText } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'
import type { Span } from '@/lib/core/text/source'

/** The report, or null for a file that holds no text. */
export function textReport(file: string, verbose: boolean): string | null {
  const decoded = decodeText(readFileSync(file))
  if (!decoded.ok) return null
  const { body } = decoded
  const text = segment(readSource(body, { fileName: file }))
  const prose = text.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'listItem')
    .map(({ contentStart, end }): Span => ({ start: contentStart, end }))
  const groups = prose.flatMap((block) => heldGroups(tokenize(body, block)))
  const quotations = attributeQuotations(text)
  return [
    `${file}: ${text.sentences.length} sentences`,
    ...groupLines(body, groups, new Set(text.sentences.map(({ end }) => end))),
    ...quotationLines(body, quotations, verbose),
    '',
  ].join('\n')
}

function groupLines(body: string, groups: readonly Held[], ends: ReadonlySet<number>): string[] {
  const byKind = groupBy(groups, ({ kind }) => kind)
  const counts = [...byKind].map(([kind, found]) => `${found.length} ${kind}`).sort()
  const cut = groups.filter(({ start, end }) => hasBetween(ends, start, end))
  return [
    `  groups held together: ${groups.length} (${counts.join(', ')}); cut by a sentence end: ${cut.length}`,
    ...cut.map(({ kind, start, end }) => `    ${kind} ${JSON.stringify(body.slice(start, end))}`),
  ]
}

function hasBetween(ends: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (ends.has(at)) return true
  return false
}

function quotationLines(body: string, found: readonly Attribution[], verbose: boolean): string[] {
  const said = found.filter(({ speaker }) => speaker !== null)
  const words = (span: Span | null) => (span ? body.slice(span.start, span.end) : '–')
  const lines = found.map(
    (q) => `    ${words(q.speaker)} | ${words(q.verb)} | ${JSON.stringify(words(q).slice(0, 60))}`,
  )
  return [
    `  quotations: ${found.length}; with a speaker: ${said.length}`,
    ...(verbose ? lines : []),
  ]
}

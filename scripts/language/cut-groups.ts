/** Which names, dates and numbers of a text a sentence end cuts in two: found over whole paragraphs, there should be none. */
import { readFileSync } from 'node:fs'
import { groupBy } from '@/lib/core/group-by'
import { heldGroups } from '@/lib/core/language/tokens/held'
import { tokenize } from '@/lib/core/language/tokens/tokenize'
import { segment } from '@/lib/core/passages/segment'
import { decodeText } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'

/** The report, or null for a file that holds no text. */
export function cutGroups(file: string): string | null {
  const decoded = decodeText(readFileSync(file))
  if (!decoded.ok) return null
  const { body } = decoded
  const { blocks, sentences } = segment(readSource(body, { fileName: file }))
  const ends = new Set(sentences.map(({ end }) => end))
  const groups = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'listItem')
    .flatMap(({ contentStart, end }) => heldGroups(tokenize(body, { start: contentStart, end })))
  const cut = groups.flatMap(({ kind, start, end }) =>
    hasBetween(ends, start, end) ? [`    ${kind} ${JSON.stringify(body.slice(start, end))}`] : [],
  )
  const byKind = groupBy(groups, ({ kind }) => kind)
  const counts = [...byKind].map(([kind, found]) => `${found.length} ${kind}`).sort()
  return [
    `${file}: ${sentences.length} sentences, ${groups.length} groups held together (${counts.join(', ')})`,
    `  cut by a sentence end: ${cut.length}`,
    ...cut,
    '',
  ].join('\n')
}

function hasBetween(ends: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (ends.has(at)) return true
  return false
}

/** CoNLL-U, written: what is not ours to say (comments, words of several tokens, the white space) stays as it was given. */
import { type Given, isTokenRow } from '@/lib/core/language/conllu'
import type { Sentence, Token } from '@/lib/core/language/tree'

/** The lines of a sentence that was given as CoNLL-U, with what was read of it. */
export function linesOfGiven({ comments, rows }: Given, { tokens }: Sentence): string[] {
  let next = 0
  const lines = rows.map((row) => {
    const token = isTokenRow(row) ? tokens[next] : undefined
    if (!token) return row.join('\t')
    next++
    const kept = (row[9] ?? '').split('|').filter((note) => /^SpaceAfter=/.test(note))
    return line(next, token, row[1] ?? token.text, kept)
  })
  return [...comments, ...lines, '']
}

/** The lines of a sentence of a text. */
export function linesOfSentence(
  text: string,
  sentence: Sentence,
  id: number,
  opens: boolean,
): string[] {
  const { tokens, start, end } = sentence
  const words = oneLine(text.slice(start, end))
  const head = [...(opens ? ['# newpar'] : []), `# sent_id = ${id}`, `# text = ${words}`]
  const lines = tokens.map((token, index) => {
    const follows = tokens[index + 1]
    const touches = follows !== undefined && follows.start === token.end
    const range = `TokenRange=${token.start}:${token.end}`
    const notes = touches ? ['SpaceAfter=No', range] : [range]
    return line(index + 1, token, oneLine(token.text), notes)
  })
  return [...head, ...lines, '']
}

export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim()

function line(id: number, token: Token, form: string, notes: readonly string[]): string {
  const { lemma, upos, xpos, head, relation, rivals } = token
  const misc = [
    ...notes,
    `UposProbability=${token.uposProbability.toFixed(4)}`,
    `HeadProbability=${token.headProbability.toFixed(4)}`,
    `RelationProbability=${token.relationProbability.toFixed(4)}`,
    ...(rivals.length > 0
      ? [`Rivals=${rivals.map((r) => `${r.head + 1}:${r.probability.toFixed(4)}`).join(',')}`]
      : []),
  ].join('|')
  const shown = [form, oneLine(lemma)].map((word) => word || '_')
  return [id, ...shown, upos, xpos || '_', '_', head + 1, relation, '_', misc].join('\t')
}

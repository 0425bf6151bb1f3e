import type { Span } from '@/lib/core/text/source'
import type { ReadSentence } from '../read-sentence'

/** The noun phrase that names: up to the first comma, bracket, relative or preposition. */
function termFrom(sentence: ReadSentence, from: number, to: number): Span | null {
  const { tokens } = sentence
  let i = from
  if (tokens[i]?.text === '“') {
    const close = tokens.findIndex((t, j) => j > i && t.text === '”')
    return close < 0 || close - i > 8
      ? null
      : { start: tokens[i]?.start ?? 0, end: tokens[close]?.end ?? 0 }
  }
  while (i < to && i < from + 7) {
    const token = tokens[i]
    if (token === undefined) break
    const isPart =
      /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(token.pos) ||
      token.text === '-' ||
      (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.lower))
    const isOf = token.lower === 'of' && i > from
    if (!isPart && !isOf) break
    i++
  }
  const last = tokens[i - 1]
  const next = tokens[i]
  if (i === from || last === undefined || !/^(?:NOUN|PROPN)$/.test(last.pos)) return null
  if (
    next !== undefined &&
    i < to &&
    !/^[,(.;:–—]$/.test(next.text) &&
    !/^(?:because|which|that|since|after|in|by|when)$/.test(next.lower)
  )
    return null
  return { start: tokens[from]?.start ?? 0, end: last.end }
}

/** "a document called the Declaration …": the gap is the name; a whole question would need the parse. Kept for the gaps. */
export function namedInside(sentence: ReadSentence): Span[] {
  const { tokens } = sentence
  const spans: Span[] = []
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i]
    const asTerm =
      token?.lower === 'called' ||
      token?.lower === 'termed' ||
      (token?.lower === 'known' && tokens[i + 1]?.lower === 'as')
    if (!asTerm) continue
    // "The critic called the plan a failure" calls nothing by its name.
    const before = tokens[i - 1]
    if (i === sentence.clause?.verb.main && !sentence.clause.verb.passive) continue
    if (token?.lower === 'called' && !/^(?:NOUN|AUX|ADV|PUNCT)$/.test(before?.pos ?? '')) continue
    const from = token?.lower === 'known' ? i + 2 : i + 1
    const term = termFrom(sentence, from, tokens.length)
    if (term !== null) spans.push(term)
  }
  return spans
}

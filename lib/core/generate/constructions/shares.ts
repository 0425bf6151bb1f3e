import { type Fact, fact } from '../fact'
import type { Mention } from '../mentions/mention'
import { joined, rangeOf, say, spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { inverted, keptLead, measureAnswer, sourcesOf } from './parts'
import { predicateEnd } from './predicate'

/** "lost 40 per cent of A when …, 90 per cent of B, and 55 per cent of C": one fact each, with what is common to all. */
export function parallelShares(sentence: ReadSentence): Fact[] {
  const { clause, tokens, view } = sentence
  if (clause === null || sentence.quoted || clause.verb.negated || clause.verb.copula) return []
  const end = clause.rest.to
  const restSpan = spanOf(tokens, clause.rest)
  const shares = sentence.mentions.filter(
    (m) => m.type === 'share' && m.start >= restSpan.start && m.end <= restSpan.end,
  )
  const first = shares[0]
  const parts = inverted(sentence, clause)
  const lead = keptLead(sentence, clause)
  if (first === undefined || parts === null || lead === null) return []
  const between = view.text.slice(tokens[clause.verb.to - 1]?.end ?? 0, first.hedgeStart).trim()
  if (between !== '') return []
  const circumstance = commonCircumstance(sentence, shares, end) ?? circumstanceBefore(sentence)
  const facts: Fact[] = []
  for (const share of shares) {
    const whole = wholeOf(sentence, share, end)
    if (whole === null) continue
    const rest = joined(parts.verb, circumstance?.text ?? '', lead)
    facts.push(
      fact({
        kind: 'share',
        construction: shares.length > 1 ? 'shares-of' : 'share-of',
        sentence,
        alsoFrom: [
          ...(circumstance?.from === undefined ? [] : [circumstance.from]),
          ...sourcesOf(sentence),
        ],
        clause: null,
        ask: {
          way: 'fronted',
          word: `What share of ${whole}`,
          auxiliary: parts.auxiliary,
          subject: parts.subject,
          rest: rest,
        },
        answer: measureAnswer(share, sentence, false),
        parallel: shares.length > 1,
        confidence: 0.93,
      }),
    )
  }
  return facts
}

/** "of its fuel industry": what the share is a share of, up to where the phrase stops. */
function wholeOf(sentence: ReadSentence, share: Mention, end: number): string | null {
  const { tokens } = sentence
  const of = rangeOf(tokens, share).to
  if (tokens[of]?.lower !== 'of') return null
  let to = of + 1
  for (; to < end; to++) {
    const token = tokens[to]
    if (
      token === undefined ||
      /^[,;:–—]$/.test(token.text) ||
      isCircumstance(tokens[to]?.lower ?? '')
    )
      break
    if (token.lower === 'and' && /^(?:\d|between$)/.test(tokens[to + 1]?.lower ?? '')) break
    if (token.pos === 'VERB' && to > of + 2 && !/(?:ed|en|ing)$/.test(token.lower)) break
    if (token.pos === 'AUX') return null
    if (token.lower === 'in' || token.lower === 'by' || token.lower === 'and') {
      if (token.lower !== 'and') break
    }
  }
  const words = say(sentence, { from: of + 1, to })
  return words === '' || words.split(' ').length > 9 ? null : words
}

const isCircumstance = (lower: string): boolean =>
  lower === 'when' || lower === 'after' || lower === 'during' || lower === 'because'

/** "when the army withdrew" after the first of the parallel shares holds for all of them. */
function commonCircumstance(
  sentence: ReadSentence,
  shares: readonly Mention[],
  end: number,
): { text: string; from?: ReadSentence } | null {
  const { tokens } = sentence
  const first = shares[0]
  if (first === undefined) return null
  const start = rangeOf(tokens, first).to
  const until = shares[1] === undefined ? end : rangeOf(tokens, shares[1]).from
  for (let i = start; i < until; i++) {
    if (!isCircumstance(tokens[i]?.lower ?? '')) continue
    const words = say(sentence, { from: i, to: predicateEnd(tokens, i + 1, until) })
    return { text: words.replace(/,? and$/, '') }
  }
  return null
}

/** "Russia also lost …" after "When the army withdrew, Russia lost …": the same circumstance. */
function circumstanceBefore(sentence: ReadSentence): { text: string; from?: ReadSentence } | null {
  const { previous, clause, tokens } = sentence
  if (previous === null || previous.clause === null || clause === null) return null
  const also = tokens.slice(clause.verb.from, clause.verb.main).some((t) => t.lower === 'also')
  const same = previous.tokens[previous.clause.verb.main]?.lemma === tokens[clause.verb.main]?.lemma
  if (!also || !same) return null
  const lead = previous.clause.leads.find((l) =>
    isCircumstance(previous.tokens[l.from]?.lower ?? ''),
  )
  if (lead === undefined) return null
  const words = say(previous, lead)
  return { text: words.charAt(0).toLowerCase() + words.slice(1), from: previous }
}

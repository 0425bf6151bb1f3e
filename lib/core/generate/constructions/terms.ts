import type { Token } from '@/lib/core/language/tag'
import type { Span } from '@/lib/core/text/source'
import { type Answer, type Fact, fact } from '../fact'
import { say, spanOf, tidy } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { inverted } from './parts'
import { predicateEnd } from './predicate'

const CALLED = /^(?:called|named|termed|known|dubbed|nicknamed)$/

/** "The hollow region in the shaft is called the medullary cavity." → What is the hollow region in the shaft called? */
export function isCalled(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || sentence.quoted || !clause.verb.passive || clause.verb.negated) return []
  const verb = tokens[clause.verb.main]
  if (verb === undefined || !CALLED.test(verb.lower)) return []
  let from = clause.verb.to
  if (verb.lower === 'known') {
    if (tokens[from]?.lower !== 'as') return []
    from++
  }
  const term = termFrom(sentence, from, clause.rest.to)
  const parts = inverted(sentence, clause)
  if (term === null || parts === null || parts.subject.split(' ').length < 2) return []
  // "those who rowed": of which town, only the text around knows.
  if (/^(?:those|they|these|this|what) /.test(parts.subject)) return []
  return [
    fact({
      kind: 'name',
      construction: 'is-called',
      sentence,
      ask: {
        way: 'fronted',
        word: 'What',
        auxiliary: parts.auxiliary,
        subject: parts.subject,
        rest: say(sentence, { from: clause.verb.main - adverbs(sentence), to: from }),
      },
      answer: termAnswer(sentence, term),
      confidence: parts.subject.split(' ').length >= 4 ? 0.9 : 0.82,
    }),
  ]
}

const adverbs = (sentence: ReadSentence): number =>
  sentence.clause !== null && sentence.tokens[sentence.clause.verb.main - 1]?.pos === 'ADV' ? 1 : 0

/** A term without its article, in lower case unless it is a name. */
const bareTerm = (text: string): string => text.replace(/^(?:the|an?) /i, '')

const termAnswer = (sentence: ReadSentence, span: Span) =>
  ({
    text: bareTerm(tidy(sentence.view.text.slice(span.start, span.end)).replace(/[“”,]/g, '')),
    type: 'term',
    grain: 'term',
    span,
    number: '',
  }) as const

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

/** "Rationalism is the idea that …" → Which term means …? The subject is one bare term, the predicate says what it is. */
export function definition(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || sentence.quoted || !clause.verb.copula || clause.verb.negated) return []
  if (
    clause.verb.auxiliaries.length > 0 ||
    !/^(?:is|are)$/.test(tokens[clause.verb.main]?.lower ?? '')
  )
    return []
  if (clause.leads.some((l) => !/^(?:finally|similarly|likewise)$/i.test(say(sentence, l))))
    return []
  const head = tokens.slice(clause.head.from, clause.head.to)
  const words = head.filter((t) => t.pos !== 'DET')
  const simple =
    words.length > 0 && words.length <= 3 && words.every((t) => /^(?:NOUN|PROPN|ADJ)$/.test(t.pos))
  if (!simple || !/^(?:NOUN|PROPN)$/.test(words.at(-1)?.pos ?? '')) return []
  if (
    /^(?:this|that|these|those|another|one|each|some|any|such|its|their|his|her)$/.test(
      head[0]?.lower ?? '',
    )
  )
    return []
  if (GENERIC.has(words.at(-1)?.lower ?? '')) return []
  const article = tokens[clause.rest.from]
  if (article === undefined || !/^(?:a|an|the)$/.test(article.lower)) return []
  const whole = predicateEnd(tokens, clause.rest.from, clause.rest.to)
  const comma = tokens.findIndex((t, i) => t.text === ',' && i > clause.rest.from + 5)
  const end = comma > 0 ? Math.min(whole, comma) : whole
  const definiens = say(sentence, { from: clause.rest.from, to: end })
  // Cut at a comma, a relative clause must have its verb before it.
  const relative = tokens.findIndex(
    (t, i) => i >= clause.rest.from && i < end && /^(?:that|which|who|whose)$/.test(t.lower),
  )
  if (
    relative > 0 &&
    end < clause.rest.to &&
    !tokens.slice(relative + 1, end).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
  )
    return []
  const length = definiens.split(' ').length
  if (
    length < 6 ||
    length > 32 ||
    !/ (?:that|which|who|whose|of|for|in|between|where|by) /.test(definiens)
  )
    return []
  if (EXAMPLE.test(definiens) || /(?:^| )(?:that|which|who|of|for|in|by|and)$/.test(definiens))
    return []
  if (words.some((w) => definiens.toLowerCase().includes(w.lemma.slice(0, 6)))) return []
  const span = spanOf(tokens, clause.head)
  const verb = tokens[clause.verb.main]?.lower ?? 'is'
  return [
    fact({
      kind: 'definition',
      construction: 'definition',
      sentence,
      ask: { way: 'fronted', word: 'What', auxiliary: verb, subject: definiens, rest: 'called' },
      answer: lowerTerm(sentence, termAnswer(sentence, span), words),
      confidence: 0.82,
    }),
  ]
}

/** "Rationalism is …": the capital is the sentence's, unless the word is a name. */
function lowerTerm(sentence: ReadSentence, answer: Answer, words: readonly Token[]): Answer {
  const first = words[0]
  const isName =
    words.slice(1).some((w) => /^\p{Lu}/u.test(w.text)) ||
    sentence.mentions.some(
      (m) =>
        first !== undefined &&
        m.start <= first.start &&
        first.start < m.end &&
        (m.type !== 'name' || first.start > 0),
    )
  return isName
    ? answer
    : { ...answer, text: answer.text.charAt(0).toLowerCase() + answer.text.slice(1) }
}

/** "an example of …": many things are. */
const EXAMPLE =
  /^(?:an?|the) (?:\p{L}+ )?(?:example|part|member|kind|type|sort|result|case|sign|matter|way|city|country|town)\b/u

/** Words that are no terms: what they are said to be is no definition of them. */
const GENERIC = new Set(
  'result reason effect goal aim problem solution difference example purpose answer question fact idea view point step part way thing benefit case exception cause motive practice decision option advantage majority number rest feature size name word exception effect'.split(
    ' ',
  ),
)

/** "a document called the Declaration …": the gap is the name; a whole question would need the parse. Kept for gaps.ts. */
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

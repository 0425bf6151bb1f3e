/** Who said or wrote it: a quotation with its speaker named beside it. A pronoun for a speaker is no speaker. */
import { SPEECH_VERBS } from '@/lib/core/language/lexicon'
import type { Span } from '@/lib/core/text/source'
import { type Fact, fact } from '../fact'
import type { Mention } from '../mentions/mention'
import { rangeOf, tidy } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { personAnswer } from './parts'

/** Words of a quotation that a question shows at most: enough to know it by. */
const LONGEST_QUOTE = 26
const SHORTEST_QUOTE = 4

type Said = { readonly speaker: Mention; readonly verb: string }

export function whoSaid(sentence: ReadSentence): Fact[] {
  if (sentence.quotes.length === 0) return []
  const inserted = insertedSpeaker(sentence)
  if (inserted !== null) return [inserted]
  const first = sentence.quotes[0]
  if (first === undefined) return []
  const said =
    speakerAfter(sentence, first) ?? speakerBefore(sentence, first) ?? speakerInBrackets(sentence)
  if (said === null) return []
  const words = quoteWords(sentence, said)
  if (words === null) return []
  return [
    fact({
      kind: 'quotation',
      construction: 'who-said',
      sentence,
      ask: { way: 'subject', word: 'Who', predicate: `${said.verb}: “${words}”` },
      answer: personAnswer(sentence, said.speaker),
      attributedTo: said.speaker.text,
      confidence: 0.92,
    }),
  ]
}

const isSpeech = (lemma: string): boolean => SPEECH_VERBS.has(lemma)
const past = (lemma: string): string =>
  lemma === 'write'
    ? 'wrote'
    : lemma === 'ask'
      ? 'asked'
      : lemma === 'declare'
        ? 'declared'
        : 'said'

function personAt(sentence: ReadSentence, place: number): Mention | undefined {
  return sentence.mentions.find((m) => m.type === 'person' && m.start === place)
}

/** "…," said A / "…," A said. */
function speakerAfter(sentence: ReadSentence, quote: Span): Said | null {
  const { tokens, view } = sentence
  const at = tokens.findIndex((t) => t.start >= quote.end)
  if (at < 0 || !/[,?!…]/.test(view.text.slice(quote.end - 2, quote.end))) return null
  const verbFirst = tokens[at]
  const person = personAt(sentence, tokens[at + 1]?.start ?? -1)
  if (verbFirst !== undefined && isSpeech(verbFirst.lemma) && person !== undefined)
    return { speaker: person, verb: past(verbFirst.lemma) }
  const named = personAt(sentence, verbFirst?.start ?? -1)
  if (named === undefined) return null
  const verb = tokens[rangeOf(tokens, named).to]
  return verb !== undefined && isSpeech(verb.lemma)
    ? { speaker: named, verb: past(verb.lemma) }
    : null
}

/** A declared: "…"; "… , said A: "…". Between the speaker's verb and the quotation stand only a comma or a colon. */
function speakerBefore(sentence: ReadSentence, quote: Span): Said | null {
  const { tokens, view } = sentence
  const before = tokens.filter((t) => t.end <= quote.start)
  const last = before.at(-1)
  if (last === undefined || !/^[:,]$/.test(last.text)) return null
  const verb = before.at(-2)
  for (const person of sentence.mentions.filter(
    (m) => m.type === 'person' && m.end <= last.start,
  )) {
    const range = rangeOf(tokens, person)
    const after = tokens[range.to]
    const ahead = tokens[range.from - 1]
    if (after !== undefined && after === verb && isSpeech(after.lemma))
      return { speaker: person, verb: past(after.lemma) }
    if (person.end === last.start && ahead !== undefined && isSpeech(ahead.lemma))
      return { speaker: person, verb: past(ahead.lemma) }
  }
  return view.text === '' ? null : null
}

/** "… ." (A) */
function speakerInBrackets(sentence: ReadSentence): Said | null {
  const { view } = sentence
  const match = /[”"]\.? \((\p{Lu}[\p{L}. -]+)\)\.?$/u.exec(view.text)
  if (match?.[1] === undefined) return null
  const start = view.text.lastIndexOf(match[1])
  const name = sentence.mentions.find(
    (m) =>
      m.start === start &&
      (m.type === 'person' || m.type === 'name') &&
      m.end === start + (match[1]?.length ?? 0),
  )
  return name === undefined ? null : { speaker: { ...name, type: 'person' }, verb: 'said' }
}

/** The quotation, its pieces joined, cut to its first sentence and to what identifies it. */
function quoteWords(sentence: ReadSentence, said: Said): string | null {
  const pieces = sentence.quotes.map((q) =>
    sentence.view.text.slice(q.start, q.end).replace(/^[“"]+|[”"]+$/g, ''),
  )
  const whole = tidy(joinPieces(pieces))
  const firstSentence = /^.{20,}?[.?!](?= \p{Lu})/u.exec(whole)?.[0] ?? whole
  const words = firstSentence.split(' ')
  if (words.length < SHORTEST_QUOTE || whole.includes(said.speaker.text)) return null
  const cut =
    words.length > LONGEST_QUOTE
      ? `${words.slice(0, LONGEST_QUOTE - 4).join(' ')} …`
      : firstSentence
  return cut
    .replace(/[,;:.–—-]+$/, '')
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
}

/** The comma before an insertion is the insertion's, when the words go on with their verb. */
function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((whole, piece) => {
    const verb = /^(?:is|are|was|were|has|have|had|will|can|must)\b/.test(piece)
    return `${verb ? whole.replace(/,$/, '') : whole} ${piece}`
  })
}

/** "The prospect, said A, was “dim”." → Who said that the prospect was “dim”? */
function insertedSpeaker(sentence: ReadSentence): Fact | null {
  const { view, tokens } = sentence
  const text = view.text.replace(/[“”]/g, (q) => q)
  const match =
    /^(“?[^“”]{3,80}?),”? (said|wrote|declared|argued|insisted) (\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]+)*), ([^“”]{0,80}“[^“”]+”[^“”]*)$/u.exec(
      text,
    )
  if (
    match === null ||
    sentence.quotes.some((q) => q.start < (match[1]?.length ?? 0) && q.start > 0)
  )
    return null
  const [, head = '', verb = 'said', name = '', tail = ''] = match
  if (head.startsWith('“')) return null
  const start = view.text.indexOf(name, head.length)
  const speaker = personAt(sentence, start)
  if (speaker === undefined || tokens.length === 0) return null
  const first = tokens[0]
  const lower =
    first !== undefined && first.pos !== 'PROPN'
      ? head.charAt(0).toLowerCase() + head.slice(1)
      : head
  const statement = tidy(
    `${lower} ${tail.replace(/[.]?”?[.]?$/, (end) => (end.includes('”') ? '”' : ''))}`,
  )
  return fact({
    kind: 'quotation',
    construction: 'said-that',
    sentence,
    ask: { way: 'subject', word: 'Who', predicate: `${verb} that ${statement}` },
    answer: personAnswer(sentence, speaker),
    attributedTo: speaker.text,
    confidence: 0.92,
  })
}

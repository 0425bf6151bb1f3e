/** "a membrane called the periosteum", "is called an osteon", "is known as …": the name asked by what bears it. */
import type { Range } from '@/lib/core/language/range'
import { type Ask, type Fact, fact } from '../../fact'
import { capital, inside, say } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { isConnective, sourcesOf } from '../parts'
import {
  isInQuote,
  isPlural,
  isTerm,
  least,
  nameAnswer,
  signsOf,
  statements,
  typedAt,
  words,
} from './tree-parts'
import { endOf, turned } from './turned'

const CALLED = /^(?:called|named|termed|dubbed|nicknamed|titled|entitled|christened)$/

/** "X is called Y" → What is X called? */
export function isCalledBy(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence)
    .flatMap((clause): Fact[] => {
      const { verb, subject } = clause
      if (verb.voice !== 'passive' || verb.negated || subject === null) return []
      const from = nameStart(sentence, verb.main)
      if (from === null) return []
      const term = nameFrom(sentence, from)
      const asked = term === null ? null : turned(sentence, clause, [{ from, to: clause.to }])
      if (term === null || asked === null || asked.subject.split(' ').length < 2) return []
      if (isPart(asked.subject)) return []
      // "was named angler of the year": chosen, not called.
      const isChosen =
        tokens[verb.main]?.lower === 'named' && nameAnswer(sentence, term).type === 'term'
      if (isChosen && /^\p{Ll}/u.test(tokens[term.from]?.text ?? '')) return []
      // What a place was called once, it was not always.
      const isDated = /\d{3}/.test(asked.rest) || !/^(?:was|were)$/.test(asked.auxiliary)
      if (typedAt(sentence, subject) !== null && !isDated) return []
      const signs = { ...signsOf({ verb, subject }), words: Math.min(1, words(subject) / 10) }
      return [
        fact({
          kind: 'name',
          construction: 'is-called',
          sentence,
          alsoFrom: sourcesOf(sentence),
          ask: { way: 'fronted', word: 'What', ...asked },
          answer: nameAnswer(sentence, term),
          confidence: 0.74 + 0.15 * least(signsOf({ verb, subject })),
          signs,
        }),
      ]
    })
    .filter(
      (f) =>
        !/^(?:they|it|this|these|those)\b/i.test(f.ask.way === 'fronted' ? f.ask.subject : '') &&
        tokens.length > 0,
    )
}

/** "the northern portion": of what, the text before tells. */
const isPart = (subject: string): boolean =>
  /^the (?:[\p{L}-]+ )?(?:part|portion|side|half|end|section|area|piece|rest|region)s?$/u.test(
    subject,
  )

/** Where the name begins after "called", "known as", "referred to as"; null where nothing is called so. */
function nameStart({ tokens }: ReadSentence, verb: number): number | null {
  const word = tokens[verb]?.lower ?? ''
  if (CALLED.test(word)) return verb + 1
  if (word === 'known' && tokens[verb + 1]?.lower === 'as') return verb + 2
  if (word === 'referred' && tokens[verb + 1]?.lower === 'to' && tokens[verb + 2]?.lower === 'as')
    return verb + 3
  return null
}

/** The noun phrase that names: a quotation, or nouns up to the first mark or word that ends it. */
function nameFrom(sentence: ReadSentence, from: number): Range | null {
  const { tokens } = sentence
  const typed = sentence.typed.find(
    (m) => 'name' in m.value && m.start === startAfterArticle(sentence, from),
  )
  if (typed !== undefined) {
    const to = tokens.findIndex((t) => t.start >= typed.end)
    const end = to < 0 ? tokens.length : to
    const goesOn = tokens[end]?.lower === 'and' && / of /.test(typed.text)
    return { from, to: goesOn && /^\p{Lu}/u.test(tokens[end + 1]?.text ?? '') ? end + 2 : end }
  }
  if (tokens[from]?.text === '“') {
    const close = tokens.findIndex((t, i) => i > from && t.text === '”')
    return close < 0 || close - from > 8 ? null : { from: from + 1, to: close }
  }
  let to = from
  while (to < tokens.length && to < from + 7) {
    const token = tokens[to]
    if (token === undefined || !/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(token.pos)) break
    to++
  }
  const range = { from, to }
  return to > from && isTerm(sentence, range) ? range : null
}

function startAfterArticle({ tokens }: ReadSentence, from: number): number {
  const first = tokens[from]
  const at = /^(?:the|an?|“)$/.test(first?.lower ?? '') ? tokens[from + 1] : first
  return at?.start ?? -1
}

/** "… covered with a membrane called the periosteum." → the sentence so far, and: What is this membrane called? */
export function calledInside(sentence: ReadSentence): Fact[] {
  if (sentence.quoted || /\?”?$/.test(sentence.view.text)) return []
  const { tokens, trees } = sentence
  return tokens.flatMap((token, at): Fact[] => {
    const from = nameStart(sentence, at)
    if (from === null || isInQuote(sentence, token)) return []
    // A second name is asked as such.
    if (/^(?:also|sometimes|often|commonly|usually|so)$/.test(tokens[at - 1]?.lower ?? ''))
      return []
    if (trees.clauses.some((c) => c.verb.main === at && c.verb.form === 'finite')) return []
    const term = nameFrom(sentence, from)
    const kind = term === null ? null : nounBefore(sentence, at, term)
    const main = trees.clauses.find((c) => c.kind === 'main')
    if (kind === null || term === null || main === undefined) return []
    const noun = tokens[kind]
    const asked = askWhich(sentence, at, term, kind)
    if (asked !== null) return [insideFact(sentence, asked, term, tokens[at - 1] === noun)]
    const statement = statementWith(sentence, at, term)
    if (statement === null) return []
    const isSeveral =
      noun !== undefined && noun.lemma.toLowerCase() !== noun.lower && /s$/.test(noun.lower)
    const which = `${isSeveral ? 'are these' : 'is this'} ${noun?.lower ?? ''}`
    const ask = { way: 'statement', statement, task: `What ${which} called?` } as const
    return [insideFact(sentence, ask, term, tokens[at - 1] === noun)]
  })
}

function insideFact(sentence: ReadSentence, ask: Ask, term: Range, isAdjacent: boolean): Fact {
  return fact({
    kind: 'name',
    construction: ask.way === 'statement' ? 'called-inside' : 'called-which',
    sentence,
    alsoFrom: sourcesOf(sentence),
    ask,
    answer: nameAnswer(sentence, term),
    confidence: 0.8,
    signs: { adjacent: isAdjacent ? 1 : 0 },
  })
}

/** "The ship of the coast, called a dhow, was …" → What was the ship of the coast called? "The document, called …, outlined" → Which document outlined …? */
function askWhich(sentence: ReadSentence, verb: number, term: Range, kind: number): Ask | null {
  const { tokens, trees } = sentence
  const main = trees.clauses.find((c) => c.kind === 'main')
  const noun = tokens[kind]?.lower
  if (main?.subject == null || noun === undefined || main.subject.head !== kind) return null
  if (main.verb.main < verb || main.subject.from > kind || main.verb.negated) return null
  const first = Math.min(main.verb.main, ...main.verb.auxiliaries)
  if (first < term.to) return null
  const end = endOf(sentence, main)
  let cut = verb
  while (/^(?:,|\()$/.test(tokens[cut - 1]?.text ?? '') || tokens[cut - 1]?.pos === 'ADV') cut--
  const bearer = { from: main.subject.from, to: cut }
  const be = main.verb.tense === 'past' ? 'was' : 'is'
  if (words(bearer) >= 4 && !isPlural(sentence, kind))
    return {
      way: 'fronted',
      word: 'What',
      auxiliary: be,
      subject: inside(sentence, bearer),
      rest: 'called',
    }
  if (/^(?:this|that|these|those)$/.test(tokens[bearer.from]?.lower ?? '') && words(bearer) > 2)
    return null
  return {
    way: 'subject',
    word: `Which ${noun}`,
    predicate: say(sentence, { from: first, to: end }),
  }
}

/** The noun that bears the name: the nearest before it of the name's number ("rings of matrix called lamellae"). */
function nounBefore(sentence: ReadSentence, verb: number, term: Range): number | null {
  const { tokens } = sentence
  let at = verb - 1
  while (/^(?:,|\()$/.test(tokens[at]?.text ?? '') || tokens[at]?.pos === 'ADV') at--
  if (tokens[at]?.pos !== 'NOUN') return null
  const outer = outerNoun(sentence, at)
  const wanted = isPlural(sentence, term.to - 1)
  const isSetOff = tokens[at + 1]?.text === ','
  if (outer === null) return at
  const [near, far] = [isPlural(sentence, at) === wanted, isPlural(sentence, outer) === wanted]
  return far && (isSetOff || !near) ? outer : at
}

/** "rings" of "rings of calcified matrix". */
function outerNoun({ tokens }: ReadSentence, noun: number): number | null {
  let at = noun
  while (at > 0 && /^(?:NOUN|ADJ|DET|PROPN|NUM|VERB)$/.test(tokens[at]?.pos ?? '')) at--
  return tokens[at]?.lower === 'of' && tokens[at - 1]?.pos === 'NOUN' ? at - 1 : null
}

/** The sentence without the name; what comes after it only where it goes on with the main statement. */
function statementWith(sentence: ReadSentence, verb: number, term: Range): string | null {
  const { tokens } = sentence
  let cut = verb
  while (tokens[cut - 1]?.pos === 'ADV' || /^(?:,|\()$/.test(tokens[cut - 1]?.text ?? '')) cut--
  const hasVerb = sentence.trees.clauses.some(
    (c) => c.verb.form === 'finite' && c.kind === 'main' && c.verb.main < cut,
  )
  const begin = leadEnd(sentence)
  if (hasVerb) return capital(inside(sentence, { from: begin, to: cut }))
  const last = tokens.length - (/^[.!]$/.test(tokens.at(-1)?.text ?? '') ? 1 : 0)
  const comma = /^[,)]$/.test(tokens[term.to]?.text ?? '') ? 1 : 0
  if (term.to + comma >= last) return null
  const before = inside(sentence, { from: begin, to: cut })
  return capital(`${before} ${say(sentence, { from: term.to + comma, to: last })}`)
}

/** "However,", "In addition,": what only joins. */
function leadEnd(sentence: ReadSentence): number {
  const comma = sentence.tokens.findIndex((t) => t.text === ',')
  return comma > 0 && isConnective(say(sentence, { from: 0, to: comma })) ? comma + 1 : 0
}

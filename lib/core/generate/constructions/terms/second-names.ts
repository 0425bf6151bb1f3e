/** Second names: "X, also known as Y", "X, or Y,", "the growth plate (epiphyseal plate)", "earned X the nickname of Y". */
import type { Range } from '@/lib/core/language/range'
import { type Fact, fact } from '../../fact'
import { inside, rangeOf, say, spanOf } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { bareCore, isInQuote, isJoined, isPlural, isTerm, nameAnswer, words } from './tree-parts'

const ALSO =
  /^(?:,|,? \() ?(?:(?:also|sometimes|often|commonly|usually|then|later|now) )?(?:known as|called|termed|named|referred to as|nicknamed) /

/** "X, also known as Y", "X (also called Y)", "X, or Y,": what else is X called? */
export function otherName(sentence: ReadSentence): Fact[] {
  if (sentence.quoted || /\?”?$/.test(sentence.view.text)) return []
  const { text } = sentence.view
  const facts: Fact[] = []
  const seen = new Set<number>()
  for (const noun of [...sentence.trees.nounPhrases].sort((a, b) => a.from - b.from)) {
    const own = withoutCount(sentence, bareCore(sentence, noun))
    if (!isTerm(sentence, own)) continue
    const { start, end } = spanOf(sentence.tokens, own)
    const after = text.slice(end)
    const also = ALSO.exec(after)
    // "a priest, poet, and painter, known as Berg": so is who it is said of.
    if (also !== null && isJoined(sentence, noun.head)) continue
    const or = also === null ? /^, or (?=(?:the |an? )?\p{L})/u.exec(after) : null
    const lead = also ?? or
    if (lead === null || seen.has(end)) continue
    const from = sentence.tokens.findIndex((t) => t.start >= end + lead[0].length)
    const other = from < 0 ? null : termFrom(sentence, from)
    if (other === null || !isTerm(sentence, other)) continue
    if (or !== null && !isSecondName(sentence, text.slice(0, start), own, other)) continue
    // "The document, called the Declaration …": its name, not another one.
    if (also !== null && !/\b(?:also|sometimes|often|commonly|usually)\b/.test(also[0])) continue
    seen.add(end)
    facts.push(named(sentence, own, other, also !== null))
  }
  return facts
}

/** "an osteon, or Haversian system": set off, of more than one word, and no member of a row. */
function isSecondName(sentence: ReadSentence, before: string, own: Range, other: Range): boolean {
  // "the lord of a poor town, or a small farm", "true love, or true hate": one or the other.
  const ownWords = inside(sentence, own).split(' ')
  const otherWords = inside(sentence, other).split(' ')
  if (/^an?$/.test(otherWords[0] ?? '') || ownWords.includes('of')) return false
  if (
    ownWords
      .slice(0, -1)
      .some((w) => !/^(?:the|an?)$/.test(w) && otherWords.slice(0, -1).includes(w))
  )
    return false
  const next = sentence.view.text.slice(spanOf(sentence.tokens, other).end)
  if (!/^(?:[,.;)]|$)/.test(next) || /,(?: [\p{L}-]+){0,2} $/u.test(before)) return false
  const { end } = spanOf(sentence.tokens, other)
  const isPersons = sentence.typed.some(
    (m) => m.value.type === 'person' && m.start >= before.length && m.start < end,
  )
  return words(other) > 1 && !isPersons
}

const withoutCount = ({ tokens }: ReadSentence, { from, to }: Range): Range =>
  tokens[from]?.pos === 'NUM' ? { from: from + 1, to } : { from, to }

function termFrom(sentence: ReadSentence, from: number): Range | null {
  const { tokens } = sentence
  let at = from
  if (tokens[at]?.text === '“') at++
  const begin = at
  while (at < tokens.length && at < begin + 6) {
    const token = tokens[at]
    if (token === undefined || !/^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(token.pos)) break
    at++
  }
  return at === begin ? null : { from: begin, to: at }
}

function named(sentence: ReadSentence, own: Range, other: Range, isSaid: boolean): Fact {
  return fact({
    kind: 'renaming',
    construction: isSaid ? 'also-called' : 'or-called',
    sentence,
    alsoFrom: sourcesOf(sentence),
    ask: {
      way: 'fronted',
      word: 'What else',
      auxiliary: isPlural(sentence, own.to - 1) ? 'are' : 'is',
      subject: inside(sentence, own),
      rest: 'called',
    },
    answer: { ...nameAnswer(sentence, other), type: 'term', grain: 'other name' },
    confidence: isSaid ? 0.85 : 0.76,
    signs: { said: isSaid ? 1 : 0 },
  })
}

/** "the epiphyseal plate (growth plate)": in brackets right after a term, of the same noun. */
export function bracketName(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  if (sentence.quoted || /\?”?$/.test(sentence.view.text)) return []
  return sentence.trees.nounPhrases.flatMap((noun): Fact[] => {
    const own = bareCore(sentence, noun)
    if (tokens[own.to]?.text !== '(' || !isTerm(sentence, own) || words(own) < 2) return []
    const close = tokens.findIndex((t, i) => i > own.to && t.text === ')')
    const other = { from: own.to + 1, to: close }
    if (close < 0 || words(other) < 2 || words(other) > 4 || !isTerm(sentence, other)) return []
    const isSame = tokens[own.to - 1]?.lower === tokens[close - 1]?.lower
    return isSame && noun.head === own.to - 1 ? [named(sentence, own, other, true)] : []
  })
}

/** "earning Zanzibar the nickname of Spice Island" → What nickname did Zanzibar get? */
export function nicknameOf(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  if (sentence.quoted) return []
  return tokens.flatMap((token, at): Fact[] => {
    if (!/^(?:nickname|title|epithet|name)$/.test(token.lower) || tokens[at - 1]?.lower !== 'the')
      return []
    const verb = [...tokens.keys()].findLast(
      (i) => i < at && i > at - 12 && /^(?:earn|win|give|gain)$/.test(tokens[i]?.lemma ?? ''),
    )
    if (verb === undefined || tokens[verb]?.pos !== 'VERB' || isInQuote(sentence, token)) return []
    const bearer = { from: verb + 1, to: at - 1 }
    const start = tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1
    const name = nameAt(sentence, start)
    if (name === null || words(bearer) < 1 || !/\p{Lu}/u.test(say(sentence, bearer))) return []
    return [
      fact({
        kind: 'renaming',
        construction: 'nickname-of',
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask: {
          way: 'subject',
          word: `What ${token.lower}`,
          predicate: `was given to ${inside(sentence, bearer)}`,
        },
        answer: { ...nameAnswer(sentence, name), type: 'term', grain: 'other name' },
        confidence: 0.8,
        signs: { said: 1 },
      }),
    ]
  })
}

/** A quotation, or words with capitals ("Africa’s Spice Islands"). */
function nameAt({ tokens, view }: ReadSentence, from: number): Range | null {
  const first = tokens[from]
  if (first === undefined) return null
  const end = /^(?:“[^”]{2,40}”|(?:the )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*)/u.exec(
    view.text.slice(first.start),
  )?.[0].length
  return end === undefined ? null : rangeOf(tokens, { start: first.start, end: first.start + end })
}

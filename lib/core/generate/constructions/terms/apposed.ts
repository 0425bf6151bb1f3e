/** "X, the N of Y," — definitions and roles by apposition. */
import type { Apposition } from '@/lib/core/language/clauses/shapes'
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import type { Range } from '@/lib/core/language/range'
import { type Fact, fact } from '../../fact'
import { inside, rangeOf } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { definitionFacts, isName } from './definition-facts'
import { fits, saysWhat } from './says-what'
import { withWholeList } from './telling'
import {
  bareCore,
  core,
  isInQuote,
  isJoined,
  isTerm,
  nameAnswer,
  typedAt,
  words,
} from './tree-parts'

/** Below this an apposition is as often a member of a list. */
const LEAST = 0.33
/** Of a role and a person between commas there is less doubt than the tree has. */
const LEAST_ROLE = 0.3

export function apposed(sentence: ReadSentence): Fact[] {
  if (sentence.quoted || /\?”?$/.test(sentence.view.text)) return []
  const found = sentence.trees.appositions.flatMap((one) => {
    if (isInQuote(sentence, one.by)) return []
    const role = roleBefore(sentence, one)
    if (role !== null) return [role]
    return one.confidence < LEAST ? [] : bothWays(sentence, one)
  })
  return found.length > 0 ? found : [...authorOf(sentence), ...openingRole(sentence)]
}

/** "Prime Minister Holm, author of the Herring Act, introduced …": the page says it where the tree does not. */
function authorOf(sentence: ReadSentence): Fact[] {
  const { tokens, typed } = sentence
  return typed.flatMap((person) => {
    if (person.value.type !== 'person') return []
    const term = rangeOf(tokens, person)
    const from = term.to + 1
    if (tokens[term.to]?.text !== ',' || !AUTHORED.test(tokens[from]?.lower ?? '')) return []
    const to = tokens.findIndex((t, i) => i > from && /^[,;.]$/.test(t.text))
    if (tokens[from + 1]?.lower !== 'of' || to - from < 3 || to - from > 14) return []
    if (isInQuote(sentence, person)) return []
    return definitionFacts(sentence, {
      term,
      definiens: { from, to },
      head: from,
      article: 'the ',
      be: 'was',
      parts: { apposition: { confidence: person.probability * 0.8 } },
      construction: 'apposed',
    })
  })
}

/** "Prime Minister Holm, author of the Herring Act": the author. */
const AUTHORED =
  /^(?:author|leader|founder|head|ruler|king|queen|editor|son|daughter|wife|widow|inventor|architect|commander|governor|president|member)$/

function bothWays(sentence: ReadSentence, one: Apposition): Fact[] {
  const { tokens } = sentence
  const { of, by, confidence } = one
  const opening = tokens[by.from - 1]?.text ?? ''
  if (!/^[,–—(]$/.test(opening)) return []
  const term = { ...bareCore(sentence, of) }
  const explaining = withWholeList(sentence, core(sentence, by))
  // "with oars it is a boat; without, a raft": what stands between them says that it is no name for the other.
  if (tokens.slice(of.head + 1, by.from).some((t) => t.text === ';')) return []
  if (isDescribed(sentence, term)) return []
  // "appeared as Anna Berg, a teacher": in a story that the question does not name.
  if (tokens[of.from - 1]?.lower === 'as' && typedAt(sentence, term) !== null) return []
  const isPerson = typedAt(sentence, term)?.value.type === 'person'
  if (!isTerm(sentence, term) || !saysWhat(sentence, explaining, by.head, isPerson)) return []
  if (isJoined(sentence, of.head) || !fits(sentence, term, explaining, by.head)) return []
  const first = tokens[by.from]?.lower ?? ''
  const isBare = AUTHORED.test(first) && tokens[by.from + 1]?.lower === 'of' && isPerson
  const isDefinite = isBare || /^(?:the|an?)$/.test(first)
  // "New York, Boston, …": a row of names explains nothing.
  if (!isDefinite || typedAt(sentence, explaining) !== null) return []
  const isPast = sentence.trees.clauses.some((c) => c.kind === 'main' && c.verb.tense === 'past')
  const isNamed = typedAt(sentence, term) !== null || isName(sentence, term)
  // What common things were in the past describes these, and defines none.
  if (isPast && !isNamed && tokens[by.from]?.lower === 'the') return []
  const isSeveral = isMany(sentence, by.head) && isMany(sentence, of.head)
  const be = isPast && isNamed ? (isSeveral ? 'were' : 'was') : isSeveral ? 'are' : 'is'
  return definitionFacts(sentence, {
    term,
    definiens: explaining,
    head: by.head,
    article: isBare ? 'the ' : '',
    be,
    parts: { apposition: { confidence } },
    construction: 'apposed',
  })
}

/** "the only heir", "a crucial step": told apart by words that say which or how, so no name of a thing. */
function isDescribed(sentence: ReadSentence, term: Range): boolean {
  if (typedAt(sentence, term) !== null) return false
  return sentence.tokens.slice(term.from, term.to).some((t) => DESCRIBES.test(t.lower))
}

const DESCRIBES =
  /^(?:only|first|last|same|other|new|old|next|best|worst|crucial|essential|important|urgent|special|certain|particular)$/

/** "The prime minister, Lord Holm,": who held the office, in the year the sentence tells. */
function roleBefore(sentence: ReadSentence, { of, by, confidence }: Apposition): Fact | null {
  const { tokens } = sentence
  const person = typedAt(sentence, by)
  if (confidence < LEAST_ROLE || person?.value.type !== 'person') return null
  if (!isRoleNoun(tokens[of.head]?.lower) || tokens[of.from]?.lower !== 'the') return null
  if (tokens[by.from - 1]?.text !== ',' || isJoined(sentence, of.head)) return null
  return roleFact(sentence, core(sentence, of), by, confidence)
}

const isRoleNoun = (word = ''): boolean => ROLE_NOUNS.has(word) || AUTHORED.test(word)

/** "The reporter on the trade of Bergen, Anna Berg, warned": at the head of a sentence, where the tree may tie it otherwise. */
function openingRole(sentence: ReadSentence): Fact[] {
  const { tokens, typed } = sentence
  const comma = tokens.findIndex((t) => t.text === ',')
  const person = typed.find(
    (m) => m.value.type === 'person' && m.start === tokens[comma + 1]?.start,
  )
  if (comma < 3 || person === undefined || tokens[0]?.lower !== 'the') return []
  const by = rangeOf(tokens, person)
  const isRole = tokens.slice(1, 5).some((t) => t.pos === 'NOUN' && isRoleNoun(t.lower))
  const isPlain = !tokens.slice(0, comma).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
  if (tokens[by.to]?.text !== ',' || !isRole || !isPlain) return []
  const found = roleFact(sentence, { from: 0, to: comma }, by, person.probability * 0.7)
  return found === null ? [] : [found]
}

function roleFact(sentence: ReadSentence, held: Range, by: Range, confidence: number): Fact | null {
  const role = inside(sentence, held)
  const when = sentence.typed.find(
    (m) => m.value.type === 'date' && m.value.when.grain !== 'day' && /\d{3}/.test(m.text),
  )
  const isAnchored = words(held) >= 5
  if (!isAnchored && when === undefined) return null
  const isPast = sentence.trees.clauses.some((c) => c.kind === 'main' && c.verb.tense === 'past')
  // Offices pass from one to another: the year tells whose turn it was.
  const time = when === undefined ? '' : ` in ${/\b\d{3,4}\b/.exec(when.text)?.[0] ?? when.text}`
  return fact({
    kind: 'person',
    construction: 'role-before',
    sentence,
    alsoFrom: sourcesOf(sentence),
    ask: { way: 'subject', word: 'Who', predicate: `${isPast ? 'was' : 'is'} ${role}${time}` },
    answer: nameAnswer(sentence, by),
    confidence: 0.75 + 0.12 * confidence,
    signs: { apposition: confidence, anchored: isAnchored ? 1 : 0 },
  })
}

const isMany = (sentence: ReadSentence, head: number): boolean => {
  const token = sentence.tokens[head]
  return (
    token !== undefined &&
    token.lemma.toLowerCase() !== token.lower &&
    /(?:s|men|ae|i|a)$/.test(token.lower)
  )
}

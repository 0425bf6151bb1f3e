/** A part of a clause as an answer, and the word that asks for it. */

import type { ItemKind } from '@/lib/core/items/item'
import { placeGrain } from '@/lib/core/language/lexicon'
import { childrenBy, isMark, lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Mention, When } from '@/lib/core/language/tree'
import type { Answer, AnswerType } from '../fact'
import { overlaps } from '../mentions/mention'
import type { ReadSentence } from '../read-sentence'
import { type Clausal, spanAt } from './asked'
import type { Piece } from './layout'
import { isHuman } from './people'
import { wordsAt } from './wording'

export interface NounAnswer {
  readonly answer: Answer
  readonly kind: ItemKind
  /** "Who", "Which act", "What". */
  readonly word: string
  /** The mention that is all of it; null for a common noun. */
  readonly mention: Mention | null
  readonly probability: number
}

/** Of common nouns: what is longer is no answer but a passage. */
const LONGEST = 8

/** A noun phrase as an answer; null where it is a pronoun, vague or long. `said`: its positions. */
export function nounAnswer(asking: Clausal, whole: Piece): NounAnswer | null {
  const { sentence, syntax, wording } = asking
  const piece = shortened(syntax, whole)
  const head = syntax.tokens[piece.head]
  if (head === undefined || !/^(?:NOUN|PROPN|SYM|NUM)$/.test(head.upos)) return null
  const mention = mentionAt(sentence, piece)
  const isList = (syntax.children[piece.head] ?? []).some(
    (at) => syntax.tokens[at]?.relation === 'conj',
  )
  if (isList) return null
  if (mention === null && (!isPlainNoun(syntax, piece) || isCut(syntax, piece))) return null
  if (mention !== null && startsOutside(sentence, piece, mention)) return null
  const text =
    mention?.value.type === 'person'
      ? personText(mention)
      : mention?.value.type === 'place'
        ? withArticle(sentence.view.text, mention)
        : wordsAt(wording, piece.positions)
  const type = mention === null ? 'term' : answerType(mention)
  if (type === null) return null
  const grain = type === 'place' && mention !== null ? placeGrain(mention.text) : ''
  return {
    answer: { text, type, grain, span: spanAt(sentence, piece.positions), number: '' },
    kind: KINDS[type] ?? 'name',
    word:
      mention === null
        ? isHuman(head.lemma)
          ? 'Who'
          : 'What'
        : wordFor(mention, /^the /.test(text)),
    mention,
    probability: mention?.probability ?? 0.8,
  }
}

/** "the fall of 1748", "the Netherlands": descriptions before a name are no part of it. */
export const withArticle = (view: string, { start, end }: Mention): string => {
  const text = view.slice(start, end)
  return /\bthe $/i.test(view.slice(Math.max(0, start - 5), start)) ? `the ${text}` : text
}

/** "round Norland Island", read as one phrase. */
const startsOutside = ({ tokens }: ReadSentence, { positions }: Piece, mention: Mention): boolean =>
  positions.some((at) => {
    const token = tokens[at]
    return (
      token !== undefined &&
      token.start < mention.start &&
      /^(?:round|around|across|near|along|towards?|past|outside|inside|beyond)$/.test(token.lower)
    )
  })

/** "the rise in the coastal", "guest": its noun or its article is missing. */
function isCut(syntax: Syntax, { head, positions }: Piece): boolean {
  const last = syntax.tokens[positions.at(-1) ?? head]
  if (/^(?:ADJ|ADP|DET|CCONJ|PART)$/.test(last?.upos ?? '') && (positions.at(-1) ?? 0) > head)
    return true
  const noun = syntax.tokens[head]
  const bare = childrenBy(syntax, head, 'det', 'nmod', 'nummod', 'amod').length === 0
  return noun?.xpos === 'NN' && isHuman(noun.lemma) && !OF_MANY.test(noun.lemma) && bare
}

/** One word for many. */
const OF_MANY =
  /^(?:people|government|parliament|gentry|elite|royalty|clergy|nobility|management|staff|police|society|congregation|family|townspeople)$/

/** A long one without what a relative or a participle adds to it. */
function shortened(syntax: Syntax, piece: Piece): Piece {
  if (piece.positions.length <= LONGEST) return piece
  const cut = childrenBy(syntax, piece.head, 'acl').map((at) => syntax.reach[at]?.from ?? at)
  const positions = piece.positions.filter((at) =>
    cut.every((from) => at < from || at < piece.head),
  )
  return positions.length >= 2 ? { ...piece, positions } : piece
}

/** "firebrand and slaveholder Patrick Henry": the name alone, in full. */
const personText = ({ text, value }: Mention): string =>
  'name' in value && value.name.length > text.length && value.name.endsWith(text)
    ? value.name
    : text

const KINDS: Partial<Record<AnswerType, ItemKind>> = { person: 'person', place: 'place' }

/** The mention that the phrase is, its article and its descriptions before the name aside. */
export function mentionAt(sentence: ReadSentence, { head, positions }: Piece): Mention | null {
  const token = sentence.tokens[head]
  const span = spanAt(sentence, positions)
  if (token === undefined) return null
  const found = sentence.typed.find(
    (m) => overlaps(m, token) && m.start >= span.start && m.end <= span.end,
  )
  if (found === undefined) return null
  // "the House of Burgesses of Virginia": a name with a phrase after it is not the name alone.
  return span.end - found.end <= 1 ? found : null
}

function answerType({ value }: Mention): AnswerType | null {
  switch (value.type) {
    case 'person':
    case 'place':
    case 'organisation':
    case 'work':
    case 'event':
      return value.type
    case 'people':
      return 'name'
    default:
      return null
  }
}

/** Nouns that say nothing alone. */
const VAGUE = new Set(
  (
    'thing way part lot number fact case point reason result example kind sort type form one something anything nothing ' +
    'everything most some many few other others another none each rest majority use role place time year day side end ' +
    'advantage step attention sense term effort question problem issue matter idea view control power proportion influence thousand hundred million dozen'
  ).split(' '),
)

/** Without a pronoun, a clause or another list in it, and short. */
function isPlainNoun(syntax: Syntax, { head, positions }: Piece): boolean {
  if (VAGUE.has(syntax.tokens[head]?.lemma.toLowerCase() ?? '')) return false
  const words = positions.filter((at) => !isMark(syntax.tokens[at]))
  if (isBareDefinite(syntax, words) || startsWithAmount(syntax, words)) return false
  if (words.length > LONGEST || positions.length - words.length > 3) return false
  return words.every((at) => {
    const token = syntax.tokens[at]
    return (
      token?.upos !== 'PRON' &&
      !/^(?:this|these|that|those|such|its|other)$/.test(lower(syntax, at))
    )
  })
}

/** "the document": which one, only the text around it knows; "a passage" is any. */
const isBareDefinite = (syntax: Syntax, words: readonly number[]): boolean =>
  words.length === 2 &&
  /^(?:the|an?)$/.test(lower(syntax, words[0] ?? 0)) &&
  syntax.tokens[words[1] ?? 0]?.upos === 'NOUN'

/** "many colonists", "two groups": how many answers nothing that "who" or "what" asks. */
const startsWithAmount = ({ tokens }: Syntax, words: readonly number[]): boolean => {
  const first = tokens[words[0] ?? 0]
  const second = tokens[words[1] ?? 0]?.text.toLowerCase() ?? ''
  return (
    first?.upos === 'NUM' ||
    tokens[words[2] ?? 0]?.text.toLowerCase() === 'same' ||
    /^(?:same|former|latter|other|two|three|four|first|second|only)$/.test(second) ||
    /^(?:many|some|most|several|few|both|all|any|each|every|no|another|other|more|much|half|one|various|only)$/.test(
      first?.text.toLowerCase() ?? '',
    )
  )
}

/** "Who", "Which act", "In which city" without its preposition. */
export function wordFor({ value, text }: Mention, afterThe = false): string {
  if (!('name' in value)) return 'What'
  // "Swahili" without an article is the language.
  if (value.type === 'people') return /s$/.test(text) || afterThe ? 'Who' : 'What'
  if (value.type === 'person') return 'Who'
  if (value.type === 'place') return `Which ${placeNoun(text)}`
  if (!value.name.includes(' ')) return value.type === 'organisation' && !afterThe ? 'Who' : 'What'
  // "the Council of Commissars" is a council; "Year One of the Revolution" is none.
  const noun =
    value.name
      .split(/ (?:of|for|on|in|to|and|at) /)[0]
      ?.split(' ')
      .at(-1) ?? ''
  if (KIND_NOUNS.has(noun.toLowerCase())) return `Which ${noun.toLowerCase()}`
  return value.type === 'organisation' ? 'Who' : 'What'
}

/** What a name says that it names. */
const KIND_NOUNS = new Set(
  (
    'act treaty war battle congress convention party court company committee council assembly university college church ' +
    'army bank league association federation union ministry commission agency department constitution declaration ' +
    'revolution rebellion empire dynasty conference amendment bill newspaper society school museum hospital institute'
  ).split(' '),
)

export function placeNoun(name: string): string {
  const last = /(\p{L}+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  if (PLACE_NOUNS.has(last)) return last
  const first = name.split(' ')[0]?.toLowerCase() ?? ''
  if (PLACE_NOUNS.has(first)) return first
  // "Soviet Russia" is a country by its last word.
  const grain = placeGrain(name) || placeGrain(name.split(' ').at(-1) ?? '')
  return grain === 'city' || grain === 'country' || grain === 'region' ? grain : 'place'
}

const PLACE_NOUNS = new Set(
  (
    'river sea ocean lake island mountain valley city county street bay gulf peninsula desert coast cape province empire ' +
    'trail road highway avenue park bridge canal strait channel square creek hill castle palace cathedral temple airport ' +
    'harbour harbor fort state district forest plain'
  ).split(' '),
)

/** The grain of a date in the words of options and answers. */
export function grainOf(when: When): string {
  if (when.grain === 'day' && when.iso.startsWith('--')) return 'day of the year'
  return when.grain
}

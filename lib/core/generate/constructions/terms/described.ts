/** What a thing is, said beside it: "As the court of last resort, X …", "…, a system of unpaid labour that …" at the end. */
import type { Range } from '@/lib/core/language/range'
import type { Fact } from '../../fact'
import { inside } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { definitionFacts } from './definition-facts'
import { fits, saysWhat } from './says-what'
import { isOfPersons } from './telling'
import { bareCore, isInQuote, isJoined, isTerm, statements, typedAt, words } from './tree-parts'

/** "As a direct tax on paper, the Stamp Act imposed …": the opening says what the subject is. */
export function openingAs(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  if (tokens[0]?.lower !== 'as' || !/^(?:the|an?)$/.test(tokens[1]?.lower ?? '')) return []
  return statements(sentence).flatMap((clause): Fact[] => {
    const { subject, verb } = clause
    const opening = clause.obliques.find((o) => o.from === 0 && o.preposition === 'as')
    if (subject === null || subject.shared || opening === undefined || clause.kind !== 'main')
      return []
    if (tokens[opening.to]?.text !== ',' || subject.from !== opening.to + 1) return []
    const definiens = { from: 1, to: opening.to }
    const term = bareCore(sentence, subject)
    if (!isTerm(sentence, term) || isJoined(sentence, subject.head)) return []
    if (!saysWhat(sentence, definiens, opening.head)) return []
    // "As a student in Malmo, Berg …" tells when; who he was is another question.
    const isPerson = typedAt(sentence, term)?.value.type === 'person'
    if (isPerson && isOfPersons(tokens[opening.head]?.lower ?? '')) return []
    const isMany = verb.tense === 'past' ? 'were' : 'are'
    const isOne = verb.tense === 'past' ? 'was' : 'is'
    const noun = tokens[subject.head]
    const isSeveral =
      noun?.pos === 'NOUN' && noun.lemma.toLowerCase() !== noun.lower && /s$/.test(noun.lower)
    return definitionFacts(sentence, {
      term,
      definiens,
      head: opening.head,
      be: isSeveral ? isMany : isOne,
      parts: { subject, opening },
      construction: 'opening-as',
    })
  })
}

/** In tokens: from the comma to the end. */
const MOST_CLOSING = 24

/** "… under the corvée, a system of unpaid labour": a comma and "a" or "the" near the end open an apposition, unless a list is on. */
export function closingApposition(sentence: ReadSentence): Fact[] {
  const { tokens, trees } = sentence
  const last = tokens.length - 1
  if (sentence.quoted || tokens[last]?.text !== '.') return []
  const comma = tokens.findLastIndex((t) => t.text === ',')
  const by: Range = { from: comma + 1, to: last }
  // "…, the price of it having risen": a clause of its own.
  const isAbsolute = tokens.slice(by.from, last).some((t) => /^(?:having|being)$/.test(t.lower))
  if (isAbsolute) return []
  if (comma < 4 || words(by) > MOST_CLOSING) return []
  if (!/^(?:the|an?)$/.test(tokens[by.from]?.lower ?? '')) return []
  if (trees.appositions.some((a) => a.by.from === by.from && a.confidence >= 0.33)) return []
  const main = trees.clauses.find((c) => c.kind === 'main' && c.verb.form === 'finite')
  if (
    main === undefined ||
    main.verb.main > comma ||
    isInQuote(sentence, { start: 0, end: tokens[last]?.end ?? 0 })
  )
    return []
  const noun = trees.nounPhrases.find((n) => n.head < comma && bareCore(sentence, n).to === comma)
  const head = tokens.findIndex(
    (t, i) => i > by.from && t.pos === 'NOUN' && tokens[i + 1]?.pos !== 'NOUN',
  )
  if (noun === undefined || head < 0 || noun.head < main.verb.main) return []
  const term = bareCore(sentence, noun)
  if (!isTerm(sentence, term) || isJoined(sentence, noun.head) || isJoined(sentence, head))
    return []
  // "Lenin, Trotsky, a sailor": members of a row.
  if (
    tokens[term.from - 1]?.text === ',' ||
    /\b(?:and|or) (?:the|an?|\p{Lu})/u.test(inside(sentence, by))
  )
    return []
  if (!saysWhat(sentence, by, head) || !fits(sentence, term, by, head)) return []
  const isNamed = typedAt(sentence, term) !== null
  if (!isNamed && words(term) > 3) return []
  const isPast = main.verb.tense === 'past' && isNamed
  if (!isNamed && main.verb.tense === 'past' && tokens[by.from]?.lower === 'the') return []
  return definitionFacts(sentence, {
    term,
    definiens: by,
    head,
    be: isPast ? 'was' : 'is',
    parts: { closing: { confidence: 0.5 } },
    construction: 'closing',
  })
}

/** The subject is asked: "Anna Holm became the first mayor …" → "Who became the first mayor …?" */
import { childrenBy, lower } from '@/lib/core/language/spans/syntax'
import type { Answer, Fact } from '../fact'
import { joined } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { type NounAnswer, nounAnswer } from './answers'
import { around, type Clausal, clauseFact, withBefore } from './asked'
import type { Layout } from './layout'
import { IDIOM, isDoneByMany } from './many-did'
import { isDoneByPersons, isHuman } from './people'
import { tellingOf } from './telling'
import { afterWho } from './verb-words'

/** Words of the predicate that a question about its subject needs. */
const LEAST_PREDICATE = 3

export function subjectAsked(asking: Clausal): Fact | null {
  const { layout, sentence, syntax, wording } = asking
  const { clause, subject, verb } = layout
  const asked = nounAnswer(asking, subject)
  if (asked === null || clause.subject === null) return null
  if (clause.verb.negated || clause.verb.hedge !== null) return null
  if (clause.verb.copula && !identifies(asking)) return null
  const parts = around(asking, subject)
  if (parts.said.length < LEAST_PREDICATE) return null
  const predicate = joined(afterWho(layout, syntax, wording), parts.after)
  const word = fitting(asking, asked)
  if (word === null || isBareFigure(asking)) return null
  if (!tellsSubject(asking, asked, [...verb, ...parts.said])) return null
  if (IDIOM.test(predicate) || isOfMany(asking, asked.answer) || disagrees(word, predicate))
    return null
  if (syntax.tokens[clause.verb.main]?.lemma === 'mean') return null
  // "Who had left the town?": what was so before is told for what came then.
  if (/^had /.test(predicate) && !tellingOf(sentence, syntax, parts.said).dated) return null
  // "the former", "the latter": which, only two words before it know.
  if (/\bthe (?:former|latter)\b/.test(predicate)) return null
  return clauseFact(asking, {
    kind: asked.kind,
    construction: asked.mention === null ? 'what-subject' : `${asked.answer.type}-subject`,
    ask: { way: 'subject', word: withBefore(parts.before, word), predicate },
    answer: asked.answer,
    said: [...verb, ...parts.said],
    part: asked.probability,
    base: asked.mention === null ? 0.76 : 0.86,
  })
}

/**
 * What is said of a subject tells whether it is a person: "the largest lamps" are none, "the first settlers" are; a place
 * does not marry. Null where the name's type and its predicate contradict each other.
 */
function fitting({ layout, syntax, sentence }: Clausal, asked: NounAnswer): string | null {
  const { verb } = layout.clause
  const { type } = asked.answer
  const lemma = syntax.tokens[verb.main]?.lemma.toLowerCase() ?? ''
  if (type === 'place' && isDoneByPersons(lemma, verb.voice)) return null
  if ((type === 'place' || type === 'organisation') && meansPerson(sentence, layout)) return null
  const predicate = layout.rest.find((piece) => piece.relation === 'predicate')
  if (!verb.copula || predicate === undefined) return asked.word
  const noun = syntax.tokens[predicate.head]
  if (noun?.upos !== 'NOUN') return asked.word
  if (asked.word === 'What' && isHuman(noun.lemma)) return 'Who'
  return asked.word === 'Who' && !isHuman(noun.lemma) ? 'What' : asked.word
}

/** "Holm … his second season": a place is no "he". */
function meansPerson({ trees }: ReadSentence, { clause, rest }: Layout): boolean {
  if (clause.kind === 'relative') return false
  return rest.some((piece) =>
    piece.positions.some((at) => /^(?:his|her|himself|herself)$/.test(lower(trees.syntax, at))),
  )
}

/** "had 24,500": of what, the question would not say. */
const isBareFigure = ({ layout, syntax }: Clausal): boolean =>
  syntax.tokens[layout.clause.object?.head ?? -1]?.upos === 'NUM'

/** Of one alone: what many do, and what is said in common words only, is no question with one answer. */
function tellsSubject(
  { sentence, syntax, layout }: Clausal,
  asked: NounAnswer,
  said: readonly number[],
): boolean {
  const { anchors, dated, words, unique } = tellingOf(sentence, syntax, said)
  if (asked.mention === null) return !isAnybody(asked.answer.text)
  if (unique) return true
  if (anchors === 0) {
    if (asked.answer.type === 'place') return false
    return words >= (layout.clause.verb.tense === 'past' && asked.answer.type !== 'person' ? 5 : 4)
  }
  // "dismissed the Assembly of Norland": what was done to a name is enough; "used a line of Holm" is not.
  const object = sentence.tokens[layout.clause.object?.head ?? -1]
  return dated || anchors > 1 || words > 1 || object?.pos === 'PROPN'
}

/** "people", "researchers": a word for anybody who does it. */
const isAnybody = (answer: string): boolean =>
  /^(?:the )?(?:people|humans|persons|individuals|everyone|researchers|scientists|scholars|experts|historians|critics|observers|authors|participants|users|readers|visitors|tourists)$/i.test(
    answer,
  )

/** "What is explored via their …", "Who granted that its …": the pronoun of what is asked doesn't fit the question word. */
function disagrees(word: string, predicate: string): boolean {
  const pronoun = word === 'Who' ? /\bits?\b/ : /\b(?:they|their|them|his|her)\b/
  const at = predicate.search(pronoun)
  // A plural before it may be what it means.
  return at >= 0 && !/(?!\b(?:is|was|has|does)\b)\b\p{L}{2,}s\b/u.test(predicate.slice(0, at))
}

function isOfMany({ layout, syntax, sentence }: Clausal, { type }: Answer): boolean {
  const { main } = layout.clause.verb
  const lemma = sentence.tokens[main]?.lemma ?? syntax.tokens[main]?.lemma ?? ''
  return (
    isDoneByMany(lemma, type === 'person') &&
    !sentence.typed.some((m) => m.value.type === 'date' || m.value.type === 'period')
  )
}

/** "the capital of …", "the first who …": what is said of one alone; "a lawyer" is said of many. */
function identifies({ layout, syntax }: Clausal): boolean {
  const predicate = layout.rest.find((piece) => piece.relation === 'predicate')
  if (predicate === undefined) return false
  // "The best source of gold is the river": turned round, the predicate is what is spoken of.
  if (layout.subject.positions.some((at) => /^(?:JJS|RBS)$/.test(syntax.tokens[at]?.xpos ?? '')))
    return false
  if (!/^(?:NOUN|PROPN)$/.test(syntax.tokens[predicate.head]?.upos ?? '')) return false
  const [first] = predicate.positions
  return (
    first !== undefined &&
    lower(syntax, first) === 'the' &&
    predicate.positions.length > 3 &&
    childrenBy(syntax, predicate.head, 'conj').length === 0
  )
}

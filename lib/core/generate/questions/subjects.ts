/** The subject is asked: "James Otis became the leading voice …" → "Who became the leading voice …?" */
import { childrenBy, lower } from '@/lib/core/language/spans/syntax'
import type { Fact } from '../fact'
import { joined } from '../phrase'
import { nounAnswer } from './answers'
import { around, type Clausal, clauseFact, withBefore } from './asked'
import { afterWho } from './verb-words'

/** Words of the predicate that a question about its subject needs. */
const LEAST_PREDICATE = 3

export function subjectAsked(asking: Clausal): Fact | null {
  const { layout, syntax, wording } = asking
  const { clause, subject, verb } = layout
  const asked = nounAnswer(asking, subject)
  if (asked === null || clause.subject === null) return null
  if (clause.verb.negated || clause.verb.hedge !== null) return null
  if (clause.verb.copula && !identifies(asking)) return null
  const parts = around(asking, subject)
  if (parts.said.length < LEAST_PREDICATE) return null
  const predicate = joined(afterWho(layout, syntax, wording), parts.after)
  if (IDIOM.test(predicate) || isOfMany(asking) || disagrees(asked.word, predicate)) return null
  if (syntax.tokens[clause.verb.main]?.lemma === 'mean') return null
  // "the former", "the latter": which, only two words before it know.
  if (/\bthe (?:former|latter)\b/.test(predicate)) return null
  return clauseFact(asking, {
    kind: asked.kind,
    construction: asked.mention === null ? 'what-subject' : `${asked.answer.type}-subject`,
    ask: { way: 'subject', word: withBefore(parts.before, asked.word), predicate },
    answer: asked.answer,
    said: [...verb, ...parts.said],
    part: asked.probability,
    base: asked.mention === null ? 0.76 : 0.86,
  })
}

/** "What is explored via their …", "Who granted that its …": the pronoun of what is asked doesn't fit the question word. */
function disagrees(word: string, predicate: string): boolean {
  const pronoun = word === 'Who' ? /\bits?\b/ : /\b(?:they|their|them|his|her)\b/
  const at = predicate.search(pronoun)
  // A plural before it may be what it means.
  return at >= 0 && !/(?!\b(?:is|was|has|does)\b)\b\p{L}{2,}s\b/u.test(predicate.slice(0, at))
}

/** What is only a way to say that somebody did or said a thing. */
const IDIOM =
  /^(?:took|had|found|seized|used) (?:the|this|an?|every) (?:occasion|opportunity|trouble|liberty|time|chance|pains) to\b|\bonce (?:more|again)\b/

/** Undated, what many have done: who it was is no question with one answer. */
const MANY_DID: ReadonlySet<string> = new Set(
  'bear live work visit travel go come stay remain return study attend enter join die serve move arrive settle'.split(
    ' ',
  ),
)

function isOfMany({ layout, syntax, sentence }: Clausal): boolean {
  const { main } = layout.clause.verb
  const lemma = sentence.tokens[main]?.lemma ?? syntax.tokens[main]?.lemma ?? ''
  return (
    MANY_DID.has(lemma) &&
    !sentence.typed.some((m) => m.value.type === 'date' || m.value.type === 'period')
  )
}

/** "the capital of …", "the first who …": what is said of one alone; "a lawyer" is said of many. */
function identifies({ layout, syntax }: Clausal): boolean {
  const predicate = layout.rest.find((piece) => piece.relation === 'predicate')
  if (predicate === undefined) return false
  if (!/^(?:NOUN|PROPN)$/.test(syntax.tokens[predicate.head]?.upos ?? '')) return false
  const [first] = predicate.positions
  return (
    first !== undefined &&
    lower(syntax, first) === 'the' &&
    predicate.positions.length > 3 &&
    childrenBy(syntax, predicate.head, 'conj').length === 0
  )
}

/** Who held a role: "The reporter on trade, A B, said …", "A was the reporter on trade". */
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import type { Span } from '@/lib/core/text/source'
import { type Fact, fact } from '../fact'
import { inside, rangeOf, say } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { personAnswer, personsIn } from './parts'
import { predicateEnd } from './predicate'

/** "The reporter on trade, A B, said …", "A was the reporter on trade": who held the role. */
export function roleHeld(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || sentence.quoted) return []
  if (clause.apposition !== null) return roleInApposition(sentence)
  if (!clause.verb.copula || clause.verb.negated || clause.verb.auxiliaries.length > 0) return []
  const persons = personsIn(sentence, clause.head)
  const person = persons[0]
  if (persons.length !== 1 || person === undefined || tokens[clause.rest.from]?.lower !== 'the')
    return []
  const end = predicateEnd(tokens, clause.rest.from, clause.rest.to)
  const role = say(sentence, { from: clause.rest.from, to: end })
  if (!hasRole(sentence, clause.rest.from, end) || role.split(' ').length < 4) return []
  // "the leading member of the jury": of which, only the text around knows.
  if (!/\p{Lu}/u.test(role) && role.split(' ').length < 7) return []
  return [roleFact(sentence, tokens[clause.verb.main]?.lower ?? 'was', role, person)]
}

function hasRole(sentence: ReadSentence, from: number, to: number): boolean {
  const { tokens } = sentence
  for (let i = from; i < Math.min(to, from + 5); i++)
    if (tokens[i]?.pos === 'NOUN' && ROLE_NOUNS.has(tokens[i]?.lower ?? '')) return true
  return false
}

function roleInApposition(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause?.apposition == null) return []
  const inApposition = personsIn(sentence, clause.apposition)
  const inHead = personsIn(sentence, clause.head)
  // "The reporter on trade, A B, said": the role first.
  const headPerson = inHead[0]
  const person = inApposition[0]
  if (
    inApposition.length === 1 &&
    person !== undefined &&
    inHead.length === 0 &&
    isWhole(sentence, clause.apposition, person)
  ) {
    if (
      tokens[clause.head.from]?.lower !== 'the' ||
      !hasRole(sentence, clause.head.from, clause.head.to)
    )
      return []
    const role = inside(sentence, clause.head)
    // "the new prime minister, A": which one it was, the text around knows.
    if (role.split(' ').length < 4) return []
    return [roleFact(sentence, clause.verb.tense === 'past' ? 'was' : 'is', role, person)]
  }
  // "A B, author of the Herring Act of 1702, introduced": a role with "of" and a name holds for one.
  if (inHead.length !== 1 || headPerson === undefined) return []
  const role = inside(sentence, clause.apposition)
  const anchored =
    /^(?:the )?[\p{L} ]+ of (?:the )?\p{Lu}/u.test(role) &&
    hasRole(sentence, clause.apposition.from, clause.apposition.to)
  if (!anchored || /^(?:a|an|one) /.test(role) || / (?:and|who) /.test(role)) return []
  return [roleFact(sentence, 'was', /^the /.test(role) ? role : `the ${role}`, headPerson)]
}

function isWhole(
  sentence: ReadSentence,
  range: { from: number; to: number },
  mention: Span,
): boolean {
  const r = rangeOf(sentence.tokens, mention)
  return r.from === range.from && r.to === range.to
}

function roleFact(
  sentence: ReadSentence,
  be: string,
  role: string,
  person: Parameters<typeof personAnswer>[1],
): Fact {
  const from = sentence.resolved.flatMap((r) =>
    r.from === null || r.from === sentence ? [] : [r.from],
  )
  return fact({
    kind: 'person',
    construction: 'role-held',
    sentence,
    alsoFrom: [...new Set(from)],
    ask: { way: 'subject', word: 'Who', predicate: `${be} ${role}` },
    answer: personAnswer(sentence, person),
    confidence: 0.88,
  })
}

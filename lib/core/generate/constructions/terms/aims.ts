/** Purposes: "X did Y to VERB", "in order to", "so that", "was designed to", "is used to", "The purpose of X is to". */
import type { Clause } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { type Fact, fact } from '../../fact'
import { inside, rangeOf, spanOf } from '../../phrase'
import { isHuman } from '../../questions/people'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { clauseAnswer, core, isFlat, least, signsOf, statements, words } from './tree-parts'
import { endOf, pointsBack, saysTooLittle, turned } from './turned'

/** In tokens: a longer one says more than what for. */
const MOST_AIM_WORDS = 26

/** What somebody or something does it for is answered by the words in `range`. */
const purpose = (
  sentence: ReadSentence,
  {
    range,
    ...found
  }: Pick<Fact, 'kind' | 'construction' | 'ask' | 'confidence' | 'signs'> & {
    readonly range: Range
  },
): Fact =>
  fact({
    ...found,
    sentence,
    alsoFrom: sourcesOf(sentence),
    answer: clauseAnswer(inside(sentence, range), spanOf(sentence.tokens, range)),
  })

/** "S V O in order to / so that / to VERB" → Why did S V O? */
export function whyTo(sentence: ReadSentence): Fact[] {
  const { clauses } = sentence.trees
  return statements(sentence).flatMap((clause) => {
    const place = clauses.indexOf(clause)
    return clauses.flatMap((aim): Fact[] => {
      if (aim.parent !== place || aim.sort !== 'purpose' || aim.confidence < LEAST) return []
      // "dense so that it can bear weight": what a thing is may be for something.
      const isFor = aim.marker === 'so that' && clause.verb.copula
      if (!(isFor || hasAgent(sentence, clause)) || !isFlat(clause)) return []
      const lemma = sentence.tokens[clause.verb.main]?.lemma ?? ''
      if (aim.marker === 'to' && aim.from > clause.verb.main && MAKING.has(lemma)) return []
      const range = { from: aim.from, to: endOfAim(sentence, aim) }
      if (words(range) < 3 || words(range) > MOST_AIM_WORDS) return []
      // "To win, they sailed to Bergen to sell salt": of two aims the question tells the other.
      const isSecond = clauses.some(
        (other) =>
          other !== aim &&
          other.parent === place &&
          other.sort === 'purpose' &&
          other.from < (clause.subject?.from ?? 0),
      )
      const asked = turned(sentence, clause, [{ from: aim.from, to: aim.to }])
      if (asked === null || isSecond || saysTooLittle(asked)) return []
      if (pointsBack(inside(sentence, range))) return []
      const signs = {
        ...signsOf({ verb: clause.verb, subject: clause.subject, aim }),
        plainTo: aim.marker === 'to' ? 1 : 0,
      }
      return [
        purpose(sentence, {
          kind: 'cause',
          construction: aim.marker === 'to' ? 'why-to' : 'why-so-that',
          ask: { way: 'fronted', word: 'Why', ...asked },
          range,
          confidence: 0.7 + 0.15 * least({ aim: aim.confidence, verb: clause.verb.confidence }),
          signs,
        }),
      ]
    })
  })
}

/** Of the tree's certainty that the infinitive hangs from the verb. */
const LEAST = 0.5

/** Somebody, or something, acts: what merely is or becomes has no purpose. */
function hasAgent(sentence: ReadSentence, { verb, subject }: Clause): boolean {
  const lemma = sentence.tokens[verb.main]?.lemma ?? ''
  return subject !== null && !verb.copula && !AIMLESS.has(lemma)
}

/** Verbs after which "to" says what happens, not what for. */
const AIMLESS = new Set(
  'be become seem appear have need want try begin start continue fail refuse go come happen tend live grow survive wake remain use ought like hope agree manage'.split(
    ' ',
  ),
)

/** "compelled Parliament to repeal": what somebody is made to do, not what for. */
const MAKING = new Set(
  'compel force require allow enable ask tell order urge persuade convince encourage permit lead cause help teach invite request instruct command expect advise warn forbid authorize authorise appoint choose elect select get prompt inspire push drive train empower oblige incite tempt leave inform remind beg challenge plead appeal petition press pressure lobby implore entreat'.split(
    ' ',
  ),
)

const endOfAim = (sentence: ReadSentence, aim: Clause): number =>
  Math.min(aim.to, Math.max(aim.verb.main + 1, endOf(sentence, aim)))

const HOPED =
  /^(?:in (?:the )?hopes? of|in hopes that|in the hope that|in an (?:effort|attempt) to|with the (?:goal|aim|intention|purpose|hope) of|for the purpose of|as a (?:way|means) (?:to|of))\b/

/** "S V in hopes of …", "in an effort to …", "with the goal of …" → Why did S V? */
export function whyHoping(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    if (!hasAgent(sentence, clause) || !isFlat(clause)) return []
    const end = endOf(sentence, clause)
    const from = tokens.findIndex(
      (_, i) => i > clause.verb.main && i < end - 4 && HOPED.test(wordsFrom(sentence, i)),
    )
    if (from < 0 || end - from > MOST_AIM_WORDS) return []
    const asked = turned(sentence, clause, [{ from, to: clause.to }])
    if (asked === null) return []
    const signs = signsOf({ verb: clause.verb, subject: clause.subject })
    const range = { from, to: end }
    return [
      purpose(sentence, {
        kind: 'cause',
        construction: 'why-hoping',
        ask: { way: 'fronted', word: 'Why', ...asked },
        range,
        confidence: 0.74 + 0.12 * least(signs),
        signs,
      }),
    ]
  })
}

const wordsFrom = ({ tokens }: ReadSentence, at: number): string =>
  tokens
    .slice(at, at + 5)
    .map((t) => t.lower)
    .join(' ')

const MEANT = /^(?:designed|intended|meant|used|built|created|established|made|formed)$/

/** "X was designed to VERB" → What was X designed to do? */
export function meantTo(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const main = clause.verb.main
    const { subject, verb } = clause
    if (verb.voice !== 'passive' || subject === null || !isFlat(clause)) return []
    if (!MEANT.test(tokens[main]?.lower ?? '') || tokens[main + 1]?.lower !== 'to') return []
    if (tokens[main + 2]?.pos !== 'VERB') return []
    // "Monks are meant to fast": what people ought to do, and much else.
    const isOfPeople = isHuman(tokens[subject.head]?.lemma ?? '')
    if (isOfPeople && tokens[main]?.lower === 'meant') return []
    const asked = turned(sentence, clause, [{ from: main + 1, to: clause.to }])
    if (asked === null) return []
    const range = { from: main + 1, to: endOf(sentence, clause) }
    if (words(range) < 3 || words(range) > MOST_AIM_WORDS) return []
    const signs = signsOf({ verb, subject })
    return [
      purpose(sentence, {
        kind: 'cause',
        construction: 'meant-to',
        ask: { way: 'fronted', word: 'What', ...asked, rest: `${asked.rest} to do` },
        range,
        confidence: 0.74 + 0.15 * least(signs),
        signs,
      }),
    ]
  })
}

const AIM_NOUNS = /^(?:purpose|goal|aim|object|objective|function|role|job|task|intention|mission)$/

/** "The purpose of X was to VERB" → What was the purpose of X? */
export function purposeOf(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const { subject, verb } = clause
    if (subject === null || verb.negated || subject.from > verb.main) return []
    if (!AIM_NOUNS.test(tokens[subject.head]?.lower ?? '')) return []
    if (!/^(?:is|are|was|were)$/.test(tokens[verb.main]?.lower ?? '')) return []
    const range: Range = { from: verb.main + 1, to: endOf(sentence, clause) }
    if (tokens[range.from]?.lower !== 'to' || words(range) > MOST_AIM_WORDS) return []
    const who = core(sentence, subject)
    if (words(who) < 4) return []
    const signs = signsOf({ verb, subject })
    return [
      fact({
        kind: 'cause',
        construction: 'purpose-of',
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask: {
          way: 'fronted',
          word: 'What',
          auxiliary: tokens[verb.main]?.lower ?? 'was',
          subject: inside(sentence, who),
          rest: '',
        },
        answer: clauseAnswer(inside(sentence, range), spanOf(tokens, range)),
        confidence: 0.78 + 0.1 * least(signs),
        signs,
      }),
    ]
  })
}

/** "X serves as Y" → What serves as Y?, What does X serve as? */
export function servesAs(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const { subject, verb } = clause
    const main = verb.main
    if (subject === null || !isFlat(clause) || verb.voice === 'passive') return []
    if (!/^(?:serve|act|function)$/.test(tokens[main]?.lemma ?? '')) return []
    if (tokens[main + 1]?.lower !== 'as') return []
    const range = { from: main + 2, to: roleEnd(sentence, main + 2, endOf(sentence, clause)) }
    if (words(range) < 1 || words(range) > 14) return []
    const asked = turned(sentence, clause, [{ from: main + 2, to: clause.to }])
    const signs = signsOf({ verb, subject })
    if (asked === null) return []
    return [
      purpose(sentence, {
        kind: 'role',
        construction: 'serves-as',
        ask: { way: 'fronted', word: 'What', ...asked },
        range,
        confidence: 0.72 + 0.12 * least(signs),
        signs,
      }),
    ]
  })
}

/** Up to what was done meanwhile; with the name that is set beside it ("the mate of a ship, the Lune"). */
function roleEnd(sentence: ReadSentence, from: number, end: number): number {
  const { tokens, typed } = sentence
  const meanwhile = tokens.findIndex(
    (t, i) => i > from && i < end && /^(?:while|whilst|when|as|until|before|after)$/.test(t.lower),
  )
  if (meanwhile > 0) return meanwhile
  if (tokens[end]?.text !== ',') return end
  const name = typed.find((m) => 'name' in m.value && m.start === tokens[end + 1]?.start)
  const isNext = /^[,.]?$/.test(
    tokens.find((t) => t.start >= (name?.end ?? Number.POSITIVE_INFINITY))?.text ?? '',
  )
  return name !== undefined && isNext ? rangeOf(tokens, name).to : end
}

/** What somebody or something became: "X was appointed Y", "X became Y"; and titles: "Prime Minister X". */

import type { Clause } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { type Fact, fact } from '../../fact'
import { inside, rangeOf, say, spanOf } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { isName, OFFICE } from './definition-facts'
import { isKin } from './telling'
import {
  bareCore,
  clauseAnswer,
  firstOf,
  isFlat,
  isInQuote,
  isJoined,
  isTerm,
  least,
  nameAnswer,
  signsOf,
  statements,
  words,
} from './tree-parts'
import { endOf, turned } from './turned'

const APPOINTED =
  /^(?:appointed|elected|named|chosen|crowned|proclaimed|declared|made|nominated|designated)$/

/** "X became Y", "X was elected Y" → Who became Y?, What did X become? */
export function became(sentence: ReadSentence): Fact[] {
  return statements(sentence).flatMap((clause) => becameIn(sentence, clause))
}

function becameIn(sentence: ReadSentence, clause: Clause): Fact[] {
  const { tokens } = sentence
  const { verb, subject } = clause
  const main = tokens[verb.main]
  if (subject === null || main === undefined || !isFlat(clause)) return []
  const isBecome = main.lemma === 'become' && verb.voice === 'active'
  const isAppointed = APPOINTED.test(main.lower) && verb.voice === 'passive'
  if (!isBecome && !isAppointed) return []
  const start = tokens[verb.main + 1]?.lower === 'as' ? verb.main + 2 : verb.main + 1
  const role = roleFrom(sentence, start, endOf(sentence, clause))
  if (role === null) return []
  const holder = bareCore(sentence, subject)
  if (!isTerm(sentence, holder) || isJoined(sentence, subject.head)) return []
  const signs = {
    ...signsOf({ verb, subject }),
    definite: /^(?:the|\p{Lu})/u.test(say(sentence, role)) ? 1 : 0,
    appointed: isAppointed ? 1 : 0,
  }
  const sure = 0.12 * least(signsOf({ verb, subject }))
  const from = { sentence, alsoFrom: sourcesOf(sentence), signs }
  const facts: Fact[] = []
  const text = say(sentence, role)
  // "became the older brother": whose, the question would not say.
  if (isKin(tokens[role.to - 1]?.lower ?? '') && !/ of | to /.test(text)) return []
  const said = nameAnswer(sentence, holder)
  // Who is named or elected to something is somebody, where the name tells nothing else.
  const isSomebody = said.type === 'term' && isAppointed && isName(sentence, holder)
  const answer = isSomebody ? { ...said, type: 'person' as const } : said
  const isPerson = answer.type === 'person'
  const isOften = sentence.tokens[verb.main - 1]?.pos === 'ADV'
  const isNamed = answer.type !== 'term' || verb.tense === 'present'
  if (isNamed && !isOften && (!/^an? /i.test(text) || words(role) >= 8))
    facts.push(
      fact({
        ...from,
        kind: isPerson ? 'person' : 'name',
        construction: 'became-who',
        ask: {
          way: 'subject',
          word: isPerson ? 'Who' : 'What',
          predicate: say(sentence, { from: firstOf(clause), to: endOf(sentence, clause) }),
        },
        answer,
        confidence: 0.76 + sure,
      }),
    )
  const asked = turned(sentence, clause, [{ from: start, to: role.to }])
  const next = tokens[role.to]?.lower ?? ''
  // What a person or a thing of the past became is worth asking where it is an office; of what always happens, all is.
  const isTelling = isAppointed || verb.tense === 'present' || (isPerson && !/^an? /i.test(text))
  if (asked !== null && isTelling && !isOften && !/^(?:that|who|which|and)$/.test(next))
    facts.push(
      fact({
        ...from,
        kind: 'role',
        construction: 'became-what',
        ask: {
          way: 'fronted',
          word: isAppointed && isOffice(text) ? 'To what office' : 'What',
          ...asked,
        },
        answer: { ...clauseAnswer(inside(sentence, role), spanOf(tokens, role)), type: 'role' },
        confidence: 0.72 + sure,
      }),
    )
  return facts.filter((f) => f.construction !== 'became-what' || words(role) <= 12)
}

/** A prize and a rank in a game are none. */
const isOffice = (role: string): boolean =>
  role.split(/[ -]/).some((w) => OFFICE.test(w.toLowerCase()))

/** The role itself: up to a date, a mark, or a clause. */
function roleFrom(sentence: ReadSentence, from: number, to: number): Range | null {
  const { tokens } = sentence
  let end = from
  while (end < to) {
    const token = tokens[end]
    if (token === undefined || /^[,;:()–—]$/.test(token.text)) break
    if (
      /^(?:in|on|at|after|before|when|while|because|who|which|that|by|during|until|and)$/.test(
        token.lower,
      )
    )
      break
    end++
  }
  const range = { from, to: end }
  const last = tokens[end - 1]
  // "proud of his boats": how he was, not what.
  const noun = tokens.findIndex((t, i) => i >= from && /^(?:NOUN|PROPN|ADP)$/.test(t.pos))
  if (tokens[noun]?.pos === 'ADP') return null
  if (end === from || !/^(?:NOUN|PROPN)$/.test(last?.pos ?? '')) return null
  return /^(?:NOUN|PROPN|DET|ADJ)$/.test(tokens[from]?.pos ?? '') ? range : null
}

/** "A B, who had been named the Collector of C" → Who had been named …? */
export function whoWasNamed(sentence: ReadSentence): Fact[] {
  const { tokens, trees } = sentence
  if (sentence.quoted) return []
  return trees.clauses.flatMap((clause): Fact[] => {
    const { verb } = clause
    const main = tokens[verb.main]
    if (clause.kind !== 'relative' || main === undefined || isInQuote(sentence, clause)) return []
    const isRole =
      (APPOINTED.test(main.lower) && verb.voice === 'passive') ||
      main.lemma === 'become' ||
      verb.copula
    if (!isRole || !isFlat(clause) || tokens[clause.from]?.lower !== 'who') return []
    const person = sentence.typed.find(
      (m) =>
        m.value.type === 'person' &&
        /^,? $/.test(sentence.view.text.slice(m.end, tokens[clause.from]?.start)),
    )
    const role = roleFrom(sentence, verb.main + 1, endOf(sentence, clause))
    if (person === undefined || role === null || words(role) < 3) return []
    if (/^an? /i.test(say(sentence, role))) return []
    const signs = { ...signsOf({ verb, clause }), definite: 1 }
    return [
      fact({
        kind: 'person',
        construction: 'who-was-named',
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask: {
          way: 'subject',
          word: 'Who',
          predicate: say(sentence, {
            from: firstOf(clause),
            to: Math.max(role.to, endOf(sentence, clause)),
          }),
        },
        answer: nameAnswer(sentence, rangeOf(tokens, person)),
        confidence: 0.78,
        signs,
      }),
    ]
  })
}

const SMALL_TITLES = /^(?:mr|mrs|ms|dr|sir|st|saint|lady|lord|miss|madame|professor|doctor)\.?$/i

/** "Prime Minister Holm" → What office did Holm hold? */
export function titleOf(sentence: ReadSentence): Fact[] {
  const { tokens, typed } = sentence
  if (sentence.quoted) return []
  return typed.flatMap((mention): Fact[] => {
    if (mention.value.type !== 'person' || mention.probability < 0.9) return []
    const range = rangeOf(tokens, mention)
    let to = range.from
    while (to < range.to && isTitleWord(tokens[to]?.lower ?? '')) to++
    let from = range.from
    while (
      from > 0 &&
      /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '') &&
      isTitleWord(tokens[from - 1]?.lower ?? '')
    )
      from--
    // "President Holm": that he was one is no news.
    if (to - from < 2 || to === range.to || isInQuote(sentence, mention)) return []
    const title = say(sentence, { from, to })
    if (
      SMALL_TITLES.test(title) ||
      /^(?:King|Queen|Emperor|Empress|Tsar|Pope|Prince|Princess|Saint)$/.test(title)
    )
      return []
    const name = mention.value.name.startsWith(`${title} `)
      ? mention.value.name.slice(title.length + 1)
      : mention.value.name
    const time = typed.find((m) => m.value.type === 'date' && m.value.when.grain !== 'day')
    return [
      fact({
        kind: 'role',
        construction: 'title-of',
        sentence,
        ask: { way: 'fronted', word: 'What office', auxiliary: 'did', subject: name, rest: 'hold' },
        answer: {
          text: title,
          type: 'role',
          grain: 'title',
          span: spanOf(tokens, { from, to }),
          number: '',
        },
        confidence: 0.72,
        signs: { mention: mention.probability, dated: time === undefined ? 0 : 1 },
      }),
    ]
  })
}

const TITLE_WORDS =
  /^(?:prime|minister|lieutenant|governor|president|vice|senator|chief|justice|general|attorney|secretary|chancellor|commissar|ambassador|archbishop|foreign|mayor|premier)$/

const isTitleWord = (word: string): boolean => TITLE_WORDS.test(word)

/** Superlatives: "X was the largest of the Ys", "the only N that …", "X had the most N". */
import type { Clause } from '@/lib/core/language/clauses/shapes'
import { type Fact, fact } from '../../fact'
import { inside, say } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import {
  bareCore,
  isFlat,
  isJoined,
  isTerm,
  least,
  nameAnswer,
  signsOf,
  statements,
  words,
} from './tree-parts'
import { endOf } from './turned'

/** "Kilwa was the most powerful of the city-states" → Which of the city-states was the most powerful? */
export function mostOfAll(sentence: ReadSentence): Fact[] {
  return statements(sentence).flatMap((clause) => mostIn(sentence, clause))
}

/** Not "modest", "honest": no rank. */
const isTop = ({ lower, pos }: { readonly lower: string; readonly pos: string }): boolean =>
  /^(?:most|least|first|last|only|best|worst)$/.test(lower) ||
  (/^ADJ$/.test(pos) &&
    /\p{L}{2,}est$/u.test(lower) &&
    !/^(?:modest|honest|earnest|manifest)$/.test(lower))

function mostIn(sentence: ReadSentence, clause: Clause): Fact[] {
  const { tokens } = sentence
  const { verb, subject } = clause
  if (!verb.copula || subject === null || !isFlat(clause) || subject.from > verb.main) return []
  const holder = bareCore(sentence, subject)
  if (!isTerm(sentence, holder) || isJoined(sentence, subject.head)) return []
  const end = endOf(sentence, clause)
  const from = verb.main + 1
  const top = tokens.findIndex(
    (t, i) =>
      i >= from &&
      i < end &&
      isTop(t) &&
      // "is only some two metres wide": no rank.
      (!/^(?:first|last|only)$/.test(t.lower) ||
        /^(?:the|its|his|her|their)$/.test(tokens[i - 1]?.lower ?? '')),
  )
  if (top < 0 || top > from + 3) return []
  const of = tokens.findIndex((t, i) => i > top && i < end && t.lower === 'of')
  const be = tokens[verb.main]?.lower ?? 'was'
  const answer = nameAnswer(sentence, holder)
  const superlative = say(sentence, { from, to: of < 0 ? end : of })
  const signs = { ...signsOf({ verb, subject }), of: of < 0 ? 0 : 1 }
  const isGroup =
    of > 0 &&
    /^(?:the|all)$/.test(tokens[of + 1]?.lower ?? '') &&
    superlative.split(' ').length <= 5
  const group = isGroup ? inside(sentence, { from: of, to: end }) : ''
  const hasNoun = tokens.slice(from, of < 0 ? end : of).some((t) => t.pos === 'NOUN')
  if (!isGroup && (!hasNoun || end - from < 4)) return []
  const kind = answer.type === 'person' ? 'person' : answer.type === 'place' ? 'place' : 'name'
  const isNounless = isGroup && !hasNoun && / (?:[\p{L}-]+s|people|men)\b/u.test(group)
  return [
    fact({
      kind,
      construction: 'most-of-all',
      sentence,
      alsoFrom: sourcesOf(sentence),
      ask: isNounless
        ? { way: 'subject', word: `Which ${group}`, predicate: `${be} ${superlative}` }
        : {
            way: 'subject',
            word: kind === 'person' ? 'Who' : 'What',
            predicate: say(sentence, { from: verb.main, to: end }),
          },
      answer,
      confidence: 0.74 + 0.14 * least(signsOf({ verb, subject })),
      signs: { ...signs, words: Math.min(1, words({ from, to: end }) / 20) },
    }),
  ]
}

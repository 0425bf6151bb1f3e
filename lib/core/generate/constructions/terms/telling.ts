/** Whether a description says what a thing is, or only remarks on it, ranks it, or says half of it. */
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import type { Range } from '@/lib/core/language/range'
import { inside } from '../../phrase'
import { isHuman } from '../../questions/people'
import type { ReadSentence } from '../../read-sentence'

/** Words of praise, blame and weight: what the writer thinks of a thing is not what it is. */
const REMARKS =
  /\b(?:important|essential|crucial|vital|fundamental|key|major|significant|indispensable|integral|famous|nice|cute|easy|difficult|ideal|perfect|excellent|wonderful|magnificent|splendid|beautiful|lovely|charming|tasteful|attractive|impressive|fascinating|interesting|remarkable|undoubted|terrible|awful|useful|valuable|convenient|controversial|mecca|paradise|delight|shame|pity|must|testament|challenge|mystery|success|failure|contrasts?)\b/i

/** Only what stands before the noun, and the noun itself: "the study of difficult cases" is a kind of study. */
export function isRemark(sentence: ReadSentence, { from, to }: Range, head: number): boolean {
  const upToNoun = inside(sentence, { from, to: head + 1 })
  const isCorrected = /\bor rather\b/.test(inside(sentence, { from, to }))
  const isOne = sentence.tokens[head]?.lower === 'one'
  return isCorrected || isOne || REMARKS.test(upToNoun)
}

/** "the most loved songs": a rank among its like. */
export const ranks = (description: string): boolean =>
  /^(?:the |one of the )?(?:\p{L}+ )?(?:most|least|\p{L}{2,}est)\b/u.test(description) &&
  !/\b(?:west|forest|interest|priest|harvest|guest|test|quest)\b/.test(description)

/** A list or a clause begun inside the description goes on after it. */
export function isCutShort({ tokens, trees }: ReadSentence, { from, to }: Range): boolean {
  const mark = tokens[to]?.text
  if (mark !== ',') return false
  const goesOn = trees.coordinations.some((c) => {
    const [first, last] = [c.members[0], c.members.at(-1)]
    return (
      first !== undefined &&
      last !== undefined &&
      first.from > from &&
      first.to <= to &&
      last.from > to
    )
  })
  const next = tokens[to + 1]
  const isJoined =
    /^(?:and|or)$/.test(next?.lower ?? '') && /ing$/.test(tokens[to + 2]?.lower ?? '')
  return goesOn || isJoined
}

/** The description with the rest of the list that its last words begin ("the trades of cooper, smith, and cook"). */
export function withWholeList({ tokens, trees }: ReadSentence, { from, to }: Range): Range {
  if (tokens[to]?.text !== ',') return { from, to }
  const ends = trees.coordinations.flatMap((c) => {
    const [first, last] = [c.members[0], c.members.at(-1)]
    if (first === undefined || last === undefined || c.word === null) return []
    return first.from > from + 1 && first.to <= to && last.from > to ? [last.to] : []
  })
  return { from, to: Math.max(to, ...ends) }
}

const KIN =
  /^(?:son|daughter|wife|husband|brother|sister|father|mother|nephew|niece|cousin|widow|widower|uncle|aunt|grandson|granddaughter|grandfather|grandmother)$/

export const isKin = (noun: string): boolean => KIN.test(noun)

/** A noun that can only be said of somebody. */
export const isOfPersons = (noun: string): boolean =>
  isHuman(noun) ||
  ROLE_NOUNS.has(noun) ||
  KIN.test(noun) ||
  /(?:[^aeiou]er|eer|[ct]or|ist|ian|ant|ee|man|woman|boy|girl|child|veteran|champion|star|figure|host|hero|pilot|cook|spy|guard)$/.test(
    noun,
  )

/** "a man of …", "a character who …": that somebody is one says nothing. */
export const isAnybody = (noun: string): boolean =>
  /^(?:man|woman|person|boy|girl|child|character|figure|fellow|individual|someone|somebody)$/.test(
    noun,
  )

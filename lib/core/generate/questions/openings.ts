/** Adverbs and phrases that open a sentence and would stand wrongly before or after its question. */

import type { Clause } from '@/lib/core/language/clauses/shapes'
import { childrenBy, isMark, kindOf, lower, type Syntax } from '@/lib/core/language/spans/syntax'
import { prepositionOf } from './dropped'

/** "Often, people in Norland eat fish": they often eat it. */
const FREQUENCY =
  /^(?:often|sometimes|usually|frequently|generally|occasionally|typically|commonly|normally|rarely|seldom)$/

export const isFrequency = (syntax: Syntax, at: number): boolean =>
  kindOf(syntax, at) === 'advmod' &&
  FREQUENCY.test(lower(syntax, at)) &&
  childrenBy(syntax, at, 'advmod').length === 0

/** Adverbs of time that end like the writer's opinions. */
const OF_TIME =
  /^(?:originally|recently|initially|formerly|previously|currently|early|yearly|daily|annually|subsequently|simultaneously|locally|globally|internationally|officially)$/

/** "Surprisingly, the king agreed": what the writer thinks of it. */
export function isEvaluation(syntax: Syntax, at: number): boolean {
  if (kindOf(syntax, at) !== 'advmod') return false
  const word = lower(syntax, at)
  const { to } = syntax.reach[at] ?? { to: at + 1 }
  const next = syntax.tokens[to]?.text === ',' || isMark(syntax.tokens[to - 1])
  return next && /ly$/.test(word) && !OF_TIME.test(word)
}

/** Verbs of going and getting: with these "from Oslo" says where it began. */
export const FROM_WHERE =
  /^(?:come|go|move|travel|return|sail|fly|flee|arrive|depart|walk|march|ride|run|drive|emigrate|migrate|immigrate|escape|set|start|begin|bring|send|take|carry|ship|import|export|buy|get|receive|write|report|spread|flow|rise|retreat|withdraw|advance|hail|graduate|borrow|descend|rule|govern|operate)$/

/** "From a village near Oslo, she refused …": who she is, not where she refused from. */
export function isOrigin(syntax: Syntax, at: number, { verb }: Clause): boolean {
  if (kindOf(syntax, at) !== 'obl' || prepositionOf(syntax, at) !== 'from') return false
  if (syntax.tokens[at]?.upos !== 'PROPN') return false
  return !FROM_WHERE.test(syntax.tokens[verb.main]?.lemma ?? '')
}

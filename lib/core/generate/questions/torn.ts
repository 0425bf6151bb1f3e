/** What a question tears out of its sentence: half of a pair, a relative without its noun, a phrase without its noun. */
import { childrenBy, isMark, kindOf, lower, type Syntax } from '@/lib/core/language/spans/syntax'
import { overlaps } from '../mentions/mention'
import type { ReadSentence } from '../read-sentence'
import type { Layout } from './layout'

/** Whether these words of a clause, said without the others, hang in the air. */
export function isTorn(syntax: Syntax, layout: Layout, said: readonly number[]): boolean {
  return (
    isHalf(syntax, said) ||
    said.some((at) => isOwnRelative(syntax, layout, at) || isAddedRelative(syntax, at)) ||
    leavesContrast(syntax, said) ||
    isPartOfSubject(syntax, layout) ||
    said.some((at) => isMark(syntax.tokens[at]) && /^[.?!]$/.test(syntax.tokens[at]?.text ?? ''))
  )
}

/** "between Oslo", "either a walk", "from 4 crowns": one of the two is left out. */
function isHalf(syntax: Syntax, said: readonly number[]): boolean {
  const words = new Set(said.map((at) => lower(syntax, at)))
  if (words.has('between') && !words.has('and')) return true
  if (words.has('either') && !words.has('or')) return true
  if (words.has('neither') && !words.has('nor')) return true
  return said.some(
    (at) => lower(syntax, at) === 'from' && startsRange(syntax, at) && !words.has('to'),
  )
}

/** "from 4 to 9 degrees". */
function startsRange({ tokens }: Syntax, from: number): boolean {
  if (tokens[from + 1]?.upos !== 'NUM') return false
  const to = tokens.findIndex((token, at) => at > from + 1 && token.text === 'to')
  return to > 0 && to - from <= 5 && tokens[to + 1]?.upos === 'NUM'
}

const CLAUSES = /^(?:acl|advcl|ccomp|xcomp|csubj|parataxis)$/

/** "…, which the king had chartered in 1748": the relative of the clause itself stands for a noun outside. */
function isOwnRelative(syntax: Syntax, { clause }: Layout, at: number): boolean {
  if (clause.kind !== 'relative' || !/^W/.test(syntax.tokens[at]?.xpos ?? '')) return false
  for (let one = at; one >= 0 && one !== clause.head; one = syntax.tokens[one]?.head ?? -1)
    if (CLAUSES.test(kindOf(syntax, one)) && at > clause.verb.main) return false
  return true
}

/** ", both of which …", ", among whom …": what only adds to a noun is asked by itself or not at all. */
function isAddedRelative({ tokens }: Syntax, at: number): boolean {
  if (!/^WP?(?:DT|P|\$)/.test(tokens[at]?.xpos ?? '')) return false
  if (!/^(?:which|whom)$/i.test(tokens[at]?.text ?? '')) return false
  let from = at - 1
  if (tokens[from]?.upos !== 'ADP') return false
  while (/^(?:ADP|DET|NUM|PRON|ADV)$/.test(tokens[from]?.upos ?? '')) from--
  return tokens[from]?.text === ','
}

/** With these, "of" belongs to the verb. */
const WITH_OF =
  /^(?:make|compose|comprise|form|construct|build|accuse|convict|acquit|suspect|deprive|rob|strip|cure|relieve|inform|assure|remind|warn|notify|convince|persuade|rid|bear|possess|speak|think|dream|complain|approve|dispose|clear|free|empty|drain|purge|conceive|hear|tell|write|know|require|expect|demand|ask)$/

/** "A council was elected of forty members": what follows "of" describes the subject. */
const isPartOfSubject = (syntax: Syntax, { clause, rest }: Layout): boolean =>
  clause.verb.voice === 'passive' &&
  !WITH_OF.test(syntax.tokens[clause.verb.main]?.lemma ?? '') &&
  rest.some(
    (piece) => piece.relation.startsWith('obl') && lower(syntax, piece.positions[0] ?? 0) === 'of',
  )

/** "whilst in the north …": a contrast without its verb. */
function leavesContrast(syntax: Syntax, said: readonly number[]): boolean {
  const from = said.findIndex((at) => /^(?:whilst|while|whereas)$/.test(lower(syntax, at)))
  if (from < 0) return false
  return !said.slice(from).some((at) => /^V/.test(syntax.tokens[at]?.xpos ?? ''))
}

/**
 * How probable it is that the bounds of an answer are wrong: a word in it belongs outside ("viewed [the boy as a man]"), or
 * one right after it belongs to it ("opened [the school] of music").
 */
export function doubtOf(syntax: Syntax, answer: readonly number[]): number {
  const { tokens } = syntax
  const held = new Set(answer)
  const first = answer[0] ?? 0
  const last = answer.at(-1) ?? 0
  let doubt = 0
  for (let at = first; at < Math.min(tokens.length, last + LOOK_AHEAD); at++) {
    const token = tokens[at]
    if (token === undefined || isMark(token)) continue
    const isIn = held.has(at)
    // The word that the answer hangs by has its head outside.
    if (isIn && !held.has(token.head)) continue
    if (!isIn && held.has(token.head)) continue
    let across = 0
    for (const { head, probability } of token.rivals)
      if (held.has(head) !== isIn) across += probability
    doubt = Math.max(doubt, !isIn && clings(syntax, at) ? across * 1.4 : across)
  }
  return doubt
}

/** Phrases with these describe a noun as often as a verb; "into", "to" and "from" go with verbs. */
const clings = (syntax: Syntax, at: number): boolean =>
  childrenBy(syntax, at, 'case').some((one) =>
    /^(?:on|with|for|about|as|over|of|among)$/.test(lower(syntax, one)),
  )

/** Words after an answer that may still belong to it: a preposition, its determiner and a noun. */
const LOOK_AHEAD = 6

/** "Where did she graduate from Norland College? – Oslo": a place right after the name of a school tells where the school is. */
export function tellsOfName(
  { trees: { syntax }, tokens, typed }: ReadSentence,
  before: number,
): boolean {
  const token = tokens[before]
  if (syntax.tokens[before]?.upos !== 'PROPN' || token === undefined) return false
  if (typed.some((m) => m.value.type === 'person' && overlaps(m, token))) return false
  let at = before
  while (syntax.tokens[syntax.tokens[at]?.head ?? -1]?.upos === 'PROPN')
    at = syntax.tokens[at]?.head ?? at
  return kindOf(syntax, at) === 'obl' && childrenBy(syntax, at, 'case').length > 0
}

/**
 * A clause laid out for a question: what stands before the subject, the subject, the words of the verb, and what follows,
 * each without what a question leaves out. Null where the tree gives cause to doubt it.
 */
import type { Clause } from '@/lib/core/language/clauses/shapes'
import {
  childrenBy,
  holds,
  isMark,
  kindOf,
  lower,
  type Syntax,
} from '@/lib/core/language/spans/syntax'
import type { ReadSentence } from '../read-sentence'
import {
  ASIDE_PREPOSITIONS,
  type Asides,
  afterMark,
  asidesOf,
  hasMarker,
  isConnective,
  isConnectiveOfVerb,
  isDropped,
  prepositionOf,
} from './dropped'
import { isEvaluation, isFrequency, isOrigin } from './openings'

export interface Piece {
  /** What hangs from the verb. */
  readonly at: number
  /** The word that tells what it is: the same, or of "the prime minister, Lord Holm" the name. */
  readonly head: number
  /** Its relation to the verb; "predicate" and "particle" for those. */
  readonly relation: string
  /** Of its tokens, those that a question says; in order. */
  readonly positions: readonly number[]
}

export interface Layout {
  readonly sentence: ReadSentence
  readonly clause: Clause
  readonly leads: readonly Piece[]
  readonly subject: Piece
  /** Auxiliaries, adverbs between them, and the verb. */
  readonly verb: readonly number[]
  readonly rest: readonly Piece[]
}

export function layoutOf(sentence: ReadSentence, clause: Clause): Layout | null {
  const { syntax } = sentence.trees
  const { subject } = clause
  if (subject === null || isDoubtful(syntax, clause)) return null
  const aside = asidesOf(sentence, clause.verb.main)
  if (aside.hidden[clause.verb.main] === true) return null
  const piece = pieceMaker(syntax, aside)
  const children = piecesOf(syntax, clause).filter((at) => stays(syntax, at, clause))
  const first = Math.min(clause.verb.main, ...clause.verb.auxiliaries)
  // The subject after its verb: a question or a turned sentence.
  if (!subject.shared && subject.head > first) return null
  const of = subjectAt(syntax, clause)
  const said = bare(syntax, piece(of))
  if (isCutOff(syntax, said, first)) return null
  const begin = subject.shared || of !== subject.head ? first : subject.from
  const outside = children.filter((at) => !isBetween(syntax, at, clause))
  // Before "when" or "before" stands what the clause hangs from ("a few days before …"), and none of it.
  const opens = clause.kind === 'adverbial' ? Math.min(begin, ...markersAt(syntax, clause)) : 0
  const before = outside.filter((at) => at < begin && at >= opens)
  const often = before.filter((at) => isFrequency(syntax, at))
  const leads = before
    .filter(
      (at) => !often.includes(at) && !isEvaluation(syntax, at) && !isOrigin(syntax, at, clause),
    )
    .map((at) => piece(at))
  const after = outside.filter((at) => at > begin).map((at) => piece(at))
  const predicate = predicatePiece(syntax, clause, aside)
  const rest = [...(predicate === null ? [] : [predicate]), ...after]
  const particle = clause.verb.particle
  if (particle !== null)
    rest.push({ at: particle, head: particle, relation: 'particle', positions: [particle] })
  return {
    sentence,
    clause,
    leads: leads.filter(isSaid),
    subject: { ...said, relation: 'subject' },
    verb: [...often, ...verbWords(syntax, clause, children)],
    rest: rest.filter(isSaid).sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0)),
  }
}

/** Of "James II, who ruled …" the subject is what the relative stands for. */
function subjectAt({ tokens }: Syntax, { kind, head, subject }: Clause): number {
  const own = subject?.head ?? head
  if (kind !== 'relative' || !/^W/.test(tokens[own]?.xpos ?? '')) return own
  return tokens[head]?.head ?? own
}

/** "… by Napoleon Bonaparte, who landed …": the subject is without its preposition. */
function bare(syntax: Syntax, piece: Piece): Piece {
  const links = new Set(childrenBy(syntax, piece.at, 'case', 'cc', 'mark'))
  return { ...piece, positions: piece.positions.filter((at) => !links.has(at)) }
}

/** "Napoleon III, asked to arbitrate, …": a lone comma between a subject and its verb opens an aside. */
function isCutOff({ tokens }: Syntax, { at, head, positions }: Piece, first: number): boolean {
  if (at !== head) return false
  const between = tokens.slice((positions.at(-1) ?? first) + 1, first)
  return between.length === 1 && between[0]?.text === ','
}

const isSaid = ({ positions }: Piece): boolean => positions.length > 0

/** Two subjects or two objects of one verb, and words that hang from it by no known relation, stand in sentences read wrongly. */
function isDoubtful(syntax: Syntax, { head, verb }: Clause): boolean {
  if (childrenBy(syntax, head, 'nsubj', 'csubj').length > 1) return true
  if (childrenBy(syntax, head, 'obj').length > 1) return true
  if (childrenBy(syntax, head, 'expl', 'dep', 'orphan', 'dislocated', 'csubj').length > 0)
    return true
  // "“…,” Lenin said", "were to be granted": what is said comes first; what shall be is no fact.
  if (childrenBy(syntax, head, 'ccomp', 'parataxis').some((at) => at < verb.main)) return true
  const first = Math.min(verb.main, ...verb.auxiliaries)
  for (let at = first; at < verb.main; at++) if (lower(syntax, at) === 'to') return true
  return verb.form !== 'finite' || (verb.tense === null && verb.modal === null)
}

/** What hangs from the verb and is no part of its group, its subject or its predicate. */
function piecesOf(syntax: Syntax, clause: Clause): number[] {
  const group = new Set([clause.verb.main, ...clause.verb.auxiliaries, clause.verb.particle])
  const { predicate, subject } = clause
  return (syntax.children[clause.head] ?? []).filter(
    (at) =>
      !group.has(at) &&
      at !== subject?.head &&
      (predicate === null || !holds(predicate, at)) &&
      !isMark(syntax.tokens[at]),
  )
}

/** Words that only join the clause to others, and clauses joined to it, are no part of what it says. */
function stays(syntax: Syntax, at: number, clause: Clause): boolean {
  const kind = kindOf(syntax, at)
  const leads = at < clause.verb.main
  switch (kind) {
    case 'cc':
    case 'mark':
    case 'conj':
    case 'appos':
    case 'parataxis':
    case 'discourse':
    case 'vocative':
      return false
    case 'advmod':
      return !isConnectiveOfVerb(syntax, at) && syntax.tokens[at]?.xpos !== 'WRB'
    case 'advcl':
      if (CONTRAST.test(markersOf(syntax, at))) return false
      return hasMarker(syntax, at) || !(leads || afterMark(syntax, at))
    case 'obl':
      if (isConnective(syntax, at)) return false
      return !(
        (leads || afterMark(syntax, at)) &&
        ASIDE_PREPOSITIONS.test(prepositionOf(syntax, at))
      )
    default:
      return !isDropped(syntax, at)
  }
}

const CONTRAST = /^(?:although|though|whereas|while|whilst|even|despite|as)\b/

const markersAt = (syntax: Syntax, { head }: Clause): number[] => [
  ...childrenBy(syntax, head, 'mark'),
  ...childrenBy(syntax, head, 'advmod').filter((at) => syntax.tokens[at]?.xpos === 'WRB'),
]

const markersOf = (syntax: Syntax, at: number): string =>
  childrenBy(syntax, at, 'mark')
    .map((mark) => lower(syntax, mark))
    .join(' ')

/** Adverbs between the subject and its verb are said with the verb. */
function isBetween(syntax: Syntax, at: number, clause: Clause): boolean {
  const from = clause.subject?.shared === false ? clause.subject.to : 0
  return (
    kindOf(syntax, at) === 'advmod' && at >= from && at < clause.verb.main && at >= near(clause)
  )
}

/** Where the words of a verb can begin: an adverb may stand before the first of them. */
const near = ({ verb }: Clause): number => Math.min(verb.main, ...verb.auxiliaries) - 2

function verbWords(syntax: Syntax, clause: Clause, children: readonly number[]): number[] {
  const adverbs = children.filter((at) => isBetween(syntax, at, clause))
  const words = [clause.verb.main, ...clause.verb.auxiliaries]
  for (const at of adverbs) {
    const { from, to } = syntax.reach[at] ?? { from: at, to: at + 1 }
    for (let i = from; i < to; i++) if (!isMark(syntax.tokens[i])) words.push(i)
  }
  return [...new Set(words)].sort((a, b) => a - b)
}

function predicatePiece(syntax: Syntax, { predicate, head }: Clause, aside: Asides): Piece | null {
  if (predicate === null) return null
  const whole = keptUnder(syntax, head, aside)
  const positions = whole.filter((at) => holds(predicate, at))
  return { at: head, head, relation: 'predicate', positions: withMarks(syntax, positions) }
}

const pieceMaker =
  (syntax: Syntax, aside: Asides) =>
  (at: number): Piece => ({
    at,
    head: aside.named.get(at) ?? at,
    relation: syntax.tokens[at]?.relation ?? '',
    positions: withMarks(syntax, keptUnder(syntax, at, aside)),
  })

/** The words under a token, those that go with what is dropped left out; marks too. */
export function keptUnder(syntax: Syntax, head: number, aside: Asides): number[] {
  const kept: number[] = []
  const open = [head]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (aside.hidden[at] !== true) kept.push(at)
    const name = aside.named.get(at)
    // Of what is hidden only the name that stands for it is said.
    if (aside.hidden[at] === true && name === undefined) continue
    if (name !== undefined) open.push(name)
    if (name !== undefined) continue
    for (const child of syntax.children[at] ?? []) {
      if (isMark(syntax.tokens[child])) continue
      if (!isDropped(syntax, child)) open.push(child)
    }
  }
  return kept.sort((a, b) => a - b)
}

/** The marks between words that are both kept. */
export function withMarks({ tokens }: Syntax, kept: readonly number[]): number[] {
  const held = new Set(kept)
  const last = kept.at(-1) ?? 0
  const first = kept[0] ?? 0
  const opens = tokens[first - 1]?.text === '“' ? [first - 1] : []
  const stop = /^[.,]$/.test(tokens[last + 1]?.text ?? '') ? last + 2 : last + 1
  const closes = tokens[stop]?.text === '”' ? [stop] : []
  const within: number[] = []
  for (let at = first; at < last; at++) {
    if (held.has(at) || !isMark(tokens[at])) continue
    const before = wordBeside(tokens, at, -1)
    const after = wordBeside(tokens, at, 1)
    if (held.has(before) && held.has(after)) within.push(at)
  }
  const all = [...opens, ...kept, ...within, ...closes].sort((a, b) => a - b)
  return quotesPair(tokens, all) ? all : all.filter((at) => !/^[“”]$/.test(tokens[at]?.text ?? ''))
}

function wordBeside(tokens: Syntax['tokens'], at: number, step: 1 | -1): number {
  let i = at + step
  while (isMark(tokens[i])) i += step
  return i
}

function quotesPair(tokens: Syntax['tokens'], positions: readonly number[]): boolean {
  const count = (mark: string) => positions.filter((at) => tokens[at]?.text === mark).length
  return count('“') === count('”')
}

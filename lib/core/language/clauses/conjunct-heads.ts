/**
 * Which word a conjunct is joined to: those that it could be joined to without crossing a tie are the word before it and
 * what that hangs from, and so on; the two sides of "and" tend to be alike.
 */
import type { Features } from '../spans/features'
import { childrenBy, isMark, kindOf, lower, type Syntax } from '../spans/syntax'
import type { Token } from '../tree'

/** From the nearest to the farthest. */
export function possibleHeads(syntax: Syntax, at: number): number[] {
  const from = syntax.reach[at]?.from ?? at
  let word = from - 1
  while (word >= 0 && isMark(syntax.tokens[word])) word--
  const heads: number[] = []
  for (let steps = 0; steps < 25 && word >= 0 && word < from; steps++) {
    heads.push(word)
    word = syntax.tokens[word]?.head ?? -1
    if (heads.includes(word)) break
  }
  return heads
}

/** What the two sides have in common, and what a list that is still open says. */
export function matchFeatures(syntax: Syntax, head: number, at: number): Features {
  const one = syntax.tokens[head]
  const other = syntax.tokens[at]
  if (one === undefined || other === undefined) return {}
  const heads = possibleHeads(syntax, at)
  const place = heads.indexOf(head)
  const nearer = heads.slice(0, Math.max(0, place))
  const alike = (candidate: number) => classOf(syntax.tokens[candidate]) === classOf(other)
  return {
    [`classes ${classOf(one)} ${classOf(other)}`]: 1,
    [`tags ${one.xpos === other.xpos ? 'same' : 'other'}`]: 1,
    [`place ${Math.min(3, place)}`]: 1,
    'nearer alike': Math.min(3, nearer.filter(alike).length),
    'farther alike': Math.min(3, heads.slice(place + 1).filter(alike).length),
    [`as ${kindOf(syntax, head)} ${classOf(other)}`]: 1,
    ...lists(syntax, head, at),
    ...dress(syntax, head, at),
    ...wordsAlike(one, other),
  }
}

function classOf(token: Token | undefined): string {
  if (token === undefined) return 'none'
  if (token.upos === 'VERB' || token.upos === 'AUX') return 'verb'
  if (token.upos === 'PROPN') return 'name'
  return /^(?:NOUN|PRON|NUM|SYM)$/.test(token.upos) ? 'noun' : token.upos
}

/** "A, B and C": a list that has members and no "and" yet wants to go on; one that has had its "and" is closed. */
function lists(syntax: Syntax, head: number, at: number): Record<string, number> {
  const before = childrenBy(syntax, head, 'conj').filter((child) => child < at)
  const links = childrenBy(syntax, at, 'cc')
  const comma = syntax.tokens[(syntax.reach[at]?.from ?? at) - 1]?.text === ','
  const opening = `${comma ? 'comma ' : ''}${links.length > 0 ? 'word' : 'none'}`
  const closed = before.some((child) => childrenBy(syntax, child, 'cc').length > 0)
  const state = before.length === 0 ? 'new' : closed ? 'closed' : 'open'
  const member = kindOf(syntax, head) === 'conj' ? ' member' : ''
  return { [`list ${state}${member}, ${opening}`]: 1 }
}

/** Prepositions, articles, possessors, subjects, helpers: like goes with like. */
function dress(syntax: Syntax, head: number, at: number): Record<string, number> {
  const features: Record<string, number> = {}
  for (const relation of ['case', 'det', 'mark', 'nsubj', 'aux', 'cop', 'amod', 'nummod', 'obj']) {
    const left = wordsBy(syntax, head, relation, at)
    const right = wordsBy(syntax, at, relation, Number.POSITIVE_INFINITY)
    if (left === '' && right === '') continue
    const sides = left === '' ? 'second only' : right === '' ? 'first only' : 'both'
    features[`${relation} ${sides}`] = 1
    if (left !== '' && left === right) features[`${relation} same word`] = 1
  }
  return features
}

const wordsBy = (syntax: Syntax, head: number, relation: string, before: number): string =>
  childrenBy(syntax, head, relation)
    .filter((child) => child < before)
    .map((child) => lower(syntax, child))
    .join(' ')

function wordsAlike(one: Token, other: Token): Record<string, number> {
  const features: Record<string, number> = {}
  if (one.text.slice(-3).toLowerCase() === other.text.slice(-3).toLowerCase())
    features['same ending'] = 1
  if (/^\p{Lu}/u.test(one.text) === /^\p{Lu}/u.test(other.text)) features['same case'] = 1
  if (/S$/.test(one.xpos) === /S$/.test(other.xpos)) features['same number'] = 1
  if (one.lemma === other.lemma) features['same lemma'] = 1
  return features
}

/** The parts of a sentence by the relations of its tree; each is the subtree of its head. */
import { childrenBy, kindOf, lower, type Syntax } from '../spans/syntax'

export const PARTS = [
  'subject',
  'object',
  'indirect object',
  'agent',
  'oblique',
  'complement',
  'relative clause',
  'adverbial clause',
] as const
export type Part = (typeof PARTS)[number]

const BY_RELATION: Readonly<Record<string, Part>> = {
  nsubj: 'subject',
  obj: 'object',
  iobj: 'indirect object',
  obl: 'oblique',
  xcomp: 'complement',
  ccomp: 'complement',
  advcl: 'adverbial clause',
}

/** What part a token heads, or null. */
export function partOf(syntax: Syntax, at: number): Part | null {
  if (syntax.tokens[at]?.relation === 'acl:relcl') return 'relative clause'
  if (isAgent(syntax, at)) return 'agent'
  return BY_RELATION[kindOf(syntax, at)] ?? null
}

/**
 * Who does it, in the passive: an oblique with "by". The tree's own label for agents is too rare to be learned well. With
 * a day, a year or a measure "by" says when or how much ("by 1917", "by the end of May", "by half").
 */
export function isAgent(syntax: Syntax, at: number): boolean {
  const token = syntax.tokens[at]
  if (token === undefined || kindOf(syntax, at) !== 'obl') return false
  const lemma = token.lemma.toLowerCase()
  // An adjective: "by the rich", "by rich and poor".
  const nominal = /^(?:NOUN|PROPN|PRON|ADJ)$/.test(token.upos)
  if (!nominal || TIMES.has(lemma) || (MEANS.has(lemma) && isBare(syntax, at))) return false
  const cases = childrenBy(syntax, at, 'case')
  return cases.some((child) => lower(syntax, child) === 'by') && isPassive(syntax, token.head)
}

/** "by hand", "by train", and not "by the hand of God". */
const isBare = (syntax: Syntax, at: number): boolean =>
  childrenBy(syntax, at, 'det', 'nmod', 'amod').length === 0

const MEANS = new Set(
  'means way law train road rail sea air land hand mail post telegraph'.split(' '),
)
const TIMES = new Set(
  (
    'year month week day hour minute decade century end time date noon midnight morning evening night spring summer ' +
    'autumn fall winter january february march april may june july august september october november december monday ' +
    'tuesday wednesday thursday friday saturday sunday half third quarter cent percent margin'
  ).split(' '),
)

export function isPassive(syntax: Syntax, verb: number): boolean {
  const token = syntax.tokens[verb]
  if (token?.xpos !== 'VBN') return false
  const helpers = childrenBy(syntax, verb, 'aux')
  const perfect = helpers.some((child) => syntax.tokens[child]?.lemma === 'have')
  const be = helpers.some((child) => /^(?:be|get)$/.test(syntax.tokens[child]?.lemma ?? ''))
  // "had been shot" has both; "had shot" is active; a bare participle ("shot by") is passive.
  return be || !perfect
}

/** What a clause is to the one it depends on, by its relation, its marker and the verb above it. */
import { childrenBy, kindOf, lower, type Syntax } from '../spans/syntax'
import { partPhrase } from './phrases'
import type { AdverbialSort, Clause, ClauseKind } from './shapes'

const CLAUSAL = new Set(['root', 'advcl', 'acl', 'ccomp', 'xcomp', 'csubj', 'parataxis'])

export function headsClause(syntax: Syntax, at: number): boolean {
  const kind = kindOf(syntax, at)
  if (CLAUSAL.has(kind) || syntax.tokens[at]?.head === -1) return true
  // "He came and saw", "and the war was over"; a conjunct without a verb is a member of a list.
  return kind === 'conj' && (syntax.tokens[at]?.upos === 'VERB' || hasVerbOfItsOwn(syntax, at))
}

const hasVerbOfItsOwn = (syntax: Syntax, at: number): boolean =>
  childrenBy(syntax, at, 'cop', 'nsubj').length > 0

export function clauseKindOf(syntax: Syntax, head: number): ClauseKind {
  const token = syntax.tokens[head]
  const relation = token?.relation ?? ''
  if (relation === 'acl:relcl' || relation === 'advcl:relcl') return 'relative'
  switch (kindOf(syntax, head)) {
    case 'advcl':
      return 'adverbial'
    case 'acl':
      return 'modifier'
    case 'conj':
      return 'coordinated'
    case 'parataxis':
      return token !== undefined && isSaying(syntax, token.head) ? 'reported' : 'aside'
    case 'ccomp':
      return token !== undefined && isSaying(syntax, token.head) ? 'reported' : 'complement'
    case 'xcomp':
    case 'csubj':
      return 'complement'
    default:
      return 'main'
  }
}

/** Verbs by which somebody says, writes, holds or learns that something is so. */
const SAYING = new Set(
  (
    'say write tell declare announce report state claim argue believe think know add insist admit warn explain note ' +
    'observe maintain assert suggest propose promise reply answer remark recall predict estimate conclude find show ' +
    'reveal confirm deny hold contend complain hope fear suspect agree acknowledge assume consider learn hear'
  ).split(' '),
)

const isSaying = ({ tokens }: Syntax, at: number): boolean =>
  tokens[at]?.upos === 'VERB' && SAYING.has(tokens[at]?.lemma.toLowerCase() ?? '')

export function sourceOf(syntax: Syntax, head: number): Clause['source'] {
  const verb = syntax.tokens[head]?.head ?? -1
  if (verb < 0) return null
  const who = childrenBy(syntax, verb, 'nsubj')[0]
  return { verb, who: who === undefined ? null : partPhrase(syntax, who, 'subject') }
}

/** "because", "in order to", "so that": its words in lower case. */
export function clauseMarker(syntax: Syntax, head: number): string | null {
  const marks = childrenBy(syntax, head, 'mark').flatMap((at) => [
    at,
    ...childrenBy(syntax, at, 'fixed'),
  ])
  const when = childrenBy(syntax, head, 'advmod').filter((at) => syntax.tokens[at]?.xpos === 'WRB')
  const words = [...marks, ...when].sort((a, b) => a - b).map((at) => lower(syntax, at))
  return words.length === 0 ? null : words.join(' ')
}

const SORTS: Readonly<Record<string, AdverbialSort>> = {
  when: 'time',
  whenever: 'time',
  until: 'time',
  till: 'time',
  before: 'time',
  after: 'time',
  once: 'time',
  because: 'cause',
  if: 'condition',
  unless: 'condition',
  provided: 'condition',
  although: 'contrast',
  though: 'contrast',
  whereas: 'contrast',
  'even though': 'contrast',
  'so that': 'purpose',
  'in order to': 'purpose',
  'in order for to': 'purpose',
  'so as to': 'purpose',
}

/** A bare infinitive beside a verb says what for; "since", "as", "while" can mean time or cause or contrast. */
export function sortOf(syntax: Syntax, head: number, marker: string | null): AdverbialSort | null {
  if (marker === null) return null
  if (marker === 'to') {
    const token = syntax.tokens[head]
    const above = syntax.tokens[token?.head ?? -1]
    // "too weak to stand", "enough to live on" measure something and have no purpose.
    return token?.xpos === 'VB' && above?.upos === 'VERB' ? 'purpose' : null
  }
  return SORTS[marker] ?? null
}

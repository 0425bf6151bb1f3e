/** Which readings of an amount its neighbours allow: "a third of" is a share, "a third party" is none. */
import type { Token } from '@/lib/core/language/tree'
import { isDash, type Piece } from './pieces'

/** A sentence for those who read values: its pieces, and the token that each stands in. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly token: (at: number) => Token | undefined
}

const LABELS =
  /^(?:chapter|figure|fig|table|section|page|pages|p|pp|no|nos|vol|volume|article|part|step|rule|amendment|book|act|title|unit|exhibit|law)$/

/** "a third of", "half the": a share; "a third party", "half past": none. */
export function isShare({ pieces, token }: Line, at: number, end: number): boolean {
  const last = pieces[end - 1]?.lower ?? ''
  if (/^(?:cent|percent|%)$/.test(last)) return true
  // "one in every eight bills".
  if (pieces.slice(at, end).some(({ lower }) => lower === 'in' || lower === 'out')) return true
  // "the first half of 1918" and "the other half" are parts in an order, and no shares.
  if (/^(?:first|second|other|latter|last|next|this|that)$/.test(pieces[at - 1]?.lower ?? ''))
    return false
  const next = pieces[end]
  // "fell by half".
  if (last === 'half' && end === at + 1 && pieces[at - 1]?.lower === 'by') return true
  if (next === undefined || next.kind === 'mark')
    return last !== 'half' || pieces[at]?.lower !== 'half'
  if (last === 'half' && end === at + 1)
    return /^(?:of|the|its|their|his|her|our|all)$/.test(next.lower)
  if (/^(?:of|to|or|as|in|more|less)$/.test(next.lower) || pieces[at]?.kind === 'figure')
    return true
  // "two-thirds majority" after a plural part; "a third attempt" is the third one.
  return /s$/.test(last) || !['NOUN', 'ADJ', 'PROPN'].includes(token(end)?.upos ?? '')
}

/** "for a year" and "a year later" last; "500 rubles a month" and "one day" do not. */
export function isDuration({ pieces }: Line, at: number, end: number): boolean {
  const lead = pieces[at]?.lower ?? ''
  if (!/^(?:an?|one)$/.test(lead) || end > at + 2) return true
  if (pieces[end - 1]?.lower === 'half' || pieces[end - 1]?.lower === 'quarter') return true
  const before = pieces[at - 1]?.lower ?? ''
  const next = pieces[end]?.lower ?? ''
  const lasts = /^(?:for|within|over|after|in|lasted|last|lasts|every|than|least|during)$/.test(
    before,
  )
  return (
    lasts ||
    /^(?:later|earlier|before|after|ago|long|of|old|or)$/.test(next) ||
    (lead === 'one' && before !== 'at' && next !== '')
  )
}

export function isNumber({ pieces, token }: Line, at: number, end: number): boolean {
  const before = pieces[at - 1]
  const label = before?.text === '.' ? pieces[at - 2] : before
  if (LABELS.test(label?.lower ?? '') && pieces[at]?.kind === 'figure') return false
  if (isPartOfCode(pieces, at, end)) return false
  const isOne = end === at + 1 && pieces[at]?.lower === 'one'
  if (!isOne) return true
  const next = pieces[end]?.lower ?? ''
  return (
    token(at)?.upos === 'NUM' &&
    ['NOUN', 'ADJ'].includes(token(end)?.upos ?? '') &&
    !/^(?:another|day|side|hand|thing|time|more)$/.test(next) &&
    !/^(?:no|any|every|each|this|that|the|some)$/.test(before?.lower ?? '') &&
    !isDash(pieces[end])
  )
}

/** "11:00", "(2)" that numbers a point, the "88" of "88th". */
function isPartOfCode(pieces: readonly Piece[], at: number, end: number): boolean {
  const before = pieces[at - 1]
  const next = pieces[end]
  if (next?.spaced === false && next.kind === 'word') return true
  if (next?.text === ':' && pieces[end + 1]?.spaced === false) return true
  if (/^(?:[ap]\.m\.|[ap]m|o['’]clock)$/.test(next?.lower ?? '')) return true
  if (before?.text === ':' && pieces[at]?.spaced === false) return true
  return before?.text === '(' && next?.text === ')' && pieces[at]?.kind === 'figure'
}

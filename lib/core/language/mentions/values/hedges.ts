/** How exact a text is about a number: what stands before it ("a little more than") or after it ("or so"). */
import type { Hedge } from '@/lib/core/language/tree'
import { byFirstWord, type Piece, type Read, readListed } from './pieces'

const CORES: Readonly<Record<string, Hedge>> = {
  'more than': 'more than',
  over: 'more than',
  above: 'more than',
  'upwards of': 'more than',
  'in excess of': 'more than',
  'greater than': 'more than',
  'less than': 'less than',
  'fewer than': 'less than',
  under: 'less than',
  below: 'less than',
}
const DEGREES = [
  'a little',
  'slightly',
  'somewhat',
  'just',
  'a bit',
  'well',
  'far',
  'much',
  'rather',
]

const BEFORE = byFirstWord<Hedge>(
  Object.entries({
    about: 'about',
    around: 'about',
    approximately: 'about',
    roughly: 'about',
    some: 'about',
    circa: 'about',
    'in the neighborhood of': 'about',
    'in the neighbourhood of': 'about',
    'in the region of': 'about',
    'on the order of': 'about',
    'an estimated': 'about',
    'an average of': 'about',
    nearly: 'nearly',
    almost: 'nearly',
    'close to': 'nearly',
    'not quite': 'nearly',
    'just short of': 'nearly',
    'just shy of': 'nearly',
    'at least': 'at least',
    'no fewer than': 'at least',
    'no less than': 'at least',
    'not less than': 'at least',
    'not fewer than': 'at least',
    'a minimum of': 'at least',
    'at most': 'at most',
    'at the most': 'at most',
    'no more than': 'at most',
    'not more than': 'at most',
    'up to': 'at most',
    'as many as': 'at most',
    'as much as': 'at most',
    'a maximum of': 'at most',
    exactly: 'exactly',
    precisely: 'exactly',
    ...CORES,
    ...Object.fromEntries(
      Object.entries(CORES).flatMap(([core, hedge]) =>
        DEGREES.map((degree): [string, Hedge] => [`${degree} ${core}`, hedge]),
      ),
    ),
  }),
)

const AFTER = byFirstWord<Hedge>(
  Object.entries({
    'or more': 'at least',
    'at least': 'at least',
    'at the least': 'at least',
    '+': 'at least',
    'or so': 'about',
    'or thereabouts': 'about',
    'or less': 'at most',
    'or fewer': 'at most',
    'at most': 'at most',
    'at the most': 'at most',
  }),
)

export const readHedge = (pieces: readonly Piece[], at: number): Read<Hedge> | null =>
  readEstimate(pieces, at) ?? readListed(BEFORE, pieces, at)

export const readHedgeAfter = (pieces: readonly Piece[], at: number): Read<Hedge> | null =>
  readListed(AFTER, pieces, at)

/** "c." and "ca.": pieces of their own, with a point. */
function readEstimate(pieces: readonly Piece[], at: number): Read<Hedge> | null {
  if (!/^ca?$/.test(pieces[at]?.text ?? '')) return null
  const end = pieces[at + 1]?.text === '.' ? at + 2 : at + 1
  return pieces[end]?.kind === 'figure' ? { value: 'about', end } : null
}

/** The plainest words for a hedge: what `readHedge` reads back. */
export const hedgeWords = (hedge: Hedge): string => (hedge === 'exactly' ? '' : `${hedge} `)

/** Addresses of places in a text. */
import type { Span } from '@/lib/core/text/source'

/** The id of the pencilled place on a text's page. */
export const PLACE_ID = 'place'

/** The page of a text, at a stretch of it, which is pencilled there. Offsets are UTF-16 offsets into the text. */
export function textPlace(textId: string, span: Span): string {
  return `/texts/${textId}?at=${span.start}-${span.end}#${PLACE_ID}`
}

/** The stretch that an address names, or null for anything that is not one. */
export function parsePlace(at: string | string[] | undefined): Span | null {
  const match = typeof at === 'string' ? /^(\d{1,9})-(\d{1,9})$/.exec(at) : null
  if (!match) return null
  const span = { start: Number(match[1]), end: Number(match[2]) }
  return span.end > span.start ? span : null
}

/** Where an item on a stretch of a text is written by hand. */
export function newItemAddress(textId: string, { start, end }: Span): string {
  return `/items/new?text=${textId}&start=${start}&end=${end}`
}

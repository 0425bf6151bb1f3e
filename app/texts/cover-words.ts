/** How much of a text is asked about, in a line. */
import { z } from 'zod'
import { figure } from '@/app/components/dates'
import { sortWords, WHY_SORTS } from './why-none-words'

export const CoverCount = z.object({
  /** Those that items can be on. */
  passages: z.number(),
  /** In which an item was found, whatever was decided on it. */
  found: z.number(),
  /** The others by the sort of reason, the most first. */
  none: z.array(z.object({ sort: z.enum(WHY_SORTS), passages: z.number() }).readonly()).readonly(),
})
export type CoverCount = z.infer<typeof CoverCount>

/** More of them would be no line any more. */
const MOST_SORTS = 2

/** '' where there is nothing that could be asked about. */
export function coverWords(count: CoverCount): string {
  const { passages, found } = count
  if (passages === 0) return ''
  const left = passages - found
  if (left === 0) return `Items were found in ${allOf(passages)}.`
  const reasons = reasonsOf(count)
  if (found > 0) {
    const said = `Items were found in ${figure(found)} of ${figure(passages)} passages`
    if (left === 1) return `${said}. The other ${reasons}.`
    return `${said}. ${count.none.length === 1 ? 'The other' : `Of the other ${figure(left)},`} ${reasons}.`
  }
  if (passages === 1) return `No items were found in its one passage: it ${reasons}.`
  const [only, ...more] = count.none
  const why = only && more.length === 0 ? `they ${sortWords(only.sort, passages)}` : reasons
  return `No items were found in its ${figure(passages)} passages: ${why}.`
}

function allOf(passages: number): string {
  if (passages === 1) return 'its one passage'
  return passages === 2 ? 'both passages' : `all ${figure(passages)} passages`
}

/** "5 hold nothing to ask for and 1 is not English prose"; of a single passage without its number. */
function reasonsOf({ passages, found, none }: CoverCount): string {
  const said = none.slice(0, MOST_SORTS)
  const others = none.slice(MOST_SORTS).reduce((sum, one) => sum + one.passages, 0)
  const parts = said.map((one) =>
    passages - found === 1
      ? sortWords(one.sort, 1)
      : `${figure(one.passages)} ${sortWords(one.sort, one.passages)}`,
  )
  if (others > 0) parts.push(`${figure(others)} ${others === 1 ? 'has' : 'have'} other reasons`)
  return [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ')
}

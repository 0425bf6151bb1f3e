/** A sentence that is too long to be read at once is read in parts, each short enough, that end where least is torn apart. */
import type { Parsed } from './network'

/** Ends of parts, best first: a part may end after such a word. */
const ENDS = [/^[;.!?]+$/, /^[:–—]$|^--+$/, /^,$/, /^[)\]”"]$/]

/** Where each part ends; the last one at the end of the forms. */
export function partEnds(forms: readonly string[], longest: number): readonly number[] {
  const ends: number[] = []
  let start = 0
  while (forms.length - start > longest) {
    start = endOfPart(forms, start, longest)
    ends.push(start)
  }
  return [...ends, forms.length]
}

/** The last good place in the second half of what would fit. */
function endOfPart(forms: readonly string[], start: number, longest: number): number {
  const least = start + Math.ceil(longest / 2)
  for (const pattern of ENDS) {
    for (let end = start + longest; end >= least; end--) {
      if (pattern.test(forms[end - 1] ?? '')) return end
    }
  }
  return start + longest
}

/**
 * Parts as one tree: the root of the first is the root, on which those of the others depend. Nothing was measured of
 * these arcs, so their probability is 0: no rule that asks for certainty takes them.
 */
export function joinParts(parts: readonly (readonly Parsed[])[]): Parsed[] {
  const [first = []] = parts
  const root = first.findIndex(({ head }) => head < 0)
  const joined: Parsed[] = []
  for (const part of parts) {
    const offset = joined.length
    for (const token of part) {
      const rivals = token.rivals.map(({ head, probability }) => ({
        head: head < 0 ? -1 : head + offset,
        probability,
      }))
      if (token.head >= 0 || offset === 0) {
        joined.push({ ...token, head: token.head < 0 ? -1 : token.head + offset, rivals })
      } else {
        const relation = 'parataxis'
        joined.push({
          ...token,
          head: root,
          headProbability: 0,
          relation,
          relationProbability: 0,
          rivals,
        })
      }
    }
  }
  return joined
}

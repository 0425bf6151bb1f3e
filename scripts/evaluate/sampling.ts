/** A sample that has something of every construction and every text, however many items each has made. */
import { groupBy } from '@/lib/core/group-by'
import type { SheetItem } from './sheet'

/** Of one sentence, as long as there are others: more would be one judgement said again. */
const MOST_PER_SENTENCE = 3

type Sampled = Pick<SheetItem, 'hash' | 'name' | 'item'>

/** All that may be sampled, in such an order that the first so many are an even sample. `drawn`: in a chance order. */
export function evenly<T extends Sampled>(drawn: readonly T[]): readonly T[] {
  const places = new Map<string, number>()
  const isFirst = ({ name, item }: T): boolean => {
    const place = `${name} ${item.evidence[0]?.start ?? 0}`
    const before = places.get(place) ?? 0
    places.set(place, before + 1)
    return before < MOST_PER_SENTENCE
  }
  const first = new Set(drawn.filter(isFirst))
  return [...mixed([...first]), ...mixed(drawn.filter((one) => !first.has(one)))]
}

const mixed = <T extends Sampled>(drawn: readonly T[]): readonly T[] =>
  inTurn(
    [...groupBy(drawn, ({ item }) => item.construction).values()].map((own) =>
      inTurn([...groupBy(own, ({ name }) => name).values()]),
    ),
  )

/** The first of each, then the second of each … */
function inTurn<T>(rows: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: longest }, (_, i) =>
    rows.flatMap((row) => row.slice(i, i + 1)),
  ).flat()
}

/** Which items have faults that code can see: to mend what made them. */
import type { SeenRun } from './run'

export function faultLines({ seen, items }: SeenRun): string {
  const { notVerbatim, duplicates, leaks, options } = seen
  const told = new Map(
    items.map((item) => [item.key, `${item.question} → ${item.answer} (${item.construction})`]),
  )
  const lines = [
    ...notVerbatim.map((item) => ({ item, why: 'its evidence is not the text’s own words' })),
    ...duplicates.map(({ item, of, why }) => ({ item, why: `${why} as: ${told.get(of) ?? of}` })),
    ...leaks.map(({ item, answer }) => ({ item, why: `the question says “${answer}”` })),
    ...options.faults.map(({ item, option, why }) => ({ item, why: `option “${option}”: ${why}` })),
  ].map(({ item, why }) => `  ${told.get(item) ?? item}\n      ${why}`)
  return [`${seen.text}, items: ${items.length}, faults: ${lines.length}`, ...lines, ''].join('\n')
}

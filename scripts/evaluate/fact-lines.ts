/** Which facts have items: to see what is missing. */
import type { Measured } from '@/lib/core/generate/measure/figures'
import type { ProposedItem } from '@/lib/core/items/item'

export type WithItems = { readonly measured: Measured; readonly items: readonly ProposedItem[] }

/** A text's facts, those without items first, the most important first. */
export function factLines({ measured, items }: WithItems): string {
  const facts = [...measured.facts].sort(
    (a, b) =>
      Number(a.by !== null) - Number(b.by !== null) ||
      b.fact.importance - a.fact.importance ||
      a.index - b.index,
  )
  const questions = new Map(items.map((item) => [item.key, item.question]))
  const lines = facts.flatMap(({ fact, index, by }) => [
    `${by === null ? '–' : '✓'} ${fact.importance} ${fact.type.padEnd(10)} ${index + 1}. ${fact.fact}`,
    ...(by === null ? [] : [`      ${questions.get(by) ?? ''}`]),
  ])
  const covered = facts.filter((fact) => fact.by !== null).length
  return [`${measured.text}: ${covered} of ${facts.length} facts have items`, ...lines, ''].join(
    '\n',
  )
}

/** Which facts have items: to see what is missing. */
import type { SeenRun } from './run'

/** A text's facts, those without items first, the most important first. */
export function factLines({ seen, items }: SeenRun): string {
  const facts = [...seen.facts].sort(
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
  return [`${seen.text}: ${covered} of ${facts.length} facts have items`, ...lines, ''].join('\n')
}

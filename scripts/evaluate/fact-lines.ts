/** Which facts have items: to see what is missing. */
import { countCoverage } from '@/lib/core/generate/measure/coverage'
import { share } from './figure-rows'
import type { SeenRun } from './run'

/** A text's facts, those without items first, the most important first. */
function factLines({ seen, items }: SeenRun): string {
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

/** The texts in turn, and all together. */
export function factPages(runs: readonly SeenRun[]): string {
  const { all, byImportance } = countCoverage(runs.flatMap(({ seen }) => seen.facts))
  const told = ([3, 2, 1] as const).map((n) => `importance ${n}: ${share(byImportance[n])}`)
  return [...runs.map(factLines), `all: ${share(all)}; ${told.join('; ')}\n`].join('\n')
}

/** The last lines of npm test: what ran, with counts and times, and one line for machines and people in a hurry. */
import { seconds } from '../setup/reporter.mjs'
import type { Outcome } from './step'

export interface Ran extends Outcome {
  readonly name: string
  readonly ms: number
}

const HEAD = ['step', 'passed', 'failed', 'skipped', 'time', 'looked at']

export function summarise(ran: readonly Ran[]): string {
  const rows = ran.map((step) => [
    step.name,
    String(step.passed),
    String(step.failed),
    String(step.skipped ?? 0),
    seconds(step.ms),
    step.saw,
  ])
  const table = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        // Names to the left, numbers to the right.
        return column === 0 || column === row.length - 1 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
  const sum = (count: (step: Ran) => number) => ran.reduce((total, step) => total + count(step), 0)
  return `${lines.join('\n')}\n\n${sum((step) => step.passed)} passed, ${sum((step) => step.failed)} failed`
}

/** A step that ran nothing has shown nothing: it counts as failed. */
export function settle(outcome: Outcome): Outcome {
  if (outcome.passed + outcome.failed > 0) return outcome
  return { ...outcome, failed: 1, output: `${outcome.output ?? ''}\nNothing ran.`.trim() }
}

/** How many spans are right, how many can be kept at a share, and whether the confidence says what it means. */
import { GATES, type Gate } from '@/lib/core/language/spans/gates'
import { keepAt, type Scored, SHARES } from './fit-gates'

export function spansTable(
  scored: ReadonlyMap<Gate, readonly Scored[]>,
  keyed: ReadonlyMap<Gate, number>,
): string {
  const lines = [
    'right: of all found. Then, by share of right ones: kept of those found / right ones kept, of those keyed',
    '',
  ]
  for (const gate of GATES) {
    const units = scored.get(gate) ?? []
    const all = keyed.get(gate) ?? 0
    const right = units.filter((unit) => unit.right).length
    const shares = SHARES.map((share) => {
      const kept = keepAt(units, share / 100)
      const text =
        kept === null ? '–' : `${percent(kept.kept, units.length)}/${percent(kept.right, all)}`
      return `${share}: ${text}`.padEnd(11)
    })
    lines.push(
      `${gate.padEnd(16)} keyed ${String(all).padStart(5)} found ${String(units.length).padStart(5)} right ${percent(right, units.length).padStart(3)}  ${shares.join(' ')}`,
    )
  }
  return `${lines.join('\n')}\n\n${calibration(scored)}`
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : String(Math.round((part / whole) * 100))

const BOUNDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01]

function calibration(scored: ReadonlyMap<Gate, readonly Scored[]>): string {
  const lines = ['said → right (of how many)']
  for (const gate of GATES) {
    const cells = BOUNDS.slice(0, -1).map((low, i) => {
      const high = BOUNDS[i + 1] ?? 1
      const units = (scored.get(gate) ?? []).filter(
        (u) => u.confidence >= low && u.confidence < high,
      )
      const right = units.filter((unit) => unit.right).length
      return `≥${low} ${percent(right, units.length)} (${units.length})`.padEnd(15)
    })
    lines.push(`${gate.padEnd(16)} ${cells.join(' ')}`)
  }
  return lines.join('\n')
}

/** How many spans are right, how many can be kept at a share, and whether the confidence says what it means. */
import type { NamedSentence } from '@/lib/core/language/conllu'
import { GATES, type Gate } from '@/lib/core/language/spans/gates'
import { keepAt, type Scored, SHARES } from './fit-gates'

type Scores = ReadonlyMap<Gate, readonly Scored[]>
type Keyed = ReadonlyMap<Gate, readonly NamedSentence[]>

export function spansReport(scored: Scores, keyed: Keyed): string {
  const tables = SETS.map(({ name, holds }) => `${name}\n${table(scored, keyed, holds)}`)
  return `${HEADING}\n\n${tables.join('\n\n')}\n\n${calibration(scored)}`
}

const HEADING =
  'right: of all found. Then, by share of right ones: kept of those found / right ones kept, of those keyed'

/** Half of the appositions that are keyed in EWT are telephone numbers, addresses and file names, which no text to study has. */
const SETS: readonly { name: string; holds: (sentence: NamedSentence) => boolean }[] = [
  { name: 'All sentences', holds: () => true },
  {
    name: 'Without those that hold an address, a telephone number or the name of a file',
    holds: isProse,
  },
  {
    name: 'The written genres of GUM, interviews and speeches',
    holds: ({ id }) => WRITTEN.test(id),
  },
]
const WRITTEN = /^GUM_(?:news|bio|academic|textbook|voyage|interview|speech)_/
const ADDRESS = /@|https?:|www\.|\d{3}[-. ]\d{4}|\.(?:doc|xls|pdf|ppt)\b/i

function isProse({ sentence }: NamedSentence): boolean {
  return !ADDRESS.test(sentence.tokens.map((token) => token.text).join(' '))
}

function table(scored: Scores, keyed: Keyed, holds: (sentence: NamedSentence) => boolean): string {
  const lines: string[] = []
  for (const gate of GATES) {
    const units = (scored.get(gate) ?? []).filter((unit) => holds(unit.sentence))
    const all = (keyed.get(gate) ?? []).filter(holds).length
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
  return lines.join('\n')
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : String(Math.round((part / whole) * 100))

const BOUNDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01]

function calibration(scored: Scores): string {
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

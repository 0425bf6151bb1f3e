/** The rows that the first layer is given: of each word, what the tables say of it, of its ends, its shape, its possibilities. */
import { rowLength, type Scale } from '../kernel/matrix'
import { type Lexicon, possibilities } from '../tags/lexicon'
import { affixOf, kindOf, normOf, SHAPES } from '../tags/words'
import { BrokenWeights, type Weights } from './container'

/** A word as the tables know it. */
export interface Word {
  /** Rows: of the word itself, then of its affixes. */
  readonly rows: readonly number[]
  /** 1 to 5 (`kindOf`). */
  readonly kind: number
  readonly possibilities: number
}

export interface Inputs {
  /** Integers a row, with what fills it up. */
  readonly length: number
  readonly width: number
  readonly scale: Scale
  readonly describe: (form: string) => Word
  /** Writes the row of a word, or of the root (null). */
  readonly write: (into: Int16Array, at: number, word: Word | null, isFirst: boolean) => void
}

/** Rows 0 and 1 of a vocabulary's table: of what it lacks, and of the root. */
const UNKNOWN = 0
const ROOT = 1
const LISTED_FROM = 2
const LARGEST = 16384
/** Descriptions kept, of words seen lately. Forgotten all at once: cheap, and a text's words are soon back. */
const MOST_KEPT = 20_000

export function createInputs(weights: Weights, lexicon: Lexicon): Inputs {
  const { dims, wordnetValue } = weights
  const vocabularies = [
    { name: 'word', text: 'words', size: dims.word },
    ...dims.affixes.map(({ name, size }) => ({ name, text: name, size })),
  ].map(({ name, text, size }) => {
    const lines = weights.text(text)
    const ids = new Map(lines.map((line, index) => [line, index + LISTED_FROM]))
    return { ids, size, numbers: weights.tensor(name, lines.length + LISTED_FROM, size) }
  })
  const shapes = weights.tensor('shape', SHAPES, dims.shape)
  const unit = unitOf([...vocabularies.map(({ numbers }) => numbers), shapes], wordnetValue)
  const tables = vocabularies.map(({ numbers, size }) => ({ size, short: toShorts(numbers, unit) }))
  const shapeTable = toShorts(shapes, unit)
  const possible = Math.round(wordnetValue / unit)
  const width = tables.reduce((sum, { size }) => sum + size, 0) + dims.shape + dims.wordnet
  if (dims.wordnet !== 10) throw new BrokenWeights('The weights do not take ten bits of WordNet.')

  const kept = new Map<string, Word>()
  const make = (form: string): Word => {
    const norm = normOf(form)
    const names = [norm, ...dims.affixes.map((affix) => affixOf(norm, affix))]
    return {
      rows: names.map((name, index) => vocabularies[index]?.ids.get(name) ?? UNKNOWN),
      kind: kindOf(form),
      possibilities: possibilities(lexicon, norm),
    }
  }
  return {
    length: rowLength(width),
    width,
    scale: { unit, largest: LARGEST },
    describe: (form) => {
      const known = kept.get(form)
      if (known) return known
      if (kept.size >= MOST_KEPT) kept.clear()
      const word = make(form)
      kept.set(form, word)
      return word
    },
    write: (into, start, word, isFirst) => {
      let at = start
      for (let index = 0; index < tables.length; index++) {
        const table = tables[index]
        if (!table) continue
        at = copy(into, at, table.short, word ? (word.rows[index] ?? UNKNOWN) : ROOT, table.size)
      }
      const shape = word ? 2 * word.kind + (isFirst ? 1 : 0) : 0
      at = copy(into, at, shapeTable, shape, dims.shape)
      const bits = word?.possibilities ?? 0
      for (let k = 0; k < dims.wordnet; k++) into[at++] = (bits >> k) & 1 ? possible : 0
    },
  }
}

function copy(into: Int16Array, at: number, table: Int16Array, row: number, size: number): number {
  const from = row * size
  for (let k = 0; k < size; k++) into[at + k] = table[from + k] ?? 0
  return at + size
}

function unitOf(tables: readonly Float32Array[], least: number): number {
  let top = Math.abs(least)
  for (const table of tables) {
    for (let k = 0; k < table.length; k++) {
      const size = Math.abs(table[k] ?? 0)
      if (size > top) top = size
    }
  }
  return top === 0 ? 1 : top / LARGEST
}

function toShorts(numbers: Float32Array, unit: number): Int16Array {
  const shorts = new Int16Array(numbers.length)
  for (let k = 0; k < numbers.length; k++) shorts[k] = Math.round((numbers[k] ?? 0) / unit)
  return shorts
}

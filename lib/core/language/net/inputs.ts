/** The rows that the first layer is given: of each word, what the tables say of it, of its ends, its shape, its possibilities. */
import { rowLength, type Scale } from '../kernel/matrix'
import { type Lexicon, possibilities } from '../tags/lexicon'
import { affixOf, kindOf, normOf, SHAPES } from '../tags/words'
import { BrokenWeights, type Weights } from './container'

/** A word as the tables know it. */
export interface Word {
  /** Its part of a row: of the word itself, then of its affixes. */
  readonly numbers: Int16Array
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
/** Descriptions kept, of words seen lately: 300 bytes each. Forgotten all at once: cheap, and a text's words are soon back. */
const MOST_KEPT = 20_000

export function createInputs(weights: Weights, lexicon: Lexicon): Inputs {
  const { dims, wordnetValue } = weights
  const vocabularies = [
    { name: 'word', text: 'words', size: dims.word },
    ...dims.affixes.map(({ name, size }) => ({ name, text: name, size })),
  ].map(({ name, text, size }) => {
    const lines = weights.text(text)
    const ids = new Map(lines.map((line, index) => [line, index + LISTED_FROM]))
    return { ids, table: weights.table(name, lines.length + LISTED_FROM, size) }
  })
  const shapes = weights.table('shape', SHAPES, dims.shape)
  const tables = [...vocabularies.map(({ table }) => table), shapes]
  const top = Math.max(...tables.map(({ largest }) => largest), Math.abs(wordnetValue))
  const unit = top === 0 ? 1 : top / LARGEST
  const possible = Math.round(wordnetValue / unit)
  const ofTables = vocabularies.reduce((sum, { table }) => sum + table.columns, 0)
  const width = ofTables + dims.shape + dims.wordnet
  if (dims.wordnet !== 10) throw new BrokenWeights('The weights do not take ten bits of WordNet.')

  const numbersOf = (rows: readonly number[]): Int16Array => {
    const numbers = new Int16Array(ofTables)
    let at = 0
    vocabularies.forEach(({ table }, index) => {
      for (let k = 0; k < table.columns; k++) {
        numbers[at++] = Math.round(table.at(rows[index] ?? UNKNOWN, k) / unit)
      }
    })
    return numbers
  }
  const ofShapes = Int16Array.from({ length: SHAPES * dims.shape }, (_, k) =>
    Math.round(shapes.at(Math.floor(k / dims.shape), k % dims.shape) / unit),
  )
  const root = numbersOf(vocabularies.map(() => ROOT))

  const kept = new Map<string, Word>()
  const make = (form: string): Word => {
    const norm = normOf(form)
    const names = [norm, ...dims.affixes.map((affix) => affixOf(norm, affix))]
    const rows = names.map((name, index) => vocabularies[index]?.ids.get(name) ?? UNKNOWN)
    return {
      numbers: numbersOf(rows),
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
      into.set(word?.numbers ?? root, start)
      const shape = word ? 2 * word.kind + (isFirst ? 1 : 0) : 0
      let at = start + ofTables
      for (let k = 0; k < dims.shape; k++) into[at++] = ofShapes[shape * dims.shape + k] ?? 0
      const bits = word?.possibilities ?? 0
      for (let k = 0; k < dims.wordnet; k++) into[at++] = (bits >> k) & 1 ? possible : 0
    },
  }
}

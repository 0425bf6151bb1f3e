/** Which relation a word has to its head: a biaffine form for each relation, asked for the chosen heads only. */
import { ROWS } from '../kernel/kernel'
import { columnsOf, type Matrix, pack, quantise, roundUp, rowLength } from '../kernel/matrix'
import type { Space } from '../kernel/space'
import { BrokenWeights, type Weights } from './container'

export interface Labels {
  readonly names: readonly string[]
  /** Which of them is the root's. */
  readonly root: number
  /** Of what a word says of itself, without the 1 that is added. */
  readonly size: number
  readonly matrix: Matrix
  /** Addresses: rows of heads for one turn, their products, the units of these, sums of products in four parts. */
  readonly rows: number
  readonly products: number
  readonly units: number
  readonly sums: number
  /** Address of the dependents' rows, as 32-bit floats. */
  readonly dependents: number
  readonly headRows: Int16Array
  readonly headUnits: Float64Array
}

/** Words asked about at a time. */
const TURN = 32
const LARGEST = 16383

/** Numbers that a word's row takes here: with the 1, filled up for four at a time. */
const widthOf = (size: number): number => roundUp(size + 1, 4)

export function packLabels(space: Space, weights: Weights, rows: number): Labels {
  const names = weights.text('labels')
  const root = names.indexOf('root')
  if (root < 0 || names.length < 2) {
    throw new BrokenWeights('The weights need a relation "root", and one besides.')
  }
  const size = weights.dims.label
  const inputs = size + 1
  const given = weights.tensor('label', names.length * inputs, inputs)
  const width = widthOf(size)
  const outputs = names.length * width
  const filled = new Float32Array(outputs * inputs)
  names.forEach((_, name) => {
    const ofName = given.subarray(name * inputs * inputs, (name + 1) * inputs * inputs)
    filled.set(ofName, name * width * inputs)
  })
  const linear = { inputs, outputs, weights: filled, bias: null }
  const matrix = pack(space, linear, { unit: 1, largest: LARGEST })
  const units = space.allocate(4 * outputs)
  space.view().float.set(matrix.units, units / 4)
  return {
    names,
    root,
    size,
    matrix,
    units,
    rows: space.allocate(2 * rowLength(inputs) * TURN),
    products: space.allocate(4 * columnsOf(outputs) * TURN),
    sums: space.allocate(16 * names.length),
    dependents: space.allocate(4 * width * rows),
    headRows: new Int16Array(rows * inputs),
    headUnits: new Float64Array(rows),
  }
}

/** Takes in what a position says of itself as a head, and as a dependent; values[size] is 1. */
export function putLabelHead(labels: Labels, row: number, values: Float64Array): void {
  const { size, headRows, headUnits } = labels
  headUnits[row] = quantise(values, size + 1, LARGEST, headRows, row * (size + 1))
}

export function putLabelDependent(
  labels: Labels,
  float: Float32Array,
  row: number,
  values: Float64Array,
): void {
  const at = labels.dependents / 4 + row * widthOf(labels.size)
  for (let k = 0; k <= labels.size; k++) float[at + k] = values[k] ?? 0
}

/** Scores of all relations for each pair of rows, one after the other. */
export function scoreLabels(
  { kernel, view }: Space,
  labels: Labels,
  pairs: readonly { readonly dependent: number; readonly head: number }[],
): Float64Array {
  const { names, size, matrix, headRows, headUnits } = labels
  const length = rowLength(size + 1)
  const columns = columnsOf(matrix.outputs)
  const width = widthOf(size)
  const { short, float } = view()
  const scores = new Float64Array(pairs.length * names.length)
  for (let begin = 0; begin < pairs.length; begin += TURN) {
    const turn = pairs.slice(begin, begin + TURN)
    turn.forEach(({ head }, index) => {
      const to = labels.rows / 2 + index * length
      const from = head * (size + 1)
      for (let k = 0; k <= size; k++) short[to + k] = headRows[from + k] ?? 0
    })
    const { at, depth, blocks, bias } = matrix
    const groups = Math.ceil(turn.length / ROWS)
    const { rows, products, units, dependents, sums } = labels
    kernel.multiply(rows, 2 * length, groups, at, depth, blocks, bias, products, 4 * columns)
    turn.forEach(({ dependent, head }, index) => {
      const from = products + 4 * index * columns
      const factors = dependents + 4 * dependent * width
      kernel.gather(from, units, factors, sums, names.length, width / 4)
      const to = (begin + index) * names.length
      const unit = headUnits[head] ?? 0
      for (let name = 0; name < names.length; name++) {
        const part = sums / 4 + 4 * name
        const left = (float[part] ?? 0) + (float[part + 1] ?? 0)
        const right = (float[part + 2] ?? 0) + (float[part + 3] ?? 0)
        scores[to + name] = (left + right) * unit
      }
    })
  }
  return scores
}

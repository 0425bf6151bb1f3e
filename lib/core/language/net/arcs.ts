/** How well each position would do as the head of each other: a biaffine form of what both say of themselves. */
import { COLUMNS, ROWS } from '../kernel/kernel'
import {
  columnsOf,
  type Matrix,
  pack,
  placeOf,
  quantise,
  roundUp,
  rowLength,
} from '../kernel/matrix'
import type { Space } from '../kernel/space'
import type { Weights } from './container'
import { type Batch, rowOf } from './layer'

export interface Arcs {
  readonly size: number
  readonly matrix: Matrix
  readonly bias: Float32Array
  /** What two rows are quantised to, so that their product keeps within 32 bits. */
  readonly largest: number
  /** Addresses: of the dependents' rows, of these turned, and for one sentence of the turned, the heads, the scores. */
  readonly dependents: number
  readonly turned: number
  readonly rows: number
  readonly heads: number
  readonly scores: number
  readonly noBias: number
  readonly dependentUnits: Float64Array
  /** Heads, as integers and what 1 of them stands for. */
  readonly headRows: Int16Array
  readonly headUnits: Float64Array
}

/** Of a row that is multiplied with weights. */
const LARGEST = 16383

export function packArcs(space: Space, weights: Weights, rows: number, longest: number): Arcs {
  const size = weights.dims.arc
  const linear = {
    inputs: size,
    outputs: size,
    weights: weights.tensor('arc', size, size),
    bias: null,
  }
  const most = roundUp(longest, COLUMNS)
  return {
    size,
    matrix: pack(space, linear, { unit: 1, largest: LARGEST }),
    bias: weights.tensor('arc.bias', 1, size),
    largest: Math.floor(Math.sqrt((2 ** 31 - 1) / rowLength(size))),
    dependents: space.allocate(2 * rowLength(size) * roundUp(rows, ROWS)),
    turned: space.allocate(4 * columnsOf(size) * roundUp(rows, ROWS)),
    rows: space.allocate(2 * rowLength(size) * most),
    heads: space.allocate(2 * rowLength(size) * most),
    scores: space.allocate(4 * most * most),
    noBias: space.allocate(4 * most),
    dependentUnits: new Float64Array(rows),
    headRows: new Int16Array(rows * size),
    headUnits: new Float64Array(rows),
  }
}

/** Takes in what a position says of itself as a dependent, and as a head. */
export function putDependent(arcs: Arcs, short: Int16Array, row: number, values: Float64Array) {
  const at = arcs.dependents / 2 + row * rowLength(arcs.size)
  arcs.dependentUnits[row] = quantise(values, arcs.size, LARGEST, short, at)
}

export function putHead(arcs: Arcs, row: number, values: Float64Array): void {
  const { size, headRows, headUnits, largest } = arcs
  headUnits[row] = quantise(values, size, largest, headRows, row * size)
}

/** Once for all sentences of a batch, when all dependents are in. */
export function turnDependents({ kernel }: Space, arcs: Arcs, batch: Batch): void {
  const { dependents, turned, matrix, size } = arcs
  const groups = Math.ceil(batch.rows / ROWS)
  const { at, depth, blocks, bias } = matrix
  const stride = 2 * rowLength(size)
  kernel.multiply(dependents, stride, groups, at, depth, blocks, bias, turned, 4 * columnsOf(size))
}

/** Scores of one sentence: scores[dependent * length + head]. */
export function scoreArcs(space: Space, arcs: Arcs, batch: Batch, sentence: number): Float64Array {
  const { size, matrix, bias, largest, turned, headRows, headUnits, dependentUnits } = arcs
  const length = batch.lengths[sentence] ?? 0
  const { short, long } = space.view()
  const values = new Float64Array(size)
  const units = new Float64Array(length)
  for (let position = 0; position < length; position++) {
    const row = rowOf(batch, sentence, position)
    const from = turned / 4 + row * columnsOf(size)
    const unit = dependentUnits[row] ?? 0
    for (let k = 0; k < size; k++) {
      values[k] = (long[from + k] ?? 0) * (matrix.units[k] ?? 0) * unit + (bias[k] ?? 0)
      short[arcs.heads / 2 + placeOf(k, position, rowLength(size))] = headRows[row * size + k] ?? 0
    }
    const at = arcs.rows / 2 + position * rowLength(size)
    units[position] = quantise(values, size, largest, short, at)
  }
  const columns = columnsOf(length)
  space.kernel.multiply(
    arcs.rows,
    2 * rowLength(size),
    Math.ceil(length / ROWS),
    arcs.heads,
    matrix.depth,
    columns / COLUMNS,
    arcs.noBias,
    arcs.scores,
    4 * columns,
  )
  const scores = new Float64Array(length * length)
  for (let head = 0; head < length; head++) {
    const headUnit = headUnits[rowOf(batch, sentence, head)] ?? 0
    for (let d = 0; d < length; d++) {
      const sum = long[arcs.scores / 4 + d * columns + head] ?? 0
      scores[d * length + head] = sum * (units[d] ?? 0) * headUnit
    }
  }
  return scores
}

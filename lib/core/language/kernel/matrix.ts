/**
 * Matrices as the kernel takes them: weights of 16 bits whose units are chosen, column by column, as fine as they can be
 * without any sum leaving 32 bits, whatever the rows hold.
 */
import { COLUMNS, DEPTH } from './kernel'
import type { Space } from './space'

/** From `inputs` numbers to `outputs` numbers; weights[output * inputs + input]. */
export interface Linear {
  readonly inputs: number
  readonly outputs: number
  readonly weights: Float32Array
  readonly bias: Float32Array | null
}

/** How a row of integers is read: what 1 stands for, and the largest that occurs. */
export interface Scale {
  readonly unit: number
  readonly largest: number
}

export interface Matrix {
  readonly outputs: number
  /** Of the packed weights, and of the packed bias. */
  readonly at: number
  readonly bias: number
  /** In multiples of DEPTH and of COLUMNS. */
  readonly depth: number
  readonly blocks: number
  /** What 1 stands for in each column of the product. */
  readonly units: Float64Array
}

export const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to
/** How many integers a row takes that holds so many inputs. */
export const rowLength = (inputs: number): number => roundUp(inputs, DEPTH)
export const columnsOf = (outputs: number): number => roundUp(outputs, COLUMNS)

const LARGEST_SUM = 2 ** 31 - 1
const LARGEST_WEIGHT = 32767

/** One matrix for one kind of row. */
export function pack(space: Space, linear: Linear, scale: Scale): Matrix {
  return packWith(space, linear, scale, unitsFor([{ linear, scale }]))
}

/** Two whose products are added as integers: with the same units. */
export function packPair(
  space: Space,
  first: { readonly linear: Linear; readonly scale: Scale },
  second: { readonly linear: Linear; readonly scale: Scale },
): readonly [Matrix, Matrix] {
  const units = unitsFor([first, second])
  return [
    packWith(space, first.linear, first.scale, units),
    packWith(space, second.linear, second.scale, units),
  ]
}

function unitsFor(
  parts: readonly { readonly linear: Linear; readonly scale: Scale }[],
): Float64Array {
  const outputs = parts[0]?.linear.outputs ?? 0
  const sums = new Float64Array(outputs)
  const largest = new Float64Array(outputs)
  let slack = 1
  for (const { linear, scale } of parts) {
    const { inputs, weights, bias } = linear
    // A weight is rounded by half a unit at most.
    slack += (inputs * scale.largest) / 2 + 1
    for (let o = 0; o < outputs; o++) {
      let sum = 0
      let top = 0
      for (let k = o * inputs; k < (o + 1) * inputs; k++) {
        const size = Math.abs(weights[k] ?? 0)
        sum += size
        if (size > top) top = size
      }
      sums[o] = (sums[o] ?? 0) + sum * scale.unit * scale.largest + Math.abs(bias?.[o] ?? 0)
      largest[o] = Math.max(largest[o] ?? 0, top * scale.unit)
    }
  }
  return sums.map((sum, o) => {
    const unit = Math.max(sum / (LARGEST_SUM - slack), (largest[o] ?? 0) / LARGEST_WEIGHT)
    return unit === 0 ? 1 : unit
  })
}

function packWith(space: Space, linear: Linear, scale: Scale, units: Float64Array): Matrix {
  const { inputs, outputs, weights, bias } = linear
  const length = rowLength(inputs)
  const columns = columnsOf(outputs)
  const at = space.allocate(2 * length * columns)
  const biasAt = space.allocate(4 * columns)
  const { short, long } = space.view()
  for (let o = 0; o < outputs; o++) {
    const factor = scale.unit / (units[o] ?? 1)
    for (let i = 0; i < inputs; i++) {
      const weight = Math.round((weights[o * inputs + i] ?? 0) * factor)
      short[at / 2 + placeOf(i, o, length)] = weight
    }
  }
  if (bias) {
    for (let o = 0; o < outputs; o++) {
      long[biasAt / 4 + o] = Math.round((bias[o] ?? 0) / (units[o] ?? 1))
    }
  }
  return { outputs, at, bias: biasAt, depth: length / DEPTH, blocks: columns / COLUMNS, units }
}

/** Where a weight stands: in blocks of COLUMNS outputs, there in pairs of inputs. */
export const placeOf = (input: number, output: number, length: number): number =>
  (output >> 3) * length * COLUMNS + (input >> 1) * 2 * COLUMNS + (output & 7) * 2 + (input & 1)

/** Rounds numbers to integers up to `largest`, in a unit of their own, and yields that unit. */
export function quantise(
  values: Float64Array,
  count: number,
  largest: number,
  into: Int16Array,
  at: number,
): number {
  let top = 0
  for (let k = 0; k < count; k++) {
    const size = Math.abs(values[k] ?? 0)
    if (size > top) top = size
  }
  if (top === 0) {
    into.fill(0, at, at + count)
    return 1
  }
  const unit = top / largest
  const factor = largest / top
  for (let k = 0; k < count; k++) into[at + k] = Math.round((values[k] ?? 0) * factor)
  return unit
}

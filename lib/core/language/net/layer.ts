/** A layer that reads sentences in both directions (a bidirectional LSTM), several sentences at a time. */
import { ONE, ROWS } from '../kernel/kernel'
import { columnsOf, type Matrix, packPair, roundUp, rowLength, type Scale } from '../kernel/matrix'
import type { Space } from '../kernel/space'
import type { Weights } from './container'

/**
 * Sentences that go through together, the longest first. Their rows lie by position: first words, second words … so
 * that a step reads one stretch. A sentence's result does not depend on those beside it.
 */
export interface Batch {
  /** Positions of each, the root's included. */
  readonly lengths: readonly number[]
  /** Where the rows of a position begin. */
  readonly starts: readonly number[]
  readonly rows: number
}

export function batchOf(lengths: readonly number[]): Batch {
  const starts: number[] = []
  let rows = 0
  let reach = lengths.length
  for (let position = 0; position < (lengths[0] ?? 0); position++) {
    while ((lengths[reach - 1] ?? 0) <= position) reach--
    starts.push(rows)
    rows += reach
  }
  return { lengths, starts, rows }
}

export const rowOf = ({ starts }: Batch, sentence: number, position: number): number =>
  (starts[position] ?? 0) + sentence

interface Direction {
  readonly input: Matrix
  readonly recurrent: Matrix
  /** Address of what a unit of each gate's sum is worth, in 32-bit floats. */
  readonly scales: number
}

export interface Layer {
  readonly hidden: number
  readonly directions: readonly [forward: Direction, backward: Direction]
}

/** What comes out of a layer: 1 is ONE. */
export const LAYER_SCALE: Scale = { unit: 1 / ONE, largest: ONE }

export function packLayer(
  space: Space,
  weights: Weights,
  number: number,
  inputs: number,
  scale: Scale,
): Layer {
  const { hidden } = weights.dims
  const direction = (name: 'f' | 'b'): Direction => {
    const gates = 4 * hidden
    const linear = (tensor: string, columns: number, bias: Float32Array | null) => ({
      inputs: columns,
      outputs: gates,
      weights: weights.tensor(`${tensor}${number}${name}`, gates, columns),
      bias,
    })
    const bias = weights.tensor(`b${number}${name}`, 1, gates)
    const [input, recurrent] = packPair(
      space,
      { linear: linear('x', inputs, bias), scale },
      { linear: linear('u', hidden, null), scale: LAYER_SCALE },
    )
    const scales = space.allocate(4 * gates)
    space.view().float.set(input.units, scales / 4)
    return { input, recurrent, scales }
  }
  return { hidden, directions: [direction('f'), direction('b')] }
}

/** Room for what a layer holds while it reads. Addresses. */
export interface LayerRoom {
  readonly sums: number
  readonly recurrent: number
  readonly cells: number
  readonly states: number
}

export function allocateLayerRoom(
  space: Space,
  hidden: number,
  rows: number,
  sentences: number,
): LayerRoom {
  const stride = 4 * columnsOf(4 * hidden)
  return {
    sums: space.allocate(stride * roundUp(rows, ROWS)),
    recurrent: space.allocate(stride * roundUp(sentences, ROWS)),
    cells: space.allocate(4 * hidden * sentences),
    states: space.allocate(2 * rowLength(hidden) * roundUp(sentences, ROWS)),
  }
}

/** From rows of `length` integers at `from` to rows of 2 × hidden at `to` (of rowLength(2 × hidden)). */
export function runLayer(
  { kernel, view }: Space,
  { hidden, directions }: Layer,
  room: LayerRoom,
  batch: Batch,
  from: number,
  length: number,
  to: number,
): void {
  const stride = 4 * columnsOf(4 * hidden)
  const toStride = 2 * rowLength(2 * hidden)
  const stateStride = 2 * rowLength(hidden)
  const { lengths } = batch
  const { short, float } = view()
  directions.forEach(({ input, recurrent, scales }, side) => {
    const groups = Math.ceil(batch.rows / ROWS)
    const { at, depth, blocks, bias } = input
    kernel.multiply(from, 2 * length, groups, at, depth, blocks, bias, room.sums, stride)
    float.fill(0, room.cells / 4, room.cells / 4 + hidden * lengths.length)
    const states = roundUp(lengths.length, ROWS) * rowLength(hidden)
    short.fill(0, room.states / 2, room.states / 2 + states)
    let reach = lengths.length
    for (let step = 0; step < (lengths[0] ?? 0); step++) {
      while ((lengths[reach - 1] ?? 0) <= step) reach--
      kernel.multiply(
        room.states,
        stateStride,
        Math.ceil(reach / ROWS),
        recurrent.at,
        recurrent.depth,
        recurrent.blocks,
        recurrent.bias,
        room.recurrent,
        stride,
      )
      for (let sentence = 0; sentence < reach; sentence++) {
        const position = side === 0 ? step : (lengths[sentence] ?? 0) - 1 - step
        const row = rowOf(batch, sentence, position)
        kernel.advance(
          room.recurrent + sentence * stride,
          room.sums + row * stride,
          scales,
          room.cells + 4 * sentence * hidden,
          room.states + sentence * stateStride,
          to + row * toStride + side * 2 * hidden,
          hidden,
        )
      }
    }
  })
}

/**
 * The two loops in which a net spends its time. Sums are sums of integers; what is done in floats is done by IEEE 754 in
 * one given order. So every machine finds the same bits, with vectors (`vector-kernel.ts`) and without (`plain-kernel.ts`).
 */

/** Rows that are multiplied together, columns of a packed block, and the multiple that a row's length is filled up to. */
export const ROWS = 4
export const COLUMNS = 8
export const DEPTH = 8
/** What stands for 1 in the output of an LSTM. */
export const ONE = 16384

export interface Kernel {
  /**
   * Rows of 16-bit integers times a packed matrix (`pack.ts`), bias added, to rows of 32-bit integers. All addresses
   * and strides in bytes; `groups` of ROWS rows, `blocks` of COLUMNS columns, `depth` times DEPTH integers a row.
   */
  readonly multiply: (
    rows: number,
    rowStride: number,
    groups: number,
    matrix: number,
    depth: number,
    blocks: number,
    bias: number,
    out: number,
    outStride: number,
  ) => void
  /**
   * One step of an LSTM for one sentence. Two rows of 4 × `width` integers (gates in the order input, forget, new,
   * output) are added and scaled to floats; `cell` holds floats; the output goes as 16-bit integers to two places.
   */
  readonly advance: (
    recurrent: number,
    input: number,
    scales: number,
    cell: number,
    state: number,
    out: number,
    width: number,
  ) => void
  /**
   * For each of `count` stretches of 4 × `quads` 32-bit integers: the sum of integer × unit × factor, in four parts (of
   * every fourth), as 32-bit floats. Units run on from stretch to stretch, factors begin anew.
   */
  readonly gather: (
    integers: number,
    units: number,
    factors: number,
    out: number,
    count: number,
    quads: number,
  ) => void
}

/**
 * tanh as Lambert's continued fraction, cut off after its seventh term; beyond the bound it differs from ±1 by less than
 * 0.0001, as the fraction does from tanh before it.
 */
export const TANH = {
  bound: 4.97,
  above: [135135, 17325, 378, 1],
  below: [135135, 62370, 3150, 28],
} as const

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLUMNS, DEPTH, ONE, ROWS } from './kernel'
import { columnsOf, type Linear, pack, packPair, rowLength } from './matrix'
import { createSpace, type Space } from './space'

const kinds = ['vectors', 'plain'] as const

function fill(space: Space, numbers: readonly number[]): number {
  const at = space.allocate(2 * numbers.length)
  space.view().short.set(numbers, at / 2)
  return at
}

function product(
  kind: (typeof kinds)[number],
  linear: Linear,
  rows: readonly number[],
  groups: number,
) {
  const space = createSpace(kind)
  const matrix = pack(space, linear, { unit: 1 / ONE, largest: 32767 })
  const from = fill(space, rows)
  const stride = 4 * columnsOf(linear.outputs)
  const out = space.allocate(stride * groups * ROWS)
  const { at, depth, blocks, bias } = matrix
  space.kernel.multiply(
    from,
    2 * rowLength(linear.inputs),
    groups,
    at,
    depth,
    blocks,
    bias,
    out,
    stride,
  )
  return {
    sums: [...space.view().long.subarray(out / 4, out / 4 + (stride / 4) * groups * ROWS)],
    matrix,
  }
}

const weight = fc.float({ min: -8, max: 8, noNaN: true, noDefaultInfinity: true })
const short = fc.integer({ min: -32767, max: 32767 })
const few = fc.integer({ min: 1, max: 3 })

const products = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), few)
  .chain(([inputs, outputs, groups]) =>
    fc.record({
      inputs: fc.constant(inputs),
      outputs: fc.constant(outputs),
      groups: fc.constant(groups),
      weights: fc.array(weight, { minLength: inputs * outputs, maxLength: inputs * outputs }),
      bias: fc.array(weight, { minLength: outputs, maxLength: outputs }),
      rows: fc.array(short, {
        minLength: rowLength(inputs) * groups * ROWS,
        maxLength: rowLength(inputs) * groups * ROWS,
      }),
    }),
  )

describe('the kernel', () => {
  it('is the fast one on this machine', () => {
    const fast = createSpace('vectors').kernel.multiply.toString()
    expect(fast).toContain('native code')
    expect(createSpace('plain').kernel.multiply.toString()).not.toContain('native code')
  })

  it('multiplies as plain JavaScript does, bit for bit', () => {
    fc.assert(
      fc.property(products, ({ weights, bias, rows, groups, ...sizes }) => {
        const linear = {
          ...sizes,
          weights: Float32Array.from(weights),
          bias: Float32Array.from(bias),
        }
        const [fast, plain] = kinds.map((kind) => product(kind, linear, rows, groups).sums)
        expect(fast).toEqual(plain)
      }),
      { numRuns: 200 },
    )
  })

  it('multiplies to what the weights say, and no sum leaves 32 bits', () => {
    fc.assert(
      fc.property(products, ({ weights, bias, rows, groups, ...sizes }) => {
        const linear = {
          ...sizes,
          weights: Float32Array.from(weights),
          bias: Float32Array.from(bias),
        }
        const { sums, matrix } = product('vectors', linear, rows, groups)
        const { inputs, outputs } = sizes
        for (let row = 0; row < groups * ROWS; row++) {
          for (let o = 0; o < outputs; o++) {
            let wanted = linear.bias[o] ?? 0
            let size = Math.abs(wanted)
            for (let i = 0; i < inputs; i++) {
              const term =
                ((rows[row * rowLength(inputs) + i] ?? 0) / ONE) *
                (linear.weights[o * inputs + i] ?? 0)
              wanted += term
              size += Math.abs(term)
            }
            const unit = matrix.units[o] ?? 0
            const found = (sums[row * columnsOf(outputs) + o] ?? 0) * unit
            // Each weight is rounded to half a unit.
            const loss = unit * (1 + (inputs * 32767) / 2)
            expect(Math.abs(found - wanted)).toBeLessThanOrEqual(loss + 1e-9 * size)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('steps an LSTM as plain JavaScript does, bit for bit', () => {
    const sum = fc.integer({ min: -(2 ** 30), max: 2 ** 30 })
    const width = 16
    const row = fc.array(sum, { minLength: 4 * width, maxLength: 4 * width })
    const scale = fc.float({ min: 0, max: Math.fround(2 ** -26), noNaN: true })
    const cell = fc.float({ min: -20, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        row,
        row,
        fc.array(scale, { minLength: 4 * width, maxLength: 4 * width }),
        fc.array(cell, { minLength: width, maxLength: width }),
        (first, second, scales, cells) => {
          const [fast, plain] = kinds.map((kind) => {
            const space = createSpace(kind)
            const at = space.allocate(16 * 4 * width)
            const { long, float } = space.view()
            long.set(first, at / 4)
            long.set(second, at / 4 + 4 * width)
            float.set(scales, at / 4 + 8 * width)
            float.set(cells, at / 4 + 12 * width)
            const out = at + 4 * 13 * width
            const row = 16 * width
            space.kernel.advance(
              at,
              at + row,
              at + 2 * row,
              at + 3 * row,
              out,
              out + 2 * width,
              width,
            )
            return [...space.view().long.subarray(at / 4, at / 4 + 16 * width)]
          })
          expect(fast).toEqual(plain)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gathers as plain JavaScript does, bit for bit', () => {
    const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
    const unit = fc.float({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(integer, { minLength: 24, maxLength: 24 }),
        fc.array(unit, { minLength: 24, maxLength: 24 }),
        fc.array(weight, { minLength: 8, maxLength: 8 }),
        (integers, units, factors) => {
          const [fast, plain] = kinds.map((kind) => {
            const space = createSpace(kind)
            const at = space.allocate(4 * 80)
            const { long, float } = space.view()
            long.set(integers, at / 4)
            float.set(units, at / 4 + 24)
            float.set(factors, at / 4 + 48)
            space.kernel.gather(at, at + 96, at + 192, at + 224, 3, 2)
            return [...space.view().long.subarray(at / 4 + 56, at / 4 + 68)]
          })
          expect(fast).toEqual(plain)
          expect(fast).toHaveLength(12)
        },
      ),
    )
  })

  it('gives two matrices the same units', () => {
    const linear = (inputs: number): Linear => ({
      inputs,
      outputs: 9,
      weights: Float32Array.from({ length: inputs * 9 }, (_, k) => (k % 7) - 3),
      bias: null,
    })
    const [first, second] = packPair(
      createSpace('plain'),
      { linear: linear(5), scale: { unit: 0.001, largest: 16384 } },
      { linear: linear(11), scale: { unit: 1 / ONE, largest: ONE } },
    )
    expect(first.units).toEqual(second.units)
    expect([first.depth * DEPTH, second.depth * DEPTH]).toEqual([8, 16])
    expect(first.blocks * COLUMNS).toBe(16)
  })
})

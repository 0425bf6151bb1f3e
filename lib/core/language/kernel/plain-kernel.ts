/** The kernel in plain JavaScript, bit for bit: for machines without vectors in WebAssembly, and to hold the fast one to. */
import { COLUMNS, DEPTH, type Kernel, ONE, ROWS, TANH } from './kernel'

const f = Math.fround

export function createPlainKernel(memory: WebAssembly.Memory): Kernel {
  return {
    multiply: (rows, rowStride, groups, matrix, depth, blocks, bias, out, outStride) => {
      const short = new Int16Array(memory.buffer)
      const long = new Int32Array(memory.buffer)
      const length = depth * DEPTH
      for (let row = 0; row < groups * ROWS; row++) {
        const from = (rows + row * rowStride) >> 1
        const to = (out + row * outStride) >> 2
        for (let column = 0; column < blocks * COLUMNS; column++) {
          const block = (matrix >> 1) + (column >> 3) * length * COLUMNS + (column & 7) * 2
          let sum = long[(bias >> 2) + column] ?? 0
          for (let k = 0; k < length; k++) {
            const weight = short[block + (k >> 1) * 2 * COLUMNS + (k & 1)] ?? 0
            sum = (sum + (short[from + k] ?? 0) * weight) | 0
          }
          long[to + column] = sum
        }
      }
    },
    advance: (recurrent, input, scales, cell, state, out, width) => {
      const short = new Int16Array(memory.buffer)
      const long = new Int32Array(memory.buffer)
      const float = new Float32Array(memory.buffer)
      const gate = (k: number): number => {
        const sum = ((long[(recurrent >> 2) + k] ?? 0) + (long[(input >> 2) + k] ?? 0)) | 0
        return f(f(sum) * (float[(scales >> 2) + k] ?? 0))
      }
      for (let k = 0; k < width; k++) {
        const admitted = logistic(gate(k))
        const kept = f(logistic(gate(width + k)) * (float[(cell >> 2) + k] ?? 0))
        const value = f(kept + f(admitted * tanh(gate(2 * width + k))))
        float[(cell >> 2) + k] = value
        const result = toShort(f(f(logistic(gate(3 * width + k)) * tanh(value)) * ONE))
        short[(state >> 1) + k] = result
        short[(out >> 1) + k] = result
      }
    },
    gather: (integers, units, factors, out, count, quads) => {
      const long = new Int32Array(memory.buffer)
      const float = new Float32Array(memory.buffer)
      for (let index = 0; index < count; index++) {
        for (let lane = 0; lane < 4; lane++) {
          let sum = 0
          for (let k = lane; k < 4 * quads; k += 4) {
            const at = index * 4 * quads + k
            const scaled = f(f(long[(integers >> 2) + at] ?? 0) * (float[(units >> 2) + at] ?? 0))
            sum = f(sum + f(scaled * (float[(factors >> 2) + k] ?? 0)))
          }
          float[(out >> 2) + 4 * index + lane] = sum
        }
      }
    },
  }
}

const logistic = (x: number): number => f(f(tanh(f(x * 0.5)) * 0.5) + 0.5)

function tanh(value: number): number {
  const bound = f(TANH.bound)
  const x = Math.max(Math.min(value, bound), -bound)
  const square = f(x * x)
  return f(f(x * polynomial(TANH.above, square)) / polynomial(TANH.below, square))
}

function polynomial(
  [a, b, c, d]: readonly [number, number, number, number],
  square: number,
): number {
  const inner = f(c + f(square * d))
  return f(a + f(square * f(b + f(square * inner))))
}

/** To the nearest whole number, halves to the even one; within 16 bits. */
function toShort(x: number): number {
  const up = Math.round(x)
  const whole = up - x === 0.5 && up % 2 !== 0 ? up - 1 : up
  return Math.max(-32768, Math.min(32767, whole))
}

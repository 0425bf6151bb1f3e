/** The memory that a net works in: its matrices, then room for the sentences that go through together. */
import type { Kernel } from './kernel'
import { createPlainKernel } from './plain-kernel'
import { createVectorKernel } from './vector-kernel'

export interface Space {
  readonly kernel: Kernel
  /** The address of so many bytes, a multiple of 16; they are zero. Views made before do not reach them. */
  readonly allocate: (bytes: number) => number
  readonly view: () => View
}

/** One memory, seen as three kinds of numbers. */
export interface View {
  readonly short: Int16Array
  readonly long: Int32Array
  readonly float: Float32Array
}

const PAGE = 65_536

export function createSpace(kind: 'vectors' | 'plain' = 'vectors'): Space {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const fast = kind === 'vectors' ? createVectorKernel(memory) : null
  let next = 16
  return {
    kernel: fast ?? createPlainKernel(memory),
    allocate: (bytes) => {
      const at = next
      next = Math.ceil((at + bytes) / 16) * 16
      const missing = next - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
      return at
    },
    view: () => ({
      short: new Int16Array(memory.buffer),
      long: new Int32Array(memory.buffer),
      float: new Float32Array(memory.buffer),
    }),
  }
}

/** The kernel as WebAssembly with vectors of 128 bits, written out when it is first asked for. */
import {
  add,
  addFloats,
  addIntegers,
  assemble,
  type Code,
  countDown,
  divideFloats,
  dot,
  floats,
  get,
  greater,
  int,
  lesser,
  load,
  loadPair,
  multiplyFloats,
  narrow,
  nearest,
  set,
  step,
  store,
  storeHalf,
  times,
  toFloats,
  toIntegers,
} from './assembler'
import { COLUMNS, DEPTH, type Kernel, ONE, ROWS, TANH } from './kernel'

function multiply(): Code {
  const [rows, stride, groups, matrix, depth, blocks, bias, out, outStride] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ] as const
  const [row, to, group, at, rest] = [9, 10, 11, 12, 13] as const
  const pointers = [14, 15, 16, 17] as const
  const [left, right, pair] = [18, 19, 20] as const
  const sums = (i: number) => [21 + 2 * i, 22 + 2 * i] as const
  const pairs = [0, 1, 2, 3].flatMap((k) => [
    ...set(left, load(get(at), 32 * k)),
    ...set(right, load(get(at), 32 * k + 16)),
    ...pointers.flatMap((pointer, i) => {
      const [a, b] = sums(i)
      return [
        ...set(pair, loadPair(get(pointer), 4 * k)),
        ...set(a, addIntegers(get(a), dot(get(pair), get(left)))),
        ...set(b, addIntegers(get(b), dot(get(pair), get(right)))),
      ]
    }),
  ])
  const perGroup = [
    ...pointers.flatMap((pointer, i) => [
      ...set(pointer, add(get(row), times(get(stride), int(i)))),
      ...set(sums(i)[0], load(get(bias), 0)),
      ...set(sums(i)[1], load(get(bias), 16)),
    ]),
    ...set(at, get(matrix)),
    ...set(rest, get(depth)),
    ...countDown(rest, [
      ...pairs,
      ...pointers.flatMap((pointer) => step(pointer, int(2 * DEPTH))),
      ...step(at, int(2 * DEPTH * COLUMNS)),
    ]),
    ...pointers.flatMap((_, i) => {
      const address = add(get(to), times(get(outStride), int(i)))
      return [...store(address, 0, get(sums(i)[0])), ...store(address, 16, get(sums(i)[1]))]
    }),
    ...step(row, times(get(stride), int(ROWS))),
    ...step(to, times(get(outStride), int(ROWS))),
  ]
  return countDown(blocks, [
    ...set(row, get(rows)),
    ...set(to, get(out)),
    ...set(group, get(groups)),
    ...countDown(group, perGroup),
    ...set(matrix, get(at)),
    ...step(bias, int(4 * COLUMNS)),
    ...step(out, int(4 * COLUMNS)),
  ])
}

/** tanh of a local, through two others; `half` is what the result is multiplied by. */
function tanh(x: number, square: number): Code {
  const polynomial = ([a, b, c, d]: readonly [number, number, number, number]): Code => {
    const s = get(square)
    const inner = addFloats(floats(c), d === 1 ? s : multiplyFloats(s, floats(d)))
    const middle = addFloats(floats(b), multiplyFloats(s, inner))
    return addFloats(floats(a), multiplyFloats(s, middle))
  }
  return [
    ...set(x, greater(lesser(get(x), floats(TANH.bound)), floats(-TANH.bound))),
    ...set(square, multiplyFloats(get(x), get(x))),
    ...divideFloats(multiplyFloats(get(x), polynomial(TANH.above)), polynomial(TANH.below)),
  ]
}

function advance(): Code {
  const [recurrent, input, scales, cell, state, out, width] = [0, 1, 2, 3, 4, 5, 6] as const
  const [rest, jump, offsetRecurrent, offsetInput, offsetScales] = [7, 8, 9, 10, 11] as const
  const [x, square, gate, kept] = [12, 13, 14, 15] as const
  const sum: Code = multiplyFloats(
    toFloats(addIntegers(load(get(offsetRecurrent), 0), load(get(offsetInput), 0))),
    load(get(offsetScales), 0),
  )
  const next = [
    ...step(offsetRecurrent, get(jump)),
    ...step(offsetInput, get(jump)),
    ...step(offsetScales, get(jump)),
  ]
  /** The logistic function of the next gate: 1/2 + tanh(x/2)/2. */
  const logistic: Code = [
    ...set(x, multiplyFloats(sum, floats(0.5))),
    ...next,
    ...set(x, tanh(x, square)),
    ...addFloats(multiplyFloats(get(x), floats(0.5)), floats(0.5)),
  ]
  const body = [
    ...set(offsetRecurrent, get(recurrent)),
    ...set(offsetInput, get(input)),
    ...set(offsetScales, get(scales)),
    ...set(gate, logistic),
    ...set(kept, multiplyFloats(logistic, load(get(cell), 0))),
    ...set(x, sum),
    ...next,
    ...set(x, tanh(x, square)),
    ...set(kept, addFloats(get(kept), multiplyFloats(get(gate), get(x)))),
    ...store(get(cell), 0, get(kept)),
    ...set(gate, logistic),
    ...set(x, get(kept)),
    ...set(x, tanh(x, square)),
    ...set(x, toIntegers(nearest(multiplyFloats(multiplyFloats(get(gate), get(x)), floats(ONE))))),
    ...set(x, narrow(get(x), get(x))),
    ...storeHalf(get(state), 0, get(x)),
    ...storeHalf(get(out), 0, get(x)),
    ...[recurrent, input, scales, cell].flatMap((local) => step(local, int(16))),
    ...[state, out].flatMap((local) => step(local, int(8))),
  ]
  return [
    ...set(jump, times(get(width), int(4))),
    ...set(rest, get(width)),
    // Four a turn.
    ...countDown(rest, [...body, ...step(rest, int(-3))]),
  ]
}

function gather(): Code {
  const [integers, units, factors, out, count, quads] = [0, 1, 2, 3, 4, 5] as const
  const [rest, factor, sum] = [6, 7, 8] as const
  const scaled = multiplyFloats(toFloats(load(get(integers), 0)), load(get(units), 0))
  return countDown(count, [
    ...set(sum, floats(0)),
    ...set(factor, get(factors)),
    ...set(rest, get(quads)),
    ...countDown(rest, [
      ...set(sum, addFloats(get(sum), multiplyFloats(scaled, load(get(factor), 0)))),
      ...[integers, units, factor].flatMap((local) => step(local, int(16))),
    ]),
    ...store(get(out), 0, get(sum)),
    ...step(out, int(16)),
  ])
}

/** The kernel over this memory; null where the machine has no such vectors. */
export function createVectorKernel(memory: WebAssembly.Memory): Kernel | null {
  const bytes = assemble([
    { name: 'multiply', parameters: 9, integers: 9, vectors: 11, code: multiply() },
    { name: 'advance', parameters: 7, integers: 5, vectors: 4, code: advance() },
    { name: 'gather', parameters: 6, integers: 2, vectors: 1, code: gather() },
  ])
  if (!WebAssembly.validate(bytes)) return null
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } })
  return {
    multiply: routine(exports, 'multiply'),
    advance: routine(exports, 'advance'),
    gather: routine(exports, 'gather'),
  }
}

function routine(exports: WebAssembly.Exports, name: string): (...numbers: number[]) => void {
  const found = exports[name]
  if (typeof found !== 'function') throw new Error(`the kernel has no ${name}`)
  return found as (...numbers: number[]) => void
}

/**
 * Writes WebAssembly: the few instructions that the kernel is made of, as bytes (WebAssembly core specification 2.0,
 * chapter 5). Code is a list of bytes; every function here yields the piece it is named after.
 */

export type Code = readonly number[]

export const I32 = 0x7f
export const V128 = 0x7b

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value >>> 0
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value | 0
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(done ? low : low | 0x80)
    if (done) return bytes
  }
}

const vector = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()]
const name = (text: string): number[] => [
  ...unsigned(text.length),
  ...Array.from(text, (char) => char.charCodeAt(0)),
]
const section = (id: number, content: Code): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
]
const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)]
/** Alignment is a hint that no result depends on: always one byte. */
const place = (offset: number): number[] => [0, ...unsigned(offset)]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const int = (value: number): Code => [0x41, ...signed(value)]
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b]
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
/** Adds to a local. */
export const step = (local: number, by: Code): Code => set(local, add(get(local), by))
/** Runs the body, and again as long as the local, counted down by one each time, is not 0. It must be 1 or more before. */
export const countDown = (local: number, body: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...set(local, subtract(get(local), int(1))),
  ...get(local),
  ...[0x0d, 0, 0x0b],
]

export const load = (address: Code, offset: number): Code => [
  ...address,
  ...simd(0),
  ...place(offset),
]
/** Two 16-bit integers, repeated four times. */
export const loadPair = (address: Code, offset: number): Code => [
  ...address,
  ...simd(9),
  ...place(offset),
]
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...simd(11),
  ...place(offset),
]
/** The lower 8 bytes. */
export const storeHalf = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...simd(91),
  ...place(offset),
  0,
]
/** Four times the same 32-bit float. */
export const floats = (value: number): Code => {
  const bytes = new Uint8Array(Float32Array.of(value, value, value, value).buffer)
  return [...simd(12), ...bytes]
}

const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, ...simd(opcode)]
const unary =
  (opcode: number) =>
  (a: Code): Code => [...a, ...simd(opcode)]

/** i32x4.dot_i16x8_s: products of 16-bit integers, added in pairs to four 32-bit ones. Exact. */
export const dot = binary(186)
export const addIntegers = binary(174)
export const addFloats = binary(228)
export const multiplyFloats = binary(230)
export const divideFloats = binary(231)
/** f32x4.pmin and pmax: none of what they are given here is not a number. */
export const lesser = binary(234)
export const greater = binary(235)
/** To the nearest whole number, halves to the even one. */
export const nearest = unary(106)
export const toFloats = unary(250)
export const toIntegers = unary(248)
/** Eight 16-bit integers of two times four 32-bit ones. */
export const narrow = binary(133)

export interface Routine {
  readonly name: string
  /** All of them 32-bit integers. */
  readonly parameters: number
  /** Further locals, after the parameters. */
  readonly integers: number
  readonly vectors: number
  readonly code: Code
}

/** A module that takes its memory as "memory" of "host" and exports the routines. */
export function assemble(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ parameters }) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [I32])),
    0,
  ])
  const bodies = routines.map(({ integers, vectors, code }) => {
    const locals = vector([
      [...unsigned(integers), I32],
      [...unsigned(vectors), V128],
    ])
    const body = [...locals, ...code, 0x0b]
    return [...unsigned(body.length), ...body]
  })
  const exported = routines.map((routine, index) => [...name(routine.name), 0, ...unsigned(index)])
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([[...name('host'), ...name('memory'), 2, 0, 1]])),
    ...section(3, vector(routines.map((_, index) => unsigned(index)))),
    ...section(7, vector(exported)),
    ...section(10, vector(bodies)),
  ])
}

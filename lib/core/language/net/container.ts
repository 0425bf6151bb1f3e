/** The file of weights: a header that names its tensors, texts and bytes, and these. training/FORMAT.md describes it. */
import { z } from 'zod'

/** What is wrong with a file of weights. */
export class BrokenWeights extends Error {}

export interface Dims {
  readonly word: number
  readonly shape: number
  readonly wordnet: number
  readonly hidden: number
  readonly layers: number
  readonly arc: number
  readonly label: number
  /** After which layer tags are read off; counted from 1. */
  readonly tagLayer: number
  /** In the order in which they stand in a row of input: `suffix3` is the last three letters, `prefix2` the first two. */
  readonly affixes: readonly Affix[]
}

export interface Affix {
  readonly name: string
  readonly side: 'suffix' | 'prefix'
  readonly letters: number
  readonly size: number
}

export interface Weights {
  readonly dims: Dims
  readonly wordnetValue: number
  readonly temperature: { readonly arc: number; readonly label: number; readonly tag: number }
  /** The numbers of a tensor, row by row; refused if it is not of this shape. */
  readonly tensor: (name: string, rows: number, columns: number) => Float32Array
  /** The same for a tensor of which only some rows will be asked for. */
  readonly table: (name: string, rows: number, columns: number) => Table
  readonly text: (name: string) => readonly string[]
  readonly bytes: (name: string) => Uint8Array
}

export interface Table {
  /** No number in it is larger, whatever its sign. */
  readonly largest: number
  readonly columns: number
  readonly at: (row: number, column: number) => number
}

const SIGNATURE = 'PSGREAD1'
const PREFIX_BYTES = 16

const Count = z
  .int()
  .min(0)
  .max(2 ** 31)
const Size = z.int().min(1).max(4096)
const Positive = z.number().positive()
const Tensor = z.object({
  name: z.string(),
  shape: z.tuple([Count, Count]),
  type: z.enum(['int8', 'float32']),
  offset: Count,
  scales: Count.optional(),
  scale: Positive.optional(),
})
type Tensor = z.infer<typeof Tensor>

const Header = z.object({
  format: z.literal(1),
  dims: z
    .object({
      word: Size,
      shape: Size,
      wordnet: Size,
      // The kernel takes eight numbers at a time.
      hidden: Size.multipleOf(8),
      layers: z.int().min(1).max(8),
      arc: Size,
      label: Size,
      tagLayer: z.int().min(1).max(8),
    })
    .catchall(z.int().min(0).max(65_536)),
  wordnetValue: z.number(),
  temperature: z.object({ arc: Positive, label: Positive, tag: Positive }),
  tensors: z.array(Tensor),
  texts: z.array(z.object({ name: z.string(), offset: Count, length: Count, lines: Count })),
  bytes: z.array(z.object({ name: z.string(), offset: Count, length: Count })),
})

const BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0

export function openWeights(file: Uint8Array): Weights {
  const { header, data } = readHeader(file)
  const tensors = byName(header.tensors)
  const texts = byName(header.texts)
  const bytes = byName(header.bytes)
  const blockOf = (block: { readonly offset: number; readonly length: number } | undefined) => {
    if (!block) throw new BrokenWeights('The weights lack a part that reading needs.')
    return part(data, block.offset, block.length)
  }
  const shaped = (name: string, rows: number, columns: number): Tensor => {
    const tensor = tensors.get(name)
    if (!tensor) throw new BrokenWeights(`The weights have no tensor "${name}".`)
    const [r, c] = tensor.shape
    if (r === rows && c === columns) return tensor
    const wanted = `${rows} × ${columns}`
    throw new BrokenWeights(`The tensor "${name}" is ${r} × ${c}, and should be ${wanted}.`)
  }
  return {
    dims: dimsOf(header.dims),
    wordnetValue: header.wordnetValue,
    temperature: header.temperature,
    tensor: (name, rows, columns) => readTensor(data, shaped(name, rows, columns)),
    table: (name, rows, columns) => readTable(data, shaped(name, rows, columns)),
    text: (name) => {
      const text = texts.get(name)
      if (!text) throw new BrokenWeights(`The weights have no text "${name}".`)
      const lines = new TextDecoder().decode(blockOf(text)).split('\n')
      const found = text.length === 0 ? 0 : lines.length
      if (found !== text.lines) {
        throw new BrokenWeights(`The text "${name}" has ${found} lines, not ${text.lines}.`)
      }
      return found === 0 ? [] : lines
    },
    bytes: (name) => {
      const block = bytes.get(name)
      if (!block) throw new BrokenWeights(`The weights have no bytes "${name}".`)
      return blockOf(block)
    },
  }
}

const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.name, one]))

function readHeader(file: Uint8Array) {
  if (BIG_ENDIAN) throw new BrokenWeights('Weights are read on little-endian machines only.')
  if (file.length < PREFIX_BYTES || latin(file.subarray(0, 8)) !== SIGNATURE) {
    throw new BrokenWeights(`This is no file of weights: it does not begin with ${SIGNATURE}.`)
  }
  // A copy where it does not lie on a multiple of 16, as views of four bytes ask for.
  const data = file.byteOffset % 16 === 0 ? file : Uint8Array.from(file)
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  const length = view.getUint32(8, true)
  const total = view.getUint32(12, true)
  if (total !== file.length) {
    throw new BrokenWeights(
      `The file of weights has ${file.length} bytes, and should have ${total}.`,
    )
  }
  const parsed = Header.safeParse(jsonOf(part(data, PREFIX_BYTES, length)))
  if (!parsed.success) {
    throw new BrokenWeights(`The header of the weights is wrong.\n${z.prettifyError(parsed.error)}`)
  }
  return { header: parsed.data, data }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new BrokenWeights('The header of the weights is not JSON.')
  }
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

function part(data: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset + length > data.length) {
    throw new BrokenWeights('The file of weights names a part that lies beyond its end.')
  }
  return data.subarray(offset, offset + length)
}

function readTensor(data: Uint8Array, tensor: Tensor): Float32Array {
  const { name, shape, type, offset } = tensor
  const [rows, columns] = shape
  if (type === 'float32') return floats(data, name, offset, rows * columns)
  const bytes = part(data, offset, rows * columns)
  const stored = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const scales = scalesOf(data, tensor)
  const numbers = new Float32Array(rows * columns)
  for (let row = 0, k = 0; row < rows; row++) {
    const scale = scales[row] ?? 0
    for (const end = k + columns; k < end; k++) numbers[k] = (stored[k] ?? 0) * scale
  }
  return numbers
}

function readTable(data: Uint8Array, tensor: Tensor): Table {
  const { name, shape, type, offset } = tensor
  const [rows, columns] = shape
  if (type === 'float32') {
    const numbers = floats(data, name, offset, rows * columns)
    const at = (row: number, column: number): number => numbers[row * columns + column] ?? 0
    return { columns, largest: largestOf(numbers), at }
  }
  const bytes = part(data, offset, rows * columns)
  const stored = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const scales = scalesOf(data, tensor)
  return {
    columns,
    largest: 128 * largestOf(scales),
    at: (row, column) => (stored[row * columns + column] ?? 0) * (scales[row] ?? 0),
  }
}

function largestOf(numbers: Float32Array): number {
  let largest = 0
  for (let k = 0; k < numbers.length; k++) largest = Math.max(largest, Math.abs(numbers[k] ?? 0))
  return largest
}

function scalesOf(data: Uint8Array, { name, shape, scale, scales }: Tensor): Float32Array {
  if (scales !== undefined) return floats(data, name, scales, shape[0])
  if (scale === undefined) throw new BrokenWeights(`The tensor "${name}" has no scale.`)
  return new Float32Array(shape[0]).fill(scale)
}

/** What no weight comes near: beyond it, sums might leave what a float can hold. */
const LARGEST = 1e6

function floats(data: Uint8Array, name: string, offset: number, count: number): Float32Array {
  const bytes = part(data, offset, 4 * count)
  if (offset % 4 !== 0) throw new BrokenWeights(`The tensor "${name}" begins at an odd place.`)
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, count)
  for (let k = 0; k < count; k++) {
    if (!(Math.abs(numbers[k] ?? 0) <= LARGEST)) {
      throw new BrokenWeights(`The tensor "${name}" holds what is no weight.`)
    }
  }
  return numbers
}

function dimsOf(dims: z.infer<typeof Header>['dims']): Dims {
  const affixes = Object.entries(dims).flatMap(([name, size]) => {
    const found = /^(suffix|prefix)([1-9])$/.exec(name)
    if (!found) return []
    const side = found[1] === 'suffix' ? ('suffix' as const) : ('prefix' as const)
    return [{ name, side, letters: Number(found[2]), size }]
  })
  if (dims.tagLayer > dims.layers) {
    throw new BrokenWeights('Tags are read off a layer that the weights do not have.')
  }
  const { word, shape, wordnet, hidden, layers, arc, label, tagLayer } = dims
  return { word, shape, wordnet, hidden, layers, arc, label, tagLayer, affixes }
}

/** Files of weights made for tests: any sizes, numbers of a seed. They read badly, and must not crash anything. */

export interface FixtureSizes {
  readonly dims: Readonly<Record<string, number>>
  readonly words: readonly string[]
  readonly affixes: readonly string[]
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly dictionary: readonly string[]
  readonly rules: readonly string[]
}

const AFFIXES = ['suffix2', 'suffix3', 'suffix4', 'prefix2', 'prefix3'] as const

export const SMALL: FixtureSizes = {
  dims: {
    word: 12,
    suffix2: 5,
    suffix3: 6,
    suffix4: 4,
    prefix2: 3,
    prefix3: 4,
    shape: 4,
    wordnet: 10,
    hidden: 16,
    layers: 2,
    arc: 12,
    label: 9,
    tagLayer: 1,
  },
  words: ['the', 'a', 'heart', 'pumps', 'blood', ',', '.', 'and', 'of', 'in', '0000', 'law'],
  affixes: ['ed', 'ing', 'he', 'the', 'mps', 'art', 'lood', 'bl', 'pum', 'ws'],
  tags: ['NN|NOUN', 'NNS|NOUN', 'VBZ|VERB', 'DT|DET', 'IN|ADP', ',|PUNCT', '.|PUNCT', 'NNP|PROPN'],
  labels: ['punct', 'det', 'nsubj', 'root', 'obj', 'nmod', 'case', 'conj', 'cc'],
  dictionary: ['NNS|NOUN feet foot', 'NNP|PROPN mary mary'],
  rules: ['NNS|NOUN s 1 ', 'NNS|NOUN ies 3 y', 'VBZ|VERB s 1 ', 'NNP|PROPN  0 '],
}

/** mulberry32. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Made {
  readonly name: string
  readonly kind: 'tensor' | 'text' | 'bytes'
  readonly bytes: Uint8Array
  readonly header: object
}

export function makeWeights(sizes: FixtureSizes, seed: number): Uint8Array {
  const { dims } = sizes
  const of = (name: string): number => dims[name] ?? 0
  const random = numbersOf(seed)
  const parts: Made[] = []
  const tensor = (name: string, rows: number, columns: number, size: number): void => {
    const scales = Float32Array.from({ length: rows }, () => ((0.5 + random()) * size) / 127)
    const stored = Int8Array.from(
      { length: rows * columns },
      () => Math.floor(random() * 255) - 127,
    )
    const header = { shape: [rows, columns], type: 'int8' }
    parts.push({ name, kind: 'tensor', bytes: bytesOf(stored), header })
    parts.push({ name, kind: 'tensor', bytes: bytesOf(scales), header: { scales: true } })
  }
  const bias = (name: string, columns: number): void => {
    const stored = Float32Array.from({ length: columns }, () => random() - 0.5)
    const header = { shape: [1, columns], type: 'float32' }
    parts.push({ name, kind: 'tensor', bytes: bytesOf(stored), header })
  }
  const text = (name: string, lines: readonly string[]): void => {
    const bytes = new TextEncoder().encode(lines.join('\n'))
    parts.push({ name, kind: 'text', bytes, header: { length: bytes.length, lines: lines.length } })
  }
  text('words', sizes.words)
  tensor('word', sizes.words.length + 2, of('word'), 1)
  for (const name of AFFIXES) {
    text(name, sizes.affixes)
    tensor(name, sizes.affixes.length + 2, of(name), 1)
  }
  tensor('shape', 12, of('shape'), 1)
  const hidden = of('hidden')
  let inputs = ['word', ...AFFIXES, 'shape', 'wordnet'].reduce((sum, name) => sum + of(name), 0)
  for (let layer = 1; layer <= of('layers'); layer++) {
    for (const side of ['f', 'b']) {
      tensor(`x${layer}${side}`, 4 * hidden, inputs, 2 / Math.sqrt(inputs))
      tensor(`u${layer}${side}`, 4 * hidden, hidden, 2 / Math.sqrt(hidden))
      bias(`b${layer}${side}`, 4 * hidden)
    }
    inputs = 2 * hidden
  }
  text('tags', sizes.tags)
  tensor('tag', sizes.tags.length, inputs, 1)
  bias('tag.bias', sizes.tags.length)
  for (const [name, size] of PERCEPTRONS) {
    tensor(name, of(size), inputs, 0.5)
    bias(`${name}.bias`, of(size))
  }
  tensor('arc', of('arc'), of('arc'), 0.5)
  bias('arc.bias', of('arc'))
  text('labels', sizes.labels)
  tensor('label', sizes.labels.length * (of('label') + 1), of('label') + 1, 0.5)
  text('lemmas.dictionary', sizes.dictionary)
  text('lemmas.rules', sizes.rules)
  // "bill" is a noun and a verb, "billow" too.
  const lexicon = Uint8Array.from([0x30, 4, ...chars('bill'), 0x34, 2, ...chars('ow')])
  parts.push({ name: 'lexicon', kind: 'bytes', bytes: lexicon, header: { length: lexicon.length } })
  return join(dims, parts)
}

const PERCEPTRONS = [
  ['arcHead', 'arc'],
  ['arcDep', 'arc'],
  ['labelHead', 'label'],
  ['labelDep', 'label'],
] as const

const chars = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0))
const bytesOf = ({ buffer }: Int8Array | Float32Array): Uint8Array => new Uint8Array(buffer)
const aligned = (n: number): number => Math.ceil(n / 16) * 16

function join(dims: object, parts: readonly Made[]): Uint8Array {
  const headerOf = (base: number): string => {
    const lists: Record<Made['kind'], object[]> = { tensor: [], text: [], bytes: [] }
    let at = base
    let last: Record<string, unknown> = {}
    for (const { name, kind, bytes, header } of parts) {
      if ('scales' in header) last.scales = at
      else {
        last = { name, offset: at, ...header }
        lists[kind].push(last)
      }
      at = aligned(at + bytes.length)
    }
    return JSON.stringify({
      format: 1,
      dims,
      wordnetValue: 0.5,
      temperature: { arc: 1.2, label: 1.1, tag: 1 },
      tensors: lists.tensor,
      texts: lists.text,
      bytes: lists.bytes,
    })
  }
  // Offsets grow by a few digits at most.
  const base = aligned(16 + headerOf(10 ** 8).length)
  const total = parts.reduce((at, { bytes }) => aligned(at + bytes.length), base)
  const file = new Uint8Array(total)
  const view = new DataView(file.buffer)
  file.set(chars('PSGREAD1'))
  view.setUint32(8, base - 16, true)
  view.setUint32(12, total, true)
  file.set(new TextEncoder().encode(headerOf(base).padEnd(base - 16)), 16)
  let at = base
  for (const { bytes } of parts) {
    file.set(bytes, at)
    at = aligned(at + bytes.length)
  }
  return file
}

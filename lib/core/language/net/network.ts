/**
 * The net: words in; of each word its part of speech, its head and its relation out, with their probabilities. Sentences
 * of like length go through it together, so that weights are read once for many; each comes out as if it were alone.
 */
import { ROWS } from '../kernel/kernel'
import { columnsOf, type Matrix, pack, roundUp, rowLength } from '../kernel/matrix'
import { createSpace, type Space } from '../kernel/space'
import type { Lexicon } from '../tags/lexicon'
import type { Rival } from '../tree'
import { type Arcs, packArcs, putDependent, putHead, scoreArcs, turnDependents } from './arcs'
import { type Classes, packClasses, type Tagged } from './classes'
import type { Weights } from './container'
import { bestTree, type Chart, createChart } from './eisner'
import { softmax } from './exponential'
import { createInputs, type Inputs, type Word } from './inputs'
import { type Labels, packLabels, putLabelDependent, putLabelHead, scoreLabels } from './labels'
import {
  allocateLayerRoom,
  type Batch,
  batchOf,
  LAYER_SCALE,
  type Layer,
  type LayerRoom,
  packLayer,
  rowOf,
  runLayer,
} from './layer'

/** Words a sentence may have; what is longer is read in parts (`parts.ts`). */
export const LONGEST = 150
const SENTENCES = 16
/** Rows that are in memory at a time, so that they stay in the processor's cache. */
const MOST_ROWS = 640

export interface Parsed extends Tagged {
  /** -1 for the root. */
  readonly head: number
  readonly headProbability: number
  readonly relation: string
  readonly relationProbability: number
  readonly rivals: readonly Rival[]
}

export interface Network {
  /** Sentences of 1 to LONGEST forms. */
  readonly parse: (sentences: readonly (readonly string[])[]) => Parsed[][]
}

interface Net {
  readonly space: Space
  readonly weights: Weights
  readonly inputs: Inputs
  readonly layers: readonly Layer[]
  readonly room: LayerRoom
  /** Address of the rows that go into the first layer; of the rows between layers, in turn. */
  readonly first: number
  readonly between: readonly [number, number]
  readonly classes: Classes
  readonly perceptron: Matrix
  readonly perceived: number
  readonly arcs: Arcs
  readonly labels: Labels
  readonly chart: Chart
}

export function createNetwork(
  weights: Weights,
  lexicon: Lexicon,
  kind: 'vectors' | 'plain' = 'vectors',
): Network {
  const space = createSpace(kind)
  const { dims } = weights
  const inputs = createInputs(weights, lexicon)
  const rows = roundUp(MOST_ROWS, ROWS)
  const wide = 2 * rowLength(2 * dims.hidden) * rows
  const perceptron = packPerceptron(space, weights)
  const net: Net = {
    space,
    weights,
    inputs,
    layers: Array.from({ length: dims.layers }, (_, index) =>
      index === 0
        ? packLayer(space, weights, 1, inputs.width, inputs.scale)
        : packLayer(space, weights, index + 1, 2 * dims.hidden, LAYER_SCALE),
    ),
    room: allocateLayerRoom(space, dims.hidden, rows, SENTENCES),
    first: space.allocate(2 * inputs.length * rows),
    between: [space.allocate(wide), space.allocate(wide)],
    classes: packClasses(space, weights, rows),
    perceptron,
    perceived: space.allocate(4 * columnsOf(perceptron.outputs) * rows),
    arcs: packArcs(space, weights, rows, LONGEST + 1),
    labels: packLabels(space, weights, rows),
    chart: createChart(LONGEST + 1),
  }
  return { parse: (sentences) => parse(net, sentences) }
}

/** The four perceptrons that arcs and labels are scored from, as one matrix: they read the same rows. */
function packPerceptron(space: Space, weights: Weights): Matrix {
  const { hidden, arc, label } = weights.dims
  const parts = [
    ['arcHead', arc],
    ['arcDep', arc],
    ['labelHead', label],
    ['labelDep', label],
  ] as const
  const join = (arrays: readonly Float32Array[]): Float32Array => {
    const joined = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const array of arrays) {
      joined.set(array, at)
      at += array.length
    }
    return joined
  }
  const linear = {
    inputs: 2 * hidden,
    outputs: 2 * arc + 2 * label,
    weights: join(parts.map(([name, size]) => weights.tensor(name, size, 2 * hidden))),
    bias: join(parts.map(([name, size]) => weights.tensor(`${name}.bias`, 1, size))),
  }
  return pack(space, linear, LAYER_SCALE)
}

function parse(net: Net, sentences: readonly (readonly string[])[]): Parsed[][] {
  const order = sentences
    .map((forms, index) => ({ forms, index }))
    .sort((a, b) => b.forms.length - a.forms.length || a.index - b.index)
  const parsed: Parsed[][] = sentences.map(() => [])
  for (let begin = 0; begin < order.length; ) {
    let end = begin
    let rows = 0
    while (end < order.length && end - begin < SENTENCES) {
      const length = (order[end]?.forms.length ?? 0) + 1
      if (length < 2 || length > LONGEST + 1) {
        throw new Error(`a sentence has ${length - 1} words, not 1 to ${LONGEST}`)
      }
      if (rows + length > MOST_ROWS) break
      rows += length
      end++
    }
    const together = order.slice(begin, end)
    const words = together.map(({ forms }) => forms.map(net.inputs.describe))
    parseBatch(net, words).forEach((result, k) => {
      parsed[together[k]?.index ?? 0] = result
    })
    begin = end
  }
  return parsed
}

function parseBatch(net: Net, sentences: readonly (readonly Word[])[]): Parsed[][] {
  const batch = batchOf(sentences.map((words) => words.length + 1))
  writeInputs(net, batch, sentences)
  const last = runLayers(net, batch)
  perceive(net, batch, last)
  turnDependents(net.space, net.arcs, batch)
  return sentences.map((_, sentence) => decode(net, batch, sentence))
}

function writeInputs(
  { space, inputs, first }: Net,
  batch: Batch,
  sentences: readonly (readonly Word[])[],
): void {
  const { short } = space.view()
  sentences.forEach((words, sentence) => {
    for (let position = 0; position <= words.length; position++) {
      const at = first / 2 + rowOf(batch, sentence, position) * inputs.length
      inputs.write(short, at, words[position - 1] ?? null, position === 1)
    }
  })
}

/** Yields the address of the last layer's rows. */
function runLayers(net: Net, batch: Batch): number {
  const { space, inputs, layers, room, between, classes, weights } = net
  let from = net.first
  let length = inputs.length
  layers.forEach((layer, index) => {
    const to = between[index % 2 === 0 ? 0 : 1]
    runLayer(space, layer, room, batch, from, length, to)
    from = to
    length = rowLength(2 * layer.hidden)
    if (index + 1 === weights.dims.tagLayer) classes.read(batch, from, length)
  })
  return from
}

function perceive(net: Net, batch: Batch, from: number): void {
  const { space, weights, perceptron, perceived, arcs, labels } = net
  const { hidden, arc, label } = weights.dims
  const stride = columnsOf(perceptron.outputs)
  const { at, depth, blocks, bias, units } = perceptron
  space.kernel.multiply(
    from,
    2 * rowLength(2 * hidden),
    Math.ceil(batch.rows / ROWS),
    at,
    depth,
    blocks,
    bias,
    perceived,
    4 * stride,
  )
  const { short, long, float } = space.view()
  const ofArc = new Float64Array(arc)
  const ofLabel = new Float64Array(label + 1)
  ofLabel[label] = 1
  for (let row = 0; row < batch.rows; row++) {
    let column = 0
    const next = (into: Float64Array, size: number): Float64Array => {
      for (let k = 0; k < size; k++, column++) {
        const sum = long[perceived / 4 + row * stride + column] ?? 0
        into[k] = sum > 0 ? sum * (units[column] ?? 0) : 0
      }
      return into
    }
    putHead(arcs, row, next(ofArc, arc))
    putDependent(arcs, short, row, next(ofArc, arc))
    putLabelHead(labels, row, next(ofLabel, label))
    putLabelDependent(labels, float, row, next(ofLabel, label))
  }
}

function decode(net: Net, batch: Batch, sentence: number): Parsed[] {
  const { space, arcs, labels, weights, classes } = net
  const length = batch.lengths[sentence] ?? 0
  const scores = scoreArcs(space, arcs, batch, sentence)
  const heads = bestTree(scores, length, net.chart)
  const positions = Array.from({ length: length - 1 }, (_, index) => index + 1)
  const pairs = positions.map((position) => ({
    dependent: rowOf(batch, sentence, position),
    head: rowOf(batch, sentence, heads[position] ?? 0),
  }))
  const relations = scoreLabels(space, labels, pairs)
  const count = labels.names.length
  return positions.map((position, index) => {
    const head = heads[position] ?? 0
    const from = position * length
    // No word is its own head.
    scores[from + position] = Number.NEGATIVE_INFINITY
    softmax(scores, from, length, weights.temperature.arc)
    const start = index * count
    const relation = chooseRelation(labels, relations, start, head === 0)
    softmax(relations, start, count, weights.temperature.label)
    return {
      ...classes.tagged(rowOf(batch, sentence, position)),
      head: head - 1,
      headProbability: scores[from + head] ?? 0,
      relation: labels.names[relation] ?? 'dep',
      relationProbability: relations[start + relation] ?? 0,
      rivals: rivalsOf(scores, from, length, head),
    }
  })
}

/** The best relation; that of the root is "root", and only of the root. */
function chooseRelation(
  { names, root }: Labels,
  scores: Float64Array,
  start: number,
  isRoot: boolean,
): number {
  if (isRoot) return root
  let best = -1
  for (let k = 0; k < names.length; k++) {
    if (k === root) continue
    if (best < 0 || (scores[start + k] ?? 0) > (scores[start + best] ?? 0)) best = k
  }
  return best
}

const LEAST_RIVAL = 0.005
const MOST_RIVALS = 4

function rivalsOf(shares: Float64Array, from: number, length: number, chosen: number): Rival[] {
  const rivals: Rival[] = []
  for (let head = 0; head < length; head++) {
    const probability = shares[from + head] ?? 0
    if (head !== chosen && probability >= LEAST_RIVAL) rivals.push({ head: head - 1, probability })
  }
  return rivals.sort((a, b) => b.probability - a.probability).slice(0, MOST_RIVALS)
}

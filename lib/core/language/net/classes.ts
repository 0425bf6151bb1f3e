/** Parts of speech, read off a layer of the net: the universal one, and the finer tag of the Penn Treebank. */
import { ROWS } from '../kernel/kernel'
import { columnsOf, pack } from '../kernel/matrix'
import type { Space } from '../kernel/space'
import { UPOS, type Upos } from '../tree'
import { BrokenWeights, type Weights } from './container'
import { softmax } from './exponential'
import { type Batch, LAYER_SCALE } from './layer'

export interface Tagged {
  readonly upos: Upos
  readonly xpos: string
  readonly uposProbability: number
}

export interface Classes {
  /** Reads the tags of all rows, `length` integers each, at `from`. */
  readonly read: (batch: Batch, from: number, length: number) => void
  readonly tagged: (row: number) => Tagged
}

export function packClasses(space: Space, weights: Weights, rows: number): Classes {
  const tags = weights.text('tags').map(readTag)
  const inputs = 2 * weights.dims.hidden
  const matrix = pack(
    space,
    {
      inputs,
      outputs: tags.length,
      weights: weights.tensor('tag', tags.length, inputs),
      bias: weights.tensor('tag.bias', 1, tags.length),
    },
    LAYER_SCALE,
  )
  const columns = columnsOf(tags.length)
  const out = space.allocate(4 * columns * rows)
  const uposOf = Uint8Array.from(tags, ({ index }) => index)
  const scores = new Float64Array(tags.length)
  const ofUpos = new Float64Array(UPOS.length)
  return {
    read: (batch, from, length) => {
      const { at, depth, blocks, bias } = matrix
      const groups = Math.ceil(batch.rows / ROWS)
      space.kernel.multiply(from, 2 * length, groups, at, depth, blocks, bias, out, 4 * columns)
    },
    tagged: (row) => {
      const { long } = space.view()
      const from = out / 4 + row * columns
      for (let k = 0; k < tags.length; k++) {
        scores[k] = (long[from + k] ?? 0) * (matrix.units[k] ?? 0)
      }
      softmax(scores, 0, tags.length, weights.temperature.tag)
      ofUpos.fill(0)
      for (let k = 0; k < tags.length; k++) {
        const index = uposOf[k] ?? 0
        ofUpos[index] = (ofUpos[index] ?? 0) + (scores[k] ?? 0)
      }
      let best = 0
      for (let index = 1; index < UPOS.length; index++) {
        if ((ofUpos[index] ?? 0) > (ofUpos[best] ?? 0)) best = index
      }
      let finest = -1
      for (let k = 0; k < tags.length; k++) {
        if (uposOf[k] !== best) continue
        if (finest < 0 || (scores[k] ?? 0) > (scores[finest] ?? 0)) finest = k
      }
      return {
        upos: UPOS[best] ?? 'X',
        xpos: tags[finest]?.xpos ?? '',
        // A sum of shares may exceed 1 by a rounding.
        uposProbability: Math.min(1, ofUpos[best] ?? 0),
      }
    },
  }
}

function readTag(line: string): { readonly xpos: string; readonly index: number } {
  const [xpos = '', upos = ''] = line.split('|')
  const index = UPOS.findIndex((name) => upos === `${name}`)
  if (xpos === '' || index < 0) {
    throw new BrokenWeights(`A tag of the weights is wrong: ${JSON.stringify(line.slice(0, 40))}`)
  }
  return { xpos, index }
}

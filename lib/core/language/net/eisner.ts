/**
 * The best tree whose arcs do not cross and of which one token is the root: Eisner's algorithm (J. Eisner, "Three new
 * probabilistic models for dependency parsing", COLING 1996), first order.
 */

/**
 * Scores of `size` positions, of which 0 is the root's head: scores[dependent * size + head]. Yields the head of each
 * position, with 0 for the root.
 */
export function bestTree(scores: Float64Array, size: number, chart: Chart): Int16Array {
  fillChart(chart, scores, size)
  let root = 1
  let best = Number.NEGATIVE_INFINITY
  for (let i = 1; i < size; i++) {
    const value =
      at(chart.leftWhole, size + i) +
      at(chart.rightWhole, i * size + size - 1) +
      at(scores, i * size)
    if (value > best) {
      best = value
      root = i
    }
  }
  return follow(chart, size, root)
}

const at = (values: Float64Array | Int16Array, index: number): number => values[index] ?? 0

/** Room to work in. Of spans from i to j, at i * size + j: left ones have their head at j, right ones at i. */
export interface Chart {
  readonly leftOpen: Float64Array
  readonly rightOpen: Float64Array
  readonly leftWhole: Float64Array
  readonly rightWhole: Float64Array
  /** Where each span was joined of two. */
  readonly open: Int16Array
  readonly left: Int16Array
  readonly right: Int16Array
}

/** For sentences of up to so many positions. */
export function createChart(size: number): Chart {
  const cells = size * size
  return {
    leftOpen: new Float64Array(cells),
    rightOpen: new Float64Array(cells),
    leftWhole: new Float64Array(cells),
    rightWhole: new Float64Array(cells),
    open: new Int16Array(cells),
    left: new Int16Array(cells),
    right: new Int16Array(cells),
  }
}

function fillChart(chart: Chart, scores: Float64Array, size: number): void {
  const { leftOpen, rightOpen, leftWhole, rightWhole, open, left, right } = chart
  for (let i = 0; i < size; i++) {
    leftWhole[i * size + i] = 0
    rightWhole[i * size + i] = 0
  }
  for (let length = 1; length < size; length++) {
    for (let i = 1; i + length < size; i++) {
      const j = i + length
      const span = i * size + j
      let best = Number.NEGATIVE_INFINITY
      for (let k = i; k < j; k++) {
        const value = at(rightWhole, i * size + k) + at(leftWhole, (k + 1) * size + j)
        if (value > best) {
          best = value
          open[span] = k
        }
      }
      leftOpen[span] = best + at(scores, span)
      rightOpen[span] = best + at(scores, j * size + i)
      best = Number.NEGATIVE_INFINITY
      for (let k = i; k < j; k++) {
        const value = at(leftWhole, i * size + k) + at(leftOpen, k * size + j)
        if (value > best) {
          best = value
          left[span] = k
        }
      }
      leftWhole[span] = best
      best = Number.NEGATIVE_INFINITY
      for (let k = i + 1; k <= j; k++) {
        const value = at(rightOpen, i * size + k) + at(rightWhole, k * size + j)
        if (value > best) {
          best = value
          right[span] = k
        }
      }
      rightWhole[span] = best
    }
  }
}

type Part = readonly [kind: 'left' | 'right' | 'leftOpen' | 'rightOpen', i: number, j: number]

function follow({ open, left, right }: Chart, size: number, root: number): Int16Array {
  const heads = new Int16Array(size)
  const parts: Part[] = [
    ['left', 1, root],
    ['right', root, size - 1],
  ]
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [kind, i, j] = part
    const span = i * size + j
    if (kind === 'left' && i < j) {
      const k = at(left, span)
      parts.push(['left', i, k], ['leftOpen', k, j])
    } else if (kind === 'right' && i < j) {
      const k = at(right, span)
      parts.push(['rightOpen', i, k], ['right', k, j])
    } else if (kind === 'leftOpen' || kind === 'rightOpen') {
      if (kind === 'leftOpen') heads[i] = j
      else heads[j] = i
      const k = at(open, span)
      parts.push(['right', i, k], ['left', k + 1, j])
    }
  }
  return heads
}

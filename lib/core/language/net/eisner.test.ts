import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree, createChart } from './eisner'

/** All heads for n words that make a tree with one root whose arcs do not cross. */
function projectiveTrees(n: number): number[][] {
  const all = Array.from({ length: (n + 1) ** n }, (_, code) =>
    Array.from({ length: n }, (_, k) => Math.floor(code / (n + 1) ** k) % (n + 1)),
  )
  return all.filter((heads) => isTree(heads) && !crosses(heads))
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false
  return heads.every((_, index) => {
    let at = index + 1
    for (let steps = 0; at !== 0 && steps <= heads.length; steps++) at = heads[at - 1] ?? 0
    return at === 0
  })
}

/** The root's arc counts as one from before the sentence. */
function crosses(heads: readonly number[]): boolean {
  const arcs = heads.map((head, index) => [Math.min(head, index + 1), Math.max(head, index + 1)])
  return arcs.some(([a = 0, b = 0]) => arcs.some(([c = 0, d = 0]) => a < c && c < b && b < d))
}

const sumOf = (scores: readonly number[], size: number, heads: readonly number[]): number =>
  heads.reduce((sum, head, index) => sum + (scores[(index + 1) * size + head] ?? 0), 0)

describe('the best tree', () => {
  const chart = createChart(6)
  for (const n of [1, 2, 3, 4, 5]) {
    const trees = projectiveTrees(n)
    it(`is the best of all ${trees.length} trees of ${n} words`, () => {
      const size = n + 1
      const score = fc.integer({ min: -1000, max: 1000 })
      fc.assert(
        fc.property(fc.array(score, { minLength: size ** 2, maxLength: size ** 2 }), (scores) => {
          const heads = [...bestTree(Float64Array.from(scores), size, chart)].slice(1, size)
          expect(isTree(heads)).toBe(true)
          const best = Math.max(...trees.map((tree) => sumOf(scores, size, tree)))
          expect(sumOf(scores, size, heads)).toBe(best)
        }),
      )
    })
  }
})

import { describe, expect, it } from 'vitest'
import { itemsOfBlocks } from './passages'

const block = (
  index: number,
  start: number,
  end: number,
  kind: 'paragraph' | 'boilerplate' = 'paragraph',
) => ({
  index,
  kind,
  start,
  end,
})
const item = (recall: number | null, ...evidence: [number, number][]) => ({
  recall,
  evidence: evidence.map(([start, end]) => ({ start, end })),
})

const blocks = [
  block(0, 0, 100),
  block(1, 102, 200),
  block(2, 202, 210, 'boilerplate'),
  block(3, 212, 300),
]

describe('itemsOfBlocks', () => {
  it('finds the items of each block, in the order of their evidence', () => {
    const found = itemsOfBlocks(blocks, [
      item(null, [50, 60]),
      item(null, [10, 20]),
      item(null, [110, 120]),
    ])
    expect(found.get(0)?.items).toEqual([1, 0])
    expect(found.get(1)?.items).toEqual([2])
    expect(found.has(3)).toBe(false)
  })

  it('puts an item into every block that holds evidence of it, once', () => {
    const found = itemsOfBlocks(blocks, [item(null, [10, 20], [30, 40], [220, 230])])
    expect([...found.keys()]).toEqual([0, 3])
    expect(found.get(0)?.items).toEqual([0])
  })

  it('finds evidence that runs over several blocks, also behind shorter ones', () => {
    const found = itemsOfBlocks(blocks, [item(null, [10, 250]), item(null, [20, 30])])
    expect(found.get(1)?.items).toEqual([0])
    expect(found.get(3)?.items).toEqual([0])
    expect(found.has(2)).toBe(false)
  })

  it('takes the mean recall, with 0 for what was never seen', () => {
    const found = itemsOfBlocks(blocks, [
      item(0.9, [1, 2]),
      item(null, [3, 4]),
      item(null, [110, 112]),
    ])
    expect(found.get(0)?.recall).toBeCloseTo(0.45)
    expect(found.get(1)?.recall).toBeNull()
  })
})

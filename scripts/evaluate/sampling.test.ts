import { describe, expect, it } from 'vitest'
import { itemOf } from '@/lib/core/generate/measure/item-fixture'
import { evenly } from './sampling'

const BODY = Array.from({ length: 12 }, (_, i) => `Sentence ${i} tells of the mill.`).join(' ')

const made = (construction: string, name: string, nth: number) => ({
  hash: `${construction}-${name}-${nth}`,
  name,
  item: {
    ...itemOf(BODY, { question: 'q', answer: 'a', quote: `Sentence ${nth} tells of the mill.` }),
    construction,
  },
})

describe('an even sample', () => {
  it('has something of every construction and text before it has two of one', () => {
    const many = Array.from({ length: 8 }, (_, i) => made('gap-date', 'one', i))
    const few = [made('gap-date', 'two', 9), made('who-did', 'one', 10), made('who-did', 'one', 11)]
    const first = evenly([...many, ...few]).slice(0, 4)
    expect(first.map(({ item, name }) => `${item.construction} ${name}`).sort()).toEqual([
      'gap-date one',
      'gap-date two',
      'who-did one',
      'who-did one',
    ])
  })

  it('has at most three of one sentence before it has all of the others', () => {
    const same = Array.from({ length: 5 }, (_, i) => made(`made-${i}`, 'one', 3))
    const other = made('made-0', 'one', 4)
    const sample = evenly([...same, other])
    expect(sample).toHaveLength(6)
    expect(sample.slice(0, 4)).toContain(other)
  })
})

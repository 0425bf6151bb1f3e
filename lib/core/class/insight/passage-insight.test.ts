import { expect, it } from 'vitest'
import { type PlacedItem, passageInsight, passagesToTeach } from './passage-insight'

const asked = (...recalls: (number | null)[]): PlacedItem => ({
  evidence: [],
  people: recalls.map((r, i) => ({
    person: `p${i}`,
    today: r,
    tomorrow: r === null ? null : r - 0.1,
  })),
})

it('counts who was asked of whom it reached, and the mean over what was asked alone', () => {
  const items = [asked(0.9, 0.5, null), asked(0.7, null, null), asked(null, null, null)]
  const found = passageInsight([0, 1, 2], items)
  expect(found).toMatchObject({ people: 2, reached: 3, memories: 3 })
  expect(found.recall).toBeCloseTo(0.7, 12)
  expect(found.recallTomorrow).toBeCloseTo(0.6, 12)
  expect(passageInsight([2], items)).toMatchObject({ people: 0, reached: 3, recall: null })
})

it('teaches first what many forgot, not what one did, and never what nobody was asked', () => {
  const items = [
    asked(...Array(20).fill(0.5)),
    asked(0.2),
    asked(...Array(20).fill(0.7)),
    asked(null, null),
    asked(...Array(20).fill(0.85)),
    asked(...Array(20).fill(1)),
  ]
  const passages = [[0], [1], [2], [3], [4], [5]].map((indexes) => passageInsight(indexes, items))
  expect(passagesToTeach(passages).map(({ items: [first] }) => first)).toEqual([0, 1, 2])
  expect(passagesToTeach([passageInsight([3], items)])).toEqual([])
  expect(passagesToTeach([passageInsight([5], items)])).toEqual([])
  // A list whose elements stand in paragraphs of their own is one passage to teach.
  expect(passagesToTeach([passages[0], passages[0]].flatMap((p) => p ?? []))).toHaveLength(1)
})

import { describe, expect, it } from 'vitest'
import { TextId } from '@/lib/core/ids'
import { store } from '@/lib/store/client'
import { askStretch } from './ask-stretch'
import { decideItems } from './decide-items'
import { importForEveryone } from './import-for-everyone'
import { itemViews } from './item-view'
import { newId } from './new-id'
import { addText, newVisit, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley until the flood.

The flood of 1921 destroyed the lower weir. The weir was built again by Josef Klamm in 1926.

Hm, well, yes.
`
const stretchOf = (words: string) => {
  const start = MILL.indexOf(words)
  return { start, end: start + words.length }
}
const WEIR = stretchOf('The weir was built again by Josef Klamm in 1926.')

/** Somebody whose text has no proposals any more. */
async function begun(): Promise<{ visit: Visit; textId: string }> {
  const visit = await newVisit()
  const { textId } = await addText(visit, MILL)
  await store().item.deleteMany({ where: { ownerId: visit.learner.id, textId } })
  return { visit, textId }
}

const ofText = (visit: Visit, textId: string) => itemViews(visit, { textId: TextId.parse(textId) })

describe('items of a marked stretch', () => {
  it('are proposals of whoever marked it, with their evidence there', async () => {
    const { visit, textId } = await begun()
    const { items } = succeeded(await askStretch(visit, { textId, stretch: WEIR }))
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ status }) => status === 'proposed')).toBe(true)
    const stored = await ofText(visit, textId)
    expect(stored.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    for (const { evidence, construction } of stored) {
      const [first] = evidence
      expect(first?.start).toBeLessThan(WEIR.end)
      expect(first?.end).toBeGreaterThan(WEIR.start)
      expect(MILL.slice(first?.start, first?.end)).toBe(first?.quote)
      expect(construction).not.toBe('own')
    }
  })

  it('are the same when they are asked for again, as they were decided', async () => {
    const { visit, textId } = await begun()
    const first = succeeded(await askStretch(visit, { textId, stretch: WEIR }))
    const [kept] = first.items
    if (!kept) throw new Error('nothing could be asked')
    succeeded(await decideItems(visit, { itemIds: [kept.id], decision: 'keep' }))
    const twice = await Promise.all([1, 2].map(() => askStretch(visit, { textId, stretch: WEIR })))
    for (const again of twice.map(succeeded)) {
      expect(again.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
      expect(again.items[0]?.status).toBe('kept')
    }
    expect(await ofText(visit, textId)).toHaveLength(first.items.length)
  })

  it('are none where nothing can be asked, and it is told why', async () => {
    const { visit, textId } = await begun()
    const stretch = stretchOf('Hm, well, yes.')
    const { items, dropped } = succeeded(await askStretch(visit, { textId, stretch }))
    expect(items).toEqual([])
    expect(dropped.map(({ start }) => start)).toEqual([stretch.start])
  })

  it('can be had of a text of the library, and are nobody else’s', async () => {
    const [visit, other] = [await newVisit(), await newVisit()]
    const bytes = new TextEncoder().encode(`${MILL}\nThe mill stands.\n`)
    const options = { learner: null, keep: true }
    const { textId } = succeeded(await importForEveryone({ bytes, fileName: 'mill.txt' }, options))
    const before = (await ofText(other, textId)).length
    await store().item.deleteMany({ where: { ownerId: visit.learner.id, cards: { none: {} } } })
    const { items } = succeeded(await askStretch(visit, { textId, stretch: WEIR }))
    expect(items.length).toBeGreaterThan(0)
    expect(await ofText(other, textId)).toHaveLength(before)
  })

  it('are refused for a stretch that is none, and for a text of somebody else', async () => {
    const { visit, textId } = await begun()
    const problem = async (who: Visit, id: string, stretch: unknown) => {
      const outcome = await askStretch(who, { textId: id, stretch })
      return outcome.ok ? null : outcome.problem.code
    }
    for (const stretch of [
      null,
      {},
      { start: 3, end: 3 },
      { start: -1, end: 4 },
      { start: 0.5, end: 4 },
      { start: 0, end: 6_001 },
      { start: MILL.length - 1, end: MILL.length + 1 },
    ])
      expect(await problem(visit, textId, stretch)).toBe('invalid')
    expect(await problem(await newVisit(), textId, WEIR)).toBe('notFound')
    expect(await problem(visit, newId(), WEIR)).toBe('notFound')
    expect(await problem(visit, 'x', WEIR)).toBe('notFound')
    expect(await ofText(visit, textId)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { LEAST_DECISIONS } from '@/lib/core/generate/learned-off'
import { draftOf } from '@/lib/core/items/draft'
import { store } from '@/lib/store/client'
import { suspendItems } from './change-items'
import { decideItems } from './decide-items'
import { editItem } from './edit-item'
import { importForEveryone } from './import-for-everyone'
import { type ItemView, itemViews } from './item-view'
import { type ConstructionView, offFor, readConstructions } from './read-constructions'
import { addText, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

/** A valley of mills: each sentence says the same sort of thing. */
const valley = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) =>
      `The mill of Ford${from + i} was built by Rosa Lindt${from + i} in ${1700 + from + i}.`,
  ).join('\n\n')

async function begun(): Promise<{ visit: Visit; items: ItemView[] }> {
  const visit = await newVisit()
  const { textId } = await addText(visit, `The Valley\n\n${valley(0, 8)}\n`)
  return { visit, items: await itemViews(visit, { textId }) }
}

/** Of all constructions together. */
function total(all: readonly ConstructionView[]) {
  const sum = (of: (view: ConstructionView) => number) => all.reduce((n, one) => n + of(one), 0)
  return {
    ...{ proposed: sum((v) => v.proposed), kept: sum((v) => v.kept), edited: sum((v) => v.edited) },
    ...{ rejected: sum((v) => v.rejected), bad: sum((v) => v.bad) },
  }
}

describe('how good the questions are', () => {
  it('is counted from what was decided on them, by what made them', async () => {
    const { visit, items } = await begun()
    const [first, second, third, fourth] = items
    if (!first || !second || !third || !fourth) throw new Error('too few were proposed')
    const none = { kept: 0, edited: 0, rejected: 0, bad: 0 }
    expect(total(await readConstructions(visit))).toEqual({ proposed: items.length, ...none })
    const keep = [first, second, third].map(({ id }) => id)
    await decideItems(visit, { itemIds: keep, decision: 'keep' })
    await decideItems(visit, { itemIds: [fourth.id], decision: 'reject' })
    const draft = { ...draftOf(second), question: 'Who built it?' }
    succeeded(await editItem(visit, { itemId: second.id, draft, meaning: 'same' }))
    succeeded(await suspendItems(visit, { itemIds: [third.id], reason: 'ambiguous' }))
    const views = await readConstructions(visit)
    expect(total(views)).toEqual({
      proposed: items.length,
      kept: 2,
      edited: 1,
      rejected: 1,
      bad: 1,
    })
    const made = new Set(items.map(({ construction }) => construction))
    expect(new Set(views.map(({ construction }) => construction))).toEqual(made)
    for (const { decided, kept, share, range } of views) {
      expect(share).toBe(decided === 0 ? null : kept / decided)
      expect(range.low).toBeLessThanOrEqual(share ?? 0.5)
      expect(range.high).toBeGreaterThanOrEqual(share ?? 0.5)
    }
  })

  it('leaves out what others decided, and what was written by hand', async () => {
    const visit = await newVisit()
    await ownItem(visit)
    const bytes = new TextEncoder().encode(`The Hills\n\n${valley(20, 24)}\n`)
    const file = { bytes, fileName: 'hills.txt' }
    const { textId } = succeeded(await importForEveryone(file, { learner: null, keep: true }))
    expect((await itemViews(visit, { textId })).length).toBeGreaterThan(0)
    expect(await readConstructions(visit)).toEqual([])
  })

  it('takes a construction out for whom it fails, and for nobody else', async () => {
    const { visit, items } = await begun()
    const [{ construction, id, textId } = { construction: '', id: '', textId: null }] = items
    const rejected = Array.from({ length: LEAST_DECISIONS }, (_, n) => n)
    const row = await store().item.findUniqueOrThrow({
      where: { id },
      omit: { id: true, key: true },
    })
    const { elements, forms, ...rest } = row
    await store().item.createMany({
      data: rejected.map((n) => ({
        ...{ ...rest, elements: elements ?? [], forms: forms ?? [], textId },
        ...{ id: crypto.randomUUID(), key: `key ${n}`, status: 'rejected' as const },
      })),
    })
    expect([...(await offFor(visit.learner.id))]).toEqual([construction])
    const other = await newVisit()
    const text = `The Coast\n\n${valley(40, 48)}\n`
    const made = async (who: Visit) => {
      const added = await addText(who, text, 'coast.txt')
      return (await itemViews(who, { textId: added.textId })).map((item) => item.construction)
    }
    expect(await made(other)).toContain(construction)
    expect(await made(visit)).not.toContain(construction)
  })
})

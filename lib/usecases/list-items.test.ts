/** A list is one item with a card for each element: what happens to them when the list is edited. */
import { describe, expect, it } from 'vitest'
import { editItem } from './edit-item'
import { getToday } from './get-today'
import { itemView } from './item-view'
import { planSession } from './plan-session'
import { readOutlook } from './read-outlook'
import { recordReviews } from './record-reviews'
import {
  answer,
  DAY_MS,
  NOON,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'
import type { Visit } from './visit'

setUpBench()

const edit = (visit: Visit, itemId: string, elements: string[]) =>
  editItem(visit, {
    itemId,
    draft: { question: 'Which?', answer: '', accept: [], elements, cloze: '', options: [] },
    meaning: 'same',
  })

async function answerAll(visit: Visit, itemId: string) {
  const plan = succeeded(await planSession(visit, {}))
  const cards = plan.questions.find((q) => q.itemId === itemId)?.cards ?? []
  await recordReviews(
    visit,
    cards.map((card) => answer(card.id, visit.now, { grade: 4, form: 'list' })),
  )
}

const asked = async (visit: Visit) => {
  const plan = await planSession(visit, {})
  return plan.ok ? plan.value.questions.map((q) => q.itemId) : []
}

describe('an element that was edited away', () => {
  it('does not bring its list back every day', async () => {
    const first = await newVisit()
    const { itemId } = await ownItem(first, ['Danube', 'Inn', 'Enns'])
    await answerAll(first, itemId)
    await edit(first, itemId, ['Danube', 'Inn'])

    const later = await visitOf(first.learner.id, NOON + 60 * DAY_MS)
    expect(await asked(later)).toEqual([itemId])
    await answerAll(later, itemId)
    expect(await asked(later)).toEqual([])
    expect((await getToday(later)).counts).toEqual({ new: 0, learning: 0, due: 0 })
  })

  it('is not counted as coming', async () => {
    const visit = await newVisit()
    const { itemId, cardIds } = await ownItem(visit, ['Danube', 'Inn', 'Enns'])
    const enns = (await itemView(visit, itemId))?.cards[2]?.id ?? ''
    expect(cardIds).toContain(enns)
    await recordReviews(visit, [answer(enns, NOON - 1_200_000), answer(enns, NOON - 300_000)])
    const coming = async () => (await readOutlook(visit)).ahead.reduce((n, day) => n + day.count, 0)
    expect(await coming()).toBe(1)
    await edit(visit, itemId, ['Danube', 'Inn'])
    expect(await coming()).toBe(0)
  })

  it('comes back with its memory', async () => {
    const visit = await newVisit()
    const { itemId } = await ownItem(visit, ['Danube', 'Inn', 'Enns'])
    await answerAll(visit, itemId)
    const before = (await itemView(visit, itemId))?.cards
    await edit(visit, itemId, ['Danube', 'Inn'])
    await edit(visit, itemId, ['Danube', 'Inn', 'Enns'])
    expect((await itemView(visit, itemId))?.cards).toEqual(before)
  })
})

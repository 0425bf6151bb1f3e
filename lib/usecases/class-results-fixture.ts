/** A class whose students hold copies of a teacher's items: what the tests of its results begin with. */
import type { Goal } from '@/lib/core/class/assignment'
import { AssignmentId, type CardId, DeckId, type ItemId, MemberId } from '@/lib/core/ids'
import { cardsOfItems } from '@/lib/store/card'
import { insertMember } from '@/lib/store/class'
import { inTransaction, store } from '@/lib/store/client'
import { addToDeck, insertDeck } from '@/lib/store/deck'
import { findItems } from '@/lib/store/item'
import { copyItems } from './copy-items'
import { decideItems } from './decide-items'
import { newId } from './new-id'
import { openClass } from './open-class'
import { recordReviews } from './record-reviews'
import { addText, answer, DAY_MS, NOON, newTeacher, newVisit, succeeded } from './test-bench'
import type { Visit } from './visit'

/** Three paragraphs, each with something to ask. */
export const TEXT = `In 1873 the Norhavn mill lost 40 per cent of its workers.

Anna Berg ran the mill from 1880 to 1891.

The mill burned down in 1902, and 160 workers left the valley.`

export type ClassStudent = {
  readonly visit: Visit
  readonly memberId: MemberId
  /** Of the copies, in the order of the items. */
  readonly cards: readonly CardId[]
}

/** The assignment began, and reached everybody, ten days before noon, and is due ten days after. */
export async function classOf(
  count: number,
  { goal = { kind: 'introduced' }, text = TEXT }: { goal?: Goal; text?: string } = {},
) {
  const teacher = await newTeacher()
  const { textId } = await addText(teacher, text)
  const ownerId = teacher.learner.id
  const made = await findItems(store(), ownerId, { textId })
  succeeded(await decideItems(teacher, { itemIds: made.map(({ id }) => id), decision: 'keep' }))
  const deckId = DeckId.parse(newId())
  await insertDeck(store(), { id: deckId, ownerId, name: 'The mill', textId: null })
  const whole = made.filter((item) => item.elements.length === 0)
  const itemIds = whole.map(({ id }) => id)
  await addToDeck(store(), ownerId, deckId, itemIds)
  const { classId } = succeeded(await openClass(teacher, { name: 'History 10b' }))
  const assignmentId = AssignmentId.parse(newId())
  await store().assignment.create({
    data: {
      ...{ id: assignmentId, classId, deckId, name: 'The mill', goal, sections: [] },
      startsOn: new Date('2026-11-12'),
      dueOn: new Date('2026-12-02'),
    },
  })
  const students: ClassStudent[] = []
  for (let i = 0; i < count; i++) {
    const visit = await newVisit()
    const memberId = MemberId.parse(newId())
    const learnerId = visit.learner.id
    const displayName = `Student ${String(i + 1).padStart(2, '0')}`
    const seat = { id: memberId, classId, learnerId, role: 'student' as const, displayName }
    await insertMember(store(), seat, NOON)
    const cards = await deliver(visit, { assignmentId, itemIds, ownerId })
    students.push({ visit, memberId, cards })
  }
  return { teacher, classId, deckId, textId, itemIds, items: whole, assignmentId, students }
}

async function deliver(
  visit: Visit,
  given: {
    assignmentId: AssignmentId
    itemIds: readonly ItemId[]
    ownerId: Visit['learner']['id']
  },
): Promise<CardId[]> {
  const learnerId = visit.learner.id
  const deckId = DeckId.parse(newId())
  await insertDeck(store(), { id: deckId, ownerId: learnerId, name: 'The mill', textId: null })
  const origin = await findItems(store(), given.ownerId, { ids: given.itemIds })
  const copies = await inTransaction((db) =>
    copyItems(db, { origin, to: learnerId, deckId, from: 'Teacher', now: visit.now }),
  )
  const deliveredAt = new Date(NOON - 10 * DAY_MS)
  const { assignmentId } = given
  await store().delivery.create({ data: { assignmentId, learnerId, deckId, deliveredAt } })
  const places = new Map(origin.map(({ id }, index) => [id, copies[index]]))
  const cards = await cardsOfItems(store(), learnerId, copies)
  return given.itemIds.flatMap(
    (id) => cards.find((card) => card.itemId === places.get(id))?.id ?? [],
  )
}

/** An answer of a student to the n-th item, so many days before noon. */
export async function answered(
  { visit, cards }: ClassStudent,
  item: number,
  daysAgo: number,
  change: Parameters<typeof answer>[2] = {},
): Promise<void> {
  const card = cards[item]
  if (!card) throw new Error(`there is no item ${item}`)
  const event = answer(card, NOON - daysAgo * DAY_MS, change)
  const { results } = succeeded(await recordReviews(visit, [event]))
  if (results[0]?.status !== 'stored') throw new Error(JSON.stringify(results))
}

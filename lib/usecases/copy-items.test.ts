import { describe, expect, it } from 'vitest'
import { DeckId, type ItemId } from '@/lib/core/ids'
import { cardsOfItems } from '@/lib/store/card'
import { inTransaction, store } from '@/lib/store/client'
import { insertDeck } from '@/lib/store/deck'
import { findItems } from '@/lib/store/item'
import { searchPassages } from '@/lib/store/search'
import { findReadableText, readableTexts } from '@/lib/store/text'
import { copyItems } from './copy-items'
import { decideItems } from './decide-items'
import { editItem } from './edit-item'
import { newId } from './new-id'
import { recordReviews } from './record-reviews'
import { addText, answer, NOON, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

const TEXT =
  'The mill stood by the river. In 1873 the mill lost 40 per cent of its workers. Anna Berg ran the mill from 1880 to 1891.'

async function emptyDeck(visit: Visit): Promise<DeckId> {
  const id = DeckId.parse(newId())
  await insertDeck(store(), { id, ownerId: visit.learner.id, name: `From ${id}`, textId: null })
  return id
}

async function give(teacher: Visit, ids: readonly ItemId[], student: Visit, deckId: DeckId) {
  const origin = await findItems(store(), teacher.learner.id, { ids })
  const to = student.learner.id
  return inTransaction((db) =>
    copyItems(db, { origin, to, deckId, from: 'Ms Berg', now: student.now }),
  )
}

/** A text of the teacher's with everything it yields kept. */
async function keptText(teacher: Visit) {
  const { textId } = await addText(teacher, TEXT)
  const items = await findItems(store(), teacher.learner.id, { textId })
  succeeded(await decideItems(teacher, { itemIds: items.map((item) => item.id), decision: 'keep' }))
  return { textId, ids: items.map((item) => item.id) }
}

describe('copies of items', () => {
  it('are the student’s own, say what the origin says, and come with its passage', async () => {
    const [teacher, student] = [await newVisit(), await newVisit()]
    const { textId, ids } = await keptText(teacher)
    expect(ids.length).toBeGreaterThan(0)
    const deckId = await emptyDeck(student)
    const copies = await give(teacher, ids, student, deckId)
    expect(copies).toHaveLength(ids.length)

    const [theirs, origins] = await Promise.all([
      findItems(store(), student.learner.id, { deckId }),
      findItems(store(), teacher.learner.id, { ids }),
    ])
    const said = ({ id: _, decks: _d, updatedAt: _u, ...rest }: (typeof theirs)[number]) => rest
    expect(theirs.map(said)).toEqual(origins.map(said))
    expect(theirs.every((item) => item.evidence.length > 0)).toBe(true)
    const cards = await cardsOfItems(store(), student.learner.id, copies)
    expect(cards.length).toBeGreaterThanOrEqual(copies.length)
    expect(await findReadableText(store(), student.learner.id, textId)).not.toBeNull()
    const texts = await readableTexts(store(), student.learner.id)
    expect(texts.map((text) => text.id)).toContain(textId)
    const hits = await searchPassages(store(), student.learner.id, 'mill workers', 5)
    expect(hits.map((hit) => hit.textId)).toContain(textId)
    const stranger = await newVisit()
    expect(await findReadableText(store(), stranger.learner.id, textId)).toBeNull()
    expect(await searchPassages(store(), stranger.learner.id, 'mill workers', 5)).toEqual([])
  })

  it('are made once, however often they are given', async () => {
    const [teacher, student] = [await newVisit(), await newVisit()]
    const { ids } = await keptText(teacher)
    const own = await ownItem(teacher, ['Danube', 'Wien', 'Liesing'])
    const all = [...ids, own.itemId]
    const deckId = await emptyDeck(student)
    const once = await give(teacher, all, student, deckId)
    expect(await give(teacher, all, student, deckId)).toEqual(once)
    expect(await cardsOfItems(store(), student.learner.id, once.slice(-1))).toHaveLength(3)
    expect(await store().item.count({ where: { ownerId: student.learner.id } })).toBe(once.length)
  })

  it('of a text that ships are what the student has already, with its memory', async () => {
    const library = await store().learner.findFirstOrThrow({ orderBy: { id: 'asc' } })
    const shipped = await newVisit()
    const { textId, ids } = await keptText(shipped)
    // As if it shipped: everybody has it with the same key.
    await store().text.update({ where: { id: textId }, data: { ownerId: library.id } })
    const [itemId] = ids
    if (!itemId) throw new Error('the text yields nothing')
    const [teacher, student] = [await newVisit(), await newVisit()]
    const row = await store().item.findUniqueOrThrow({ where: { id: itemId } })
    const { id: _, ...rest } = { ...row, elements: [], forms: row.forms ?? [] }
    const [libraries, teachers, students] = [newId(), newId(), newId()]
    for (const [id, ownerId] of [
      [libraries, library.id],
      [teachers, teacher.learner.id],
      [students, student.learner.id],
    ] as const)
      await store().item.create({ data: { ...rest, id, ownerId } })
    await store().item.update({ where: { id: teachers }, data: { question: 'Worded anew?' } })

    const deckId = await emptyDeck(student)
    await store().card.create({
      data: { learnerId: student.learner.id, id: newId(), itemId: students },
    })
    const [card] = await store().card.findMany({ where: { itemId: students } })
    succeeded(await recordReviews(student, [answer(card?.id ?? '', NOON - 1000)]))
    const origin = await store().item.findUniqueOrThrow({ where: { id: teachers } })
    const [copy] = await give(
      teacher,
      (await findItems(store(), teacher.learner.id, { textId })).map((item) => item.id),
      student,
      deckId,
    )
    expect(copy).toBe(students)
    const now = await store().item.findUniqueOrThrow({ where: { id: students } })
    expect(now).toMatchObject({
      originId: teachers,
      originRevision: origin.revision,
      reworded: false,
      question: 'Worded anew?',
    })
    const cards = await store().card.findMany({ where: { itemId: students } })
    expect(cards).toMatchObject([{ id: card?.id, reps: 1, live: true }])
  })

  it('that go back to where they came from are the origin itself', async () => {
    const [one, other] = [await newVisit(), await newVisit()]
    const { ids } = await keptText(one)
    const copies = await give(one, ids, other, await emptyDeck(other))
    const back = await give(other, copies, one, await emptyDeck(one))
    expect(back).toEqual(ids)
    expect(await store().item.count({ where: { id: { in: ids }, originId: { not: null } } })).toBe(
      0,
    )
  })

  it('come back out of the trash when they are given again', async () => {
    const [teacher, student] = [await newVisit(), await newVisit()]
    const own = await ownItem(teacher)
    const deckId = await emptyDeck(student)
    const [copy] = await give(teacher, [own.itemId], student, deckId)
    await store().item.update({ where: { id: copy ?? '' }, data: { status: 'deleted' } })
    await give(teacher, [own.itemId], student, deckId)
    expect(await findItems(store(), student.learner.id, { deckId, status: ['kept'] })).toHaveLength(
      1,
    )
  })

  it('cannot be edited by whoever gave them', async () => {
    const [teacher, student] = [await newVisit(), await newVisit()]
    const own = await ownItem(teacher)
    const [copy] = await give(teacher, [own.itemId], student, await emptyDeck(student))
    const draft = {
      question: 'Q?',
      answer: 'A',
      accept: [],
      elements: [],
      cloze: '',
      options: [],
    }
    const outcome = await editItem(teacher, { itemId: copy ?? '', draft, meaning: 'same' })
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'notFound' } })
  })
})

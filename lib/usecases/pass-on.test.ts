import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeckId, type ItemId } from '@/lib/core/ids'
import { cardsOfItems } from '@/lib/store/card'
import { inTransaction, store } from '@/lib/store/client'
import { insertDeck } from '@/lib/store/deck'
import { findItems } from '@/lib/store/item'
import { deleteItems, moveItems, restoreItems } from './change-items'
import { bareClass, seat } from './class-fixture'
import { copyItems } from './copy-items'
import { decideItems } from './decide-items'
import { editItem } from './edit-item'
import { mergeDecks } from './merge-decks'
import { newId } from './new-id'
import { planSession } from './plan-session'
import { readAssignment } from './read-assignment'
import { copySharedDeck } from './read-shared-deck'
import { recordReviews } from './record-reviews'
import { shareDeck } from './share-deck'
import { readDeckChanges } from './take-over'
import {
  addText,
  answer,
  DAY_MS,
  NOON,
  newTeacher,
  newVisit,
  setUpBench,
  succeeded,
} from './test-bench'
import type { Visit } from './visit'
import { writeItem } from './write-item'

setUpBench()

const SECRET = 'a secret of thirty-two characters.'

const TEXT =
  'The mill stood by the river.\n\nIn 1873 the Norhavn mill lost 40 per cent of its workers.\n\nAnna Berg ran the mill from 1880 to 1891.'

const draft = (question: string, answer: string, elements: string[] = []) => ({
  question,
  answer: elements.length > 0 ? '' : answer,
  accept: [],
  elements,
  cloze: '',
  options: [],
})

async function emptyDeck(visit: Visit, name = 'Deck'): Promise<DeckId> {
  const id = DeckId.parse(newId())
  await insertDeck(store(), { id, ownerId: visit.learner.id, name: `${name} ${id}`, textId: null })
  return id
}

type Assigned = { teacher: Visit; deckId: DeckId; assignmentId: string; classId: string }

/** A teacher with a class and an assigned deck in it. */
async function assigned(sections: string[] = []): Promise<Assigned> {
  const teacher = await newTeacher()
  const deckId = await emptyDeck(teacher, 'Assigned')
  const classId = await bareClass('7b')
  const assignmentId = newId()
  const day = new Date('2026-11-22T00:00:00Z')
  await seat(classId, teacher, 'owner', 'Ms Berg')
  await store().assignment.create({
    data: {
      ...{ id: assignmentId, classId, deckId, name: 'The mill', sections },
      ...{ startsOn: day, dueOn: day, goal: { kind: 'introduced' } },
    },
  })
  return { teacher, deckId, assignmentId, classId }
}

type Student = Visit & { deckId: DeckId }

/** A student whom the assignment has reached. */
async function student({ teacher, classId, assignmentId, deckId }: Assigned): Promise<Student> {
  const visit = await newVisit()
  await seat(classId, visit)
  const own = await emptyDeck(visit, 'From class')
  const learnerId = visit.learner.id
  await inTransaction(async (db) => {
    const origin = await findItems(db, teacher.learner.id, { deckId, status: ['kept'] })
    await copyItems(db, { origin, to: learnerId, deckId: own, from: 'Ms Berg', now: visit.now })
    await db.delivery.create({ data: { assignmentId, learnerId, deckId: own } })
  })
  return { ...visit, deckId: own }
}

const write = async (visit: Visit, deckId: DeckId, said = draft('Who ran it?', 'Anna Berg')) =>
  succeeded(await writeItem(visit, { draft: said, textId: null, evidence: [], deckId })).itemId

const copyOf = (visit: Visit, originId: ItemId) =>
  store().item.findFirst({ where: { ownerId: visit.learner.id, originId } })

async function answerCopy(visit: Visit, originId: ItemId) {
  const copy = await copyOf(visit, originId)
  const cards = await store().card.findMany({ where: { itemId: copy?.id ?? '' } })
  for (const card of cards)
    succeeded(await recordReviews(visit, [answer(card.id, visit.now - 60_000)]))
  return cards.map((card) => card.id)
}

describe('what a teacher changes in items that are studied', () => {
  it('mended wording reaches every copy and keeps its memory', async () => {
    const place = await assigned()
    const itemId = await write(place.teacher, place.deckId)
    const students = [await student(place), await student(place)]
    for (const one of students) await answerCopy(one, itemId)
    const said = draft('Who ran the mill?', 'Anna Berg')
    succeeded(await editItem(place.teacher, { itemId, draft: said, meaning: 'same' }))
    for (const one of students) {
      const copy = await copyOf(one, itemId)
      expect(copy).toMatchObject({ question: 'Who ran the mill?', status: 'kept' })
      expect(await store().card.findMany({ where: { itemId: copy?.id ?? '' } })).toMatchObject([
        { reps: 1, live: true },
      ])
    }
  })

  it('a list loses and gains elements; those that stay keep their memory', async () => {
    const place = await assigned()
    const said = draft('Which rivers?', '', ['Danube', 'Wien', 'Liesing'])
    const itemId = await write(place.teacher, place.deckId, said)
    const one = await student(place)
    await answerCopy(one, itemId)
    const mended = draft('Which rivers?', '', ['Danube', 'Wien', 'Liesing', 'Schwechat'])
    succeeded(await editItem(place.teacher, { itemId, draft: mended, meaning: 'same' }))
    const copy = await copyOf(one, itemId)
    const cards = await store().card.findMany({ where: { itemId: copy?.id ?? '' } })
    expect(cards.map((card) => card.reps).sort()).toEqual([0, 1, 1, 1])
    expect(cards.every((card) => card.live)).toBe(true)
  })

  it('a changed meaning takes the copy’s place in every deck and is asked anew; late answers are stored all the same', async () => {
    const place = await assigned()
    const itemId = await write(place.teacher, place.deckId)
    const one = await student(place)
    const own = await emptyDeck(one, 'My own')
    const copy = await copyOf(one, itemId)
    await store().deckItem.create({
      data: { ownerId: one.learner.id, deckId: own, itemId: copy?.id ?? '' },
    })
    const [cardId = ''] = await answerCopy(one, itemId)
    const said = draft('Who ran it?', 'Karl Moor')
    const now = succeeded(await editItem(place.teacher, { itemId, draft: said, meaning: 'new' }))
    expect(await copyOf(one, itemId)).toMatchObject({ status: 'deleted', withdrawn: true })
    const anew = await copyOf(one, now.itemId)
    expect(anew).toMatchObject({ answer: 'Karl Moor', status: 'kept' })
    const decks = await store().deckItem.findMany({ where: { itemId: anew?.id ?? '' } })
    expect(new Set(decks.map((row) => row.deckId))).toEqual(new Set([one.deckId, own]))
    expect(await store().card.findMany({ where: { itemId: anew?.id ?? '' } })).toMatchObject([
      { reps: 0, live: true },
    ])
    // A device that was offline knows nothing of it yet.
    const late = succeeded(
      await recordReviews({ ...one, now: NOON + DAY_MS }, [answer(cardId, NOON + 1000)]),
    )
    expect(late.results).toMatchObject([{ status: 'stored' }])
    expect(await store().card.findFirst({ where: { id: cardId } })).toMatchObject({
      reps: 2,
      live: false,
    })
  })

  it('deleting and restoring goes with the origin, but for what the student deleted', async () => {
    const place = await assigned()
    const itemId = await write(place.teacher, place.deckId)
    const [one, other] = [await student(place), await student(place)]
    await answerCopy(one, itemId)
    const others = await copyOf(other, itemId)
    succeeded(await deleteItems(other, { itemIds: [others?.id ?? ''] }))
    succeeded(await deleteItems(place.teacher, { itemIds: [itemId] }))
    expect(await copyOf(one, itemId)).toMatchObject({ status: 'deleted', withdrawn: true })
    succeeded(await restoreItems(place.teacher, { itemIds: [itemId] }))
    const copy = await copyOf(one, itemId)
    expect(copy).toMatchObject({ status: 'kept', withdrawn: false })
    expect(await cardsOfItems(store(), one.learner.id, [itemId])).toEqual([])
    expect(await store().card.findMany({ where: { itemId: copy?.id ?? '' } })).toMatchObject([
      { reps: 1, live: true },
    ])
    expect(await copyOf(other, itemId)).toMatchObject({ status: 'deleted', withdrawn: false })
  })

  it('what is added to the assigned deck comes, what is taken out of it goes', async () => {
    const place = await assigned()
    const itemId = await write(place.teacher, place.deckId)
    const [one, other] = [await student(place), await student(place)]
    const added = await write(place.teacher, place.deckId, draft('When?', 'in 1873'))
    expect(await copyOf(one, added)).toMatchObject({ status: 'kept', answer: 'in 1873' })

    // The other student has put it into a deck of their own too.
    const own = await emptyDeck(other, 'My own')
    const copy = await copyOf(other, itemId)
    await store().deckItem.create({
      data: { ownerId: other.learner.id, deckId: own, itemId: copy?.id ?? '' },
    })
    const elsewhere = await emptyDeck(place.teacher, 'Elsewhere')
    const moved = { itemIds: [itemId], from: place.deckId, to: elsewhere }
    succeeded(await moveItems(place.teacher, moved))
    expect(await copyOf(one, itemId)).toMatchObject({ status: 'deleted', withdrawn: true })
    expect(await copyOf(other, itemId)).toMatchObject({ status: 'kept' })
    const back = { itemIds: [itemId], from: elsewhere, to: place.deckId }
    succeeded(await moveItems(place.teacher, back))
    expect(await copyOf(one, itemId)).toMatchObject({ status: 'kept', withdrawn: false })
  })

  it('what lies outside the assigned sections does not come', async () => {
    const place = await assigned(['The fire'])
    const { textId } = await addText(
      place.teacher,
      `${TEXT}\n\n# The fire\n\n${'The fire of 1902 destroyed 12 houses.'}`,
    )
    const items = await findItems(store(), place.teacher.learner.id, { textId })
    const ids = items.map((item) => item.id)
    const one = await student(place)
    succeeded(await decideItems(place.teacher, { itemIds: ids, decision: 'keep' }))
    const deck = await store().deck.findFirstOrThrow({
      where: { ownerId: place.teacher.learner.id, textId },
    })
    const moved = { itemIds: ids, from: deck.id, to: place.deckId }
    succeeded(await moveItems(place.teacher, moved))
    const copies = await findItems(store(), one.learner.id, { deckId: one.deckId })
    expect(copies.length).toBeGreaterThan(0)
    expect(copies.every((copy) => copy.section === 'The fire')).toBe(true)
    expect(items.some((item) => item.section !== 'The fire')).toBe(true)
  })

  it('leaves alone what a student worded otherwise', async () => {
    const place = await assigned()
    const itemId = await write(place.teacher, place.deckId)
    const one = await student(place)
    const copy = await copyOf(one, itemId)
    const mine = { itemId: copy?.id ?? '', draft: draft('Ran by?', 'Anna Berg'), meaning: 'same' }
    succeeded(await editItem(one, mine))
    expect(await copyOf(one, itemId)).toMatchObject({ reworded: true })
    const said = draft('Who ran the mill?', 'Anna Berg')
    succeeded(await editItem(place.teacher, { itemId, draft: said, meaning: 'same' }))
    expect(await copyOf(one, itemId)).toMatchObject({ question: 'Ran by?' })
  })

  it('does not reach who has left the class, nor who only copied a shared deck', async () => {
    const place = await assigned()
    const itemId = await write(place.teacher, place.deckId)
    const one = await student(place)
    const reader = await newVisit()
    const shared = await emptyDeck(reader)
    await inTransaction(async (db) => {
      const origin = await findItems(db, place.teacher.learner.id, { ids: [itemId] })
      const to = reader.learner.id
      await copyItems(db, { origin, to, deckId: shared, from: 'A. Berg', now: NOON })
    })
    await store().classMember.updateMany({
      where: { learnerId: one.learner.id },
      data: { endedAt: new Date(NOON) },
    })
    const said = draft('Who ran the mill?', 'Anna Berg')
    succeeded(await editItem(place.teacher, { itemId, draft: said, meaning: 'same' }))
    expect(await copyOf(one, itemId)).toMatchObject({ question: 'Who ran it?' })
    expect(await copyOf(reader, itemId)).toMatchObject({ question: 'Who ran it?' })
  })

  it('keeps an assigned deck from being merged away', async () => {
    const place = await assigned()
    const into = await emptyDeck(place.teacher)
    expect(await mergeDecks(place.teacher, { from: [place.deckId], into })).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    })
  })

  it('follows a student’s deck into the one it is merged into, which stays the copy that it is', async () => {
    const place = await assigned()
    const { teacher } = place
    const first = await write(teacher, place.deckId)
    const one = await student(place)
    // Another deck of the same teacher, copied by its link.
    const offered = await emptyDeck(teacher, 'Offered')
    const shared = await write(teacher, offered, draft('Where?', 'By the river'))
    const { token } = succeeded(
      await shareDeck(teacher, { deckId: offered, name: 'A. Berg' }, SECRET),
    )
    const into = succeeded(await copySharedDeck(one, { token }, SECRET)).deckId
    succeeded(await mergeDecks(one, { from: [one.deckId], into }))

    const page = succeeded(await readAssignment(one, place))
    expect(page).toMatchObject({ kind: 'student', own: { ownDeckId: into } })
    const { questions } = succeeded(await planSession(one, { deckId: into }))
    expect(questions).toHaveLength(2)
    const held = async () =>
      (await findItems(store(), one.learner.id, { deckId: into, status: ['kept'] }))
        .map((item) => item.question)
        .sort()

    // What is assigned follows by itself.
    await write(teacher, place.deckId, draft('When?', 'In 1873'))
    const said = draft('Who ran the mill?', 'Anna Berg')
    succeeded(await editItem(teacher, { itemId: first, draft: said, meaning: 'same' }))
    // What was copied by link is offered, and nothing else.
    const asked = draft('Where did it stand?', 'By the river')
    succeeded(await editItem(teacher, { itemId: shared, draft: asked, meaning: 'same' }))
    expect(await held()).toEqual(['When?', 'Where?', 'Who ran the mill?'])
    expect((await readDeckChanges(one, into))?.changes).toMatchObject([
      { kind: 'reworded', id: shared },
    ])
    succeeded(await deleteItems(teacher, { itemIds: [first] }))
    expect(await held()).toEqual(['When?', 'Where?'])
  })

  it('brings copies to a new revision of the text, and what students wrote in it', async () => {
    const place = await assigned()
    const { textId } = await addText(place.teacher, TEXT)
    const items = await findItems(store(), place.teacher.learner.id, { textId })
    const ids = items.map((item) => item.id)
    succeeded(await decideItems(place.teacher, { itemIds: ids, decision: 'keep' }))
    const deck = await store().deck.findFirstOrThrow({
      where: { ownerId: place.teacher.learner.id, textId },
    })
    succeeded(await moveItems(place.teacher, { itemIds: ids, from: deck.id, to: place.deckId }))
    const one = await student(place)
    const own = succeeded(
      await writeItem(one, {
        draft: draft('Where did it stand?', 'by the river'),
        textId,
        evidence: [{ start: 0, end: 28 }],
        deckId: one.deckId,
      }),
    )
    const lost = TEXT.replace('\n\nAnna Berg ran the mill from 1880 to 1891.', '')
    await addText(place.teacher, `It was so.\n\n${lost}`)
    const [origins, copies] = await Promise.all([
      findItems(store(), place.teacher.learner.id, { ids }),
      findItems(store(), one.learner.id, { deckId: one.deckId }),
    ])
    const placed = (all: typeof origins) =>
      new Map(all.map((item) => [item.key, { status: item.status, evidence: item.evidence }]))
    const wanted = placed(origins)
    expect(new Set(origins.map((item) => item.status))).toEqual(new Set(['kept', 'retired']))
    for (const [key, at] of placed(copies))
      if (key !== own.itemId) expect(at).toEqual(wanted.get(key))
    expect(copies.find((item) => item.id === own.itemId)).toMatchObject({
      status: 'kept',
      evidence: [{ start: 12, end: 40 }],
    })
    const revision = await store().textRevision.findFirstOrThrow({ where: { textId, number: 2 } })
    const rows = await store().evidence.findMany({ where: { itemId: own.itemId } })
    expect(rows.every((row) => row.revisionId === revision.id)).toBe(true)
  })
})

const OPERATIONS = ['same', 'new', 'delete', 'restore', 'add', 'out', 'in', 'word', 'bin'] as const

describe('any sequence of edits by owner and holder', () => {
  it('leaves copies that are not reworded equal to their origins, and memory where the meaning stayed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...OPERATIONS), fc.nat(5)), { maxLength: 12 }),
        async (operations) => {
          const place = await assigned()
          const { teacher } = place
          const elsewhere = await emptyDeck(teacher, 'Elsewhere')
          const ids = [
            await write(teacher, place.deckId, draft('Who?', 'Anna Berg')),
            await write(teacher, place.deckId, draft('Which?', '', ['one', 'two'])),
          ]
          const one = await student(place)
          const remembered = new Map<string, number>()
          for (const id of ids)
            for (const card of await answerCopy(one, id)) remembered.set(card, 1)
          let n = 0
          for (const [what, which] of operations) {
            n += 1
            const itemId = ids[which % ids.length]
            if (!itemId) throw new Error('no item')
            const copy = await copyOf(one, itemId)
            const said = draft(
              `Question ${n}?`,
              `answer ${n}`,
              which % 2 ? ['one', `two ${n}`] : [],
            )
            if (what === 'same') await editItem(teacher, { itemId, draft: said, meaning: 'same' })
            if (what === 'new') {
              const edited = await editItem(teacher, { itemId, draft: said, meaning: 'new' })
              if (edited.ok && !ids.includes(edited.value.itemId)) ids.push(edited.value.itemId)
            }
            if (what === 'delete') await deleteItems(teacher, { itemIds: [itemId] })
            if (what === 'restore') await restoreItems(teacher, { itemIds: [itemId] })
            if (what === 'add') ids.push(await write(teacher, place.deckId, said))
            if (what === 'out')
              await moveItems(teacher, { itemIds: [itemId], from: place.deckId, to: elsewhere })
            if (what === 'in')
              await moveItems(teacher, { itemIds: [itemId], from: elsewhere, to: place.deckId })
            if (copy && what === 'word')
              await editItem(one, { itemId: copy.id, draft: said, meaning: 'same' })
            if (copy && what === 'bin') await deleteItems(one, { itemIds: [copy.id] })
          }
          await expectTrue(place, one, remembered)
        },
      ),
      { numRuns: 15 },
    )
  }, 120_000)
})

async function expectTrue(place: Assigned, one: Student, remembered: Map<string, number>) {
  const copies = await store().item.findMany({
    where: { ownerId: one.learner.id, originId: { not: null } },
    include: { origin: { include: { decks: true } }, decks: true },
  })
  for (const copy of copies) {
    if (copy.reworded || !copy.origin) continue
    const { kind, question, answer, accept, elements, forms, section } = copy.origin
    expect(copy).toMatchObject({ kind, question, answer, accept, elements, forms, section })
    const asked =
      copy.origin.status === 'kept' && copy.origin.decks.some((row) => row.deckId === place.deckId)
    if (!asked) expect(copy.status).toBe('deleted')
    if (asked && !copy.withdrawn && copy.status === 'kept')
      expect(copy.decks.map((row) => row.deckId)).toContain(one.deckId)
    expect(copy.withdrawn && asked).toBe(false)
  }
  const wanted = await findItems(store(), place.teacher.learner.id, {
    deckId: place.deckId,
    status: ['kept'],
  })
  const held = new Set(copies.map((copy) => copy.originId))
  for (const item of wanted) expect(held.has(item.id)).toBe(true)
  const cards = await store().card.findMany({ where: { id: { in: [...remembered.keys()] } } })
  expect(cards).toHaveLength(remembered.size)
  expect(cards.every((card) => card.reps === 1)).toBe(true)
}

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RoomStep } from '@/lib/core/class/room'
import { type ClassId, DeckId, type ItemId, RoomId } from '@/lib/core/ids'
import { inTransaction, store } from '@/lib/store/client'
import { insertDeck } from '@/lib/store/deck'
import { beginRoom } from './begin-room'
import { bareClass, seat } from './class-fixture'
import { copyItems } from './copy-items'
import { leadRoom } from './lead-room'
import { listRooms } from './list-rooms'
import { newId } from './new-id'
import { readRoom } from './read-room'
import { takeAnswers } from './take-answers'
import { NOON, newTeacher, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'
import { type DeviceView, type LeaderView, watchRoom } from './watch-room'

setUpBench()
let teacher: Visit
let classId: ClassId
let river: { itemId: ItemId; deckId: DeckId }
let strings: { itemId: ItemId; deckId: DeckId }

beforeAll(async () => {
  teacher = await newTeacher()
  river = await ownItem(teacher)
  strings = await ownItem(teacher, ['G string', 'D string'])
})

beforeEach(async () => {
  classId = await bareClass('Music')
  await seat(classId, teacher, 'owner')
})

/** A student on a seat, with copies of these items or without. */
async function student(...items: readonly ItemId[]): Promise<Visit> {
  const visit = await newVisit()
  await seat(classId, visit, 'student')
  if (items.length === 0) return visit
  const deckId = DeckId.parse(newId())
  const to = visit.learner.id
  await inTransaction(async (db) => {
    await insertDeck(db, { id: deckId, ownerId: to, name: 'Music', textId: null })
    const origin = items.map((id) => ({ id }))
    await copyItems(db, { origin, to, deckId, from: 'Teacher', now: NOON })
  })
  return visit
}

const begin = async (deckId: DeckId, visit = teacher) =>
  succeeded(await beginRoom(visit, { classId, deckId })).roomId

async function look(visit: Visit, roomId: RoomId, now = visit.now) {
  const seen = succeeded(await watchRoom({ ...visit, now }, roomId, null))
  if (!seen.changed) throw new Error('a look without a tag shows everything')
  return seen.view
}
async function asLeader(roomId: RoomId): Promise<LeaderView> {
  const view = await look(teacher, roomId)
  if (view.role !== 'leader') throw new Error('the teacher leads')
  return view
}
async function onDevice(visit: Visit, roomId: RoomId): Promise<DeviceView> {
  const view = await look(visit, roomId)
  if (view.role !== 'student') throw new Error('a student has a device')
  return view
}

/** A step from where the room stands. */
async function go(roomId: RoomId, step: RoomStep, by = teacher) {
  const { phase, round } = (await asLeader(roomId)).state
  return leadRoom(by, { roomId, deed: { kind: 'step', from: { phase, round }, step } })
}

const given = (roomId: RoomId, response: string, change: Record<string, unknown> = {}) => ({
  ...{ kind: 'room', id: newId(), roomId, round: 1, response, durationMs: 3000 },
  ...{ reviewedAt: new Date(NOON).toISOString(), timeZone: 'Europe/Vienna' },
  ...change,
})

const reviewsOf = (visit: Visit) =>
  store().review.findMany({
    where: { learnerId: visit.learner.id },
    orderBy: { grade: 'asc' },
    select: { grade: true, form: true, typed: true },
  })

describe('a room', () => {
  it('shows devices the question and, when it is closed, whether they were right', async () => {
    const anna = await student(river.itemId)
    const roomId = await begin(river.deckId)
    expect(await onDevice(anna, roomId)).toMatchObject({ question: null, mine: null })
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    const asked = await onDevice(anna, roomId)
    expect(asked).toMatchObject({ question: { form: 'typed', prompt: 'Which?' }, counts: true })
    expect(JSON.stringify(asked)).not.toContain('Danube')

    const { results } = succeeded(await takeAnswers(anna, [given(roomId, 'Danube')]))
    expect(results).toMatchObject([{ status: 'stored', card: { state: { memory: { reps: 1 } } } }])
    expect((await onDevice(anna, roomId)).mine).toEqual({
      ...{ response: 'Danube', late: false, right: null },
    })
    expect(await asLeader(roomId)).toMatchObject({ answered: 1, present: 1, histogram: null })

    succeeded(await go(roomId, { kind: 'close' }))
    expect(await onDevice(anna, roomId)).toMatchObject({
      mine: { right: true },
      told: { answer: 'the Danube', passage: null },
    })
    expect((await asLeader(roomId)).histogram).toMatchObject({ people: 1, split: null })
    expect(await reviewsOf(anna)).toEqual([{ grade: 3, form: 'typed', typed: 'Danube' }])
  })

  it('credits a list element by element', async () => {
    const anna = await student(strings.itemId)
    const roomId = await begin(strings.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: strings.itemId }))
    const answer = given(roomId, 'G string\nbow')
    const { results } = succeeded(await takeAnswers(anna, [answer]))
    expect(results).toEqual([{ id: answer.id, status: 'stored' }])
    expect(await reviewsOf(anna)).toEqual([
      { grade: 1, form: 'list', typed: '' },
      { grade: 3, form: 'list', typed: 'G string' },
    ])
  })

  it('stores an answer once, however often it is sent, and takes no second one', async () => {
    const anna = await student(river.itemId)
    const roomId = await begin(river.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    const answer = given(roomId, 'the Rhine')
    const sent = await Promise.all([1, 2, 3].map(() => takeAnswers(anna, [answer])))
    const statuses = sent.flatMap((each) => succeeded(each).results.map(({ status }) => status))
    expect(statuses.sort()).toEqual(['known', 'known', 'stored'])
    const second = succeeded(await takeAnswers(anna, [given(roomId, 'the Danube')]))
    expect(second.results).toMatchObject([{ status: 'refused' }])
    expect(await reviewsOf(anna)).toEqual([{ grade: 1, form: 'typed', typed: 'the Rhine' }])
    expect((await asLeader(roomId)).answered).toBe(1)
  })

  it('counts an answer that comes late as a review, and not in the histogram', async () => {
    const anna = await student(river.itemId)
    const roomId = await begin(river.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    succeeded(await go(roomId, { kind: 'close' }))
    const answer = given(roomId, 'the Danube')
    expect(succeeded(await takeAnswers(anna, [answer])).results).toMatchObject([
      { status: 'stored' },
    ])
    succeeded(await go(roomId, { kind: 'end' }))
    expect(succeeded(await takeAnswers(anna, [answer])).results).toMatchObject([
      { status: 'known' },
    ])
    expect(await reviewsOf(anna)).toHaveLength(1)
    const page = succeeded(await readRoom(teacher, { classId, roomId }))
    expect(page).toMatchObject({ phase: 'over', rounds: [{ histogram: { people: 0 } }] })
  })

  it('hears who has no copy of the item, without a review', async () => {
    const guest = await student()
    const roomId = await begin(river.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    expect((await onDevice(guest, roomId)).counts).toBe(false)
    const answer = given(roomId, 'the Danube')
    for (const status of ['stored', 'known'])
      expect(succeeded(await takeAnswers(guest, [answer])).results).toEqual([
        { id: answer.id, status },
      ])
    expect(await reviewsOf(guest)).toEqual([])
    expect((await asLeader(roomId)).answered).toBe(1)
  })

  it('goes on once for two presses at the same moment, and for two screens', async () => {
    const roomId = await begin(river.deckId)
    const from = { phase: 'waiting', round: 0 }
    const step = { kind: 'ask', itemId: river.itemId }
    const deed = { kind: 'step', from, step }
    await Promise.all([1, 2, 3, 4].map(() => leadRoom(teacher, { roomId, deed })))
    expect((await asLeader(roomId)).state).toMatchObject({ phase: 'asking', round: 1 })
    expect(await store().roomRound.count({ where: { roomId } })).toBe(1)
    // A press on a screen that has not heard of it yet.
    succeeded(await leadRoom(teacher, { roomId, deed }))
    expect((await asLeader(roomId)).state).toMatchObject({ phase: 'asking', round: 1 })
  })

  it('counts hands as people, for what can be answered only', async () => {
    const roomId = await begin(river.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    const raise = (response: string, hands: unknown, round = 1) =>
      leadRoom(teacher, { roomId, deed: { kind: 'hands', round, response, hands } })
    succeeded(await raise('right', 2))
    succeeded(await raise('right', 4))
    succeeded(await raise('wrong', 3))
    for (const bad of [
      raise('maybe', 1),
      raise('right', -1),
      raise('right', 1.5),
      raise('right', 1, 2),
    ])
      expect((await bad).ok).toBe(false)
    succeeded(await go(roomId, { kind: 'close' }))
    expect((await asLeader(roomId)).histogram).toMatchObject({
      ...{ people: 7, devices: 0, hands: 7 },
      split: { right: 4 },
    })
  })

  it('says that nothing has changed, and tells a device nothing of the others', async () => {
    const [anna, ben] = [await student(river.itemId), await student()]
    const roomId = await begin(river.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    const watch = async (visit: Visit, tag: string | null) =>
      succeeded(await watchRoom(visit, roomId, tag))
    const [annas, mine] = [await watch(anna, null), await watch(teacher, null)]
    succeeded(await takeAnswers(ben, [given(roomId, 'the Rhine')]))
    expect(await watch(anna, annas.tag)).toEqual({ changed: false, tag: annas.tag })
    expect((await watch(teacher, mine.tag)).changed).toBe(true)
  })

  it('counts who is here, until they have been gone for half a minute', async () => {
    const anna = await student()
    const roomId = await begin(river.deckId)
    await look(anna, roomId)
    const present = async (later: number) => {
      const view = await look(teacher, roomId, NOON + later)
      return view.role === 'leader' && view.present
    }
    expect(await present(29_000)).toBe(1)
    expect(await present(31_000)).toBe(0)
    await look(anna, roomId, NOON + 40_000)
    expect(await present(41_000)).toBe(1)
  })

  it('is over when another begins, when four hours have gone, and in an archived class', async () => {
    const first = await begin(river.deckId)
    const second = await begin(river.deckId)
    expect((await asLeader(first)).state.phase).toBe('over')
    const late = await look(teacher, second, NOON + 4 * 3_600_000 + 1)
    expect(late.state.phase).toBe('over')
    await store().class.update({ where: { id: classId }, data: { archivedAt: new Date(NOON) } })
    expect((await asLeader(second)).state.phase).toBe('over')
  })

  it('begins with the question that one came from, from the deck that it is in', async () => {
    const [first, second] = [await ownItem(teacher), await ownItem(teacher)]
    await store().deckItem.create({
      data: { ownerId: teacher.learner.id, deckId: first.deckId, itemId: second.itemId },
    })
    const listed = succeeded(await listRooms(teacher, classId, strings.itemId))
    expect(listed.deckId).toBe(strings.deckId)
    expect(succeeded(await listRooms(teacher, classId, 'no item')).deckId).toBeNull()
    const input = { classId, deckId: first.deckId, itemId: second.itemId }
    const { roomId } = succeeded(await beginRoom(teacher, input))
    expect((await asLeader(roomId)).state).toEqual({
      ...{ phase: 'waiting', round: 0, itemId: second.itemId },
    })
    expect(succeeded(await listRooms(teacher, classId)).open?.id).toBe(roomId)
    const foreign = { ...input, itemId: strings.itemId }
    const other = succeeded(await beginRoom(teacher, foreign)).roomId
    expect((await asLeader(other)).state).toMatchObject({ itemId: null })
  })

  it('keeps what was asked as it was asked', async () => {
    const own = await ownItem(teacher)
    const roomId = await begin(own.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: own.itemId }))
    await store().item.update({ where: { id: own.itemId }, data: { answer: 'the Rhine' } })
    succeeded(await go(roomId, { kind: 'close' }))
    expect((await asLeader(roomId)).told?.answer).toBe('the Danube')
  })

  it('asks first what the class knows least', async () => {
    const deckId = DeckId.parse(newId())
    const [known, unknown, unseen] = [
      await ownItem(teacher),
      await ownItem(teacher),
      await ownItem(teacher),
    ]
    await insertDeck(store(), {
      id: deckId,
      ownerId: teacher.learner.id,
      name: `All ${deckId}`,
      textId: null,
    })
    await store().deckItem.createMany({
      data: [known, unknown, unseen].map(({ itemId }) => ({
        ownerId: teacher.learner.id,
        deckId,
        itemId,
      })),
    })
    const anna = await student(known.itemId, unknown.itemId)
    const ben = await student(known.itemId)
    const roomId = await begin(deckId)
    for (const who of [anna, ben]) {
      const card = await store().card.findFirstOrThrow({
        where: { learnerId: who.learner.id, item: { originId: known.itemId } },
      })
      const event = {
        ...given(roomId, ''),
        kind: 'review',
        cardId: card.id,
        grade: 4,
        form: 'typed',
        typed: 'Danube',
      }
      succeeded(await takeAnswers(who, [event]))
    }
    const card = await store().card.findFirstOrThrow({
      where: { learnerId: anna.learner.id, item: { originId: unknown.itemId } },
    })
    const event = {
      ...given(roomId, ''),
      kind: 'review',
      cardId: card.id,
      grade: 1,
      form: 'typed',
      typed: 'x',
    }
    succeeded(await takeAnswers(anna, [event]))
    const later = {
      ...teacher,
      now: NOON + 5 * 86_400_000,
      studyDay: (teacher.studyDay + 5) as Visit['studyDay'],
    }
    await store().room.update({ where: { id: roomId }, data: { startedAt: new Date(later.now) } })
    const page = succeeded(await readRoom(later, { classId, roomId }))
    if (page.phase !== 'leading') throw new Error('the room is open')
    expect(page.order.items.map(({ itemId, students }) => [itemId, students])).toEqual([
      [unknown.itemId, 1],
      [known.itemId, 2],
      [unseen.itemId, 0],
    ])
  })
})

describe('who may', () => {
  it('lead: staff of the class, from decks of their own or assigned to it', async () => {
    const [assistant, anna, stranger] = [await newVisit(), await student(), await newTeacher()]
    await seat(classId, assistant, 'assistant')
    for (const visit of [anna, stranger, assistant])
      expect((await beginRoom(visit, { classId, deckId: river.deckId })).ok).toBe(false)
    await store().assignment.create({
      data: {
        ...{ id: newId(), classId, deckId: river.deckId, name: 'Rivers', sections: [] },
        ...{ startsOn: new Date(NOON), dueOn: new Date(NOON), goal: { kind: 'introduced' } },
      },
    })
    const roomId = await begin(river.deckId, assistant)
    for (const visit of [anna, stranger]) {
      const deed = { kind: 'step', from: { phase: 'waiting', round: 0 }, step: { kind: 'end' } }
      expect((await leadRoom(visit, { roomId, deed })).ok).toBe(false)
    }
    const watched = await watchRoom(stranger, roomId, null)
    expect(watched).toMatchObject({ ok: false, problem: { code: 'notFound' } })
    expect(await readRoom(stranger, { classId, roomId })).toMatchObject({
      ...{ ok: false, problem: { code: 'notFound' } },
    })
    expect(succeeded(await listRooms(assistant, classId)).decks).toMatchObject([
      { id: river.deckId, assigned: ['Rivers'] },
    ])
  })

  it('answer: students of the class, and nobody else', async () => {
    const stranger = await newVisit()
    const roomId = await begin(river.deckId)
    succeeded(await go(roomId, { kind: 'ask', itemId: river.itemId }))
    for (const visit of [stranger, teacher])
      expect(succeeded(await takeAnswers(visit, [given(roomId, 'x')])).results).toMatchObject([
        { status: 'refused' },
      ])
    const anna = await student()
    const bad = [
      given(RoomId.parse(newId()), 'x'),
      given(roomId, '  '),
      given(roomId, 'x', { round: 2 }),
      given(roomId, 'x', { durationMs: -1 }),
      given(roomId, 'x', { reviewedAt: 'yesterday' }),
    ]
    for (const { status } of succeeded(await takeAnswers(anna, bad)).results)
      expect(status).toBe('refused')
    expect((await asLeader(roomId)).answered).toBe(0)
  })
})

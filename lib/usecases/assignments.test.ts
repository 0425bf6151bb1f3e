import { describe, expect, it } from 'vitest'
import { progressOf } from '@/lib/core/class/progress'
import { examAt } from '@/lib/core/exam/exam'
import { type ClassId, type DeckId, LearnerId } from '@/lib/core/ids'
import { planFrom } from '@/lib/core/session/provisions'
import { studentItems } from '@/lib/store/assignment-progress'
import { store } from '@/lib/store/client'
import { addToDeck } from '@/lib/store/deck'
import { examsOf } from '@/lib/store/exam'
import { assignDeck, changeAssignment, endAssignment } from './assign-deck'
import { beginSitting } from './begin-sitting'
import { seat } from './class-fixture'
import { exceptStudent, grantExtraTime, readExtraTime } from './except-student'
import { getToday } from './get-today'
import { listLibrary } from './list-library'
import { makeTest } from './make-test'
import { mergeDecks } from './merge-decks'
import { newId } from './new-id'
import { openClass } from './open-class'
import { assignmentsAhead } from './own-assignments'
import { packProvisions } from './pack-provisions'
import { parametersOf } from './parameters'
import { planSession } from './plan-session'
import { readAssignment } from './read-assignment'
import { readClassResults } from './read-class-results'
import { recordReviews } from './record-reviews'
import { studyDeck } from './study-deck'
import {
  answer,
  DAY_MS,
  NOON,
  newTeacher,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'
import type { Visit } from './visit'
import { writeItem } from './write-item'

setUpBench()

async function newClass(teacher: Visit, name = 'History 9b'): Promise<ClassId> {
  return succeeded(await openClass(teacher, { name })).classId
}

const undoOf = ({ id: targetId, cardId, reviewedAt, timeZone }: ReturnType<typeof answer>) => ({
  ...{ id: newId(), kind: 'undo' as const, targetId, cardId, reviewedAt, timeZone },
})

/** A deck of so many items. */
async function deckOf(visit: Visit, items: number): Promise<DeckId> {
  const { deckId } = await ownItem(visit)
  for (let n = 1; n < items; n++) {
    const { itemId } = await ownItem(visit)
    await addToDeck(store(), visit.learner.id, deckId, [itemId])
  }
  return deckId
}

const draft = (deckId: string, change: Record<string, unknown> = {}) => ({
  ...{ deckId, name: 'Chapter VIII', sections: [], startsOn: '2026-11-22', dueOn: '2026-11-27' },
  ...{ goal: { kind: 'introduced' }, exam: null, ...change },
})

/** A class with a deck that is assigned in it, and a student. */
async function setUp(items = 10, change: Record<string, unknown> = {}) {
  const teacher = await newTeacher()
  const classId = await newClass(teacher)
  const deckId = await deckOf(teacher, items)
  const student = await newVisit()
  const memberId = await seat(classId, student)
  const { assignmentIds } = succeeded(
    await assignDeck(teacher, { classIds: [classId], draft: draft(deckId, change) }),
  )
  const [assignmentId = ''] = assignmentIds
  const here = { classId, assignmentId }
  const back = (days = 0, ms = 0) => visitOf(student.learner.id, NOON + days * DAY_MS + ms)
  return { teacher, classId, deckId, memberId, here, back, id: student.learner.id }
}

const decksOf = async (visit: Visit) =>
  (await listLibrary(visit)).decks.filter(({ name }) => name.startsWith('Chapter VIII'))

const questions = async (visit: Visit) => succeeded(await planSession(visit, {})).questions

async function answerAll(visit: Visit, grade = 3, most = 1000): Promise<number> {
  const asked = (await questions(visit)).slice(0, most)
  const events = asked.flatMap(({ cards }) =>
    cards.map(({ id }) => answer(id, visit.now, { grade })),
  )
  succeeded(await recordReviews(visit, events))
  return asked.length
}

async function studentPage(visit: Visit, here: { classId: string; assignmentId: string }) {
  const page = succeeded(await readAssignment(visit, here))
  if (page.kind !== 'student') throw new Error('not a student')
  return page
}

describe('an assignment reaches a student', () => {
  it('at the first visit on or after its start, once, also with visits at once', async () => {
    const { back } = await setUp(3, { startsOn: '2026-11-23' })
    expect(await decksOf(await back())).toEqual([])
    const visits = await Promise.all([back(1), back(1), back(1), back(1)])
    const [visit] = visits
    if (!visit) throw new Error('no visit')
    expect(await decksOf(visit)).toMatchObject([{ name: 'Chapter VIII', items: 3 }])
    expect(await decksOf(await back(1))).toHaveLength(1)
  })

  it('beside a deck that has its name', async () => {
    const { teacher, classId, deckId, back } = await setUp(1)
    await back()
    const again = draft(deckId, { name: 'chapter viii' })
    succeeded(await assignDeck(teacher, { classIds: [classId], draft: again }))
    const { decks } = await listLibrary(await back())
    expect(decks.map(({ name }) => name)).toContain('chapter viii · History 9b')
  })

  it('only where they sit as a student, while it is not taken back', async () => {
    const { teacher, classId, here, back } = await setUp(1)
    const assistant = await newVisit()
    await seat(classId, assistant, 'assistant')
    expect(await decksOf(await visitOf(assistant.learner.id))).toEqual([])
    succeeded(await endAssignment(teacher, { ...here, ended: true }))
    expect(await decksOf(await back())).toEqual([])
    succeeded(await endAssignment(teacher, { ...here, ended: false }))
    expect(await decksOf(await back())).toHaveLength(1)
    succeeded(await endAssignment(teacher, { ...here, ended: true }))
    expect(await decksOf(await back(1))).toHaveLength(1)
  })

  it('in every class it is assigned in, or in none', async () => {
    const teacher = await newTeacher()
    const [mine, other] = [await newClass(teacher), await newClass(teacher, '9c')]
    const deckId = await deckOf(teacher, 1)
    const foreign = await newClass(await newTeacher())
    const wish = { draft: draft(deckId), classIds: [mine, other, foreign] }
    expect((await assignDeck(teacher, wish)).ok).toBe(false)
    expect(await store().assignment.count({ where: { deckId } })).toBe(0)
    succeeded(await assignDeck(teacher, { ...wish, classIds: [mine, other] }))
    expect(await store().assignment.count({ where: { deckId } })).toBe(2)
  })
})

describe('what is added to the deck', () => {
  it('reaches those who have it, and is part of what they have to do', async () => {
    const { teacher, deckId, here, back } = await setUp(1)
    await back()
    const words = { question: 'Who built the mill?', answer: 'Rosa Lindt', cloze: '' }
    const added = { ...words, accept: [], elements: [], options: [] }
    succeeded(await writeItem(teacher, { deckId, draft: added, textId: null, evidence: [] }))
    const visit = await back(0, 1000)
    expect(await decksOf(visit)).toMatchObject([{ items: 2, counts: { new: 2 } }])
    expect((await studentPage(visit, here)).own.progress).toMatchObject({ items: 2 })
  })
})

describe('what is assigned goes into the daily session', () => {
  it('by its pace, and is counted as new', async () => {
    const { back } = await setUp(10)
    const visit = await back()
    expect(await questions(visit)).toHaveLength(10)
    const own = await ownItem(visit)
    await store().learner.update({ where: { id: visit.learner.id }, data: { newPerDay: 2 } })
    const paced = await back()
    const asked = await questions(paced)
    expect(asked).toHaveLength(2)
    expect(asked.map((question) => question.itemId)).not.toContain(own.itemId)
    expect((await getToday(paced)).counts).toEqual({ new: 2, learning: 0, due: 0 })
    const [deck] = await decksOf(paced)
    expect(deck?.counts.new).toBe(2)
    expect((await assignmentsAhead(paced)).map(({ newToday }) => newToday)).toEqual([2])
  })

  it('beyond the day’s limit, but no more than twice as much, and not again when it was met', async () => {
    const { back, id } = await setUp(40)
    await store().learner.update({ where: { id }, data: { newPerDay: 5 } })
    const visit = await back()
    expect(await questions(visit)).toHaveLength(8)
    await answerAll(visit, 4, 5)
    expect((await getToday(await back(0, 1000))).counts.new).toBe(3)
    await store().learner.update({ where: { id }, data: { newPerDay: 3 } })
    expect((await getToday(await back(0, 1000))).counts.new).toBe(1)
  })

  it('also where no new items of one’s own are wanted, today and without a network', async () => {
    const { back, id } = await setUp(10)
    await store().learner.update({ where: { id }, data: { newPerDay: 0 } })
    const own = await ownItem(await back())
    const visit = await back()
    const asked = await questions(visit)
    expect(asked).toHaveLength(2)
    expect(asked.map((question) => question.itemId)).not.toContain(own.itemId)
    expect((await getToday(visit)).counts.new).toBe(2)
    expect((await assignmentsAhead(visit)).map(({ newToday }) => newToday)).toEqual([2])
    const packed = JSON.parse(JSON.stringify(await packProvisions(visit)))
    const on = (days: number) =>
      planFrom(packed, [], { now: NOON + days * DAY_MS, timeZone: 'Europe/Vienna' }).questions
    // Who met none of today's has them besides those of tomorrow.
    expect([on(0), on(1)].map((of) => of.length)).toEqual([2, 4])
    await answerAll(visit)
    expect((await getToday(await back(0, 1000))).counts.new).toBe(0)
    expect((await getToday(await back(1))).counts.new).toBe(2)
  })

  it('on the days after it too, without a network', async () => {
    const { back, id } = await setUp(10)
    await store().learner.update({ where: { id }, data: { newPerDay: 1 } })
    const visit = await back()
    const packed = await packProvisions(visit)
    const provisions = JSON.parse(JSON.stringify(packed)) as typeof packed
    const on = (days: number) =>
      planFrom(provisions, [], { now: NOON + days * DAY_MS, timeZone: 'Europe/Vienna' }).questions
    expect(on(0)).toHaveLength(2)
    expect(provisions.assignedAhead.map((day) => day.length)).toEqual([2, 2, 2, 2, 0, 0, 0])
    expect(on(1)).toHaveLength(2)
    const ids = new Set(provisions.items.map(({ itemId }) => itemId))
    expect(provisions.assignedAhead.flat().every((itemId) => ids.has(itemId))).toBe(true)
  })

  it('asks again before its own day where the goal wants more days', async () => {
    const goal = { kind: 'recalled', days: 3 }
    const { back, here } = await setUp(1, { goal, dueOn: '2026-11-26' })
    await answerAll(await back(), 4)
    expect(await questions(await back(0, 1000))).toEqual([])
    expect(await answerAll(await back(1), 4)).toBe(1)
    for (const day of [2, 3, 4]) await answerAll(await back(day), 4)
    const { progress } = (await studentPage(await back(4), here)).own
    expect(progress).toMatchObject({ items: 1, done: 1, met: true })
  })
})

describe('progress', () => {
  it('is the same for the student and for who teaches, and starts from what was known', async () => {
    const { teacher, here, back, id } = await setUp(4)
    await answerAll(await back(), 4, 3)
    const visit = await back(0, 1000)
    const own = (await studentPage(visit, here)).own.progress
    expect(own).toMatchObject({ items: 4, introduced: 3, done: 3, met: false })
    const staff = succeeded(await readAssignment(teacher, here))
    if (staff.kind !== 'staff') throw new Error('not staff')
    expect(staff.students).toMatchObject([{ member: { learnerId: id }, progress: own }])
  })

  it('counts days the same in SQL as from the events, also when something was taken back', async () => {
    const { here, back, id } = await setUp(3, { goal: { kind: 'recalled', days: 1 } })
    const visit = await back()
    const [first, second] = await questions(visit)
    const cards = [first, second].map((question) => question?.cards[0]?.id ?? '')
    const [a = '', b = ''] = cards
    const slip = answer(b, NOON)
    succeeded(
      await recordReviews(visit, [
        answer(a, NOON),
        slip,
        undoOf(slip),
        answer(b, NOON + 5, { grade: 1 }),
      ]),
    )
    const page = await studentPage(await back(0, 1000), here)
    expect(page.own.progress).toMatchObject({ introduced: 2, done: 1 })
    const { assignment } = page
    const items = await studentItems(store(), [assignment.id], LearnerId.parse(id))
    const { parameters } = parametersOf(visit.learner)
    expect(progressOf(items, assignment, visit.studyDay, parameters)).toEqual(page.own.progress)
  })
})

describe('other dates', () => {
  it('hold for one student and are shown to them', async () => {
    const { teacher, here, back, memberId } = await setUp(2)
    const dates = { startsOn: '2026-11-24', dueOn: '2026-12-04' }
    succeeded(await exceptStudent(teacher, { ...here, memberId, dates }))
    expect(await decksOf(await back())).toEqual([])
    const visit = await back(2)
    expect(await decksOf(visit)).toHaveLength(1)
    const { own } = await studentPage(visit, here)
    expect(own).toMatchObject({ excepted: true })
    expect(own.dueOn - own.startsOn).toBe(10)
    const backwards = { startsOn: null, dueOn: '2026-11-01' }
    expect((await exceptStudent(teacher, { ...here, memberId, dates: backwards })).ok).toBe(false)
    const none = { startsOn: null, dueOn: null }
    succeeded(await exceptStudent(teacher, { ...here, memberId, dates: none }))
    expect((await studentPage(visit, here)).own.excepted).toBe(false)
  })

  it('are the same to everybody, also where the class’s start has passed their due date', async () => {
    const { teacher, deckId, here, back, memberId } = await setUp(1)
    const dates = { startsOn: null, dueOn: '2026-11-23' }
    succeeded(await exceptStudent(teacher, { ...here, memberId, dates }))
    const moved = draft(deckId, { startsOn: '2026-11-25', dueOn: '2026-12-02' })
    succeeded(await changeAssignment(teacher, { ...here, draft: moved }))
    const own = (await studentPage(await back(), here)).own
    const term = { startsOn: own.startsOn, dueOn: own.startsOn }
    expect(own).toMatchObject(term)
    const page = succeeded(await readAssignment(teacher, here))
    expect(page).toMatchObject({ students: [{ ...term, excepted: true }] })
    const results = succeeded(await readClassResults(teacher, here.classId, here.assignmentId))
    expect(results.shown?.lines).toMatchObject([term])
  })
})

describe('the exam of the class', () => {
  const exam = { date: '2026-12-01', time: '10:00', minutesPerDay: 10 }

  it('becomes each student’s own, and moves when the class’s does', async () => {
    const { teacher, deckId, here, back, id } = await setUp(2, { exam })
    await back()
    const learnerId = LearnerId.parse(id)
    const [own] = await examsOf(store(), learnerId)
    expect(own).toMatchObject({ name: 'Chapter VIII', date: '2026-12-01', minutesPerDay: 10 })
    const moved = draft(deckId, { exam: { ...exam, date: '2026-12-03' } })
    succeeded(await changeAssignment(teacher, { ...here, draft: moved }))
    const [later] = await examsOf(store(), learnerId)
    expect(later && own && examAt(later) - examAt(own)).toBe(2 * DAY_MS)
    succeeded(await changeAssignment(teacher, { ...here, draft: draft(deckId) }))
    expect(await examsOf(store(), learnerId)).toMatchObject([{ deleted: true }])
  })

  it('reaches those who have the assignment already', async () => {
    const { teacher, deckId, here, back, id } = await setUp(1)
    await back()
    succeeded(await changeAssignment(teacher, { ...here, draft: draft(deckId, { exam }) }))
    expect(await examsOf(store(), LearnerId.parse(id))).toHaveLength(1)
    const past = draft(deckId, { exam: { ...exam, date: '2026-11-20' } })
    expect((await changeAssignment(teacher, { ...here, draft: past })).ok).toBe(false)
  })
})

describe('a deck that its owner does not study', () => {
  it('is not asked of them, and stays assigned', async () => {
    const { teacher, deckId, back } = await setUp(3)
    expect(await questions(teacher)).toHaveLength(3)
    succeeded(await studyDeck(teacher, { deckId, studied: false }))
    const others = (await questions(teacher)).filter((question) => question.deckId === deckId)
    expect(others).toEqual([])
    expect(await decksOf(await back())).toMatchObject([{ items: 3 }])
    succeeded(await studyDeck(teacher, { deckId, studied: true }))
    expect(await questions(teacher)).toHaveLength(3)
  })

  it('is not merged away while it is assigned', async () => {
    const { teacher, deckId } = await setUp(1)
    const { deckId: into } = await ownItem(teacher)
    expect((await mergeDecks(teacher, { from: [deckId], into })).ok).toBe(false)
  })
})

describe('more time', () => {
  it('lengthens the clock of the tests that a student begins', async () => {
    const { teacher, classId, memberId, back } = await setUp(3)
    const visit = await back()
    const { testId } = succeeded(await makeTest(visit, await testOf(visit)))
    succeeded(await grantExtraTime(teacher, { classId, memberId, percent: 25 }))
    expect((await grantExtraTime(visit, { classId, memberId, percent: 200 })).ok).toBe(false)
    expect((await grantExtraTime(teacher, { classId, memberId, percent: 201 })).ok).toBe(false)
    const own = { classId, memberId: 'own' }
    expect(await readExtraTime(visit, own)).toMatchObject({
      value: { percent: 25, mayGrant: false },
    })
    expect(await readExtraTime(teacher, own)).toMatchObject({ value: null })
    expect((await readExtraTime(await newVisit(), { classId, memberId })).ok).toBe(false)
    const { sittingId } = succeeded(await beginSitting(await back(0, 1000), testId))
    const { minutes } = await store().sitting.findFirstOrThrow({ where: { id: sittingId } })
    expect(minutes).toBe(38)
  })

  async function testOf(visit: Visit) {
    const [deck] = await decksOf(visit)
    return { parts: [{ kind: 'deck', deckId: deck?.id }], minutes: 30 }
  }
})

describe('who may', () => {
  it('assign, change and grant: who teaches, and nobody else', async () => {
    const { classId, deckId, memberId, here, back } = await setUp(1)
    const assistant = await newVisit()
    await seat(classId, assistant, 'assistant')
    const dates = { startsOn: null, dueOn: '2026-12-09' }
    for (const visit of [await back(), assistant, await newTeacher()]) {
      const own = await deckOf(visit, 1)
      const refused = [
        await assignDeck(visit, { classIds: [classId], draft: draft(own) }),
        await changeAssignment(visit, { ...here, draft: draft(deckId) }),
        await endAssignment(visit, { ...here, ended: true }),
        await exceptStudent(visit, { ...here, memberId, dates }),
        await grantExtraTime(visit, { classId, memberId, percent: 10 }),
      ]
      expect(refused.map(({ ok }) => ok)).toEqual([false, false, false, false, false])
    }
    const stranger = await readAssignment(await newVisit(), here)
    expect(stranger.ok ? '' : stranger.problem.code).toBe('notFound')
  })

  it('assigns nobody else’s deck, and no class’s assignment by another class', async () => {
    const { teacher, classId, here } = await setUp(1)
    const foreign = await deckOf(await newVisit(), 1)
    const wish = { classIds: [classId], draft: draft(foreign) }
    expect((await assignDeck(teacher, wish)).ok).toBe(false)
    const other = await newClass(teacher, '9c')
    const elsewhere = { ...here, classId: other, ended: true }
    expect((await endAssignment(teacher, elsewhere)).ok).toBe(false)
  })
})

describe('whatever is sent', () => {
  const nasty: unknown[] = [
    ...[undefined, null, true, -1, 1.5, 2 ** 53, Number.NaN, '', ' ', '\u0000', 'a\ud800', newId()],
    ...['0000-01-01', '9999-12-31', '2026-02-30', 'x'.repeat(200_000), [], [null], ['\u0000'], {}],
    ...[
      { kind: 'recalled', days: 1e9 },
      { date: '0001-01-01', time: '09:00', minutesPerDay: 5 },
    ],
    ...[{ date: '9999-12-31', time: '23:59', minutesPerDay: 5 }],
  ]

  it('is answered, and what is stored can be read', async () => {
    const { teacher, classId, deckId, memberId, here, back } = await setUp(1)
    const fields = Object.keys(draft(deckId))
    for (const value of nasty) {
      for (const field of fields) {
        const sent = draft(deckId, { [field]: value })
        await assignDeck(teacher, { classIds: [classId], draft: sent })
        await changeAssignment(teacher, { ...here, draft: sent })
      }
      await assignDeck(teacher, { classIds: value, draft: draft(deckId) })
      await assignDeck(teacher, value)
      for (const dates of [
        value,
        { startsOn: value, dueOn: null },
        { startsOn: null, dueOn: value },
      ])
        await exceptStudent(teacher, { ...here, memberId, dates })
      await exceptStudent(teacher, {
        ...here,
        memberId: value,
        dates: { startsOn: null, dueOn: null },
      })
      await endAssignment(teacher, { ...here, ended: value })
      await grantExtraTime(teacher, { classId, memberId, percent: value })
      await readAssignment(teacher, { classId: value, assignmentId: value })
    }
    await endAssignment(teacher, { ...here, ended: false })
    const visit = await back()
    expect((await listLibrary(visit)).decks.length).toBeGreaterThan(0)
    expect((await readAssignment(teacher, here)).ok).toBe(true)
  })
})

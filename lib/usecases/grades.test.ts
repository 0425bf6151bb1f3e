/** Grades: who sees which, what they are counted from, free days, and the file. */
import { describe, expect, it } from 'vitest'
import { AssignmentId, DeckId, ItemId } from '@/lib/core/ids'
import { addDays } from '@/lib/core/time/study-day'
import { insertAssignment } from '@/lib/store/assignment'
import { cardsOfItems } from '@/lib/store/card'
import { inTransaction, store } from '@/lib/store/client'
import { insertDeck } from '@/lib/store/deck'
import { endAssignment } from './assign-deck'
import { claimFreeDay } from './claim-free-day'
import { seat } from './class-fixture'
import { classOf } from './class-results-fixture'
import { copyItems } from './copy-items'
import { exportGradebook } from './export-gradebook'
import { newId } from './new-id'
import { openClass } from './open-class'
import { readGradebook, readGrades } from './read-grades'
import { recordReviews } from './record-reviews'
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

setUpBench()

/** Opened, and everybody seated, three days before today. */
const BEGUN = NOON - 3 * DAY_MS

/** A class with one item assigned for the four days up to today, and two students who have it. */
async function classroom() {
  const teacher = await newTeacher(BEGUN)
  const { classId } = succeeded(await openClass(teacher, { name: 'History 10b' }))
  const { deckId } = await ownItem(teacher)
  const assignmentId = AssignmentId.parse(newId())
  await insertAssignment(store(), {
    ...{ id: assignmentId, classId, deckId, name: 'Rivers', sections: [], ended: false },
    startsOn: teacher.studyDay,
    dueOn: addDays(teacher.studyDay, 3),
    goal: { kind: 'introduced' },
    exam: null,
  })
  const students = await Promise.all(
    ['=HYPERLINK("x")', 'Vera'].map(async (name) => {
      const visit = await newVisit(BEGUN)
      const memberId = await seat(classId, visit, 'student', name, BEGUN)
      return { visit, memberId, cardId: await arrival(visit) }
    }),
  )
  const [ada, vera] = students
  if (!ada || !vera) throw new Error('two students were asked for')
  return { teacher, classId, assignmentId, ada, vera }
}

/** Opens the app, by which what was assigned arrives, and finds the card of their copy. */
async function arrival({ learner }: Visit) {
  await visitOf(learner.id, BEGUN)
  const delivery = await store().delivery.findFirstOrThrow({
    where: { learnerId: learner.id },
    include: { deck: { include: { items: true } } },
  })
  const copies = delivery.deck?.items.map(({ itemId }) => ItemId.parse(itemId)) ?? []
  const [card] = await cardsOfItems(store(), learner.id, copies)
  if (!card) throw new Error('a copy has a card')
  return card.id
}

const study = async (visit: Visit, cardId: string, days: readonly number[]) =>
  succeeded(
    await recordReviews(
      await visitOf(visit.learner.id),
      days.map((day) => answer(cardId, BEGUN + day * DAY_MS)),
    ),
  )

const later = (visit: Visit) => visitOf(visit.learner.id)

describe('grades', () => {
  it('count what was studied of what was asked, from the day one sat down', async () => {
    const { teacher, classId, ada, vera } = await classroom()
    // New on the first day, due two days later; in between and today nothing is asked.
    await study(ada.visit, ada.cardId, [0, 2])
    const book = succeeded(await readGradebook(await later(teacher), classId))
    expect(book.assignments.map(({ name }) => name)).toEqual(['Rivers'])
    expect(book.rows.map((row) => row.student.displayName)).toEqual(['=HYPERLINK("x")', 'Vera'])
    const [first, second] = book.rows
    expect(first?.grades[0]?.days.map((day) => day.credit)).toEqual([1, 0, 1])
    expect(first?.mean).toBeCloseTo(2 / 3)
    // On the day before the last one new item is still to be met, and was not.
    expect(second?.grades[0]?.points).toBe(0)
    expect(second?.student.memberId).toBe(vera.memberId)
  })

  it('are an empty table where nothing is assigned', async () => {
    const { teacher, classId, assignmentId } = await classroom()
    succeeded(await endAssignment(teacher, { classId, assignmentId, ended: true }))
    const { assignments, rows } = succeeded(await readGradebook(await later(teacher), classId))
    expect(assignments).toEqual([])
    expect(rows.map(({ grades, mean }) => ({ grades, mean }))).toEqual([
      { grades: [], mean: null },
      { grades: [], mean: null },
    ])
  })

  // The student's copy keeps the origin that it was given first, so that the second class found nothing that was asked.
  it('count in each of two classes what both teachers ask of one text', async () => {
    const first = await classOf(1)
    const [student] = first.students
    if (!student) throw new Error('one student was asked for')
    const colleague = await newTeacher(BEGUN)
    const { classId } = succeeded(await openClass(colleague, { name: 'History 10c' }))
    const { id: ownerId } = colleague.learner
    const deckId = DeckId.parse(newId())
    await insertDeck(store(), { id: deckId, ownerId, name: 'The mill', textId: null })
    await inTransaction((db) =>
      copyItems(db, { origin: first.items, to: ownerId, deckId, from: 'Teacher', now: BEGUN }),
    )
    const memberId = await seat(classId, student.visit, 'student', 'Ada', BEGUN)
    const id = AssignmentId.parse(newId())
    await insertAssignment(store(), {
      ...{ id, classId, deckId, name: 'The mill', sections: [], ended: false, exam: null },
      ...{ startsOn: colleague.studyDay, dueOn: addDays(colleague.studyDay, 3) },
      goal: { kind: 'introduced' },
    })
    const visit = await visitOf(student.visit.learner.id, BEGUN)
    await recordReviews(
      visit,
      student.cards.map((card) => answer(card, BEGUN)),
    )
    const { row } = succeeded(await readGrades(await later(student.visit), { classId, memberId }))
    const [begun] = row.grades[0]?.days ?? []
    expect(begun?.fresh).toBeGreaterThan(0)
    expect(begun?.credit).toBe(1)
  })

  it('are one’s own, and the staff’s', async () => {
    const { teacher, classId, ada, vera } = await classroom()
    const assistant = await newVisit(BEGUN)
    await seat(classId, assistant, 'assistant', 'Ira', BEGUN)
    const own = await readGrades(ada.visit, { classId, memberId: ada.memberId })
    expect(own).toMatchObject({ ok: true, value: { own: true } })
    const seen = await readGrades(assistant, { classId, memberId: ada.memberId })
    expect(seen).toMatchObject({ ok: true, value: { own: false } })
    if (own.ok && seen.ok) expect(seen.value.row).toEqual(own.value.row)
    const notFound = { problem: { code: 'notFound' } }
    expect(await readGrades(ada.visit, { classId, memberId: vera.memberId })).toMatchObject(
      notFound,
    )
    expect(await readGrades(teacher, { classId, memberId: newId() })).toMatchObject(notFound)
    const stranger = await newTeacher()
    expect(await readGrades(stranger, { classId, memberId: ada.memberId })).toMatchObject(notFound)
    expect(await readGradebook(stranger, classId)).toMatchObject(notFound)
    const forbidden = { problem: { code: 'forbidden' } }
    expect(await readGradebook(ada.visit, classId)).toMatchObject(forbidden)
    expect(await exportGradebook(assistant, classId)).toMatchObject(forbidden)
  })

  it('let a day be claimed on which nothing is asked, once, and no other', async () => {
    const { classId, assignmentId, ada, vera } = await classroom()
    const claim = async (visit: Visit) => claimFreeDay(visit, { classId, assignmentId })
    expect(await claim(await later(vera.visit))).toMatchObject({ problem: { code: 'conflict' } })
    await study(ada.visit, ada.cardId, [0, 2])
    const today = await later(ada.visit)
    expect(succeeded(await readGrades(today, { classId, memberId: ada.memberId })).free).toEqual([
      assignmentId,
    ])
    for (let time = 0; time < 2; time++)
      expect(await claim(today)).toEqual({ ok: true, value: null })
    const { row, free } = succeeded(await readGrades(today, { classId, memberId: ada.memberId }))
    expect(free).toEqual([])
    expect(row.grades[0]?.days.map((day) => day.credit)).toEqual([1, 0, 1, 1])
    expect(await store().freeDay.count()).toBe(1)
    // After the due date there is nothing to claim.
    const over = await visitOf(ada.visit.learner.id, NOON + DAY_MS)
    expect(await claim(over)).toMatchObject({ problem: { code: 'conflict' } })
    expect(await claimFreeDay(today, { classId, assignmentId: newId() })).toMatchObject({
      problem: { code: 'notFound' },
    })
  })

  it('go by the dates of whoever has others', async () => {
    const { teacher, classId, assignmentId, vera } = await classroom()
    const startsOn = new Date(NOON)
    await store().assignmentException.create({
      data: { assignmentId, memberId: vera.memberId, startsOn, dueOn: startsOn },
    })
    const { rows } = succeeded(await readGradebook(await later(teacher), classId))
    expect(rows[1]?.grades[0]).toEqual({ days: [], points: 0, share: null })
  })

  it('are a file, in which a name is never a formula', async () => {
    const { teacher, classId, ada } = await classroom()
    await study(ada.visit, ada.cardId, [0, 2])
    const { name, body } = succeeded(await exportGradebook(await later(teacher), classId))
    expect(name).toBe('history-10b-grades.csv')
    expect(body).toBe(`\ufeffStudent,Rivers,Mean\r\n"'=HYPERLINK(""x"")",66.7,66.7\r\nVera,0,0\r\n`)
  })
})

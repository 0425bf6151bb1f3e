/** What a teacher sees, counted from histories that are known; and who sees it. */
import { describe, expect, it } from 'vitest'
import { MemberId } from '@/lib/core/ids'
import { algorithmFor } from '@/lib/core/memory/algorithm'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { insertMember } from '@/lib/store/class'
import { store } from '@/lib/store/client'
import { answered, classOf } from './class-results-fixture'
import { exportClassResults } from './export-class-results'
import { newId } from './new-id'
import { readClassResults } from './read-class-results'
import { readItemResults } from './read-item-results'
import { readStudentResults } from './read-student-results'
import { readTextResults } from './read-text-results'
import { DAY_MS, NOON, newTeacher, setUpBench, succeeded, visitOf } from './test-bench'

setUpBench()

const WEIGHTS = DEFAULT_PARAMETERS.weights
/** What a first Good is worth so many days later. */
const afterGood = (days: number) =>
  algorithmFor(DEFAULT_PARAMETERS).forgetting_curve(days, WEIGHTS[2] ?? 0)

async function collect(lines: AsyncGenerator<string>): Promise<string> {
  let all = ''
  for await (const line of lines) all += line
  return all
}

describe('results of students', () => {
  it('count what was done since it reached them, and put first who needs attention', async () => {
    const made = await classOf(3)
    const [busy, idle, some] = made.students
    if (!busy || !idle || !some) throw new Error('no students')
    const of = made.itemIds.length
    for (let item = 0; item < of; item++)
      await answered(busy, item, 4, { durationMs: 30_000, grade: 4 })
    // From before the assignment: remembered, and nobody's business.
    await answered(some, 0, 30)
    await answered(some, 1, 2, { durationMs: 90_000 })

    const { shown, free } = succeeded(await readClassResults(made.teacher, made.classId, undefined))
    expect(free).toBe(0)
    const [first, second, third] = shown?.lines ?? []
    expect(shown?.lines).toHaveLength(3)
    expect(first).toMatchObject({
      name: 'Student 02',
      progress: { introduced: 0, done: 0, recall: null },
      // Twenty-one days, ten of which are over.
      standing: { kind: 'behind', days: 10 },
      ...{ answers: 0, ms: 0, lastDay: null },
    })
    expect(second).toMatchObject({
      name: 'Student 03',
      progress: { introduced: 2, done: 2 },
      // Each answer for a minute at most.
      ...{ answers: 1, ms: 60_000, waiting: 2 },
      lastDay: made.teacher.studyDay - 2,
    })
    const recall = (afterGood(30) + afterGood(2)) / of
    expect(second?.progress.recall).toBeCloseTo(recall, 6)
    expect(second?.progress.expected).toBeCloseTo((afterGood(40) + afterGood(12)) / of, 6)
    expect(third).toMatchObject({
      name: 'Student 01',
      progress: { done: of, met: true, share: 1 },
      standing: { kind: 'done' },
      ...{ answers: of, ms: of * 30_000, lastDay: made.teacher.studyDay - 4 },
    })
  })

  it('follow own dates, tell who has not been here, and leave out who left', async () => {
    const made = await classOf(3)
    const [late, gone, left] = made.students
    if (!late || !gone || !left) throw new Error('no students')
    const { assignmentId } = made
    await store().assignmentException.create({
      data: { assignmentId, memberId: late.memberId, dueOn: new Date('2026-11-19') },
    })
    await store().delivery.delete({
      where: { assignmentId_learnerId: { assignmentId, learnerId: gone.visit.learner.id } },
    })
    await store().classMember.update({
      where: { id: left.memberId },
      data: { endedAt: new Date(NOON) },
    })
    const { shown } = succeeded(await readClassResults(made.teacher, made.classId, assignmentId))
    expect(shown?.lines.map(({ name, standing }) => [name, standing])).toEqual([
      ['Student 01', { kind: 'overdue', days: 3 }],
      ['Student 02', { kind: 'away' }],
    ])
  })

  it('show a student the same line as the teacher, and no other student’s', async () => {
    const made = await classOf(2)
    const [one, two] = made.students
    if (!one || !two) throw new Error('no students')
    await answered(one, 0, 3)
    await answered(one, 0, 1, { grade: 1 })
    const read = async (visit: typeof one.visit, memberId: string) =>
      readStudentResults(await visitOf(visit.learner.id), made.classId, memberId)
    const asTeacher = succeeded(await read(made.teacher, one.memberId))
    const asSelf = succeeded(await read(one.visit, one.memberId))
    expect(asSelf.assignments).toEqual(asTeacher.assignments)
    expect(asSelf).toMatchObject({ own: true, name: 'Student 01', staff: ['Teacher'] })
    expect(asTeacher.own).toBe(false)
    const [first] = asSelf.assignments[0]?.items ?? []
    expect(first).toMatchObject({ answers: 2, firsts: 2, right: 1, asked: true })
    const { shown } = succeeded(await readClassResults(made.teacher, made.classId, undefined))
    expect(shown?.lines.find(({ memberId }) => memberId === one.memberId)).toEqual(
      asSelf.assignments[0]?.line,
    )
    for (const [visit, memberId] of [
      [two.visit, one.memberId],
      [made.teacher, newId()],
      [made.teacher, 'no id'],
      [await newTeacher(), one.memberId],
    ] as const)
      expect(await read(visit, memberId)).toMatchObject({ problem: { code: 'notFound' } })
  })

  it('are for staff alone, and files for those who teach', async () => {
    const made = await classOf(1)
    const [student] = made.students
    const assistant = await newTeacher()
    const seat = { classId: made.classId, displayName: 'Assistant', role: 'assistant' as const }
    const id = MemberId.parse(newId())
    await insertMember(store(), { ...seat, id, learnerId: assistant.learner.id }, NOON)
    if (!student) throw new Error('no student')
    const asks = [
      (visit: typeof assistant) => readClassResults(visit, made.classId, undefined),
      (visit: typeof assistant) => readItemResults(visit, made.classId, made.assignmentId),
      (visit: typeof assistant) => readTextResults(visit, made.classId, made.assignmentId, null),
    ]
    for (const ask of asks) {
      expect(await ask(assistant)).toMatchObject({ ok: true })
      expect(await ask(student.visit)).toMatchObject({ problem: { code: 'forbidden' } })
      expect(await ask(await newTeacher())).toMatchObject({ problem: { code: 'notFound' } })
    }
    for (const what of ['items', 'answers'] as const) {
      const ask = (visit: typeof assistant) => exportClassResults(visit, made.classId, what)
      expect(await ask(made.teacher)).toMatchObject({ ok: true })
      expect(await ask(assistant)).toMatchObject({ problem: { code: 'forbidden' } })
      expect(await ask(student.visit)).toMatchObject({ problem: { code: 'forbidden' } })
    }
  })
})

describe('results of items', () => {
  it('hold first tries against what was expected of them, and show wrong answers from five people on', async () => {
    const made = await classOf(5)
    for (const [i, student] of made.students.entries()) {
      await answered(student, 0, 9)
      await answered(student, 0, 7, {
        grade: i === 0 ? 3 : 1,
        typed: i < 3 ? 'the Rhine' : 'rhine',
      })
      if (i < 4) await answered(student, 1, 5, { grade: 1, typed: 'Elbe' })
    }
    const { items, reached } = succeeded(
      await readItemResults(made.teacher, made.classId, made.assignmentId),
    )
    expect(reached).toBe(5)
    const [first, second] = items
    expect(first?.insight).toMatchObject({ people: 5, answers: 10, tries: { of: 5, right: 1 } })
    expect(first?.insight.tries.said).toBeCloseTo(5 * afterGood(2), 6)
    expect(first?.wrong).toEqual([{ words: 'rhine', people: 4, times: 4 }])
    expect(second?.insight).toMatchObject({ people: 4, verdict: { kind: 'few' } })
    expect(second?.wrong).toBeNull()
  })

  it('count only what was answered since the wording was mended', async () => {
    const made = await classOf(5)
    for (const student of made.students) await answered(student, 0, 9, { grade: 1 })
    const [itemId] = made.itemIds
    if (!itemId) throw new Error('no item')
    await store().item.update({
      where: { id: itemId },
      data: { question: 'What did it lose?', updatedAt: new Date(NOON - 8 * DAY_MS) },
    })
    const [student] = made.students
    if (!student) throw new Error('no student')
    await answered(student, 0, 2)
    const { items } = succeeded(
      await readItemResults(made.teacher, made.classId, made.assignmentId),
    )
    const mended = items.find(({ item }) => item.id === itemId)
    expect(mended?.insight).toMatchObject({ people: 1, answers: 1 })
    expect(mended?.wordedAt).toBe(NOON - 8 * DAY_MS)
  })
})

describe('the text', () => {
  it('tells passages forgotten from those never asked, and names what to teach again', async () => {
    const made = await classOf(2)
    const inFirst = made.items.flatMap((item, index) =>
      (item.evidence[0]?.start ?? 999) < 50 ? [index] : [],
    )
    for (const student of made.students)
      for (const index of inFirst) await answered(student, index, 9, { grade: 1 })
    const { shown, reached } = succeeded(
      await readTextResults(made.teacher, made.classId, made.assignmentId, made.textId),
    )
    expect(reached).toBe(2)
    const asked = shown?.passages.filter(({ memories }) => memories > 0) ?? []
    expect(asked).toHaveLength(1)
    const recall = algorithmFor(DEFAULT_PARAMETERS).forgetting_curve(9, WEIGHTS[0] ?? 0)
    expect(asked[0]).toMatchObject({ people: 2, reached: 2, memories: 2 * inFirst.length })
    expect(asked[0]?.recall).toBeCloseTo(recall, 6)
    expect(asked[0]?.recallTomorrow ?? 1).toBeLessThan(recall)
    expect(shown?.toTeach.map(({ block }) => block)).toEqual([asked[0]?.block])
    expect(shown?.untouched).toBe((shown?.passages.length ?? 0) - 1)
    expect(shown?.untouched).toBeGreaterThan(0)
  })
})

describe('files', () => {
  it('hold a row for each item and each answer, and nothing that a spreadsheet would compute', async () => {
    const made = await classOf(1)
    const [student] = made.students
    if (!student) throw new Error('no student')
    await store().classMember.update({
      where: { id: student.memberId },
      data: { displayName: '=1+1' },
    })
    await answered(student, 0, 3, { typed: '@SUM("a";b)', grade: 1 })
    await answered(student, 0, 30)
    const file = async (what: 'items' | 'answers') =>
      collect(succeeded(await exportClassResults(made.teacher, made.classId, what)).lines)
    const items = await file('items')
    expect(items.startsWith('\uFEFFassignment,item_id,section,question,')).toBe(true)
    expect(items.trimEnd().split('\r\n')).toHaveLength(1 + made.itemIds.length)
    const answers = (await file('answers')).trimEnd().split('\r\n')
    // The answer of a month ago was given before the assignment came.
    expect(answers).toHaveLength(2)
    expect(answers[1]).toContain(`,"'=1+1",`)
    expect(answers[1]).toContain(`,"'@SUM(""a"";b)"`)
    expect(answers[1]).toContain(`,2026-11-19T11:00:00.000Z,2026-11-19,true,typed,1,false,false,`)
  })
})

import { describe, expect, it } from 'vitest'
import { CardId } from '@/lib/core/ids'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { store } from '@/lib/store/client'
import { bareClass, seat } from './class-fixture'
import { examAndSitting } from './exam-fixture'
import { cardsByKey, itemsOf, memoriesOf, shipped } from './merge-fixture'
import { mergeLearners } from './merge-learners'
import { newId } from './new-id'
import { recordOfMerged, sittingOfMerged } from './record-of-merged'
import { recordReviews } from './record-reviews'
import { recordSitting } from './record-sitting'
import {
  addText,
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

const HARBOUR = `The Harbour

The harbour was opened by Karl Amann in 1856. It holds forty boats of the lake.
`

describe('two learners who become one', () => {
  it('keep the account’s wording of what both have, and what either of them kept', async () => {
    const textId = await shipped()
    const [from, into] = [await newVisit(), await newVisit()]
    const [worded, kept, ...others] = await itemsOf(into, textId)
    const [theirs, rejected] = await itemsOf(from, textId)
    if (!worded || !kept || !theirs || !rejected) throw new Error('the text has too few items')
    await store().item.update({ where: { id: worded.id }, data: { question: 'In my words?' } })
    await store().item.update({ where: { id: theirs.id }, data: { question: 'In theirs?' } })
    await store().item.update({ where: { id: kept.id }, data: { status: 'rejected' } })
    const own = await ownItem(from, ['rye', 'oats'])
    const merged = succeeded(await mergeLearners(into, from.learner.id))
    expect(merged).toEqual({ answers: 0, items: 1, decks: 1 })
    const after = await itemsOf(into, textId)
    expect(after.map(({ id, question, status }) => ({ id, question, status }))).toEqual([
      { id: worded.id, question: 'In my words?', status: 'kept' },
      { id: kept.id, question: kept.question, status: 'kept' },
      ...others.map(({ id, question, status }) => ({ id, question, status })),
    ])
    expect(await store().card.count({ where: { learnerId: into.learner.id, live: true } })).toBe(
      after.length + 2,
    )
    expect(await store().deck.findUnique({ where: { id: own.deckId } })).toMatchObject({
      ownerId: into.learner.id,
    })
    expect(await store().learner.findUnique({ where: { id: from.learner.id } })).toBeNull()
    expect((await visitOf(from.learner.id)).learner.id).toBe(into.learner.id)
  })

  it('have a text of both once, and both of two decks that share only their name', async () => {
    const [from, into] = [await newVisit(), await newVisit()]
    const [theirs, mine] = [await addText(from, HARBOUR), await addText(into, HARBOUR)]
    const name = async (visit: Visit, deck: string, textId: string | null = null) => {
      const { deckId } = await ownItem(visit)
      await store().deck.update({ where: { id: deckId }, data: { name: deck, textId } })
    }
    await name(from, 'Rivers')
    await name(into, 'rivers')
    await name(from, 'Lakes')
    await name(into, 'Lakes', mine.textId)
    const [proposal] = await itemsOf(from, theirs.textId)
    await store().item.update({ where: { id: proposal?.id ?? '' }, data: { status: 'kept' } })
    const before = (await itemsOf(into, mine.textId)).length
    expect(succeeded(await mergeLearners(into, from.learner.id)).decks).toBe(1)
    const ownerId = into.learner.id
    expect(await store().text.findMany({ where: { ownerId } })).toMatchObject([{ id: mine.textId }])
    const after = await itemsOf(into, mine.textId)
    expect(after).toHaveLength(before)
    expect(after.filter((item) => item.status === 'kept').map((item) => item.key)).toEqual([
      proposal?.key,
    ])
    const decks = await store().deck.findMany({
      where: { ownerId, items: { some: {} }, OR: [{ textId: null }, { textId: mine.textId }] },
      orderBy: { name: 'asc' },
      include: { items: true },
    })
    expect(decks.map((deck) => [deck.name, deck.items.length])).toEqual([
      ['Lakes', 1],
      ['Lakes (2)', 1],
      ['rivers', 2],
    ])
  })

  it('have their exams, tests and sittings, called by what stays', async () => {
    const textId = await shipped()
    const [from, into] = [await newVisit(), await newVisit()]
    const deck = await store().deck.findFirstOrThrow({
      where: { ownerId: from.learner.id, textId },
    })
    const { examId, testId, sittingId } = await examAndSitting(from, deck.id, 2)
    const flag = (seq: number) => ({
      ...{ id: newId(), seq, at: NOON, kind: 'flag', question: 0, flagged: true },
    })
    const before = flag(1)
    succeeded(await recordSitting(from, sittingId, [before]))
    succeeded(await mergeLearners(into, from.learner.id))
    const stays = await store().deck.findFirstOrThrow({
      where: { ownerId: into.learner.id, textId },
    })
    expect(
      await store().exam.findUnique({
        where: { id: examId },
        include: { parts: true, forecasts: true },
      }),
    ).toMatchObject({
      ownerId: into.learner.id,
      parts: [{ deckId: stays.id }],
      forecasts: [{ expected: 0.5 }],
    })
    // A page that was open goes on in the old name.
    expect(await recordSitting(from, sittingId, [flag(2)])).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    })
    const handIn = { id: newId(), seq: 3, at: NOON, kind: 'handIn' }
    const receipt = succeeded(
      await recordSitting(into, sittingId, await sittingOfMerged(into, [handIn])),
    )
    expect(receipt).toMatchObject({ handedIn: true, stored: [handIn.id] })
    const { drawn } = await store().mockTest.findFirstOrThrow({ where: { id: testId } })
    const asked = [...JSON.stringify(drawn).matchAll(/"itemId":"([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    )
    expect(asked.length).toBeGreaterThan(0)
    expect(
      await store().item.count({ where: { ownerId: into.learner.id, id: { in: asked } } }),
    ).toBe(new Set(asked).size)
  })

  it('sit once in a class, with the stronger role, and have what it brought to either', async () => {
    const [teacher, from, into] = [await newTeacher(), await newVisit(), await newVisit()]
    const deck = await ownItem(teacher)
    const classId = await bareClass()
    await seat(classId, teacher, 'owner')
    const gone = await seat(classId, from, 'assistant')
    const stays = await seat(classId, into)
    const day = new Date('2026-11-22')
    const assignments = [newId(), newId()]
    for (const id of assignments) {
      await store().assignment.create({
        data: {
          ...{ id, classId, deckId: deck.deckId, name: 'Rivers', sections: [] },
          ...{ startsOn: day, dueOn: day, goal: { kind: 'introduced' } },
        },
      })
      await store().delivery.create({ data: { assignmentId: id, learnerId: from.learner.id } })
    }
    const [first = ''] = assignments
    await store().delivery.create({ data: { assignmentId: first, learnerId: into.learner.id } })
    await store().assignmentException.create({
      data: { assignmentId: first, memberId: gone, dueOn: day },
    })
    for (const learnerId of [from.learner.id, into.learner.id])
      await store().freeDay.create({ data: { assignmentId: first, learnerId, studyDay: day } })
    const roomId = newId()
    await store().room.create({ data: { id: roomId, classId, deckId: deck.deckId } })
    await store().roomAnswer.create({
      data: { ...{ roomId, round: 1, memberId: gone, response: 'rye', right: true }, at: day },
    })
    succeeded(await mergeLearners(into, from.learner.id))
    const learnerId = into.learner.id
    expect(
      await store().classMember.findMany({
        where: { classId, learnerId },
        include: { exceptions: true, roomAnswers: true },
      }),
    ).toMatchObject([
      {
        id: stays,
        role: 'assistant',
        exceptions: [{ dueOn: day }],
        roomAnswers: [{ response: 'rye' }],
      },
    ])
    expect(await store().delivery.count({ where: { learnerId } })).toBe(2)
    expect(await store().freeDay.count({ where: { learnerId } })).toBe(1)
  })

  it('keep both of two reviews that bear one id, and what takes them back', async () => {
    const textId = await shipped()
    const [from, into] = [await newVisit(), await newVisit()]
    const [mine] = [...(await cardsByKey(into, textId)).values()]
    const [theirs] = [...(await cardsByKey(from, textId)).values()]
    const slip = answer(theirs ?? '', NOON, { grade: 1 })
    const other = { ...answer(mine ?? '', NOON - DAY_MS), id: slip.id }
    const undo = {
      ...{ id: newId(), kind: 'undo', cardId: theirs, targetId: slip.id, timeZone: slip.timeZone },
      reviewedAt: slip.reviewedAt,
    }
    succeeded(await recordReviews(into, [other]))
    succeeded(await recordReviews(from, [slip, undo]))
    succeeded(await mergeLearners(into, from.learner.id))
    const rows = await store().review.findMany({ where: { learnerId: into.learner.id } })
    expect(rows).toHaveLength(3)
    const card = await store().card.findFirstOrThrow({
      where: { learnerId: into.learner.id, id: mine ?? '' },
    })
    expect(card).toMatchObject({ reps: 1, lapses: 0, eventCount: 3 })
    // The device sends both again: they are known, by the names they have there.
    const again = succeeded(await recordOfMerged(into, from.learner.id, [slip, undo]))
    expect(again.results).toMatchObject([
      { id: slip.id, status: 'known', card: { id: theirs } },
      { id: undo.id, status: 'known' },
    ])
  })

  it('keep the days that were set, by the weights they were set with', async () => {
    const [from, into] = [await newVisit(), await newVisit()]
    const { cardIds } = await ownItem(from)
    const [cardId = ''] = cardIds
    const weights = DEFAULT_PARAMETERS.weights.map((w, n) => (n < 4 ? w * 3 : w))
    const result = (learnerId: string, number: number) =>
      store().learnerParameters.create({
        data: {
          ...{
            learnerId,
            number,
            occasion: `at-${number}000`,
            outcome: 'adopted',
            weights: [...weights],
          },
          ...{ reviews: 1000, trainedOn: 900, heldBack: 100, trainedUntil: new Date(NOON) },
          ...{ lossOwn: 0.3, lossInUse: 0.4 },
        },
      })
    await result(into.learner.id, 1)
    await result(from.learner.id, 1)
    await store().learner.update({ where: { id: from.learner.id }, data: { parametersNumber: 1 } })
    const studying = await visitOf(from.learner.id)
    const events = [answer(cardId, NOON - 9 * DAY_MS, { grade: 4 }), answer(cardId, NOON - DAY_MS)]
    succeeded(await recordReviews(studying, events))
    const [before] = await memoriesOf(from, [CardId.parse(cardId)])
    succeeded(await mergeLearners(into, from.learner.id))
    const [after] = await memoriesOf(into, [CardId.parse(cardId)])
    expect(after?.dueDay).toEqual(before?.dueDay)
    expect(after?.stability).not.toBe(before?.stability)
    const names = await store().review.findMany({ where: { learnerId: into.learner.id } })
    expect(new Set(names.map((review) => review.scheduledWith))).toEqual(new Set(['own-2/0.9']))
  })
})

import { describe, expect, it } from 'vitest'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { archiveDeck } from './archive-deck'
import { changeExam } from './change-exam'
import { deleteItems, suspendItems } from './change-items'
import { decideItems } from './decide-items'
import { deleteExam } from './delete-exam'
import { enterResult } from './enter-result'
import { examChoices, findExamItems } from './exam-choices'
import { itemViews } from './item-view'
import { listExams, nextExam } from './list-exams'
import { makeExam } from './make-exam'
import { mergeDecks } from './merge-decks'
import { newId } from './new-id'
import { readExam } from './read-exam'
import { recordReviews } from './record-reviews'
import {
  addText,
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
import { weighSections } from './weigh-sections'

setUpBench()

const draft = (parts: object[], change: Record<string, unknown> = {}) => ({
  ...{ name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'Europe/Vienna' },
  ...{ parts, minutesPerDay: 20, weekdaysOff: Array(7).fill(false), daysOff: [] },
  ...change,
})
const deck = (deckId: string) => ({ kind: 'deck', deckId })
const single = (itemId: string) => ({ kind: 'item', itemId })

async function made(visit: Visit, ...parts: object[]): Promise<string> {
  return succeeded(await makeExam(visit, draft(parts))).examId
}

async function read(visit: Visit, examId: string) {
  return succeeded(await readExam(visit, examId))
}

const itemsOf = async (visit: Visit, examId: string) => (await read(visit, examId)).exam.items

const MILL = `# The Mill on the Brook

## The building

The mill was built by Rosa Lindt in 1874. The wheel is 4 metres high. It has 36 buckets.

## The congress

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911. 160 millers came.
`

/** A learner with a text of two sections, all of it kept. */
async function withMill() {
  const visit = await newVisit()
  const { textId } = await addText(visit, MILL, 'mill.md')
  const items = await itemViews(visit, { textId, status: ['proposed'] })
  await decideItems(visit, { itemIds: items.map((item) => item.id), decision: 'keep' })
  const { texts } = await examChoices(visit)
  const mill = texts.find((text) => text.id === textId)
  if (!mill || mill.sections.length < 2) throw new Error('the mill needs two sections')
  return { visit, textId, mill }
}

describe('an exam', () => {
  it('is on decks, sections and items, and counts each item once', async () => {
    const { visit, textId, mill } = await withMill()
    const own = await ownItem(visit)
    const all = mill.sections.reduce((sum, { items }) => sum + items, 0)
    const [section] = mill.sections
    const part = { kind: 'section', textId, section: section?.section }
    const [whole] = mill.decks
    expect(whole?.items).toBe(all)

    const onSection = await made(visit, part)
    expect(await itemsOf(visit, onSection)).toBe(section?.items)
    const onAll = await made(visit, part, deck(whole?.id ?? ''), single(own.itemId))
    expect(await itemsOf(visit, onAll)).toBe(all + 1)
    const { sections } = await read(visit, onAll)
    expect(sections.map(({ name, items }) => [name, items])).toEqual([
      ...mill.sections.map(({ section: name, items }) => [name, items]),
      [expect.stringContaining('Rivers'), 1],
    ])
    expect((await listExams(visit)).map(({ items }) => items).sort()).toEqual(
      [section?.items, all + 1].sort(),
    )
  })

  it('leaves out what is suspended, in the trash, or only in archived decks', async () => {
    const visit = await newVisit()
    const [a, b, c] = [await ownItem(visit), await ownItem(visit), await ownItem(visit)]
    const list = await ownItem(visit, ['rye', 'oats'])
    const exam = await made(visit, ...[a, b, c, list].map(({ deckId }) => deck(deckId)))
    expect(await itemsOf(visit, exam)).toBe(4)
    await suspendItems(visit, { itemIds: [a.itemId], reason: '' })
    await deleteItems(visit, { itemIds: [b.itemId] })
    await archiveDeck(visit, { deckId: c.deckId, archived: true })
    expect(await itemsOf(visit, exam)).toBe(1)
    expect((await listExams(visit))[0]?.items).toBe(1)
    await archiveDeck(visit, { deckId: c.deckId, archived: false })
    expect(await itemsOf(visit, exam)).toBe(2)
  })

  it('follows a deck into the one it is merged into', async () => {
    const visit = await newVisit()
    const [a, b] = [await ownItem(visit), await ownItem(visit)]
    const one = await made(visit, deck(a.deckId))
    const both = await made(visit, deck(a.deckId), deck(b.deckId))
    await mergeDecks(visit, { from: [a.deckId], into: b.deckId })
    expect((await read(visit, one)).exam.parts).toEqual([deck(b.deckId)])
    expect((await read(visit, both)).exam.parts).toEqual([deck(b.deckId)])
    expect(await itemsOf(visit, both)).toBe(2)
  })

  it('is only on what is the learner’s own, and only seen by them', async () => {
    const [visit, other] = [await newVisit(), await newVisit()]
    const theirs = await ownItem(other)
    const { deckId } = await ownItem(visit)
    for (const part of [deck(theirs.deckId), single(theirs.itemId), deck(newId())]) {
      expect(await makeExam(visit, draft([deck(deckId), part]))).toMatchObject({
        problem: { code: 'notFound' },
      })
    }
    const exam = await made(visit, deck(deckId))
    for (const attempt of [
      readExam(other, exam),
      changeExam(other, { examId: exam, draft: draft([deck(theirs.deckId)]) }),
      weighSections(other, { examId: exam, weights: {} }),
      deleteExam(other, { examId: exam, deleted: true }),
      enterResult(other, { examId: exam, result: null }),
    ])
      expect(await attempt).toMatchObject({ problem: { code: 'notFound' } })
    expect(await listExams(other)).toEqual([])
    expect(await listExams(visit)).toHaveLength(1)
  })

  it('lies ahead when it is made, and less than ten years', async () => {
    const visit = await newVisit()
    const { deckId } = await ownItem(visit)
    const on = (date: string, time: string) =>
      makeExam(visit, draft([deck(deckId)], { date, time }))
    // It is noon in Vienna on 22 November 2026.
    expect(await on('2026-11-22', '12:00')).toMatchObject({ problem: { code: 'invalid' } })
    expect(await on('2062-12-14', '12:00')).toMatchObject({ problem: { code: 'invalid' } })
    expect(await on('2026-11-22', '12:01')).toMatchObject({ ok: true })
    expect((await listExams(visit))[0]).toMatchObject({ daysLeft: 0 })
  })

  it('is changed as a whole, and keeps its weights', async () => {
    const visit = await newVisit()
    const [a, b] = [await ownItem(visit), await ownItem(visit)]
    const exam = await made(visit, deck(a.deckId), deck(b.deckId))
    const weights = { [`deck:${a.deckId}`]: 3 }
    await weighSections(visit, { examId: exam, weights })
    const change = { name: 'Midterm', date: '2026-12-01', daysOff: ['2026-11-25'] }
    const changed = await changeExam(visit, {
      examId: exam,
      draft: draft([single(a.itemId), deck(a.deckId)], change),
    })
    expect(changed.ok).toBe(true)
    const after = (await read(visit, exam)).exam
    expect(after).toMatchObject({ ...change, weights, items: 1 })
    expect(after.parts).toEqual([single(a.itemId), deck(a.deckId)])
  })

  it('is put away and comes back as it was', async () => {
    const visit = await newVisit()
    const { deckId } = await ownItem(visit)
    const exam = await made(visit, deck(deckId))
    expect(await nextExam(visit)).toMatchObject({ id: exam })
    expect((await listExams(visit))[0]).toMatchObject({ daysLeft: 22, items: 1 })
    await deleteExam(visit, { examId: exam, deleted: true })
    expect(await nextExam(visit)).toBeNull()
    expect((await read(visit, exam)).exam.deleted).toBe(true)
    await deleteExam(visit, { examId: exam, deleted: false })
    expect(await nextExam(visit)).toMatchObject({ id: exam })
  })
})

describe('the sections', () => {
  it('say what is remembered of them now and what will be', async () => {
    const visit = await newVisit(NOON - 10 * DAY_MS)
    const [a, b] = [await ownItem(visit), await ownItem(visit)]
    const stored = await recordReviews(visit, [
      answer(a.cardIds[0] ?? '', NOON - 10 * DAY_MS, { grade: 4 }),
    ])
    expect(stored.ok).toBe(true)
    const later = await visitOf(visit.learner.id)
    const { sections, exam } = await read(later, await made(later, deck(a.deckId), deck(b.deckId)))
    expect(exam.studyDay).toBe('2026-12-14')
    expect(formatStudyDay(later.studyDay)).toBe('2026-11-22')
    const [first, second] = sections.toSorted((x, y) => y.seen - x.seen)
    expect(first?.recallNow).toBeGreaterThan(0.8)
    expect(first?.recallThen).toBeLessThan(first?.recallNow ?? 0)
    expect(second).toMatchObject({ seen: 0, recallNow: null, recallThen: null, share: 0.5 })
  })

  it('count what the learner says, and at least one counts something', async () => {
    const visit = await newVisit()
    const [a, b] = [await ownItem(visit), await ownItem(visit)]
    const examId = await made(visit, deck(a.deckId), deck(b.deckId))
    const [one, two] = [`deck:${a.deckId}`, `deck:${b.deckId}`]
    const weigh = (weights: Record<string, number>) => weighSections(visit, { examId, weights })
    expect(await weigh({ [one]: 0, [two]: 0 })).toMatchObject({ problem: { code: 'invalid' } })
    expect(await weigh({ [one]: -1 })).toMatchObject({ problem: { code: 'invalid' } })
    expect(await weigh({ [one]: 3, [two]: 0, 'deck:gone': 7 })).toMatchObject({ ok: true })
    const page = await read(visit, examId)
    expect(page.exam.weights).toEqual({ [one]: 3, [two]: 0 })
    expect(page.sections.map(({ share }) => share).sort()).toEqual([0, 1])
  })
})

describe('the result', () => {
  it('is entered when the exam is over, and can be taken back', async () => {
    const visit = await newVisit()
    const { deckId } = await ownItem(visit)
    const examId = await made(visit, deck(deckId))
    const result = { points: 78, of: 100 }
    expect(await enterResult(visit, { examId, result })).toMatchObject({
      problem: { code: 'conflict' },
    })
    const after = await visitOf(visit.learner.id, Date.UTC(2026, 11, 14, 8))
    expect(await enterResult(after, { examId, result })).toMatchObject({ ok: true })
    expect((await read(after, examId)).exam).toMatchObject({ over: true, result })
    expect(await nextExam(after)).toBeNull()

    // Put off, it is ahead again and has none.
    const put = draft([deck(deckId)], { date: '2027-01-10' })
    expect(await changeExam(after, { examId, draft: put })).toMatchObject({ ok: true })
    expect((await read(after, examId)).exam).toMatchObject({ over: false, result: null })
  })

  it('leaves an exam that is over to be renamed without moving it', async () => {
    const visit = await newVisit()
    const { deckId } = await ownItem(visit)
    const examId = await made(visit, deck(deckId))
    const after = await visitOf(visit.learner.id, Date.UTC(2026, 11, 20))
    await enterResult(after, { examId, result: { points: 5, of: 6 } })
    const named = draft([deck(deckId)], { name: 'The first try' })
    expect(await changeExam(after, { examId, draft: named })).toMatchObject({ ok: true })
    expect((await read(after, examId)).exam).toMatchObject({
      name: 'The first try',
      result: { points: 5, of: 6 },
    })
    const moved = draft([deck(deckId)], { date: '2026-12-15' })
    expect(await changeExam(after, { examId, draft: moved })).toMatchObject({ ok: false })
  })
})

describe('what an exam can be on', () => {
  it('is offered by text, deck and words', async () => {
    const { visit, mill } = await withMill()
    const own = await ownItem(visit)
    const { decks } = await examChoices(visit)
    expect(decks.map(({ id }) => id)).toContain(own.deckId)
    expect(mill.sections.map(({ section }) => section)).toEqual(['The building', 'The congress'])
    expect(await findExamItems(visit, 'Vienna')).toMatchObject({
      value: [{ id: own.itemId, textTitle: null }],
    })
    await deleteItems(visit, { itemIds: [own.itemId] })
    expect(await findExamItems(visit, 'Vienna')).toMatchObject({ value: [] })
  })

  it('still holds what the exam is on already, though nothing of it is asked now', async () => {
    const { visit, textId } = await withMill()
    const own = await ownItem(visit)
    const gone = { kind: 'section' as const, textId, section: 'The dam' }
    const exam = await made(visit, deck(own.deckId), gone, single(own.itemId))
    await archiveDeck(visit, { deckId: own.deckId, archived: true })
    await deleteItems(visit, { itemIds: [own.itemId] })
    const { parts } = (await read(visit, exam)).exam
    const { texts, decks } = await examChoices(visit, parts)
    expect(decks).toContainEqual(
      expect.objectContaining({ id: own.deckId, name: expect.stringContaining('(archived)') }),
    )
    expect(texts[0]?.sections).toContainEqual({ section: 'The dam', items: 0 })
    expect(await changeExam(visit, { examId: exam, draft: draft([...parts]) })).toMatchObject({
      ok: true,
    })
  })
})

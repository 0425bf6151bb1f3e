import { describe, expect, it } from 'vitest'
import { howForecastsHeld } from './came-out'
import { deleteExam } from './delete-exam'
import { enterResult } from './enter-result'
import { exportData } from './export-data'
import { readNextExam } from './forecast-exam'
import { makeExam } from './make-exam'
import { readExam } from './read-exam'
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

const dayAfter = (visit: Visit, days: number) => visitOf(visit.learner.id, NOON + days * DAY_MS)

async function withExam(items: number, minutesPerDay = 20) {
  const visit = await newVisit()
  const made = []
  for (let n = 0; n < items; n++) made.push(await ownItem(visit))
  const { examId } = succeeded(
    await makeExam(visit, {
      ...{ name: 'Finals', date: '2026-12-02', time: '09:00', timeZone: 'Europe/Vienna' },
      parts: made.map(({ deckId }) => ({ kind: 'deck', deckId })),
      ...{ minutesPerDay, weekdaysOff: Array(7).fill(false), daysOff: [] },
    }),
  )
  return { visit, examId, made }
}

const read = async (visit: Visit, examId: string) => succeeded(await readExam(visit, examId))

describe('the forecast of an exam', () => {
  it('says a range, by section too, and what it rests on', async () => {
    const { visit, examId } = await withExam(4)
    const { forecasts } = await read(visit, examId)
    if (!forecasts) throw new Error('no forecast')
    const { now, stop, plan } = forecasts
    for (const { expected, low, high, sections, basis } of [now, stop]) {
      expect(low).toBeLessThan(expected)
      expect(expected).toBeLessThan(high)
      expect(sections).toHaveLength(4)
      expect(basis).toEqual({ answers: 0, firstAnswers: 0, items: 4, unseen: 4 })
    }
    // Following the plan, each of them is met before.
    expect(plan?.expected).toBeGreaterThan(stop.expected + 0.2)
  })

  it('rises with what is answered, and falls with the days until the exam', async () => {
    const { visit, examId, made } = await withExam(4)
    const before = (await read(visit, examId)).forecasts
    await recordReviews(
      visit,
      made.map(({ cardIds }) => answer(cardIds[0] ?? '', NOON, { grade: 4 })),
    )
    expect((await read(visit, examId)).move).toBeNull()
    const { forecasts, said, move } = await read(await dayAfter(visit, 1), examId)
    expect(move).toMatchObject({ since: '2026-11-22', points: expect.any(Number) })
    expect(forecasts?.stop.basis).toMatchObject({ firstAnswers: 4, unseen: 0 })
    expect(forecasts?.stop.expected).toBeGreaterThan(before?.stop.expected ?? 1)
    expect(forecasts?.now.expected).toBeGreaterThan(forecasts?.stop.expected ?? 1)
    // Both days are kept, the newest first.
    expect(said.filter(({ kind }) => kind === 'stop').map(({ day }) => day)).toEqual([
      '2026-11-23',
      '2026-11-22',
    ])
  })

  it('is kept as it was said first on a study day', async () => {
    const { visit, examId, made } = await withExam(2)
    const first = (await readNextExam(visit))?.forecasts?.stop
    await recordReviews(visit, [answer(made[0]?.cardIds[0] ?? '', NOON, { grade: 1 })])
    const { said, forecasts } = await read(visit, examId)
    expect(said.find(({ kind }) => kind === 'stop')).toMatchObject({ expected: first?.expected })
    expect(forecasts?.stop.expected).not.toBe(first?.expected)
    let file = ''
    for await (const piece of exportData(visit)) file += piece
    expect(JSON.parse(file).exams[0].forecasts.length).toBe(said.length)
  })

  it('is held against what came, and is not made when the exam has begun', async () => {
    const { visit, examId } = await withExam(3)
    const first = (await read(visit, examId)).forecasts?.stop
    const after = await dayAfter(visit, 11)
    const page = await read(after, examId)
    expect([page.forecasts, page.plan, page.came]).toEqual([null, null, null])
    expect(await howForecastsHeld(after)).toEqual({ held: 0, of: 0 })
    succeeded(await enterResult(after, { examId, result: { points: 3, of: 3 } }))
    expect((await read(after, examId)).came).toMatchObject({
      ...{ said: Math.round((first?.expected ?? 0) * 100), got: 100 },
    })
    const { came } = await read(after, examId)
    expect(await howForecastsHeld(after)).toEqual({ held: came?.held ? 1 : 0, of: 1 })
    succeeded(await deleteExam(after, { examId, deleted: true }))
    expect(await howForecastsHeld(after)).toEqual({ held: 0, of: 0 })
    expect((await read(after, examId)).said.every(({ day }) => day === '2026-11-22')).toBe(true)
  })

  it('is none for an exam that is put away', async () => {
    const { visit, examId } = await withExam(1)
    await deleteExam(visit, { examId, deleted: true })
    const page = await read(visit, examId)
    expect([page.forecasts, page.plan, page.said]).toEqual([null, null, []])
    expect(await readNextExam(visit)).toBeNull()
  })
})

describe('the plan on the page of an exam', () => {
  it('has every day until the exam, and says what is for today', async () => {
    const { visit, examId } = await withExam(3)
    const { plan } = await read(visit, examId)
    expect(plan?.days.map(({ day }) => day)).toHaveLength(10)
    expect(plan?.days.at(-1)).toMatchObject({ day: '2026-12-01', inPass: true, given: 20 })
    expect(plan?.today?.questions).toBeGreaterThan(0)
    expect(plan?.suffices).toBe(true)
  })

  it('is none for who gives no minutes', async () => {
    const { visit, examId } = await withExam(2, 0)
    const { plan, forecasts } = await read(visit, examId)
    expect([plan, forecasts?.plan]).toEqual([null, null])
  })
})

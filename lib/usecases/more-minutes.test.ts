import { describe, expect, it } from 'vitest'
import { makeExam } from './make-exam'
import { readExam } from './read-exam'
import { newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

async function withExam(items: number, minutesPerDay: number) {
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
  return { visit, examId }
}

const moreOf = async (visit: Visit, examId: string) =>
  succeeded(await readExam(visit, examId)).plan?.more

describe('more minutes a day', () => {
  it('bring points where those that are given do not suffice', async () => {
    const { visit, examId } = await withExam(30, 1)
    const more = await moreOf(visit, examId)
    expect(more?.minutes).toBe(20)
    expect(more?.points).toBeGreaterThan(2)
  })

  it('are not spoken of where those that are given suffice', async () => {
    const { visit, examId } = await withExam(3, 20)
    expect(await moreOf(visit, examId)).toBeNull()
  })
})

/** An exam on a deck with a forecast of it, and a mock test with a sitting that has begun: something in all their tables. */
import { store } from '@/lib/store/client'
import { beginSitting } from './begin-sitting'
import { makeExam } from './make-exam'
import { makeTest } from './make-test'
import { succeeded } from './test-bench'
import type { Visit } from './visit'

export async function examAndSitting(visit: Visit, deckId: string, questions: number) {
  const parts = [{ kind: 'deck', deckId }]
  const when = { name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'Europe/Vienna' }
  const { examId } = succeeded(
    await makeExam(visit, {
      ...{ ...when, parts, minutesPerDay: 20, daysOff: [] },
      weekdaysOff: [false, false, false, false, false, false, true],
    }),
  )
  await store().examForecast.create({
    data: {
      ...{ ownerId: visit.learner.id, examId, studyDay: new Date('2026-11-22'), kind: 'now' },
      ...{ expected: 0.5, low: 0.4, high: 0.6, detail: {} },
    },
  })
  const { testId } = succeeded(await makeTest(visit, { parts, questions, minutes: 20 }))
  const { sittingId } = succeeded(await beginSitting(visit, testId))
  return { examId, testId, sittingId }
}

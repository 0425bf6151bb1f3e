/** What score to expect of an exam, and how sure that is: learned from the learner's own answers, kept once a study day. */
import 'server-only'
import { type Exam, examAt, examDay } from '@/lib/core/exam/exam'
import { learnKnown } from '@/lib/core/exam/forecast/first-answers'
import { forecastExam, type Learner } from '@/lib/core/exam/forecast/forecast'
import { elsewhere } from '@/lib/core/exam/forecast/learned-recall'
import { type ForecastKind, type ForecastRecord, recordOf } from '@/lib/core/exam/forecast/record'
import type { ExamSection } from '@/lib/core/exam/sections'
import { store } from '@/lib/store/client'
import { forecastsOf, insertForecasts } from '@/lib/store/exam-forecast'
import { examSections } from './exam-scope'
import { learnMemory } from './learned-memory'
import { type ExamLine, examLine, nextExam } from './list-exams'
import type { Visit } from './visit'

export type Forecasts = { readonly [K in Exclude<ForecastKind, 'plan'>]: ForecastRecord }

/** null where there is nothing to be scored. */
async function forecastsNow(
  visit: Visit,
  exam: Exam,
  sections: readonly ExamSection[],
): Promise<Forecasts | null> {
  const { learner, studyDay } = visit
  const day = examDay(exam, learner.rolloverHour)
  if (sections.length === 0) return null
  const items = sections.flatMap((section) => section.items)
  const { learner: known, answers, firstAnswers } = await learn(visit, sections)
  const asked = {
    items,
    sections: sections.map(({ key, name, weight }) => ({ key, name, weight })),
  }
  const said = (kind: 'now' | 'stop', on: typeof day): ForecastRecord | null => {
    const forecast = forecastExam({ ...asked, day: on }, known)
    return forecast && recordOf(forecast, studyDay, kind, { answers, firstAnswers })
  }
  const now = said('now', studyDay)
  const stop = said('stop', day)
  return now && stop ? { now, stop } : null
}

/** Those of now; the first of a study day are kept, to be held against what comes. null once the exam has begun: what was said stands. */
export async function keepForecasts(
  visit: Visit,
  exam: Exam,
  sections: readonly ExamSection[],
): Promise<Forecasts | null> {
  const isAhead = !exam.deleted && examAt(exam) > visit.now
  const forecasts = isAhead ? await forecastsNow(visit, exam, sections) : null
  if (forecasts) await insertForecasts(store(), visit.learner.id, exam.id, Object.values(forecasts))
  return forecasts
}

export type NextExam = { readonly exam: ExamLine; readonly forecasts: Forecasts | null }

/** The exam that is next, with what to expect of it; null where none lies ahead. */
export async function readNextExam(visit: Visit): Promise<NextExam | null> {
  const exam = await nextExam(visit)
  if (!exam) return null
  const sections = await examSections(visit, exam)
  const items = sections.reduce((sum, section) => sum + section.items.length, 0)
  return {
    exam: examLine(visit, exam, items),
    forecasts: await keepForecasts(visit, exam, sections),
  }
}

export const recordedForecasts = (visit: Visit, exam: Exam): Promise<ForecastRecord[]> =>
  forecastsOf(store(), visit.learner.id, exam.id)

/** What the answers so far tell of the memory, and of what is known before it was ever asked. */
async function learn(visit: Visit, sections: readonly ExamSection[]) {
  const items = sections.flatMap((section) => section.items)
  const own = new Map(
    items.flatMap(({ cards, sectionKey }) => cards.map(({ id }) => [id, sectionKey] as const)),
  )
  const { points, recollections, firstAnswers } = await learnMemory(visit, own)
  const learner: Learner = {
    points: elsewhere(points),
    known: learnKnown(
      firstAnswers,
      items.map(({ kind }) => kind),
      sections.map(({ key }) => key),
    ),
  }
  return { learner, answers: recollections.length, firstAnswers: firstAnswers.length }
}

/** What score to expect of an exam, and how sure that is: learned from the learner's own answers, kept once a study day. */
import 'server-only'
import { type Exam, examAt, examDay } from '@/lib/core/exam/exam'
import { learnKnown } from '@/lib/core/exam/forecast/first-answers'
import { forecastExam, type Learner } from '@/lib/core/exam/forecast/forecast'
import { elsewhere } from '@/lib/core/exam/forecast/learned-recall'
import { type ForecastKind, type ForecastRecord, recordOf } from '@/lib/core/exam/forecast/record'
import { outlooksIfFollowed } from '@/lib/core/exam/forecast/under-plan'
import type { ExamSection } from '@/lib/core/exam/sections'
import { store } from '@/lib/store/client'
import { forecastsOf, insertForecasts } from '@/lib/store/exam-forecast'
import { planOf, toPlan } from './exam-plans'
import { examSections } from './exam-scope'
import { learnMemory } from './learned-memory'
import { type ExamLine, examLine, nextExam } from './list-exams'
import type { Visit } from './visit'

export type Forecasts = {
  readonly now: ForecastRecord
  readonly stop: ForecastRecord
  /** null where there is no plan, or the exam is today. */
  readonly plan: ForecastRecord | null
}

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
  const said = (kind: ForecastKind, on: typeof day, outlooks?: Outlooks): ForecastRecord | null => {
    const forecast = forecastExam({ ...asked, day: on, ...(outlooks && { outlooks }) }, known)
    return forecast && recordOf(forecast, studyDay, kind, { answers, firstAnswers })
  }
  const now = said('now', studyDay)
  const stop = said('stop', day)
  const outlooks = await outlooksOf(visit, exam, sections, known)
  return now && stop ? { now, stop, plan: outlooks && said('plan', day, outlooks) } : null
}

type Outlooks = ReturnType<typeof outlooksIfFollowed>

async function outlooksOf(
  visit: Visit,
  exam: Exam,
  sections: readonly ExamSection[],
  { points }: Learner,
): Promise<Outlooks | null> {
  const wanted = await toPlan(visit, exam, sections)
  const plan = wanted && planOf(wanted)
  return wanted && plan?.kind === 'plan' ? outlooksIfFollowed(wanted, plan, points) : null
}

/** Those of now; the first of a study day are kept, to be held against what comes. null once the exam has begun: what was said stands. */
export async function keepForecasts(
  visit: Visit,
  exam: Exam,
  sections: readonly ExamSection[],
): Promise<Forecasts | null> {
  const isAhead = !exam.deleted && examAt(exam) > visit.now
  const forecasts = isAhead ? await forecastsNow(visit, exam, sections) : null
  if (forecasts) {
    const { now, stop, plan } = forecasts
    const records = plan ? [now, stop, plan] : [now, stop]
    await insertForecasts(store(), visit.learner.id, exam.id, records)
  }
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
export async function learn(visit: Visit, sections: readonly ExamSection[]) {
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

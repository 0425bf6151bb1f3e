/** What more minutes a day would bring to an exam. */
import 'server-only'
import { type Exam, examDay } from '@/lib/core/exam/exam'
import { forecastExam } from '@/lib/core/exam/forecast/forecast'
import { type ForecastRecord, type Move, moved } from '@/lib/core/exam/forecast/record'
import { outlooksIfFollowed, withMoreMinutes } from '@/lib/core/exam/forecast/under-plan'
import type { ExamSection } from '@/lib/core/exam/sections'
import { planOf, toPlan } from './exam-plans'
import { learn } from './forecast-exam'
import type { Visit } from './visit'

/** So many minutes more a day are tried. */
const MORE = 20

export type More = Move & { readonly minutes: number }

/**
 * What more minutes a day would bring where those that are given do not suffice; null where they do.
 * @param followed the forecast of now, if the plan is followed
 */
export async function moreMinutes(
  visit: Visit,
  exam: Exam,
  sections: readonly ExamSection[],
  followed: ForecastRecord,
): Promise<More | null> {
  const wanted = await toPlan(visit, exam, sections)
  const plan = wanted && planOf(wanted)
  if (!wanted || plan?.kind !== 'plan' || plan.suffices) return null
  const { learner } = await learn(visit, sections)
  const longer = withMoreMinutes(wanted, MORE)
  const longerPlan = planOf(longer)
  if (longerPlan.kind !== 'plan') return null
  const then = forecastExam(
    {
      items: sections.flatMap(({ items }) => items),
      sections: sections.map(({ key, name, weight }) => ({ key, name, weight })),
      day: examDay(exam, visit.learner.rolloverHour),
      outlooks: outlooksIfFollowed(longer, longerPlan, learner.points),
    },
    learner,
  )
  return then && { ...moved(followed, then), minutes: MORE }
}

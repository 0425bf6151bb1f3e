/** The plans of exams, made anew from the memories as they are. Nothing of them is stored: after the exam nothing is left. */
import 'server-only'
import { createHash } from 'node:crypto'
import { type Exam, examAt, examDay, minutesOn } from '@/lib/core/exam/exam'
import { askedToday, type ExamToPlan, planExam, planToday } from '@/lib/core/exam/plan'
import type { ExamSection } from '@/lib/core/exam/sections'
import { type OwnSeconds, ownSeconds } from '@/lib/core/session/estimate'
import { addDays } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { examsFrom } from '@/lib/store/exam'
import { timesByForm } from '@/lib/store/review'
import { examSections } from './exam-scope'
import { departureOf } from './learned-memory'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** How far back one's own answer times are looked at, in days. */
const TIMES_SINCE_DAYS = 30

/** The learner's own seconds for an answer, by form. */
export const ownPace = async ({ learner, studyDay }: Visit): Promise<OwnSeconds> =>
  ownSeconds(await timesByForm(store(), learner.id, addDays(studyDay, -TIMES_SINCE_DAYS)))

/** What the plan of an exam goes by. Whoever gives no minutes wants no plan: null. */
export async function toPlan(
  visit: Visit,
  exam: Exam,
  sections: readonly ExamSection[],
): Promise<ExamToPlan | null> {
  if (exam.minutesPerDay === 0) return null
  const { learner, studyDay } = visit
  return {
    items: sections.flatMap((section) => section.items),
    today: studyDay,
    examDay: examDay(exam, learner.rolloverHour),
    minutesOn: (day) => minutesOn(exam, day),
    parameters: parametersOf(learner).parameters,
    departure: await departureOf(visit),
    ownSeconds: await ownPace(visit),
    weights: exam.weights,
    seed: `${exam.id}:${studyDay}`,
  }
}

/** So many plans are remembered: the same is asked for by several pages, and takes some tenths of a second to make. */
const MOST_REMEMBERED = 200

/** A plan is a function of what it goes by: the same is not made twice. */
function remembering<T>(make: (exam: ExamToPlan) => T): (exam: ExamToPlan) => T {
  const made = new Map<string, { readonly plan: T }>()
  return (exam) => {
    const key = nameOf(exam)
    const known = made.get(key)
    if (known) return known.plan
    const plan = make(exam)
    const [oldest] = made.keys()
    if (oldest !== undefined && made.size >= MOST_REMEMBERED) made.delete(oldest)
    made.set(key, { plan })
    return plan
  }
}

function nameOf({ minutesOn: minutes, ...exam }: ExamToPlan): string {
  const days = Array.from({ length: Math.max(0, exam.examDay - exam.today) }, (_, n) =>
    minutes(addDays(exam.today, n)),
  )
  return createHash('sha256')
    .update(JSON.stringify({ ...exam, days }))
    .digest('base64')
}

/** The plan with all its days. */
export const planOf = remembering(planExam)
const todayOf = remembering(planToday)

/** What the plans of all exams that lie ahead say about today; nothing where there is none, or none that begins yet. */
export async function examsToday(visit: Visit): Promise<ReturnType<typeof askedToday>> {
  const { learner, studyDay, now } = visit
  // A day before today: an exam at 2 in the night belongs to the study day before its date, and zones differ by a day.
  const found = await examsFrom(store(), learner.id, addDays(studyDay, -1))
  const ahead = found.filter((exam) => examAt(exam) > now)
  const plans = await Promise.all(
    ahead.map(async (exam) => {
      const wanted = await toPlan(visit, exam, await examSections(visit, exam))
      return { today: wanted && todayOf(wanted) }
    }),
  )
  return askedToday(plans)
}

/** What was forecast of exams, held against what came. */
import 'server-only'
import { examDay } from '@/lib/core/exam/exam'
import {
  type CameOut,
  cameOut,
  type ForecastRecord,
  howOftenHeld,
  lastSaid,
} from '@/lib/core/exam/forecast/record'
import { recordedForecasts } from './forecast-exam'
import { type ExamLine, listExams } from './list-exams'
import type { Visit } from './visit'

/** What was said of an exam at last, and its score; null where there is not both. */
export function cameOf(
  { learner }: Visit,
  { result, ...exam }: ExamLine,
  records: readonly ForecastRecord[],
): CameOut | null {
  const last = lastSaid(records, examDay(exam, learner.rolloverHour))
  return last && result ? cameOut(last, result.points / result.of) : null
}

/** Of the exams that have a score, in how many it lay in the range that was said. */
export async function howForecastsHeld(visit: Visit): Promise<{ held: number; of: number }> {
  const exams = (await listExams(visit)).filter(({ result, deleted }) => result && !deleted)
  const came = await Promise.all(
    exams.map(async (exam) => cameOf(visit, exam, await recordedForecasts(visit, exam))),
  )
  return howOftenHeld(came.flatMap((one) => one ?? []))
}

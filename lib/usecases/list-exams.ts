import 'server-only'
import { type Exam, examAt, examDay } from '@/lib/core/exam/exam'
import { addDays, formatStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { countExamItems, examsFrom, examsOf } from '@/lib/store/exam'
import type { Visit } from './visit'

export type ExamLine = Exam & {
  /** When it begins, in milliseconds since 1970. */
  readonly at: number
  /** The study day it falls on, YYYY-MM-DD, and how many study days there are until then. */
  readonly studyDay: string
  readonly daysLeft: number
  readonly over: boolean
  readonly items: number
}

/** All exams, the deleted ones too, by their date. */
export async function listExams(visit: Visit): Promise<ExamLine[]> {
  const exams = await examsOf(store(), visit.learner.id)
  const counts = await countExamItems(
    store(),
    visit.learner.id,
    exams.map((exam) => exam.id),
  )
  return exams
    .map((exam) => examLine(visit, exam, counts.get(exam.id) ?? 0))
    .sort((a, b) => a.at - b.at)
}

export function examLine({ learner, studyDay, now }: Visit, exam: Exam, items: number): ExamLine {
  const at = examAt(exam)
  const day = examDay(exam, learner.rolloverHour)
  return {
    ...exam,
    at,
    studyDay: formatStudyDay(day),
    daysLeft: day - studyDay,
    over: at <= now,
    items,
  }
}

/** The exam that is next; null where none lies ahead. */
export async function nextExam({ learner, studyDay, now }: Visit): Promise<Exam | null> {
  // A day before today: zones differ, and an exam in the night belongs to the study day before its date.
  const ahead = await examsFrom(store(), learner.id, addDays(studyDay, -1))
  const [next = null] = ahead
    .filter((exam) => examAt(exam) > now)
    .sort((a, b) => examAt(a) - examAt(b))
  return next
}

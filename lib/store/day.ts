/** Study days in rows are SQL dates; in core they are whole days since 1970-01-01. */
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'

const DAY_MS = 86_400_000

export const dateOfDay = (day: StudyDay): Date => new Date(day * DAY_MS)

export const dayOfDate = (date: Date): StudyDay => toStudyDay(Math.round(date.getTime() / DAY_MS))

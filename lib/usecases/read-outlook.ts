import 'server-only'
import { addDays, formatStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { dayOfDate } from '@/lib/store/day'
import { dueByDay } from '@/lib/store/queue'
import type { Visit } from './visit'

/** How many items are due on a coming day (YYYY-MM-DD). */
export type DayAhead = { readonly day: string; readonly count: number }

const DAYS = 7

/** The next seven days, tomorrow first, from what is known today. */
export async function readOutlook(visit: Visit): Promise<{ ahead: DayAhead[] }> {
  const tomorrow = addDays(visit.studyDay, 1)
  const rows = await dueByDay(store(), visit.learner.id, tomorrow, DAYS)
  const counts = new Map(rows.map((row) => [dayOfDate(row.day), row.items]))
  const days = Array.from({ length: DAYS }, (_, n) => addDays(tomorrow, n))
  return { ahead: days.map((day) => ({ day: formatStudyDay(day), count: counts.get(day) ?? 0 })) }
}

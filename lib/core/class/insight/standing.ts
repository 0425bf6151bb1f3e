/** Where a student stands with an assignment, and who needs attention first. */
import { addDays, type StudyDay } from '../../time/study-day'
import type { StudentProgress } from './progress'

export type Standing =
  | { readonly kind: 'done' }
  /** The start lies ahead. */
  | { readonly kind: 'early' }
  /** It has not reached them: they have not been here since the start. */
  | { readonly kind: 'away' }
  /** The due date is past and the goal not reached. */
  | { readonly kind: 'overdue'; readonly days: number }
  /** So many days behind an even pace from the start to the due date. */
  | { readonly kind: 'behind'; readonly days: number }
  | { readonly kind: 'on the way' }

/** Behind from so many days on: who studies every second day is not behind. */
const DAYS_BEHIND = 2

export function standingOf(
  progress: Pick<StudentProgress, 'share' | 'met'>,
  dates: { readonly startsOn: StudyDay; readonly dueOn: StudyDay; readonly today: StudyDay },
  delivered: boolean,
): Standing {
  const { startsOn, dueOn, today } = dates
  if (progress.met) return { kind: 'done' }
  if (today > dueOn) return { kind: 'overdue', days: today - dueOn }
  if (today < startsOn) return { kind: 'early' }
  if (!delivered) return { kind: 'away' }
  const all = addDays(dueOn, 1) - startsOn
  // Whole days that are over: of today nothing is asked yet.
  const behind = Math.floor(today - startsOn - progress.share * all + 1e-9)
  return behind >= DAYS_BEHIND ? { kind: 'behind', days: behind } : { kind: 'on the way' }
}

const ORDER: readonly Standing['kind'][] = [
  'overdue',
  'away',
  'behind',
  'on the way',
  'early',
  'done',
]

type Stood = {
  readonly name: string
  readonly standing: Standing
  readonly progress: Pick<StudentProgress, 'share' | 'recall'>
}

/** Who needs attention first: by standing, then the least done, then the least recalled, then by name. */
export function byAttention(a: Stood, b: Stood): number {
  return (
    ORDER.indexOf(a.standing.kind) - ORDER.indexOf(b.standing.kind) ||
    a.progress.share - b.progress.share ||
    (a.progress.recall ?? 0) - (b.progress.recall ?? 0) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  )
}

/** What stands in the form of an assignment, and how it is read. What was typed is sent as it is: the answer says what is wrong. */
import { type Assignment, type Goal, LONGEST_TERM } from '@/lib/core/class/assignment'
import { type Asking, type Outlook, outlookOf } from '@/lib/core/class/outlook'
import { addDays, formatStudyDay, parseStudyDay } from '@/lib/core/time/study-day'
import type { DeckToAssign } from '@/lib/usecases/assign-choices'
import { count, minutes } from '../components/dates'

export type AssignmentValues = {
  readonly deckId: string
  readonly name: string
  readonly sections: readonly string[]
  readonly startsOn: string
  readonly dueOn: string
  readonly goal: Goal['kind']
  readonly days: string
  /** In per cent. */
  readonly recall: string
  readonly hasExam: boolean
  readonly examDate: string
  readonly examTime: string
  readonly minutesPerDay: string
}

/** So long an assignment usually runs. */
const USUAL_DAYS = 13

export function newValues(
  deck: Pick<DeckToAssign, 'id'> | undefined,
  today: string,
): AssignmentValues {
  const start = parseStudyDay(today)
  return {
    ...{ deckId: deck?.id ?? '', name: '', sections: [], startsOn: today, goal: 'introduced' },
    dueOn: start === null ? '' : formatStudyDay(addDays(start, USUAL_DAYS)),
    ...{ days: '3', recall: '90', hasExam: false, examDate: '', examTime: '09:00' },
    minutesPerDay: '15',
  }
}

export function valuesOf(of: Assignment): AssignmentValues {
  const fresh = newValues({ id: of.deckId }, formatStudyDay(of.startsOn))
  return {
    ...fresh,
    ...{ name: of.name, sections: of.sections, goal: of.goal.kind },
    dueOn: formatStudyDay(of.dueOn),
    ...(of.goal.kind === 'recalled' && { days: String(of.goal.days) }),
    ...(of.goal.kind === 'expected' && { recall: String(Math.round(of.goal.recall * 100)) }),
    ...(of.exam && {
      ...{ hasExam: true, examDate: of.exam.date, examTime: of.exam.time },
      minutesPerDay: String(of.exam.minutesPerDay),
    }),
  }
}

/** What is no whole number is sent as it is, so that the answer says so. */
const whole = (typed: string): number | string =>
  /^\d+$/.test(typed.trim()) ? Number(typed) : typed

function goalOf({ goal, days, recall }: AssignmentValues) {
  switch (goal) {
    case 'introduced':
      return { kind: goal }
    case 'recalled':
      return { kind: goal, days: whole(days) }
    case 'expected': {
      const share = whole(recall)
      return { kind: goal, recall: typeof share === 'number' ? share / 100 : share }
    }
  }
}

export function draftOf(values: AssignmentValues, deckName: string): Record<string, unknown> {
  const { deckId, name, sections, startsOn, dueOn, hasExam } = values
  const { examDate: date, examTime: time, minutesPerDay } = values
  return {
    ...{ deckId, sections, startsOn, dueOn },
    name: name.trim() === '' ? deckName : name,
    goal: goalOf(values),
    exam: hasExam ? { date, time, minutesPerDay: whole(minutesPerDay) } : null,
  }
}

/** What the draft will mean for a student; null while its dates or its goal cannot be read. */
export function outlookFor(
  values: AssignmentValues,
  sections: DeckToAssign['sections'],
): Outlook | null {
  const startsOn = parseStudyDay(values.startsOn)
  const dueOn = parseStudyDay(values.dueOn)
  if (startsOn === null || dueOn === null || dueOn < startsOn) return null
  if (dueOn - startsOn > LONGEST_TERM) return null
  const goal: Goal =
    values.goal === 'recalled'
      ? { kind: 'recalled', days: Math.min(10, Number(values.days) || 1) }
      : { kind: 'introduced' }
  const chosen = sections.filter(
    ({ section }) => values.sections.length === 0 || values.sections.includes(section),
  )
  return outlookOf(chosen.flatMap(askedIn), { startsOn, dueOn, goal })
}

function askedIn({ items, lists, elements }: DeckToAssign['sections'][number]): Asking[] {
  const each = lists === 0 ? 0 : Math.max(1, Math.round(elements / lists))
  return Array.from({ length: items }, (_, n) =>
    n < lists ? { form: 'list', elements: each } : { form: 'typed', elements: 0 },
  )
}

/** 41 items, 12 days: about 4 new a day and 6 minutes */
export function outlookWords({ items, days, newPerDay, minutesPerDay }: Outlook): string {
  if (items === 0) return 'There are no items in this.'
  const size = `${count(items, 'item')}, ${count(days, 'day')}`
  return `${size}: about ${newPerDay} new a day and ${minutes(minutesPerDay)}, for someone who knows none of it.`
}

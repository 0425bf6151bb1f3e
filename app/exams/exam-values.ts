/** What stands in the form of an exam, and how it is read. What was typed is sent as it is: the answer says what is wrong. */
import type { ExamDraft, ExamPart } from '@/lib/core/exam/exam'
import type { ExamChoices } from '@/lib/usecases/exam-choices'

export type ExamValues = Omit<ExamDraft, 'weights'>

/** A part as the value of a box to tick. */
export const partValue = (part: ExamPart): string => JSON.stringify(part)

export function readExamForm(data: FormData, choices: ExamChoices): Record<string, unknown> {
  const parts = data.getAll('part').flatMap((value) => {
    try {
      return [JSON.parse(String(value))]
    } catch {
      return []
    }
  })
  const name = String(data.get('name') ?? '').trim()
  const off = new Set(data.getAll('weekdayOff').map(String))
  return {
    name: name === '' ? nameAfter(parts, choices) : name,
    date: data.get('date'),
    time: data.get('time'),
    timeZone: data.get('timeZone'),
    parts,
    minutesPerDay: wholeNumber(data.get('minutesPerDay')),
    weekdaysOff: Array.from({ length: 7 }, (_, day) => off.has(String(day))),
    daysOff: data.getAll('dayOff').map(String),
  }
}

/** The first deck, or else the first heading or text; one that is on many goes by it too. */
function nameAfter(parts: readonly ExamPart[], choices: ExamChoices): string {
  const first = parts.find((part) => part.kind === 'deck') ?? parts[0]
  if (!first) return 'Exam'
  const decks = [...choices.texts.flatMap((text) => text.decks), ...choices.decks]
  const text = choices.texts.find((of) => first.kind === 'section' && of.id === first.textId)
  const name =
    first.kind === 'deck'
      ? decks.find((deck) => deck.id === first.deckId)?.name
      : first.kind === 'section'
        ? first.section || text?.title
        : undefined
  return (name ?? 'Exam').slice(0, 120)
}

/** What is no whole number is sent as it is, so that the answer says so. */
function wholeNumber(value: FormDataEntryValue | null): number | string {
  const typed = String(value ?? '').trim()
  return /^\d+$/.test(typed) ? Number(typed) : typed
}

/** What can be assigned, and where: what the form of an assignment offers. */
import 'server-only'
import type { Assignment } from '@/lib/core/class/assignment'
import { mayInClass } from '@/lib/core/class/roles'
import type { ClassId, DeckId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { type DeckSection, sectionsOfDecks } from '@/lib/store/assignment'
import { classesOf } from '@/lib/store/class'
import { store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { deliveriesOf } from '@/lib/store/delivery'
import { seenByDeck } from '@/lib/store/knowledge'
import { assignmentHere } from './assign-deck'
import { type ClassHere, enterClass } from './class-access'
import type { Visit } from './visit'

export type DeckToAssign = {
  readonly id: DeckId
  readonly name: string
  readonly sections: readonly DeckSection[]
  /** Whether to propose that its owner goes on studying it: they do, and have answered something of it. */
  readonly studies: boolean
}

export type AssignChoices = {
  readonly here: ClassHere
  readonly decks: readonly DeckToAssign[]
  /** The other classes in which one may assign. */
  readonly classes: readonly { readonly id: ClassId; readonly name: string }[]
  /** YYYY-MM-DD */
  readonly today: string
}

/** For who may assign in the class: their own decks with items in them, and where else they may. */
export async function assignChoices(
  visit: Visit,
  classId: unknown,
): Promise<Outcome<AssignChoices>> {
  const here = await enterClass(store(), visit, classId, 'assign decks')
  if (!here.ok) return here
  const ownerId = visit.learner.id
  const rows = (await decksOf(store(), ownerId)).filter(
    ({ archived, items }) => !archived && items > 0,
  )
  const ids = rows.map(({ id }) => id)
  const [sections, seen, classes] = await Promise.all([
    sectionsOfDecks(store(), ids),
    seenByDeck(store(), ownerId, ids),
    classesOf(store(), ownerId),
  ])
  return done({
    here: here.value,
    decks: rows.map(({ id, name, studied }) => ({
      ...{ id, name, sections: sections.get(id) ?? [] },
      studies: studied && seen.has(id),
    })),
    classes: classes.flatMap(({ class: { id, name, archived }, seat }) =>
      id !== here.value.class.id && !archived && mayInClass(seat.role, 'assign decks')
        ? [{ id, name }]
        : [],
    ),
    today: formatStudyDay(visit.studyDay),
  })
}

export type AssignmentToChange = {
  readonly here: ClassHere
  readonly assignment: Assignment
  readonly sections: readonly DeckSection[]
  /** So many students have it already. */
  readonly reached: number
}

/** An assignment as its form begins with it, for who may assign in the class. */
export async function assignmentToChange(
  visit: Visit,
  input: { classId: unknown; assignmentId: unknown },
): Promise<Outcome<AssignmentToChange>> {
  const found = await assignmentHere(store(), visit, input)
  if (!found.ok) return found
  const { here, assignment } = found.value
  const [sections, reached] = await Promise.all([
    sectionsOfDecks(store(), [assignment.deckId]),
    deliveriesOf(store(), assignment.id),
  ])
  const of = sections.get(assignment.deckId) ?? []
  return done({ here, assignment, sections: of, reached: reached.length })
}

/** What is due on the coming days, as the answers of a session change it. */
import { type DueLoad, LOAD_DAYS } from '../memory/load'
import type { CardState } from '../memory/state'
import type { StudyDay } from '../time/study-day'
import type { Session } from './state'

type Change = { readonly before: CardState; readonly after: CardState }

/** The counts with each changed card taken from the day it was due on and put on the day it is due on now. */
export function loadAfter(load: DueLoad, changes: readonly Change[]): DueLoad {
  const counts = [...load.counts]
  const add = (state: CardState, by: number): void => {
    if (state.memory.phase === 'new' || state.suspended) return
    const at = state.memory.dueDay - load.from
    const counted = counts[at]
    if (counted !== undefined) counts[at] = Math.max(0, counted + by)
  }
  for (const { before, after } of changes) {
    add(before, -1)
    add(after, 1)
  }
  return { ...load, counts }
}

/** The same counts as a session on `day` begins with: none before it, and as many days as it needs. */
export function loadOn(load: DueLoad, day: StudyDay): DueLoad {
  if (!load.balance) return { ...load, from: day }
  const at = (n: number) => load.counts[day + n - load.from] ?? 0
  return { ...load, from: day, counts: Array.from({ length: LOAD_DAYS }, (_, n) => at(n)) }
}

/** What the answers given so far have made of the plan's counts; what was undone is not in it. */
export function loadNow({ plan, cards }: Pick<Session, 'plan' | 'cards'>): DueLoad | null {
  if (!plan.load) return null
  const changes = plan.questions.flatMap((question) =>
    question.cards.flatMap((card): Change[] => {
      const after = cards[card.id]
      return after && after !== card.state ? [{ before: card.state, after }] : []
    }),
  )
  return changes.length === 0 ? plan.load : loadAfter(plan.load, changes)
}

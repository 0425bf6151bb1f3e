/** A room: a class answers the questions of a deck together, and whoever leads it goes from one to the next. */
import { z } from 'zod'
import { ItemId } from '../ids'

export const RoomPhase = z.enum(['waiting', 'asking', 'answers', 'passage'])
export type RoomPhase = z.infer<typeof RoomPhase>

/** A lesson is over by then: a room that nobody ended is no longer open. Milliseconds. */
export const LONGEST_ROOM_MS = 4 * 3_600_000

/** `round` counts the questions that were asked. */
export type RoomState =
  /** Nothing is asked: before the first question, or between two. `itemId`: what comes next, where it was chosen. */
  | { readonly phase: 'waiting'; readonly round: number; readonly itemId: ItemId | null }
  /** asking: answers are taken. answers: they are shown. passage: where the text says it. */
  | {
      readonly phase: Exclude<RoomPhase, 'waiting'>
      readonly round: number
      readonly itemId: ItemId
    }
  | { readonly phase: 'over'; readonly round: number }

/** What whoever leads does. */
export const RoomStep = z.discriminatedUnion('kind', [
  /** What is to be asked next. */
  z.object({ kind: z.literal('choose'), itemId: ItemId }),
  z.object({ kind: z.literal('ask'), itemId: ItemId }),
  /** No more answers are taken. */
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('show') }),
  z.object({ kind: z.literal('end') }),
])
export type RoomStep = z.infer<typeof RoomStep>

/** Where a step leads; null where it cannot be taken from here. A question under way is closed before another is asked. */
export function stepRoom(state: RoomState, step: RoomStep): RoomState | null {
  const { phase, round } = state
  if (phase === 'over') return null
  switch (step.kind) {
    case 'choose':
      return phase === 'asking' ? null : { phase: 'waiting', round, itemId: step.itemId }
    case 'ask':
      return phase === 'asking' ? null : { phase: 'asking', round: round + 1, itemId: step.itemId }
    case 'close':
      return phase === 'asking' ? { ...state, phase: 'answers' } : null
    case 'show':
      return phase === 'answers' ? { ...state, phase: 'passage' } : null
    case 'end':
      return { phase: 'over', round }
  }
}

/**
 * What comes next by itself: the question, its answers, its passage, the next question. Null after the last one.
 * @param order what may be asked, in order
 * @param asked what was asked in this room
 */
export function nextStep(
  state: RoomState,
  order: readonly ItemId[],
  asked: ReadonlySet<ItemId>,
): RoomStep | null {
  switch (state.phase) {
    case 'over':
      return null
    case 'asking':
      return { kind: 'close' }
    case 'answers':
      return { kind: 'show' }
    case 'waiting': {
      const itemId = state.itemId ?? nextItem(order, null, asked)
      return itemId && { kind: 'ask', itemId }
    }
    case 'passage': {
      const itemId = nextItem(order, state.itemId, asked)
      return itemId && { kind: 'ask', itemId }
    }
  }
}

/** The first after `current` that was not asked yet, going round once; null where all were. */
function nextItem(
  order: readonly ItemId[],
  current: ItemId | null,
  asked: ReadonlySet<ItemId>,
): ItemId | null {
  const at = current === null ? -1 : order.indexOf(current)
  const round = [...order.slice(at + 1), ...order.slice(0, at + 1)]
  return round.find((id) => id !== current && !asked.has(id)) ?? null
}

/** The item before or after the one that is chosen or was asked, whether it was asked or not; null at either end. */
export function neighbour(state: RoomState, order: readonly ItemId[], by: -1 | 1): ItemId | null {
  if (state.phase === 'over') return null
  const { itemId } = state
  const at = itemId === null ? (by === 1 ? -1 : 0) : order.indexOf(itemId)
  return order[at + by] ?? null
}

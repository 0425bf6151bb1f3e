/**
 * Effective events are what is left of a card's events when every undo has done its work. They depend on the set of
 * events alone: not on the order in which they arrived, nor on how often.
 */
import type { ReviewEvent } from './event'

export type EffectiveEvent = Exclude<ReviewEvent, { kind: 'undo' }>
type Undo = Extract<ReviewEvent, { kind: 'undo' }>

/**
 * Each id once (an id names one event), in the order of (at, id), without undos and without what they took back. An
 * undone undo gives its target back. An undo whose target is unknown or is another card's has no effect, and neither
 * have undos that take back each other in a ring. An undo may bear an earlier time than its target: clocks are set.
 */
export function effectiveEvents(events: readonly ReviewEvent[]): readonly EffectiveEvent[] {
  const ordered = areInOrder(events) ? events : inOrder(events)
  if (haveNoUndo(ordered)) return ordered
  const undos = ordered.filter((event): event is Undo => event.kind === 'undo')
  const [only] = undos
  const undone = only && undos.length === 1 ? undoneBy(only, ordered) : undoneIds(undos, ordered)
  const left: EffectiveEvent[] = []
  for (const event of ordered) {
    if (event.kind !== 'undo' && !undone.has(event.id)) left.push(event)
  }
  return left
}

/** Of effective events, those that count for the memory: the ones after the last reset. */
export function sinceReset(events: readonly EffectiveEvent[]): readonly EffectiveEvent[] {
  const last = events.findLastIndex((event) => event.kind === 'reset')
  return events.slice(last + 1)
}

/** As a log read from the database is: finding that out is much cheaper than putting it in order. */
function areInOrder(events: readonly ReviewEvent[]): boolean {
  let before: ReviewEvent | undefined
  for (const event of events) {
    if (before && byTimeThenId(before, event) >= 0) return false
    before = event
  }
  return true
}

function inOrder(events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const byId = new Map<string, ReviewEvent>()
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event)
  return [...byId.values()].sort(byTimeThenId)
}

function haveNoUndo(events: readonly ReviewEvent[]): events is readonly EffectiveEvent[] {
  for (const event of events) if (event.kind === 'undo') return false
  return true
}

/** The order in which events count. Ids are compared by code unit, the same on every machine. */
export function byTimeThenId(a: ReviewEvent, b: ReviewEvent): number {
  if (a.at !== b.at) return a.at - b.at
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Mostly there is one undo, and nothing to untangle. */
function undoneBy(undo: Undo, events: readonly ReviewEvent[]): ReadonlySet<string> {
  const target = events.find((event) => event.id === undo.targetId)
  return new Set(target && target.cardId === undo.cardId && target !== undo ? [target.id] : [])
}

/**
 * Each undo has one target, so undos hang on the event they lead to like a tree. It is read from its leaves: an undo
 * that nothing takes back is valid; what a valid undo targets is undone. Rings have no leaf and are never reached.
 */
function undoneIds(undos: readonly Undo[], events: readonly ReviewEvent[]): ReadonlySet<string> {
  const named = new Set<string>(undos.map((undo) => undo.targetId))
  const byId = new Map<string, ReviewEvent>()
  for (const event of events) if (named.has(event.id)) byId.set(event.id, event)
  const open = new Map<string, number>()
  for (const undo of undos) {
    if (targetOf(undo, byId)) open.set(undo.targetId, (open.get(undo.targetId) ?? 0) + 1)
  }
  const undone = new Set<string>()
  const settled = undos.filter((undo) => !open.has(undo.id))
  for (let undo = settled.pop(); undo; undo = settled.pop()) {
    const target = targetOf(undo, byId)
    if (!target) continue
    if (!undone.has(undo.id)) undone.add(target.id)
    const left = (open.get(target.id) ?? 0) - 1
    open.set(target.id, left)
    if (left === 0 && target.kind === 'undo') settled.push(target)
  }
  return undone
}

function targetOf(undo: Undo, byId: ReadonlyMap<string, ReviewEvent>): ReviewEvent | null {
  const target = byId.get(undo.targetId)
  return target && target.cardId === undo.cardId ? target : null
}

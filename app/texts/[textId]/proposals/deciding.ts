/**
 * Going through proposals: where one stands, what was decided, and the way back. Pure; what has to be sent comes out as
 * values.
 */
export type Decision = 'keep' | 'reject'
/** 'propose' takes a decision back. */
export type Sent = Decision | 'propose'

export type Deciding = {
  readonly ids: readonly string[]
  /** Index of the proposal in front of us; ids.length when all is decided and nothing is looked at. */
  readonly at: number
  readonly decided: ReadonlyMap<string, Decision>
  readonly past: readonly Step[]
}

type Step = {
  readonly at: number
  readonly before: readonly (readonly [id: string, decision: Decision | undefined])[]
}

export function begin(
  ids: readonly string[],
  decided: ReadonlyMap<string, Decision> = new Map(),
): Deciding {
  const known = new Map([...decided].filter(([id]) => ids.includes(id)))
  const state = { ids, at: -1, decided: known, past: [] }
  return { ...state, at: nextOpen(state) }
}

/** Decides on some proposals at once and goes on to the next one that is open. */
export function decide(state: Deciding, ids: readonly string[], decision: Decision): Deciding {
  if (ids.length === 0) return state
  const decided = new Map(state.decided)
  const before = ids.map((id) => [id, state.decided.get(id)] as const)
  for (const id of ids) decided.set(id, decision)
  const next = { ...state, decided, past: [...state.past, { at: state.at, before }] }
  return { ...next, at: nextOpen(next) }
}

/** Takes the last decision back; gives what has to be sent for that. */
export function undo(state: Deciding): {
  state: Deciding
  send: readonly (readonly [id: string, sent: Sent])[]
} {
  const step = state.past.at(-1)
  if (!step) return { state, send: [] }
  const decided = new Map(state.decided)
  for (const [id, decision] of step.before) {
    if (decision) decided.set(id, decision)
    else decided.delete(id)
  }
  return {
    state: { ...state, decided, at: step.at, past: state.past.slice(0, -1) },
    send: step.before.map(([id, decision]) => [id, decision ?? 'propose'] as const),
  }
}

/** A step to the next or the one before, decided or not. */
export function move(state: Deciding, by: 1 | -1): Deciding {
  const last = state.ids.length - 1
  const from = state.at > last ? last + 1 : state.at
  return { ...state, at: Math.min(Math.max(from + by, 0), last) }
}

/** A decision that the server refused is not one. */
export function forget(state: Deciding, ids: readonly string[]): Deciding {
  const decided = new Map(state.decided)
  for (const id of ids) decided.delete(id)
  return { ...state, decided }
}

export const openIds = (state: Deciding): string[] =>
  state.ids.filter((id) => !state.decided.has(id))

export const isDone = (state: Deciding): boolean => state.at >= state.ids.length

/** The first open one after where we stand, else the first open one, else the end. */
function nextOpen({ ids, at, decided }: Pick<Deciding, 'ids' | 'at' | 'decided'>): number {
  const after = ids.findIndex((id, i) => i > at && !decided.has(id))
  if (after >= 0) return after
  const any = ids.findIndex((id) => !decided.has(id))
  return any >= 0 ? any : ids.length
}

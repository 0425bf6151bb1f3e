/** What a class recalls of a text, passage by passage, and which passages to teach again. */
import type { Span } from '../../text/source'

/** An item with its evidence, as each student has it. */
export type PlacedItem = {
  readonly evidence: readonly Span[]
  /** Of those whom the assignment reached; null: never asked. */
  readonly people: readonly {
    readonly person: string
    readonly today: number | null
    readonly tomorrow: number | null
  }[]
}

export type PassageInsight = {
  /** Indexes into the items. */
  readonly items: readonly number[]
  /** Who were asked anything of it, of how many. */
  readonly people: number
  readonly reached: number
  /** Items times people that were asked: what the means are of. */
  readonly memories: number
  /** Mean over these, 0 … 1; null where nobody was asked. */
  readonly recall: number | null
  readonly recallTomorrow: number | null
}

export function passageInsight(
  indexes: readonly number[],
  items: readonly PlacedItem[],
): PassageInsight {
  const all = indexes.flatMap((index) => items[index]?.people ?? [])
  const asked = all.flatMap(({ person, today, tomorrow }) =>
    today === null || tomorrow === null ? [] : [{ person, today, tomorrow }],
  )
  return {
    items: indexes,
    people: new Set(asked.map(({ person }) => person)).size,
    reached: new Set(all.map(({ person }) => person)).size,
    memories: asked.length,
    recall: mean(asked.map(({ today }) => today)),
    recallTomorrow: mean(asked.map(({ tomorrow }) => tomorrow)),
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** So many passages fit into the beginning of a lesson. */
const TO_TEACH = 3
/** What will be recalled tomorrow with this chance needs no lesson. */
const TAUGHT = 0.9
/** As if so many memories more of each passage were as the text's mean: a passage that one was asked once says little. */
const HELD_TO_MEAN = 5

/**
 * The passages with the lowest recall expected tomorrow; those of few items and people are drawn towards the mean. Of
 * passages with the same items the first. What was never asked is not forgotten, and not in it.
 */
export function passagesToTeach<P extends PassageInsight>(passages: readonly P[]): P[] {
  const asked = passages.filter(({ memories }) => memories > 0)
  const memories = asked.reduce((sum, passage) => sum + passage.memories, 0)
  const overall = asked.reduce((sum, p) => sum + (p.recallTomorrow ?? 0) * p.memories, 0) / memories
  const held = (p: P) =>
    ((p.recallTomorrow ?? 0) * p.memories + overall * HELD_TO_MEAN) / (p.memories + HELD_TO_MEAN)
  const known = new Set<string>()
  return asked
    .filter((passage) => {
      const key = passage.items.join()
      if (known.has(key)) return false
      known.add(key)
      return (passage.recallTomorrow ?? 1) < TAUGHT
    })
    .map((passage) => ({ passage, held: held(passage) }))
    .sort((a, b) => a.held - b.held)
    .slice(0, TO_TEACH)
    .map(({ passage }) => passage)
}

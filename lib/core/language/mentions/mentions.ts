/** The mentions of a text: what its names name, and what its dates and numbers say, each with an exact value. */
import type { Mention, Name, Reading } from '@/lib/core/language/tree'
import { findNames } from './names/decide'
import { findValues } from './values/find-values'

/** In the order of the text; none overlaps another. */
export function mentionsOf(reading: Reading): Mention[] {
  const names = findNames(reading)
  const values = reading.blocks.flatMap((block) =>
    block.sentences.flatMap((sentence) => findValues(reading.text, block, sentence)),
  )
  return withoutOverlaps([...names, ...values])
}

/** Of two that overlap the longer one stands ("Seven Years’ War"), else the surer one. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const length = (m: Mention): number => m.end - m.start
  const best = [...mentions].sort(
    (a, b) => length(b) - length(a) || b.probability - a.probability || a.start - b.start,
  )
  const kept: Mention[] = []
  const taken = new Set<number>()
  for (const mention of best) {
    const places = Array.from({ length: length(mention) }, (_, k) => mention.start + k)
    if (places.length === 0 || places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    kept.push(mention)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** The named ones, gathered by what they name. */
export function namesOf(mentions: readonly Mention[]): Name[] {
  const names = new Map<string, { name: Name; mentions: Mention[]; aliases: Set<string> }>()
  for (const mention of mentions) {
    const { value } = mention
    if (!('name' in value)) continue
    const key = `${value.type} ${value.name}`
    const known = names.get(key) ?? {
      name: { type: value.type, name: value.name, aliases: [], mentions: [] },
      mentions: [],
      aliases: new Set<string>(),
    }
    known.mentions.push(mention)
    if (mention.text !== value.name) known.aliases.add(mention.text)
    names.set(key, known)
  }
  return [...names.values()].map((entry) => ({
    ...entry.name,
    aliases: [...entry.aliases],
    mentions: entry.mentions,
  }))
}

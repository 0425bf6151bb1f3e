/** What pronouns and "this congress" speak of, where one mention is left; else nothing is said. */
import type { Mention, Reading, Reference } from '@/lib/core/language/tree'
import { describedIn } from './descriptions'
import { namesOf } from './mentions'
import { pronounsIn } from './pronouns'

export function resolve(reading: Reading, mentions: readonly Mention[]): Reference[] {
  const names = namesOf(mentions)
  return [...pronounsIn(reading, mentions, names), ...describedIn(reading, names)].sort(
    (a, b) => a.start - b.start,
  )
}

/** What a learner's own answers tell of how they remember, beside what the memory model says. */
import 'server-only'
import { meanDeparture } from '@/lib/core/exam/belief'
import { type Evidence, evidenceOf } from '@/lib/core/exam/forecast/evidence'
import { learnRecall, type Point } from '@/lib/core/exam/forecast/learned-recall'
import { PRIOR } from '@/lib/core/exam/forecast/prior'
import type { Departure } from '@/lib/core/exam/forecast/true-recall'
import type { CardId } from '@/lib/core/ids'
import { forgettingOf } from '@/lib/core/memory/algorithm'
import { store } from '@/lib/store/client'
import { lastStudied, type StudiedCard } from '@/lib/store/exam-forecast'
import { reviewsOfCards } from '@/lib/store/review'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** The answers of so many cards tell of a memory; further back they count for little. */
const MOST_CARDS = 2_000

export type LearnedMemory = Evidence & { readonly points: readonly Point[] }

/** @param sections the section of an exam that a card is in, where it is in one */
export async function learnMemory(
  { learner, studyDay }: Visit,
  sections: ReadonlyMap<CardId, string> = new Map(),
): Promise<LearnedMemory> {
  const { parameters } = parametersOf(learner)
  const cards = await lastStudied(store(), learner.id, MOST_CARDS)
  const events = await reviewsOfCards(
    store(),
    learner.id,
    cards.map((card) => card.id),
  )
  const logged = cards.map((card) => ({
    ...{ id: card.id, kind: card.kind, events: events.get(card.id) ?? [] },
    sectionKey: sections.get(card.id) ?? keyOf(card),
  }))
  const evidence = evidenceOf(logged, parameters, studyDay)
  const points = learnRecall(evidence.recollections, PRIOR, forgettingOf(parameters))
  return { ...evidence, points }
}

/** As the sections of an exam are named. */
const keyOf = ({ textId, section, deckId }: StudiedCard): string =>
  textId === null ? `deck:${deckId ?? ''}` : `text:${textId}:${section}`

const MOST_REMEMBERED = 500
const remembered = new Map<string, Departure>()

/** How far recall departs from the model. Learned once a study day: a few answers more hardly move it. */
export async function departureOf(visit: Visit): Promise<Departure> {
  const { learner, studyDay } = visit
  const key = `${learner.id}/${studyDay}/${parametersOf(learner).foldedWith}`
  const known = remembered.get(key)
  if (known) return known
  const departure = meanDeparture((await learnMemory(visit)).points)
  const [oldest] = remembered.keys()
  if (oldest !== undefined && remembered.size >= MOST_REMEMBERED) remembered.delete(oldest)
  remembered.set(key, departure)
  return departure
}

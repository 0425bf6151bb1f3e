/**
 * Everything that is a learner's, as one JSON document in pieces: a log of years is never held at once. Its shape is
 * described in docs/export.md; `npm run replay` folds it as it is.
 */
import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { wholeImports } from '@/lib/store/book-import'
import { inSnapshot, store } from '@/lib/store/client'
import {
  ownCards,
  ownItemIds,
  ownTestIds,
  ownTextIds,
  wholeCards,
  wholeDecks,
  wholeEvents,
  wholeExams,
  wholeTest,
  wholeText,
} from '@/lib/store/export'
import {
  wholeAccount,
  wholeDeliveries,
  wholeMerges,
  wholeReadings,
  wholeSeats,
  wholeShares,
} from '@/lib/store/export-classes'
import { findItems } from '@/lib/store/item'
import { stretchesOf } from '@/lib/store/log'
import { parametersResults } from '@/lib/store/parameters'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** Raised when a reader of the last version would misread this one. */
const VERSION = 1
const ITEMS_AT_ONCE = 200
const EVENTS_AT_ONCE = 2_000

/** passage-2026-11-22.json */
export const exportName = (visit: Visit): string => `passage-${formatStudyDay(visit.studyDay)}.json`

export async function* exportData(visit: Visit): AsyncGenerator<string> {
  const { id } = visit.learner
  const { parameters, name, foldedWith } = parametersOf(visit.learner)
  const head = {
    format: 'passage-export',
    version: VERSION,
    exportedAt: new Date(visit.now).toISOString(),
    learner: visit.learner,
    rolloverHour: visit.learner.rolloverHour,
    scheduledWith: name,
    foldedWith,
    ...parameters,
    parametersResults: await parametersResults(store(), id),
  }
  yield JSON.stringify(head).slice(0, -1)
  yield `,\n"account":${JSON.stringify(await wholeAccount(store(), id))}`
  yield* list('merges', await wholeMerges(store(), id))
  yield* list('texts', textsOf(id))
  yield* list('imports', await wholeImports(store(), id))
  yield* list('textsRead', await wholeReadings(store(), id))
  yield* list('decks', await wholeDecks(store(), id))
  yield* list('shares', await wholeShares(store(), id))
  yield* list('seats', await wholeSeats(store(), id))
  yield* list('deliveries', await wholeDeliveries(store(), id))
  yield* list('exams', await wholeExams(store(), id))
  yield* list('items', itemsOf(id))
  yield* list('tests', testsOf(id))
  const cards: string[] = []
  yield* list('events', eventsOf(id, cards))
  yield `,\n"cards":[\n${cards.join(',\n')}\n]}\n`
}

async function* list(
  name: string,
  values: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<string> {
  yield `,\n"${name}":[\n`
  let between = ''
  for await (const value of values) {
    yield between + JSON.stringify(value)
    between = ',\n'
  }
  yield '\n]'
}

async function* textsOf(id: LearnerId): AsyncGenerator<unknown> {
  for (const textId of await ownTextIds(store(), id)) {
    const text = await wholeText(store(), id, textId)
    if (text) yield text
  }
}

async function* testsOf(id: LearnerId): AsyncGenerator<unknown> {
  for (const testId of await ownTestIds(store(), id)) {
    const test = await wholeTest(store(), id, testId)
    if (test) yield test
  }
}

async function* itemsOf(id: LearnerId): AsyncGenerator<unknown> {
  const ids = await ownItemIds(store(), id)
  for (let at = 0; at < ids.length; at += ITEMS_AT_ONCE) {
    yield* await findItems(store(), id, { ids: ids.slice(at, at + ITEMS_AT_ONCE) })
  }
}

/**
 * The events, and into `cards` the cards they fold to: both read in one snapshot, so that they agree also while answers
 * come in. Cards are few beside their events.
 */
async function* eventsOf(id: LearnerId, cards: string[]): AsyncGenerator<unknown> {
  for (const stretch of stretchesOf(weighed(await ownCards(store(), id)), EVENTS_AT_ONCE)) {
    const ids = stretch.map((card) => card.id)
    const [rows, events] = await inSnapshot(async (db) => [
      await wholeCards(db, id, ids),
      await wholeEvents(db, id, ids),
    ])
    cards.push(...rows.map((row) => JSON.stringify(row)))
    yield* events
  }
}

/** A card that was never answered still takes room. */
const weighed = <T extends { readonly events: number }>(cards: readonly T[]): T[] =>
  cards.map((card) => ({ ...card, events: card.events + 1 }))

/**
 * Two histories of one person become one: everything of the learner `from` becomes the visitor's, in one transaction, and
 * `from` is erased. Memories are folded over the events of both, so it is as if one learner had given all answers. Who may
 * ask for it is the caller's to know: whoever holds both.
 */
import 'server-only'
import { LearnerId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { accountOf } from '@/lib/store/account'
import { type Db, inTransaction } from '@/lib/store/client'
import { eraseLearner } from '@/lib/store/erasure'
import { findItems } from '@/lib/store/item'
import { findLearner, LIBRARY } from '@/lib/store/learner'
import { holdBoth, mergedInto, type Renaming, rememberMerge } from '@/lib/store/merge'
import { moveDeliveries, moveSeats, renameRoomItems } from '@/lib/store/merge-class'
import { copyTests, giveExams, takeExams } from '@/lib/store/merge-exam'
import { moveCards, moveParameters, moveReviews, renameRoomReviews } from '@/lib/store/merge-log'
import { sameDecks, sameItems, sameTexts } from '@/lib/store/merge-match'
import {
  emptyDecks,
  fillDecks,
  moveDecks,
  moveItems,
  moveTexts,
  type Same,
} from '@/lib/store/merge-things'
import { admitId } from './door'
import { foldCards } from './fold-cards'
import { freeName } from './give-text'
import { makeCards } from './make-cards'
import { countAndTry } from './try-parameters'
import type { Visit } from './visit'

/** What the visitor has that they did not have before. */
export type Merged = {
  /** Answers, those that were taken back too. */
  readonly answers: number
  readonly items: number
  readonly decks: number
}

const NOTHING: Merged = { answers: 0, items: 0, decks: 0 }

/** Done twice it is as done once. */
export async function mergeLearners(
  visit: Visit,
  fromLearnerId: unknown,
): Promise<Outcome<Merged>> {
  const from = admitId(LearnerId, fromLearnerId, 'learner')
  if (!from.ok) return from
  const into = visit.learner.id
  if (from.value === LIBRARY) return failed('invalid', 'The library is nobody’s to take.')
  if (from.value === into) return failed('invalid', 'This is you already.')
  return inTransaction((db) => mergeRows(db, visit, from.value))
}

async function mergeRows(db: Db, visit: Visit, from: LearnerId): Promise<Outcome<Merged>> {
  const into = visit.learner.id
  if (!(await holdBoth(db, from, into))) {
    if ((await mergedInto(db, from)) === into) return done(NOTHING)
    return failed('notFound', 'There is nothing here any more that could be added.')
  }
  if (await accountOf(db, from))
    return failed('conflict', 'What was studied there belongs to an account of its own.')
  const same = await sameThings(db, from, into)
  const things = await moveThings(db, visit, from, same)
  const log = await moveLog(db, visit, from, same)
  await copyTests(db, from, into, new Map([...idsOf(same), ...log.cards]))
  await moveClasses(db, from, into, { items: same.items, reviews: log.clashes })
  await rememberMerge(db, from, into, { cards: log.cards, items: same.items })
  await eraseLearner(db, from)
  return done({ ...things, answers: log.answers })
}

const idsOf = (same: Same) => [...same.texts, ...same.items, ...same.decks]

async function sameThings(db: Db, from: LearnerId, into: LearnerId): Promise<Same> {
  const texts = await sameTexts(db, from, into)
  const items = await sameItems(db, from, into, texts)
  return { texts, items, decks: await sameDecks(db, from, into, texts) }
}

/** What is studied from, and the exams that are on it. */
async function moveThings(
  db: Db,
  { learner: { id: into }, now }: Visit,
  from: LearnerId,
  same: Same,
): Promise<Pick<Merged, 'items' | 'decks'>> {
  const held = await emptyDecks(db, from)
  const taken = await takeExams(db, from)
  await moveTexts(db, from, into, same)
  const items = await moveItems(db, from, into, same)
  const decks = await moveDecks(db, from, into, same, (name) => freeName(db, into, name))
  await fillDecks(db, into, held, same)
  await giveExams(db, from, into, new Map(idsOf(same)), { taken, now: new Date(now) })
  if (items.revived.length > 0)
    await makeCards(db, into, await findItems(db, into, { ids: items.revived }))
  return { items: items.kept, decks }
}

/** Cards folded at once. */
const FOLDED = 200

/** The answers, and what they amount to together with the visitor's own. */
async function moveLog(db: Db, { learner: { id: into } }: Visit, from: LearnerId, same: Same) {
  const parameters = await moveParameters(db, from, into)
  const cards = await moveCards(db, from, into, same.items)
  const { answers, cardIds, clashes } = await moveReviews(db, from, into, { cards, parameters })
  await countAndTry(db, into, answers)
  const learner = await findLearner(db, into)
  if (!learner) throw new Error(`learner ${into} is held and not there`)
  for (let at = 0; at < cardIds.length; at += FOLDED)
    await foldCards(db, learner, cardIds.slice(at, at + FOLDED))
  return { answers, cards, clashes }
}

async function moveClasses(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  names: { readonly items: Renaming; readonly reviews: Renaming },
): Promise<void> {
  await renameRoomReviews(db, from, names.reviews)
  await renameRoomItems(db, names.items)
  await moveSeats(db, from, into)
  await moveDeliveries(db, from, into)
}

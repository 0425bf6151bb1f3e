/** A learner's memory model: which weights are in use, what they rest on, and what another choice would do. */
import 'server-only'
import { z } from 'zod'
import { CardId, ItemId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import { foldCard } from '@/lib/core/memory/fold'
import { nextTry } from '@/lib/core/memory/tries'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { countFolded } from '@/lib/store/card'
import { inTransaction, store } from '@/lib/store/client'
import { addJob, FIT_PARAMETERS, FOLD_AGAIN, type JobState, jobState } from '@/lib/store/jobs'
import { setFold, takeLearner } from '@/lib/store/learner'
import { type ParametersResult, parametersResults } from '@/lib/store/parameters'
import { reviewsOfCards } from '@/lib/store/review'
import { scheduledCards } from '@/lib/store/studies'
import { tallyOf } from '@/lib/store/tally'
import { admit } from './door'
import { foldSome } from './fold-again'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

export type MemoryModel = {
  readonly reviews: number
  /** The number of reviews at which the next try comes by itself. */
  readonly nextTry: number
  readonly weights: readonly number[]
  /** The number of the result in use; null: the usual weights. */
  readonly inUse: number | null
  /** The newest first. */
  readonly results: readonly ParametersResult[]
  readonly job: JobState | null
  /** Cards with a memory, and how many of them were folded with what is in use. */
  readonly folded: { readonly all: number; readonly folded: number }
}

export async function readMemoryModel(visit: Visit): Promise<MemoryModel> {
  const { learner } = visit
  const { parameters, foldedWith } = parametersOf(learner)
  const [reviews, results, job, folded] = await Promise.all([
    tallyOf(store(), learner.id),
    parametersResults(store(), learner.id),
    jobState(store(), FIT_PARAMETERS, learner.id),
    countFolded(store(), learner.id, foldedWith),
  ])
  return {
    ...{ reviews, results, job, folded },
    nextTry: nextTry(reviews),
    weights: parameters.weights,
    inUse: learner.ownWeights?.number ?? null,
  }
}

/** What is due before and after. */
export type Load = {
  /** Today, what is overdue included. */
  readonly today: number
  readonly tomorrow: number
  /** The thirty days from today on, what is overdue included. */
  readonly month: number
}
export type ChangePreview = {
  readonly items: number
  /** Items whose day would be another one. */
  readonly moved: number
  readonly before: Load
  readonly after: Load
}

const Change = z.object({
  /** The number of an own result; null: the usual weights. */
  number: z.int().min(1).nullable(),
  /** Whether due days are set anew as well. */
  reschedule: z.boolean(),
})

/** What setting all due days anew would do, with the given weights and the desired retention in use. */
export async function previewChange(visit: Visit, input: unknown): Promise<Outcome<ChangePreview>> {
  const change = admit(Change.pick({ number: true }), input)
  if (!change.ok) return change
  const learner = await learnerWith(visit.learner, change.value.number)
  if (!learner.ok) return learner
  const { parameters } = parametersOf(learner.value)
  const cards = await scheduledCards(store(), visit.learner.id)
  const days = new Map<ItemId, { before: number; after: number }>()
  for (let at = 0; at < cards.length; at += PREVIEWED) {
    const some = cards.slice(at, at + PREVIEWED)
    const ids = some.map((card) => CardId.parse(card.id))
    const events = await reviewsOfCards(store(), visit.learner.id, ids)
    for (const { id, itemId, dueDay } of some) {
      const cardId = CardId.parse(id)
      const { memory } = foldCard(cardId, events.get(cardId) ?? [], parameters)
      const after = memory.phase === 'new' ? dueDay : memory.dueDay
      const key = ItemId.parse(itemId)
      const known = days.get(key) ?? { before: dueDay, after }
      days.set(key, {
        before: Math.min(known.before, dueDay),
        after: Math.min(known.after, after),
      })
    }
  }
  const all = [...days.values()]
  const loadOf = (which: 'before' | 'after'): Load => {
    const within = (to: number) => all.filter((day) => day[which] <= to).length
    const today = within(visit.studyDay)
    return {
      today,
      tomorrow: within(visit.studyDay + 1) - today,
      month: within(visit.studyDay + 29),
    }
  }
  return done({
    items: all.length,
    moved: all.filter((day) => day.before !== day.after).length,
    before: loadOf('before'),
    after: loadOf('after'),
  })
}

/** Cards whose log is read at once: other requests come in between. */
const PREVIEWED = 500

async function learnerWith(learner: Learner, number: number | null): Promise<Outcome<Learner>> {
  if (number === null) return done({ ...learner, ownWeights: null })
  const results = await parametersResults(store(), learner.id)
  const found = results.find((result) => result.number === number)
  if (!found || found.outcome === 'tooFew')
    return failed('notFound', 'There are no such weights of yours.')
  return done({ ...learner, ownWeights: { number, weights: found.weights } })
}

/** Folded at once, so that the next page shows it; the worker does the rest. */
const AT_ONCE = 1000

/** Takes other weights into use, or sets all due days anew, or both. Without a new set of days those that are set stay. */
export async function changeMemoryModel(visit: Visit, input: unknown): Promise<Outcome<null>> {
  const change = admit(Change, input)
  if (!change.ok) return change
  const { number, reschedule } = change.value
  const wanted = await learnerWith(visit.learner, number)
  if (!wanted.ok) return wanted
  const { id } = visit.learner
  await inTransaction(async (db) => {
    await takeLearner(db, id)
    await setFold(db, id, {
      parametersNumber: number,
      ...(reschedule && { rescheduled: { at: visit.now, with: parametersOf(wanted.value).name } }),
    })
    await addJob(db, FOLD_AGAIN, { learnerId: id }, `${FOLD_AGAIN}:${id}:now`)
  })
  await foldSome(id, AT_ONCE)
  return done(null)
}

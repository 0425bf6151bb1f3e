import 'server-only'
import { BETWEEN_SECONDS } from '@/lib/core/session/estimate'
import {
  forecastRetention,
  MOST_CARDS,
  type RetentionForecast,
  type Studies,
} from '@/lib/core/stats/forecast-retention'
import { store } from '@/lib/store/client'
import { answerSeconds, newStudies, samplePresent } from '@/lib/store/studies'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** What is told of beside the one that is in use. */
const RETENTIONS = [0.8, 0.85, 0.9, 0.92, 0.95]

/** Of first answers one in four is wrong, as in the simulations of FSRS (first_rating_prob: Again 0.24). */
const FIRST_FORGOTTEN = 0.24
/** Seconds from question to question, until a learner's own are known. */
const USUAL_SECONDS = 15
/** From so many answers on their own seconds count; of the latest thousand. */
const ENOUGH_ANSWERS = 50
const LATEST = 1000

export type RetentionForecasts = {
  readonly rows: readonly RetentionForecast[]
  readonly present: number
  /** What the forecast rests on. */
  readonly cards: number
  readonly simulated: number
  readonly newItems: number
  readonly newPerDay: number
  /** Answers whose seconds were taken; 0: the usual ones. */
  readonly answers: number
}

/** Minutes a day and items known for each desired retention one could choose. */
export async function forecastRetentions(visit: Visit): Promise<RetentionForecasts> {
  const { learner, studyDay } = visit
  const [present, fresh, took] = await Promise.all([
    samplePresent(store(), learner.id, MOST_CARDS),
    newStudies(store(), learner.id),
    answerSeconds(store(), learner.id, LATEST),
  ])
  const isOwn = took.answers >= ENOUGH_ANSWERS
  const own = (seconds: number | null) =>
    isOwn && seconds !== null ? seconds + BETWEEN_SECONDS : USUAL_SECONDS
  const studies: Studies = {
    today: studyDay,
    cards: present.cards,
    presentCards: present.total,
    newPerDay: learner.newPerDay,
    newItems: fresh.items,
    cardsPerItem: fresh.items === 0 ? 1 : fresh.cards / fresh.items,
    firstForgotten: FIRST_FORGOTTEN,
    seconds: { recalled: own(took.recalled), forgotten: own(took.forgotten) },
    seed: learner.id,
  }
  const { parameters } = parametersOf(learner)
  const wanted = [...new Set([...RETENTIONS, learner.desiredRetention])].sort((a, b) => a - b)
  const rows: RetentionForecast[] = []
  for (const desiredRetention of wanted) {
    rows.push(forecastRetention(studies, { ...parameters, desiredRetention }))
    // Each takes some hundredths of a second: other requests come in between.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    rows,
    present: learner.desiredRetention,
    cards: present.total,
    simulated: present.cards.length,
    newItems: fresh.items,
    newPerDay: learner.newPerDay,
    answers: isOwn ? took.answers : 0,
  }
}

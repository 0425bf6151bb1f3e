/**
 * What a desired retention costs and gives, by simulation: each card is answered on its due day and recalled with the
 * probability that the model gives, by the very steps of the fold. The lots are the same for each retention, so that what
 * differs is the retention and not luck.
 */
import { CardId } from '../ids'
import { draw } from '../memory/draw'
import { recallNow } from '../memory/recall'
import { applyReview } from '../memory/schedule'
import type { MemoryState, SchedulingParameters } from '../memory/state'
import type { Grade } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'

/** After so many days it is told how many items are known, and what the days until then took. */
export const HORIZONS = [30, 90, 365] as const
export type Horizon = (typeof HORIZONS)[number]

/** So many cards are simulated at most; each then stands for several. */
export const MOST_CARDS = 400

export type PresentCard = {
  readonly memory: Exclude<MemoryState, { phase: 'new' }>
  /** Which part of an item it is: 1, or of a list one of its elements. */
  readonly share: number
}

export type Studies = {
  readonly today: StudyDay
  /** In the order of their due days; a sample where `presentCards` is more. */
  readonly cards: readonly PresentCard[]
  readonly presentCards: number
  /** New items a day, how many there are, and how many cards each has. */
  readonly newPerDay: number
  readonly newItems: number
  readonly cardsPerItem: number
  /** Of first answers, the share that is wrong, 0 … 1. */
  readonly firstForgotten: number
  /** Seconds that an answer takes. */
  readonly seconds: { readonly recalled: number; readonly forgotten: number }
  readonly seed: string
}

export type RetentionForecast = {
  readonly retention: number
  /** Minutes a day, averaged over the days up to each horizon, today included. */
  readonly minutes: Readonly<Record<Horizon, number>>
  /** Items that would be recalled on that day, before anything is answered on it. */
  readonly known: Readonly<Record<Horizon, number>>
}

/** One of the cards as the days go by. */
type Life = {
  readonly id: CardId
  readonly key: string
  readonly share: number
  memory: MemoryState
}

/** @param parameters their desired retention is the one that is asked about */
export function forecastRetention(
  studies: Studies,
  parameters: SchedulingParameters,
): RetentionForecast {
  const { lives, perDay, toCome, scale } = population(studies)
  const due = new Map<StudyDay, Life[]>()
  const wait = (life: Life, from: StudyDay) => {
    if (life.memory.phase === 'new') return
    const day = life.memory.dueDay < from ? from : life.memory.dueDay
    due.set(day, [...(due.get(day) ?? []), life])
  }
  for (const life of lives) wait(life, studies.today)
  const minutes = { 30: 0, 90: 0, 365: 0 }
  const known = { 30: 0, 90: 0, 365: 0 }
  let seconds = 0
  for (let n = 0; n <= 365; n++) {
    const day = addDays(studies.today, n)
    for (const horizon of HORIZONS) {
      if (n !== horizon) continue
      minutes[horizon] = (seconds * scale) / 60 / horizon
      known[horizon] = scale * lives.reduce((sum, life) => sum + recalled(life, day, parameters), 0)
    }
    const begun =
      Math.min(toCome, Math.floor((n + 1) * perDay)) - Math.min(toCome, Math.floor(n * perDay))
    const fresh = Array.from({ length: begun }, (_, k) => newLife(`${n}:${k}`, studies))
    lives.push(...fresh)
    for (const life of [...(due.get(day) ?? []), ...fresh]) {
      seconds += answerOn(life, day, studies, parameters)
      wait(life, addDays(day, 1))
    }
    due.delete(day)
  }
  return { retention: parameters.desiredRetention, minutes, known }
}

/** The cards of today, how many come a day and in all, and how many each of them stands for. */
function population({ cards, presentCards, newPerDay, newItems, cardsPerItem, seed }: Studies) {
  const newCards = Math.min(newItems, newPerDay * 365) * cardsPerItem
  const scale = Math.max(1, (presentCards + newCards) / MOST_CARDS)
  const wanted = Math.min(cards.length, Math.round(presentCards / scale))
  const lives = Array.from({ length: wanted }, (_, n): Life[] => {
    const card = cards[Math.floor(((n + 0.5) * cards.length) / wanted)]
    return card ? [{ ...lifeOf(`present:${n}`, seed), share: card.share, memory: card.memory }] : []
  }).flat()
  return {
    lives,
    perDay: (newPerDay * cardsPerItem) / scale,
    toCome: Math.round(newCards / scale),
    scale: wanted > 0 && newCards === 0 ? presentCards / wanted : scale,
  }
}

const newLife = (key: string, { seed, cardsPerItem }: Studies): Life => ({
  ...lifeOf(`new:${key}`, seed),
  share: 1 / cardsPerItem,
  memory: { phase: 'new' },
})

/** An id that is the same for the same card, since the fuzz is drawn from it. */
function lifeOf(key: string, seed: string): Pick<Life, 'id' | 'key'> {
  const hex = (salt: string, digits: number) =>
    Math.floor(draw(`${seed}:${key}:${salt}`) * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const id = `${hex('a', 8)}-${hex('b', 4)}-4${hex('c', 3)}-8${hex('d', 3)}-${hex('e', 8)}${hex('f', 4)}`
  return { key: `${seed}:${key}`, id: CardId.parse(id) }
}

function recalled(life: Life, day: StudyDay, parameters: SchedulingParameters): number {
  if (life.memory.phase === 'new') return 0
  return life.share * (recallNow(life.memory, day, parameters) ?? 1)
}

/** Asks the card until it is done for the day. Hard and Easy are taken for Good. Gives the seconds that it took. */
function answerOn(
  life: Life,
  day: StudyDay,
  { firstForgotten, seconds }: Studies,
  parameters: SchedulingParameters,
): number {
  const { memory } = life
  const chance =
    memory.phase === 'new' ? 1 - firstForgotten : (recallNow(memory, day, parameters) ?? 1)
  const reps = memory.phase === 'new' ? 0 : memory.reps
  let grade: Grade = draw(`${life.key}:${reps}`) < chance ? 3 : 1
  let spent = 0
  let at = day * 86_400_000
  do {
    life.memory = applyReview(
      life.id,
      life.memory,
      { grade, form: 'typed', at, studyDay: day },
      parameters,
    )
    spent += grade === 1 ? seconds.forgotten : seconds.recalled
    grade = 3
    at += 600_000
  } while (life.memory.phase !== 'review')
  return spent
}

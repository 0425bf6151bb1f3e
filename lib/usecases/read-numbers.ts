/**
 * The numbers of a learner: of everything, of a deck or of a text. All of them are counted from the log, and each can be
 * counted again from the export.
 */
import 'server-only'
import { DeckId, TextId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type CalendarDay, calendarOf, type Streak, streakOf } from '@/lib/core/stats/calendar'
import { type Calibration, calibrationOf } from '@/lib/core/stats/calibration'
import { type DueForecast, dueForecast } from '@/lib/core/stats/due-forecast'
import { type Memories, memoriesOf } from '@/lib/core/stats/memories'
import { type Retention, retentionOf } from '@/lib/core/stats/retention'
import { type StudyTime, studyTimeOf } from '@/lib/core/stats/study-time'
import { addCard, newTally, type Tally } from '@/lib/core/stats/tally'
import type { StudyDay } from '@/lib/core/time/study-day'
import { type Db, inSnapshot, store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { cardsWithLog, type LoggedCard, type LogScope, logOf } from '@/lib/store/log'
import { readableTexts } from '@/lib/store/text'
import { admitId, missing } from './door'
import { dueWithOf, parametersOf } from './parameters'
import type { Visit } from './visit'

export type Scope = { readonly kind: 'deck' | 'text'; readonly id: string; readonly name: string }

export type Numbers = {
  readonly today: StudyDay
  /** null: everything. */
  readonly scope: Scope | null
  /** The other scopes there are. */
  readonly scopes: readonly Scope[]
  /** Answers that were not taken back. */
  readonly answers: number
  readonly streak: Streak
  /** Weeks of seven days from Monday, the oldest first. */
  readonly calendar: readonly (readonly CalendarDay[])[]
  readonly forecast: DueForecast
  readonly retention: readonly Retention[]
  readonly desiredRetention: number
  readonly calibration: Calibration
  readonly time: StudyTime
  readonly memories: Memories
}

export type Asked = {
  readonly deck?: string | undefined
  readonly text?: string | undefined
  /** Days of the due forecast. */
  readonly ahead: 30 | 90
}

const WEEKS = 26
const DAYS_OF_TIME = 30

export async function readNumbers(visit: Visit, asked: Asked): Promise<Outcome<Numbers>> {
  const wanted = admitScope(asked)
  if (!wanted.ok) return wanted
  const scopes = await scopesOf(visit)
  const id = wanted.value.deckId ?? wanted.value.textId
  const scope = id ? scopes.find((one) => one.id === id) : null
  if (scope === undefined) return failed('notFound', missing(asked.deck ? 'deck' : 'text'))
  const { cards, tally } = await inSnapshot((db) => countLog(db, visit, wanted.value))
  return done({ ...figuresOf(visit, cards, tally, asked.ahead), scope, scopes })
}

function admitScope({ deck, text }: Asked): Outcome<LogScope> {
  if (deck !== undefined) {
    const id = admitId(DeckId, deck, 'deck')
    return id.ok ? done({ deckId: id.value }) : id
  }
  if (text === undefined) return done({})
  const id = admitId(TextId, text, 'text')
  return id.ok ? done({ textId: id.value }) : id
}

async function scopesOf(visit: Visit): Promise<Scope[]> {
  const [decks, texts] = await Promise.all([
    decksOf(store(), visit.learner.id),
    readableTexts(store(), visit.learner.id),
  ])
  return [
    ...texts.map(({ id, title }) => ({ kind: 'text' as const, id, name: title })),
    ...decks.map(({ id, name }) => ({ kind: 'deck' as const, id, name })),
  ]
}

async function countLog(db: Db, { learner, studyDay }: Visit, scope: LogScope) {
  const { parameters } = parametersOf(learner)
  const cards = await cardsWithLog(db, learner.id, scope)
  const tally = newTally()
  for await (const { cards: some, events } of logOf(db, learner.id, cards)) {
    const dueWith = await dueWithOf(db, learner, events.values())
    for (const { id, live } of some) {
      const card = { id, live, events: events.get(id) ?? [] }
      addCard(tally, card, parameters, studyDay, dueWith)
    }
  }
  return { cards, tally }
}

function figuresOf(
  { learner, studyDay: today }: Visit,
  cards: readonly LoggedCard[],
  tally: Tally,
  ahead: number,
) {
  const known = cards.flatMap(({ itemId, live, suspended, memory }) =>
    live && memory ? [{ itemId, suspended, ...memory }] : [],
  )
  const { parameters } = parametersOf(learner)
  return {
    today,
    answers: [...tally.days.values()].reduce((sum, day) => sum + day.answers, 0),
    streak: streakOf(tally, today),
    calendar: calendarOf(tally, today, WEEKS),
    forecast: dueForecast(
      known.filter((card) => !card.suspended),
      today,
      ahead,
    ),
    retention: retentionOf(tally, today),
    desiredRetention: learner.desiredRetention,
    calibration: calibrationOf(tally.forecasts),
    time: studyTimeOf(tally, today, DAYS_OF_TIME),
    memories: memoriesOf(known, today, parameters),
  }
}

/** Laws of the session, held over sessions of people who press anything at any time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardId } from '../ids'
import { foldCard, NEW_CARD } from '../memory/fold'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { CardState } from '../memory/state'
import { dated } from '../review/dated'
import type { Grade, ReviewEvent, ReviewEventInput } from '../review/event'
import { studyDayOf } from '../time/study-day'
import type { SessionPlan } from './question'
import { startSession, step } from './session'
import {
  cardId,
  checkers,
  choiceContent,
  idSource,
  itemId,
  listContent,
  NOW,
  planOf,
  question,
  reviewId,
  TODAY,
  typedContent,
} from './session-fixture'
import type { Action, Session, Wanted } from './state'
import { summarise } from './summary'
import { canUndo, counts, idsNeeded, progress } from './view'

const WORDS = ['valves', 'chambers', 'arteries', 'veins']
const ZONE = 'Europe/Berlin'
const parameters = DEFAULT_PARAMETERS

/** Some days hold much and some nothing; one day of the week is to be kept free. */
const dueAhead = Array.from({ length: 100 }, (_, i) => (i * i) % 23)
const WEEK = ['normal', 'normal', 'none', 'normal', 'normal', 'fewer', 'normal'] as const

/** What happened to a card before the session. */
type Past = readonly { readonly daysAgo: number; readonly grade: Grade }[]

const pastOf = (card: CardId, past: Past, n: number): ReviewEvent[] =>
  past.map(({ daysAgo, grade }, i) => {
    const at = NOW - daysAgo * 86_400_000 - 60_000 + i
    return {
      kind: 'review',
      id: reviewId(0x100000 + n * 1000 + i),
      cardId: card,
      grade,
      form: 'flip',
      typed: '',
      overruled: false,
      durationMs: 1000,
      at,
      studyDay: studyDayOf(at, ZONE, 4),
    }
  })

const grade = fc.constantFrom<Grade>(1, 2, 3, 4)
const past = fc.array(fc.record({ daysAgo: fc.integer({ min: 0, max: 20 }), grade }), {
  maxLength: 4,
})
const kind = fc.constantFrom('typed', 'choice', 'list')

type Start = { readonly plan: SessionPlan; readonly pasts: readonly ReviewEvent[] }
const start: fc.Arbitrary<Start> = fc
  .array(fc.tuple(kind, fc.array(past, { minLength: 4, maxLength: 4 })), { maxLength: 6 })
  .map((made) => {
    const pasts: ReviewEvent[] = []
    const questions = made.map(([form, histories], n) => {
      const content =
        form === 'list'
          ? listContent(WORDS)
          : form === 'choice'
            ? choiceContent(n)
            : typedContent(n)
      const states = histories.slice(0, form === 'list' ? 4 : 1).map((history, i): CardState => {
        const events = pastOf(cardId(n, i), history, n * 10 + i)
        pasts.push(...events)
        return foldCard(cardId(n, i), events, parameters)
      })
      return question(n, content, states)
    })
    const load = { from: TODAY, counts: dueAhead, balance: true, easyDays: WEEK }
    return { plan: { ...planOf(...questions), parameters, load }, pasts }
  })

const anyQuestion = fc.integer({ min: 0, max: 5 })
const doing: fc.Arbitrary<Wanted> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Wanted>({ type: 'show' }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('1 valves', 'none', '', 'valves\nveins\nlungs', 'arteries')
      .map((typed): Wanted => ({ type: 'submit', typed })),
  },
  { weight: 8, arbitrary: grade.map((g): Wanted => ({ type: 'grade', grade: g })) },
  { weight: 5, arbitrary: fc.constant<Wanted>({ type: 'finishList' }) },
  fc.tuple(anyQuestion, fc.boolean()).map(
    ([n, recalled]): Wanted => ({
      type: 'credit',
      cardIds: [cardId(n, 1), cardId(n, 2)],
      recalled,
    }),
  ),
  fc.boolean().map((right): Wanted => ({ type: 'overrule', right })),
  { weight: 3, arbitrary: fc.constant<Wanted>({ type: 'undo' }) },
  fc.constant<Wanted>({ type: 'bury' }),
  fc.constant<Wanted>({ type: 'suspend', reason: 'unclear' }),
  anyQuestion.map((n): Wanted => ({ type: 'resume', itemId: itemId(n) })),
  fc.constant<Wanted>({ type: 'tick' }),
)
const presses = fc.array(
  fc.tuple(
    doing,
    fc.oneof(fc.integer({ min: -50, max: 90_000 }), fc.constantFrom(700_000, -700_000)),
  ),
  { maxLength: 60 },
)

/** Clocks of devices go back now and then: `wait` may be less than nothing. */
function run(plan: SessionPlan, made: readonly (readonly [Wanted, number])[]): Session {
  const ids = idSource()
  let now = NOW
  return made.reduce((session, [plain, wait]) => {
    now += wait
    return press(session, plain, now, ids)
  }, startSession(plan))
}

function press(session: Session, plain: Wanted, now: number, ids: ReturnType<typeof idSource>) {
  return step(session, { ...plain, now, ids: ids(idsNeeded(session)) } as Action, checkers)
}

const stored = (event: ReviewEventInput): ReviewEvent => {
  const at = Date.parse(event.reviewedAt)
  return dated(event, at, studyDayOf(at, event.timeZone, 4))
}
const isAside = (state: CardState) => state.suspended !== null || state.buriedOn !== null

describe('a session, whatever is pressed', () => {
  it('has the very states that the server folds from what it sent, in any order of arrival', () => {
    fc.assert(
      fc.property(start, presses, ({ plan, pasts }, made) => {
        const session = run(plan, made)
        const log = [...session.events.map(stored).reverse(), ...pasts]
        for (const [id, state] of Object.entries(session.cards))
          expect(JSON.stringify(foldCard(id as CardId, log, parameters))).toBe(
            JSON.stringify(state),
          )
      }),
    )
  })

  it('sends each event once, and later ones later', () => {
    fc.assert(
      fc.property(start, presses, ({ plan }, made) => {
        const { events } = run(plan, made)
        expect(new Set(events.map((event) => event.id)).size).toBe(events.length)
        const undone = events.flatMap((event) => (event.kind === 'undo' ? event.targetId : []))
        expect(new Set(undone).size).toBe(undone.length)
      }),
    )
  })

  it('undone all the way is where it began', () => {
    fc.assert(
      fc.property(start, presses, ({ plan }, made) => {
        const begun = startSession(plan)
        const ids = idSource()
        ids(1000)
        let session = run(plan, made)
        while (canUndo(session)) session = press(session, { type: 'undo' }, session.clock, ids)
        expect(JSON.stringify(session.cards)).toBe(JSON.stringify(begun.cards))
        expect(session.history).toEqual([])
        const counted = { ...session, clock: begun.clock }
        expect(counts(counted)).toEqual(counts(begun))
        expect(progress(counted)).toEqual(progress(begun))
        if (begun.stage.phase !== 'summary' && session.stage.phase !== 'summary') {
          const { shownAt: _, ...turn } = session.stage.turn
          expect(begun.stage.turn).toMatchObject(turn)
        } else expect(session.stage.phase).toBe(begun.stage.phase)
      }),
    )
  })

  it('undoes each deed to the bit, but for the clock', () => {
    fc.assert(
      fc.property(start, presses, ({ plan }, made) => {
        const session = run(plan, made)
        const ids = idSource()
        ids(1000)
        const deeds: Wanted[] = [
          { type: 'grade', grade: 1 },
          { type: 'finishList' },
          { type: 'bury' },
          { type: 'suspend', reason: '' },
        ]
        for (const deed of deeds) {
          const done = press(session, deed, session.clock + 5000, ids)
          if (done === session) continue
          const back = press(done, { type: 'undo' }, done.clock + 5000, ids)
          expect(bits(back)).toBe(bits(session))
        }
      }),
    )
  })

  it('loses no card: answered to the end, each is on the schedule or put aside', () => {
    fc.assert(
      fc.property(start, presses, ({ plan }, made) => {
        const ids = idSource()
        ids(1000)
        let session = run(plan, made)
        for (let i = 0; i < 300 && session.stage.phase !== 'summary'; i++) {
          const now = session.clock + 1000
          const good: Wanted =
            session.stage.phase === 'question'
              ? { type: 'show' }
              : session.stage.turn.form.form === 'list'
                ? i % 3 === 0
                  ? { type: 'credit', cardIds: session.stage.turn.asked, recalled: true }
                  : { type: 'finishList' }
                : { type: 'grade', grade: 3 }
          session = press(session, good, now, ids)
        }
        expect(session.stage.phase).toBe('summary')
        const today = studyDayOf(session.clock, ZONE, 4)
        for (const state of Object.values(session.cards)) {
          if (isAside(state)) continue
          expect(state.memory.phase).toBe('review')
          if (state.memory.phase !== 'new') expect(state.memory.dueDay).toBeGreaterThan(today)
        }
        expect(counts(session)).toEqual({ new: 0, learning: 0, due: 0 })
      }),
    )
  })

  it('can be written down at any moment and taken up again', () => {
    fc.assert(
      fc.property(start, presses, presses, ({ plan }, before, after) => {
        const kept: Session = JSON.parse(JSON.stringify(run(plan, before)))
        expect(kept).toStrictEqual(run(plan, before))
        const going = { ids: idSource(), now: NOW + 5_000_000 }
        going.ids(1000)
        const ids = going.ids(600)
        const onwards = (session: Session) =>
          after.reduce((s, [plain, wait], i) => {
            const own = ids.slice(i * 10, i * 10 + idsNeeded(s))
            return step(
              s,
              { ...plain, now: going.now + i * 90_000 + wait, ids: own } as Action,
              checkers,
            )
          }, session)
        expect(onwards(kept)).toStrictEqual(onwards(run(plan, before)))
      }),
      { numRuns: 40 },
    )
  })

  it('adds up: the summary counts what was done and not undone', () => {
    fc.assert(
      fc.property(start, presses, ({ plan }, made) => {
        const session = run(plan, made)
        const summary = summarise(session)
        const { position, total } = progress(session)
        expect(summary.rightAtFirst).toBeLessThanOrEqual(summary.cards)
        expect(summary.questions).toBeLessThanOrEqual(summary.cards)
        expect(position).toBeLessThanOrEqual(total)
        expect(summary.forgotten.length).toBeLessThanOrEqual(summary.questions)
        const effective = Object.entries(session.cards).filter(([id, state]) => {
          const before = plan.questions.flatMap((q) => q.cards).find((card) => card.id === id)
          return reps(state) > reps(before?.state ?? NEW_CARD)
        })
        expect(summary.cards).toBe(effective.length)
      }),
    )
  })
})

const reps = ({ memory }: CardState) => (memory.phase === 'new' ? 0 : memory.reps)

/** All of a session but the clock, the time a question has stood there, and what is to be sent. */
function bits({ clock: _, events: __, stage, ...rest }: Session): string {
  const still =
    stage.phase === 'summary' ? stage : { ...stage, turn: { ...stage.turn, shownAt: 0 } }
  return JSON.stringify({ ...rest, stage: still })
}

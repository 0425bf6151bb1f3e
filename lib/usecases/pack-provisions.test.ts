/** What a device makes of its provisions is what the server would have made: today, later, and after any answers. */
import { describe, expect, it } from 'vitest'
import { ReviewId } from '@/lib/core/ids'
import type { Grade } from '@/lib/core/review/event'
import { planFrom, todayFrom } from '@/lib/core/session/provisions'
import type { SessionPlan } from '@/lib/core/session/question'
import { startSession, step } from '@/lib/core/session/session'
import type { Checkers, Session } from '@/lib/core/session/state'
import { gradePreviews, idsNeeded } from '@/lib/core/session/view'
import { startCatchUp } from './catch-up'
import { changeSettings } from './change-settings'
import { decideItems } from './decide-items'
import { getToday } from './get-today'
import { itemViews } from './item-view'
import { newId } from './new-id'
import { packProvisions } from './pack-provisions'
import { planSession } from './plan-session'
import { recordReviews } from './record-reviews'
import {
  addText,
  DAY_MS,
  NOON,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'
import type { Visit } from './visit'

setUpBench()

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.

The flood of 1921 destroyed the lower weir.

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911.

The plain lost 40 per cent of its meadows, 75 per cent of its ferries and 12 per cent of its mills when the dam broke.
`

/** A learner with a text of their own, all of its items kept, and a list. */
async function studying(): Promise<Visit> {
  const visit = await newVisit()
  await addText(visit, MILL)
  const proposed = await itemViews(visit, { status: ['proposed'] })
  await decideItems(visit, { itemIds: proposed.map(({ id }) => id), decision: 'keep' })
  await ownItem(visit, ['the Danube', 'the Wien', 'the Liesing'])
  await ownItem(visit)
  await ownItem(visit)
  await changeSettings(visit, { newPerDay: 4 })
  return visitOf(visit.learner.id)
}

const WEEKEND = [...Array.from({ length: 5 }, () => 'normal' as const), 'none', 'none'] as const

const CHECKERS: Checkers = {
  checkAnswer: () => ({ verdict: 'right' }),
  checkList: () => ({ found: [] }),
}

/** Does as a page does: a grade each for the first questions of a plan, lists by element. */
function answerSome(plan: SessionPlan, grades: readonly Grade[]): Session {
  let session = startSession(plan)
  for (const [n, grade] of grades.entries()) {
    const now = plan.now + n * 10_000
    session = step(session, { type: 'show', now }, CHECKERS)
    const isList = session.stage.phase === 'answer' && session.stage.turn.form.form === 'list'
    const deed = isList ? ({ type: 'finishList' } as const) : ({ type: 'grade', grade } as const)
    session = step(session, { ...deed, now, ids: ids(session) }, CHECKERS)
  }
  return session
}

const ids = (session: Session) =>
  Array.from({ length: idsNeeded(session) }, () => ReviewId.parse(newId()))

async function serverPlan(visit: Visit, scope = {}): Promise<SessionPlan> {
  return succeeded(await planSession(visit, scope))
}

const moment = ({ now, timeZone }: Visit) => ({ now, timeZone })

describe('provisions', () => {
  it('make the plan that the server makes, of everything, a deck or a text', async () => {
    const visit = await studying()
    const provisions = await packProvisions(visit)
    const plan = await serverPlan(visit)
    expect(plan.questions).toHaveLength(4)
    expect(provisions.items.length).toBeGreaterThan(4)
    expect(planFrom(provisions, [], moment(visit))).toEqual(plan)
    for (const { id } of provisions.items.flatMap(({ decks }) => decks)) {
      expect(planFrom(provisions, [], moment(visit), { deck: id })).toEqual(
        await serverPlan(visit, { deckId: id }),
      )
    }
    const text = provisions.items.map(({ textId }) => textId).find((id) => id !== '')
    expect(planFrom(provisions, [], moment(visit), { text: text ?? '' })).toEqual(
      await serverPlan(visit, { textId: text }),
    )
    expect(planFrom(provisions, [], moment(visit), { more: 3 })).toEqual(
      await serverPlan(visit, { moreNew: 3 }),
    )
  })

  it('go on, with answers that were not sent, as the server does once it has heard them', async () => {
    const visit = await studying()
    const provisions = await packProvisions(visit)
    const session = answerSome(planFrom(provisions, [], moment(visit)), [3, 1, 4, 2])
    const stored = await recordReviews({ ...visit, now: NOON + 60_000 }, session.events)
    expect(stored.ok && stored.value.results.map(({ status }) => status)).not.toContain('refused')
    for (const later of [60_000, 30 * 60_000, DAY_MS, 2 * DAY_MS, 5 * DAY_MS]) {
      const then = await visitOf(visit.learner.id, NOON + later)
      const here = planFrom(provisions, session.events, moment(then))
      expect(here).toEqual(await serverPlan(then))
      const today = await getToday(then)
      expect(todayFrom(provisions, session.events, moment(then)).counts).toEqual(today.counts)
    }
  })

  it('fit the day as the server does: its budget, and its share of a backlog until that is done', async () => {
    const visit = await studying()
    const first = answerSome(await serverPlan(visit), [4, 4, 4, 4])
    await recordReviews({ ...visit, now: NOON + 60_000 }, first.events)
    const month = 30 * DAY_MS
    await changeSettings(visit, { budget: { kind: 'cards', size: 3 }, easyDays: WEEKEND })
    const back = await visitOf(visit.learner.id, NOON + month)
    await startCatchUp(back, { perDay: 2 })
    const then = await visitOf(visit.learner.id, NOON + month)
    const provisions = await packProvisions(then)
    expect(planFrom(provisions, [], moment(then)).left.due).toBeGreaterThan(0)
    let events: Session['events'] = []
    for (const days of [0, 1, 2]) {
      const now = NOON + month + days * DAY_MS
      const today = await visitOf(visit.learner.id, now)
      const plan = planFrom(provisions, events, moment(today))
      expect(plan).toEqual(await serverPlan(today))
      const { counts } = await getToday(today)
      expect(todayFrom(provisions, events, moment(today)).counts).toEqual(counts)
      const session = answerSome(plan, [3, 3])
      events = [...events, ...session.events]
      await recordReviews({ ...today, now: now + 60_000 }, session.events)
    }
  })

  it('count an item once in the share of a day, though it is answered before them and after', async () => {
    const visit = await studying()
    const first = answerSome(await serverPlan(visit), [4, 4, 4, 4])
    await recordReviews({ ...visit, now: NOON + 60_000 }, first.events)
    const back = NOON + 30 * DAY_MS
    await startCatchUp(await visitOf(visit.learner.id, back), { perDay: 2 })
    const at = (minutes: number) => visitOf(visit.learner.id, back + minutes * 60_000)
    const forgotten = answerSome(await serverPlan(await at(0)), [1])
    await recordReviews(await at(1), forgotten.events)

    const provisions = await packProvisions(await at(2))
    const again = answerSome(planFrom(provisions, [], moment(await at(12))), [3])
    expect(again.events.map(({ cardId }) => cardId)).toEqual(
      forgotten.events.map(({ cardId }) => cardId),
    )
    const here = planFrom(provisions, again.events, moment(await at(14)))
    await recordReviews(await at(13), again.events)
    expect(here).toEqual(await serverPlan(await at(14)))
  })

  it('hold no catch-up plan that is done: a later backlog asks anew', async () => {
    const visit = await studying()
    const first = answerSome(await serverPlan(visit), [4, 4, 4, 4])
    await recordReviews({ ...visit, now: NOON + 60_000 }, first.events)
    const back = NOON + 30 * DAY_MS
    await startCatchUp(await visitOf(visit.learner.id, back), { perDay: 2 })
    const then = await visitOf(visit.learner.id, back)
    expect((await packProvisions(then)).catchUp).toMatchObject({ perDay: 2 })
    const share = answerSome(await serverPlan(then), [4, 4])
    await recordReviews({ ...then, now: back + 60_000 }, share.events)
    const next = await visitOf(visit.learner.id, back + DAY_MS)
    expect(next.learner.catchUp).not.toBeNull()
    expect((await packProvisions(next)).catchUp).toBeNull()
  })

  it('count an answer once, whether or not they have it already', async () => {
    const visit = await studying()
    const before = await packProvisions(visit)
    const session = answerSome(planFrom(before, [], moment(visit)), [3, 3, 1])
    const then = await visitOf(visit.learner.id, NOON + 60_000)
    await recordReviews(then, session.events)
    const after = await packProvisions(then)
    const plan = await serverPlan(then)
    expect(planFrom(after, [], moment(then))).toEqual(plan)
    expect(planFrom(after, session.events, moment(then))).toEqual(plan)
    expect(planFrom(before, session.events, moment(then))).toEqual(plan)
  })

  it('hold nobody else’s items', async () => {
    const mine = await packProvisions(await studying())
    const other = await packProvisions(await studying())
    const cards = new Set(mine.items.flatMap(({ cards }) => cards.map(({ id }) => id)))
    expect(cards.size).toBeGreaterThan(0)
    expect(other.items.flatMap((item) => item.cards).some(({ id }) => cards.has(id))).toBe(false)
    expect(other.learnerId).not.toBe(mine.learnerId)
  })

  it('end with the seventh day', async () => {
    const visit = await studying()
    const provisions = await packProvisions(visit)
    const at = (days: number) =>
      todayFrom(provisions, [], { ...moment(visit), now: NOON + days * DAY_MS }).isBeyond
    expect([0, 7, 8].map(at)).toEqual([false, false, true])
  })
})

describe('the interval on the button', () => {
  it('is what the server stores, for each grade, on first and later days', async () => {
    for (const grade of [1, 2, 3, 4] as const) {
      const visit = await studying()
      const provisions = await packProvisions(visit)
      const first = answerSome(planFrom(provisions, [], moment(visit)), [4, 3, 2, 4])
      await recordReviews({ ...visit, now: NOON + 60_000 }, first.events)
      const later = await visitOf(visit.learner.id, NOON + 12 * DAY_MS)
      // The device knows no more than its provisions and what was answered on it.
      const plan = planFrom(provisions, first.events, moment(later))
      for (const { cards, content } of plan.questions) {
        if (content.elements.length > 0) continue
        const only = { ...plan, questions: plan.questions.filter((one) => one.cards === cards) }
        const shown = step(startSession(only), { type: 'show', now: later.now }, CHECKERS)
        if (shown.stage.phase !== 'answer') continue
        const said = gradePreviews(shown)?.[grade]
        const given = step(
          shown,
          { type: 'grade', grade, now: later.now, ids: ids(shown) },
          CHECKERS,
        )
        const stored = await recordReviews({ ...later, now: later.now + 1000 }, given.events)
        const [result] = stored.ok ? stored.value.results : []
        const state = result?.status === 'stored' ? result.card.state : null
        expect(state).toEqual(cards[0] && given.cards[cards[0].id])
        expect(state?.memory).toEqual(said?.memory)
      }
    }
  })
})

/** A session that fits the day: its budget, a backlog and its end, and what is due on the coming days. */
import { describe, expect, it } from 'vitest'
import type { LearnerSettings } from '@/lib/core/learner'
import { addDays, formatStudyDay } from '@/lib/core/time/study-day'
import { archiveDeck } from './archive-deck'
import { endCatchUp, startCatchUp } from './catch-up'
import { changeSettings } from './change-settings'
import { getToday, type Today } from './get-today'
import { planSession, type SessionScope } from './plan-session'
import { recordReviews } from './record-reviews'
import {
  answer,
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

type Studied = { readonly at: (days: number) => Promise<Visit>; readonly cardIds: string[] }

/** A learner with items that were all answered Easy 40 days before, so that they are long overdue, and one new item. */
async function away(items: number, settings: Partial<LearnerSettings> = {}): Promise<Studied> {
  const then = await newVisit(NOON - 40 * DAY_MS)
  await changeSettings(then, { ...settings, balanceLoad: settings.balanceLoad ?? false })
  const at = (days: number) => visitOf(then.learner.id, NOON + days * DAY_MS)
  const visit = await at(-40)
  const cardIds: string[] = []
  for (let n = 0; n < items; n++) cardIds.push((await ownItem(visit)).cardIds[0] ?? '')
  await recordReviews(
    visit,
    cardIds.map((id) => answer(id, visit.now, { grade: 4 })),
  )
  await ownItem(visit)
  return { at, cardIds }
}

async function plan(visit: Visit, scope: SessionScope = {}) {
  return succeeded(await planSession(visit, scope))
}

async function answerAll(visit: Visit, scope: SessionScope = {}): Promise<number> {
  const { questions } = await plan(visit, scope)
  await recordReviews(
    visit,
    questions.map(({ cards }) => answer(cards[0]?.id ?? '', visit.now, { grade: 4 })),
  )
  return questions.length
}

const going = ({ catchUp }: Today) => (catchUp.state === 'going' ? catchUp : null)

describe('a budget', () => {
  it('holds so many questions, keeps new ones back, and says what is left', async () => {
    const { at } = await away(8, { budget: { kind: 'cards', size: 5 } })
    const visit = await at(0)
    const made = await plan(visit)
    expect(made.questions).toHaveLength(5)
    expect(made.left).toEqual({ due: 3, new: 1 })
    const today = await getToday(visit)
    expect(today).toMatchObject({
      counts: { new: 0, learning: 0, due: 8 },
      session: { questions: 5 },
      held: 1,
    })
  })

  it('can be another for one session, and new items can be let in', async () => {
    const { at } = await away(8, { budget: { kind: 'cards', size: 5 }, holdNew: false })
    const visit = await at(0)
    expect((await plan(visit)).questions).toHaveLength(5)
    const all = await plan(visit, { budget: { kind: 'none' } })
    expect(all.questions).toHaveLength(9)
    expect(all.left).toEqual({ due: 0, new: 0 })
    expect((await plan(visit, { budget: { kind: 'minutes', size: 1 } })).questions).toHaveLength(3)
    expect((await plan(visit, { budget: 'a lot' })).questions).toHaveLength(5)
    expect((await getToday(visit)).held).toBe(0)
  })

  it('in minutes goes by the learner’s own time, once there are twenty answers', async () => {
    const { at, cardIds } = await away(8, { budget: { kind: 'minutes', size: 1 } })
    const visit = await at(0)
    const quick = Array.from({ length: 20 }, (_, n) =>
      answer(cardIds[n % 2] ?? '', visit.now - n - 1, { durationMs: 1_000, grade: 3 }),
    )
    await recordReviews(visit, quick.slice(0, 18))
    expect((await plan(visit)).questions).toHaveLength(3)
    await recordReviews(visit, quick)
    expect((await plan(visit)).questions.length).toBeGreaterThan(5)
  })
})

describe('a catch-up plan', () => {
  it('is offered with a date, takes its share each day, and ends by itself', async () => {
    const { at } = await away(12, { budget: { kind: 'cards', size: 5 } })
    const offered = (await getToday(await at(0))).catchUp
    if (offered.state !== 'offered') throw new Error('there is a backlog')
    expect(offered.proposed.perDay).toBe(5)
    expect(offered.proposed.lastDay >= '2026-11-24').toBe(true)
    await startCatchUp(await at(0), { perDay: 5 })
    await changeSettings(await at(0), { budget: { kind: 'none' } })

    expect(going(await getToday(await at(0)))).toMatchObject({ perDay: 5, done: 0 })
    expect(await answerAll(await at(0))).toBe(5)
    const done = await getToday(await at(0))
    expect(done.session.questions).toBe(0)
    expect(done.counts.due).toBe(7)
    expect(going(done)).toMatchObject({ done: 5, lastDay: offered.proposed.lastDay })
    // Who goes on does all seven, and after them the one that is new.
    expect((await plan(await at(0), { beyondShare: true })).questions).toHaveLength(8)

    expect(await answerAll(await at(1))).toBe(5)
    // What is left is less than a share: the plan has done its work, and new items come again.
    const last = await at(2)
    expect((await getToday(last)).catchUp.state).toBe('none')
    expect((await visitOf(last.learner.id, last.now)).learner.catchUp).toBeNull()
    expect(await answerAll(await at(2))).toBe(3)
  })

  it('can change its pace and be ended; a pace that is none is refused', async () => {
    const { at } = await away(12)
    const visit = await at(0)
    expect((await getToday(visit)).catchUp.state).toBe('none')
    await startCatchUp(visit, { perDay: 4 })
    await startCatchUp(await at(1), { perDay: 6 })
    const { catchUp } = (await at(1)).learner
    expect(catchUp).toEqual({ perDay: 6, since: visit.studyDay })
    expect((await plan(await at(1))).questions).toHaveLength(6)
    for (const perDay of [0, 2.5, 5000, 'all', undefined])
      expect((await startCatchUp(visit, { perDay })).ok).toBe(false)
    await endCatchUp(await at(1))
    expect((await plan(await at(1))).questions).toHaveLength(13)
  })
})

describe('what else is due', () => {
  it('goes with the plan by day, without what is archived, where days are to be evened out', async () => {
    const { at } = await away(3, { balanceLoad: true })
    const visit = await at(-35)
    const { deckId, cardIds } = await ownItem(visit)
    // Eight days on: in the middle of the fuzz of a first Easy.
    const dueDay = formatStudyDay(addDays(visit.studyDay, 8))
    await recordReviews(visit, [answer(cardIds[0] ?? '', visit.now, { grade: 4, dueDay })])
    const sum = async () => (await plan(visit)).load?.counts.reduce((a, b) => a + b)
    expect(await sum()).toBe(4)
    expect((await plan(visit)).load).toMatchObject({ from: visit.studyDay, balance: true })
    expect((await plan(visit)).load?.counts[8]).toBeGreaterThanOrEqual(1)
    await archiveDeck(visit, { deckId, archived: true })
    expect(await sum()).toBe(3)
    await changeSettings(visit, { balanceLoad: false })
    expect((await plan(await at(-35))).load).toBeNull()
  })
})

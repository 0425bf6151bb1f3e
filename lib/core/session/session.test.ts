import { describe, expect, it } from 'vitest'
import type { CardId } from '../ids'
import { NEW_CARD } from '../memory/fold'
import type { Grade } from '../review/event'
import { startSession, step } from './session'
import {
  cardId,
  checkers,
  choiceContent,
  DUE,
  idSource,
  itemId,
  listContent,
  NOW,
  planOf,
  question,
  single,
  TODAY,
  TOMORROW,
  typedContent,
} from './session-fixture'
import type { Action, AnswerStage, Session, Turn, Wanted } from './state'
import { summarise } from './summary'
import {
  canUndo,
  counts,
  currentQuestion,
  gradePreviews,
  idsNeeded,
  listElements,
  progress,
  suggestedGrade,
} from './view'

/** A page that sends actions, some seconds apart, each with new ids. */
function page(...questions: Parameters<typeof planOf>) {
  const ids = idSource()
  let now = NOW
  let session: Session = startSession(planOf(...questions))
  const send = (action: Wanted, wait = 5000): Session => {
    now += wait
    const whole = { ...action, now, ids: ids(idsNeeded(session)) } as Action
    session = step(session, whole, checkers)
    return session
  }
  const answer = (grade: Grade, wait?: number) => {
    send({ type: 'show' }, wait)
    return send({ type: 'grade', grade }, 1000)
  }
  const asks = () => Number(`0x${currentQuestion(session)?.itemId.slice(-6) ?? 0}`)
  return { send, answer, asks, get: () => session }
}

function turn(session: Session): Turn {
  if (session.stage.phase === 'summary') throw new Error('the session is over')
  return session.stage.turn
}
function answered(session: Session): AnswerStage {
  if (session.stage.phase !== 'answer') throw new Error('no answer is shown')
  return session.stage
}
const memoryOf = (session: Session, id: CardId) => session.cards[id]?.memory

describe('a question', () => {
  it('is asked, shown and graded, and the next is there', () => {
    const { send, asks, get } = page(single(1, DUE), single(2, DUE))
    expect(asks()).toBe(1)
    expect(get().stage.phase).toBe('question')
    send({ type: 'show' })
    expect(get().stage.phase).toBe('answer')
    const after = send({ type: 'grade', grade: 3 })
    expect(asks()).toBe(2)
    expect(after.events).toMatchObject([
      {
        kind: 'review',
        cardId: cardId(1),
        grade: 3,
        form: 'typed',
        typed: '',
        overruled: false,
        reviewedAt: '2026-05-10T08:00:05.000Z',
        timeZone: 'Europe/Berlin',
        durationMs: 10_000,
      },
    ])
  })

  it('is not graded before the answer shows, and not twice', () => {
    const { send, get } = page(single(1, DUE), single(2, DUE))
    const before = get()
    expect(send({ type: 'grade', grade: 3 })).toBe(before)
    const shown = send({ type: 'show' })
    expect(send({ type: 'show' })).toBe(shown)
    const grade = { type: 'grade', grade: 3, now: NOW + 20_000, ids: idSource()(1) } as const
    const graded = step(shown, grade, checkers)
    expect(step(graded, grade, checkers)).toBe(graded)
    const next = step(graded, { type: 'show', now: NOW + 30_000 }, checkers)
    expect(step(next, grade, checkers)).toBe(next)
  })

  it('that was typed is judged, and the grade suggested', () => {
    const { send, get } = page(single(1, DUE), single(2, DUE))
    expect(answered(send({ type: 'submit', typed: '1 valves' })).verdict).toBe('right')
    expect(suggestedGrade(get())).toBe(3)
    send({ type: 'grade', grade: 3 })
    expect(answered(send({ type: 'submit', typed: 'no idea' })).verdict).toBe('wrong')
    expect(suggestedGrade(get())).toBe(1)
  })

  it('that was judged wrong can be called right, which is logged', () => {
    const { send, get } = page(single(1, DUE), single(2, DUE))
    send({ type: 'submit', typed: 'one valve' })
    send({ type: 'overrule', right: true })
    expect(suggestedGrade(get())).toBe(3)
    const after = send({ type: 'grade', grade: 3 })
    expect(after.events.at(-1)).toMatchObject({ typed: 'one valve', overruled: true, grade: 3 })
    const right = send({ type: 'submit', typed: '2 valves' })
    expect(send({ type: 'overrule', right: true })).toBe(right)
  })

  it('with options is right by the option alone, whatever a kind checker would say', () => {
    const kind = { ...checkers, checkAnswer: () => ({ verdict: 'right' }) as const }
    const start = startSession(planOf(single(1, NEW_CARD, choiceContent(1))))
    const { form, options } = turn(start)
    expect(form.form).toBe('choice')
    expect(options.toSorted()).toEqual(['1 valves', 'a dozen', 'none'])
    const wrong = step(start, { type: 'submit', typed: 'none', now: NOW + 1 }, kind)
    expect(answered(wrong).verdict).toBe('wrong')
    const right = step(start, { type: 'submit', typed: '1 valves', now: NOW + 1 }, kind)
    expect(answered(right).verdict).toBe('right')
  })

  it('does what its buttons say', () => {
    const { send, get } = page(single(1, DUE), single(2, DUE))
    for (const grade of [2, 4] as const) {
      const id = turn(get()).asked[0]
      if (!id) throw new Error('a card is asked')
      send({ type: 'show' })
      const previews = gradePreviews(get())
      // The button is pressed long after the answer was shown.
      const after = send({ type: 'grade', grade }, 3 * 3_600_000)
      expect(memoryOf(after, id)).toEqual(previews?.[grade].memory)
    }
  })
})

it('a session past the rollover counts what is answered then for the new day', () => {
  const { answer, get } = page(single(1, DUE), single(2, DUE))
  answer(3)
  answer(3, 20 * 3_600_000)
  expect(memoryOf(get(), cardId(1))).toMatchObject({ lastStudyDay: TODAY })
  expect(memoryOf(get(), cardId(2))).toMatchObject({ lastStudyDay: TOMORROW })
})

describe('a card on its learning steps', () => {
  it('comes back when its step is over, after what is being asked', () => {
    const { answer, asks } = page(single(1), single(2, DUE), single(3, DUE), single(4, DUE))
    answer(1)
    expect(asks()).toBe(2)
    answer(3, 20_000)
    expect(asks()).toBe(3)
    answer(3, 60_000)
    expect(asks()).toBe(1)
  })

  it('comes earlier when nothing else is left, but not twice running beside another', () => {
    const { answer, asks, get } = page(single(1), single(2))
    answer(3)
    answer(1)
    expect(asks()).toBe(1)
    answer(3)
    expect(memoryOf(get(), cardId(1))).toMatchObject({ phase: 'review' })
    expect(asks()).toBe(2)
    answer(3)
    expect(asks()).toBe(2)
    answer(3)
    expect(get().stage.phase).toBe('summary')
  })

  it('waits from the start when its step is not over', () => {
    const waits = step(
      step(startSession(planOf(single(1))), { type: 'show', now: NOW + 1 }, checkers),
      { type: 'grade', grade: 3, now: NOW + 2, ids: idSource()(1) },
      checkers,
    ).cards[cardId(1)]
    if (!waits) throw new Error('the card was answered')
    const { answer, asks } = page(single(1, waits), single(2, DUE), single(3, DUE))
    expect(asks()).toBe(2)
    answer(3)
    answer(3)
    expect(asks()).toBe(1)
  })

  it('is asked in another form than it was first met in', () => {
    const { answer, get } = page(single(1, NEW_CARD, choiceContent(1)))
    expect(turn(get()).form.form).toBe('choice')
    answer(3)
    expect(turn(get()).form.form).toBe('typed')
  })

  it('is left for later when its step is long, and comes back on the summary when it is over', () => {
    const plan = planOf(single(1))
    const slow = { ...plan, parameters: { ...plan.parameters, learningSteps: [60] } }
    const shown = step(startSession(slow), { type: 'show', now: NOW + 1 }, checkers)
    const over = step(
      shown,
      { type: 'grade', grade: 1, now: NOW + 2, ids: idSource()(1) },
      checkers,
    )
    expect(over.stage.phase).toBe('summary')
    expect(summarise(over)).toMatchObject({ laterToday: 1, laterAt: NOW + 1 + 3_600_000 })
    expect(step(over, { type: 'tick', now: NOW + 600_000 }, checkers).stage.phase).toBe('summary')
    expect(step(over, { type: 'tick', now: NOW + 3_700_000 }, checkers).stage.phase).toBe(
      'question',
    )
  })
})

describe('a list', () => {
  const words = ['valves', 'chambers', 'arteries']
  const list = (...states: Parameters<typeof question>[2]) =>
    question(1, listContent(words), states)

  it('credits the elements found, in any order, and lets each be flipped', () => {
    const { send, get } = page(list(DUE, DUE, DUE), single(2, DUE))
    const shown = answered(send({ type: 'submit', typed: 'arteries\nvalves\nkidneys\n' }))
    expect(shown.credits.map((c) => c.recalled)).toEqual([true, false, true])
    expect(gradePreviews(get())).toBeNull()
    expect(send({ type: 'grade', grade: 3 })).toBe(get())
    send({ type: 'credit', cardIds: [cardId(1, 1)], recalled: true })
    send({ type: 'credit', cardIds: [cardId(1, 0)], recalled: false })
    const after = send({ type: 'finishList' })
    expect(after.events).toMatchObject([
      { cardId: cardId(1, 0), grade: 1, typed: 'kidneys', overruled: false },
      { cardId: cardId(1, 1), grade: 3, typed: '', overruled: true },
      { cardId: cardId(1, 2), grade: 3, typed: 'arteries', overruled: false },
    ])
  })

  it('asks the rest along when one element is due', () => {
    const tomorrow = { ...DUE, memory: { ...DUE.memory, dueDay: TOMORROW } }
    const { get } = page(list(tomorrow, DUE, tomorrow))
    expect(turn(get()).asked).toEqual([0, 1, 2].map((i) => cardId(1, i)))
  })

  it('leaves suspended elements unasked, and gives them', () => {
    const { get } = page(list(DUE, { ...DUE, suspended: { reason: '' } }, DUE))
    expect(listElements(get()).map(({ asked }) => asked !== null)).toEqual([true, false, true])
  })

  it('asks again only for what was missed, when that is due', () => {
    const { send, get } = page(list(NEW_CARD, NEW_CARD, NEW_CARD), single(2, DUE))
    send({ type: 'submit', typed: 'valves' })
    send({ type: 'finishList' })
    send({ type: 'show' }, 70_000)
    send({ type: 'grade', grade: 3 })
    expect(turn(get())).toMatchObject({ question: 0, asked: [cardId(1, 1), cardId(1, 2)] })
    send({ type: 'submit', typed: 'arteries\nchambers\nvalves' })
    send({ type: 'finishList' })
    // The first was good, its step ends soon before theirs: all three are asked together.
    expect(turn(get()).asked).toHaveLength(3)
    send({ type: 'submit', typed: 'arteries\nchambers\nvalves' })
    expect(send({ type: 'finishList' }).stage.phase).toBe('summary')
  })

  it('without a line typed is credited by hand, all at once if one likes', () => {
    const { send } = page(list(DUE, DUE, DUE))
    expect(answered(send({ type: 'show' })).credits).toMatchObject([
      { found: null, recalled: false },
      { found: null, recalled: false },
      { found: null, recalled: false },
    ])
    send({ type: 'credit', cardIds: [0, 1, 2].map((i) => cardId(1, i)), recalled: true })
    const after = send({ type: 'finishList' }, 16_000)
    expect(
      after.events.map((e) => e.kind === 'review' && [e.grade, e.overruled, e.durationMs]),
    ).toEqual([
      [3, false, 8_667],
      [3, false, 8_667],
      [3, false, 8_667],
    ])
  })
})

describe('undo', () => {
  it('brings the last question back with its answer shown, also from the summary', () => {
    const { send, answer, asks, get } = page(single(1, DUE), single(2, DUE))
    answer(3)
    send({ type: 'submit', typed: 'two' })
    const shown = get()
    send({ type: 'grade', grade: 3 })
    expect(get().stage.phase).toBe('summary')
    const back = send({ type: 'undo' })
    expect(asks()).toBe(2)
    expect(answered(back)).toMatchObject({ typed: 'two', verdict: 'wrong' })
    expect(back.cards).toEqual(shown.cards)
    expect(back.events.at(-1)).toMatchObject({
      kind: 'undo',
      cardId: cardId(2),
      targetId: back.events.at(-2)?.id,
    })
    send({ type: 'undo' })
    expect(asks()).toBe(1)
    expect(canUndo(get())).toBe(false)
    expect(send({ type: 'undo' })).toBe(get())
  })

  it('takes back a whole list at once', () => {
    const words = ['valves', 'chambers']
    const { send, get } = page(question(1, listContent(words), [DUE, DUE]), single(2, DUE))
    send({ type: 'show' })
    send({ type: 'finishList' })
    const back = send({ type: 'undo' })
    expect(back.events.map((e) => e.kind)).toEqual(['review', 'review', 'undo', 'undo'])
    expect([cardId(1, 0), cardId(1, 1)].map((id) => back.cards[id])).toEqual([DUE, DUE])
    expect(answered(get()).credits).toHaveLength(2)
  })

  it('of a grade given too fast keeps the time that was spent', () => {
    const { send, get } = page(single(1, DUE))
    send({ type: 'show' }, 8000)
    send({ type: 'grade', grade: 1 }, 2000)
    send({ type: 'undo' }, 60_000)
    const after = send({ type: 'grade', grade: 3 }, 1000)
    expect(after.events.at(-1)).toMatchObject({ durationMs: 11_000 })
    expect(get().stage.phase).toBe('summary')
  })
})

describe('out of the way', () => {
  it('a buried question is not asked again today', () => {
    const { send, asks, get } = page(single(1), single(2, DUE))
    const after = send({ type: 'bury' })
    expect(after.events).toMatchObject([{ kind: 'bury', cardId: cardId(1) }])
    expect(asks()).toBe(2)
    expect(counts(get())).toEqual({ new: 0, learning: 0, due: 1 })
  })

  it('a bad question is suspended with what is bad about it, and can be taken back', () => {
    const { send, answer, asks, get } = page(single(1, DUE), single(2, DUE))
    send({ type: 'suspend', reason: 'two answers fit' })
    answer(3)
    expect(summarise(get()).setAside).toEqual([
      {
        itemId: itemId(1),
        question: 'How many valves has model 1?',
        answer: '1 valves',
        kind: 'suspend',
        reason: 'two answers fit',
      },
    ])
    send({ type: 'resume', itemId: itemId(1) })
    expect(asks()).toBe(1)
    expect(summarise(get()).setAside).toEqual([])
    expect(get().events.map((e) => e.kind)).toEqual(['suspend', 'review', 'resume'])
    send({ type: 'undo' })
    expect(get().stage.phase).toBe('summary')
    expect(summarise(get()).setAside).toHaveLength(1)
  })

  it('undo takes burying back too', () => {
    const { send, asks } = page(single(1, DUE), single(2, DUE))
    send({ type: 'bury' })
    const back = send({ type: 'undo' })
    expect(asks()).toBe(1)
    expect(back.cards[cardId(1)]).toEqual(DUE)
  })

  it('nothing is resumed that was not put aside', () => {
    const { send, get } = page(single(1, DUE))
    expect(send({ type: 'resume', itemId: itemId(1) })).toBe(get())
    expect(send({ type: 'resume', itemId: itemId(77) })).toBe(get())
  })
})

describe('an edit in the middle', () => {
  it('changes the words, and judges again what was typed', () => {
    const { send, get } = page(single(1, DUE))
    send({ type: 'submit', typed: 'one' })
    const content = { ...typedContent(1), accept: ['one'], question: 'How many?' }
    const edited = send({ type: 'edit', itemId: itemId(1), content })
    expect(currentQuestion(edited)?.content.question).toBe('How many?')
    expect(answered(edited).verdict).toBe('right')
    expect(suggestedGrade(get())).toBe(3)
  })

  it('reaches what undo brings back', () => {
    const { send, answer } = page(single(1, DUE), single(2, DUE))
    answer(3)
    const forms = [{ form: 'typed', prompt: 'Valves?' }] as const
    send({ type: 'edit', itemId: itemId(1), content: { ...typedContent(1), forms: [...forms] } })
    expect(turn(send({ type: 'undo' })).form.prompt).toBe('Valves?')
  })

  it('goes on where the item is no more', () => {
    const { send, asks, get } = page(single(1, DUE), single(2, DUE))
    send({ type: 'remove', itemId: itemId(1) })
    expect(asks()).toBe(2)
    expect(progress(get())).toEqual({ position: 1, total: 1 })
  })

  it('goes on where no card fits what it says now', () => {
    const { send, asks } = page(single(1, DUE), single(2, DUE))
    send({ type: 'edit', itemId: itemId(1), content: listContent(['valves']) })
    expect(asks()).toBe(2)
  })
})

describe('what the server says', () => {
  it('stands, and a question answered elsewhere is not asked', () => {
    const { send, answer, get } = page(single(1, DUE), single(2, DUE))
    const elsewhere = { ...DUE, memory: { ...DUE.memory, dueDay: TOMORROW } }
    send({ type: 'merge', cards: [{ id: cardId(2), state: elsewhere }] })
    expect(progress(get())).toEqual({ position: 2, total: 2 })
    expect(answer(3).stage.phase).toBe('summary')
    expect(send({ type: 'merge', cards: [{ id: cardId(99), state: DUE }] })).toBe(get())
  })
})

describe('where one stands', () => {
  it('is counted in questions: new, learning, due, the current among them', () => {
    const { answer, get } = page(single(1), single(2, DUE), single(3, DUE))
    expect(counts(get())).toEqual({ new: 1, learning: 0, due: 2 })
    expect(progress(get())).toEqual({ position: 1, total: 3 })
    answer(1)
    expect(counts(get())).toEqual({ new: 0, learning: 1, due: 2 })
    expect(progress(get())).toEqual({ position: 2, total: 3 })
    answer(3)
    expect(progress(get())).toEqual({ position: 3, total: 3 })
  })

  it('nothing to ask is the summary at once', () => {
    const empty = startSession(planOf())
    expect(empty.stage.phase).toBe('summary')
    expect(summarise(empty)).toMatchObject({ questions: 0, minutes: 0, forgotten: [] })
    expect(progress(empty)).toEqual({ position: 0, total: 0 })
  })
})

describe('the summary', () => {
  it('says what was recalled at once, what was forgotten and where it stands, and what comes', () => {
    const { send, answer, get } = page(single(1, DUE), single(2, DUE), single(3, DUE))
    answer(1, 40_000)
    answer(3, 40_000)
    send({ type: 'bury' })
    answer(3, 60_000)
    const summary = summarise(get())
    expect(summary).toMatchObject({ questions: 2, cards: 2, rightAtFirst: 1, minutes: 2 })
    expect(summary.forgotten).toEqual([
      {
        itemId: itemId(1),
        question: 'How many valves has model 1?',
        answer: '1 valves',
        elements: [],
        passage: { textId: expect.any(String), start: 104 },
      },
    ])
    const [tomorrow] = summary.ahead
    expect(tomorrow).toMatchObject({ day: TOMORROW })
    // The forgotten one and the buried one.
    expect(tomorrow?.count).toBe(2)
    expect(summary.ahead).toHaveLength(7)
  })
})

it('a time that is none, too few ids, and ids twice over are mistakes of the page', () => {
  const start = startSession(planOf(single(1, DUE)))
  expect(() => step(start, { type: 'show', now: Number.NaN }, checkers)).toThrow(RangeError)
  const shown = step(start, { type: 'show', now: NOW + 1 }, checkers)
  const grade = { type: 'grade', grade: 3, now: NOW + 2 } as const
  expect(() => step(shown, { ...grade, ids: [] }, checkers)).toThrow(/1 ids/)
})

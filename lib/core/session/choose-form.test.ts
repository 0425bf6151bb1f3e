import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId } from '../ids'
import type { Form, FormSpec, ItemContent } from '../items/item'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { applyReview } from '../memory/schedule'
import type { MemoryState } from '../memory/state'
import { type Known, known } from '../memory/state-fixture'
import { toStudyDay } from '../time/study-day'
import { chooseForm, optionOrder } from './choose-form'
import { estimateMinutes } from './estimate'

const typed: FormSpec = { form: 'typed', prompt: 'How many litres does the heart move a minute?' }
const cloze: FormSpec = { form: 'cloze', prompt: 'The heart moves ____ litres a minute.' }
const flip: FormSpec = { form: 'flip', prompt: 'Litres a minute?' }
const choice: FormSpec = { form: 'choice', prompt: 'How many litres?', options: ['3', '5', '9'] }
const list: FormSpec = { form: 'list', prompt: 'Name the chambers.' }

const content = (forms: FormSpec[], elements: ItemContent['elements'] = []) => ({
  question: 'How many litres a minute?',
  forms,
  elements,
})
const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
const NEW: MemoryState = { phase: 'new' }
const withStability = (stability: number, change: Partial<Known> = {}): MemoryState =>
  known({ stability, ...change })
const chosen = (forms: FormSpec[], memory: MemoryState, seed = 'a', wanted?: Form) =>
  chooseForm(content(forms), memory, seed, wanted)
const asked = (...given: Parameters<typeof chosen>) => chosen(...given).form

const ALL = [typed, flip, choice, cloze]
const HARDNESS: readonly Form[] = ['choice', 'cloze', 'typed']
const hardness = (form: Form) => HARDNESS.indexOf(form)

describe('the form an item is asked in', () => {
  it.each([
    [NEW, 'choice'],
    [withStability(0.9), 'choice'],
    [withStability(1), 'cloze'],
    [withStability(6.9), 'cloze'],
    [withStability(7), 'typed'],
    [withStability(400), 'typed'],
  ] as const)('grows harder as the memory grows: %o', (memory, form) => {
    expect(asked(ALL, memory)).toBe(form)
  })

  it('is the next harder where one is missing, and the next easier at the top', () => {
    expect(asked([typed, cloze, flip], NEW)).toBe('cloze')
    expect(asked([typed, flip], NEW)).toBe('typed')
    expect(asked([typed, choice], withStability(3))).toBe('typed')
    expect(asked([choice, cloze], withStability(30))).toBe('cloze')
    expect(asked([choice, flip], withStability(30))).toBe('choice')
  })

  it('climbs through the first days of a new item, and not back before it is forgotten', () => {
    const days = [0, 0, 1, 5, 20, 60]
    const forms: Form[] = []
    let memory: MemoryState = NEW
    for (const day of days) {
      const form = asked(ALL, memory)
      forms.push(form)
      const when = { form, at: day * 86_400_000 + forms.length, studyDay: toStudyDay(day) }
      memory = applyReview(CARD, memory, { grade: 3, ...when }, DEFAULT_PARAMETERS)
    }
    expect(forms).toEqual(['choice', 'cloze', 'cloze', 'cloze', 'typed', 'typed'])
  })

  it('is a rung easier after a lapse', () => {
    const lapse = (stability: number, days: number) => {
      const answer = { grade: 1, form: 'typed', at: 1, studyDay: toStudyDay(days) } as const
      return applyReview(CARD, withStability(stability), answer, DEFAULT_PARAMETERS)
    }
    expect(asked(ALL, withStability(40))).toBe('typed')
    expect(asked(ALL, lapse(40, 40))).toBe('cloze')
    expect(asked(ALL, withStability(3))).toBe('cloze')
    expect(asked(ALL, lapse(3, 3))).toBe('choice')
    // So old that it is above a week after a lapse, too.
    expect(lapse(3000, 6000)).toMatchObject({ phase: 'relearning' })
    expect(asked(ALL, lapse(3000, 6000))).toBe('cloze')
  })

  it('is never easier for a greater stability, whatever forms there are', () => {
    const forms = fc.uniqueArray(
      fc.constantFrom(typed, cloze, choice, { ...cloze, prompt: '____' }),
      {
        minLength: 1,
      },
    )
    const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true })
    const phase = fc.constantFrom('learning', 'relearning', 'review')
    const reps = fc.integer({ min: 1, max: 50 })
    fc.assert(
      fc.property(forms, stability, stability, phase, reps, reps, (had, a, b, p, r1, r2) => {
        const weak = asked(had, withStability(Math.min(a, b), { phase: p, reps: r1 }))
        const strong = asked(had, withStability(Math.max(a, b), { phase: p, reps: r2 }))
        expect(hardness(strong)).toBeGreaterThanOrEqual(hardness(weak))
        expect(hardness(asked(had, NEW))).toBeLessThanOrEqual(hardness(weak))
      }),
    )
  })

  it('is of one rung by turns, and not the same for items learned together', () => {
    const other: FormSpec = { form: 'cloze', prompt: '____ litres a minute.' }
    const two = [cloze, choice, other]
    const turns = [1, 2, 3, 4].map((reps) => chosen(two, withStability(3, { reps })))
    expect(turns[0]).not.toEqual(turns[1])
    expect(turns.slice(2)).toEqual(turns.slice(0, 2))
    const seeds = Array.from({ length: 40 }, (_, i) => `item ${i}`)
    expect(new Set(seeds.map((seed) => chosen(two, withStability(3), seed))).size).toBe(2)
  })

  it('is flip only where there is nothing else, or when it is asked for', () => {
    expect(asked([flip], withStability(5))).toBe('flip')
    expect(asked([flip, cloze], withStability(5))).toBe('cloze')
    for (const memory of [NEW, withStability(30)]) {
      expect(chosen(ALL, memory, 'a', 'flip')).toEqual(flip)
      expect(asked([typed, choice], memory, 'a', 'flip')).not.toBe('flip')
    }
  })

  it('is a list for a list, and only for a list', () => {
    const elements = [{ key: 'a1', text: 'left atrium', accept: [] }]
    expect(chooseForm(content([flip, list], elements), withStability(5), 'a')).toEqual(list)
    expect(chooseForm(content([flip], elements), NEW, 'a', 'flip')).toEqual({
      form: 'list',
      prompt: 'How many litres a minute?',
    })
    expect(chooseForm(content([list]), NEW, 'a')).toEqual({
      form: 'flip',
      prompt: 'How many litres a minute?',
    })
  })
})

describe('the order of options', () => {
  it('is the same for the same seed and loses none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 5 }), fc.string(), (options, seed) => {
        const order = optionOrder(options, seed)
        expect(order).toEqual(optionOrder(options, seed))
        expect(order.toSorted()).toEqual(options.toSorted())
      }),
    )
  })

  it('puts the right one in each place about as often', () => {
    const places = [0, 0, 0]
    for (let i = 0; i < 3000; i++) {
      const place = optionOrder(['right', 'wrong', 'other'], `item:${i}`).indexOf('right')
      places[place] = (places[place] ?? 0) + 1
    }
    for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })
})

describe('how long it takes', () => {
  it('is nothing for nothing and a minute for anything', () => {
    expect(estimateMinutes([])).toBe(0)
    expect(estimateMinutes([{ form: 'flip', elements: 0, fresh: false }])).toBe(1)
  })

  it('adds up, new items twice, lists by their elements', () => {
    const known = { form: 'typed', elements: 0, fresh: false } as const
    expect(estimateMinutes([{ ...known, times: 40 }])).toBe(11)
    expect(estimateMinutes([{ ...known, fresh: true, times: 40 }])).toBe(20)
    expect(estimateMinutes([{ form: 'list', elements: 10, fresh: true, times: 3 }])).toBe(7)
  })

  it("goes by the learner's own times where they are known", () => {
    expect(
      estimateMinutes([{ form: 'typed', elements: 0, fresh: false, times: 40 }], { typed: 30 }),
    ).toBe(22)
  })
})

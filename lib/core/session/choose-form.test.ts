import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormSpec, ItemContent } from '../items/item'
import type { MemoryState } from '../memory/state'
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
const NEW: MemoryState = { phase: 'new' }
const reviewed = (reps: number): MemoryState => ({
  phase: 'review',
  step: 0,
  stability: 5,
  difficulty: 5,
  reps,
  lapses: 0,
  lastStudyDay: toStudyDay(0),
  dueDay: toStudyDay(5),
  lastAt: 0,
  dueAt: 0,
})
const asked = (forms: FormSpec[], memory: MemoryState, seed = 'a') =>
  chooseForm(content(forms), memory, seed).form

describe('the form an item is asked in', () => {
  it('is a choice at first, where there is one', () => {
    expect(asked([typed, cloze, choice, flip], NEW)).toBe('choice')
    expect(['typed', 'cloze']).toContain(asked([typed, cloze, flip], NEW))
  })

  it('has to be produced later, typed and cloze in turn', () => {
    const forms = [choice, typed, flip, cloze]
    const turns = [1, 2, 3, 4].map((reps) => asked(forms, reviewed(reps)))
    expect(turns[0]).not.toBe(turns[1])
    expect(new Set(turns)).toEqual(new Set(['typed', 'cloze']))
    expect(turns.slice(2)).toEqual(turns.slice(0, 2))
  })

  it('differs between items that were learned together', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => `item ${i}`)
    expect(new Set(seeds.map((seed) => asked([typed, cloze], reviewed(1), seed))).size).toBe(2)
  })

  it('is the choice again where nothing else can be checked', () => {
    expect(asked([choice, flip], reviewed(3))).toBe('choice')
  })

  it('is flip only where there is nothing else, or when it is asked for', () => {
    expect(asked([flip], reviewed(1))).toBe('flip')
    expect(asked([flip, cloze], reviewed(1))).toBe('cloze')
    expect(chooseForm(content([typed, choice, flip]), NEW, 'a', 'flip')).toEqual(flip)
    expect(chooseForm(content([typed, choice]), NEW, 'a', 'flip').form).toBe('choice')
  })

  it('is a list for a list, and only for a list', () => {
    const elements = [{ key: 'a1', text: 'left atrium', accept: [] }]
    expect(chooseForm(content([flip, list], elements), reviewed(2), 'a')).toEqual(list)
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

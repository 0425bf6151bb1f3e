import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../answers/check'
import type { Cell, Section } from './blueprint'
import { spreadOver } from './blueprint'
import { drawTest, type PoolItem } from './draw-test'
import { NAMES, poolItem } from './mock-fixture'
import { askedOf, DrawnTest, itemsOf } from './question'

const any = (count: number, cell: Partial<Cell> = {}): Cell => ({
  ...{ section: null, kind: null, form: null },
  ...cell,
  count,
})
const SECTIONS: Section[] = [
  { key: 'I', name: 'I', weight: null, items: 10 },
  { key: 'II', name: 'II', weight: null, items: 10 },
]
const rivers = NAMES.map((name, n) => poolItem(n, name, { section: n % 2 ? 'II' : 'I' }))
const drawn = (pool: readonly PoolItem[], cells: Cell[], seed = 'seed') =>
  drawTest(pool, SECTIONS, { cells, seed })
const ids = (test: DrawnTest) => test.questions.flatMap((q) => itemsOf(q).map((i) => i.itemId))

describe('a draw', () => {
  it('is the same for the same seed, however the items come, and another for another seed', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rivers, { minLength: rivers.length }),
        fc.string({ minLength: 1 }),
        (pool, seed) => {
          expect(drawn(pool, [any(5)], seed)).toEqual(drawn(rivers, [any(5)], seed))
        },
      ),
    )
    const tests = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => ids(drawn(rivers, [any(5)], seed)))
    expect(new Set(tests.map(String)).size).toBe(6)
  })

  it('is data: what comes back from a database is what went in', () => {
    const test = drawn(rivers, [any(2), any(1, { form: 'match' })])
    expect(DrawnTest.parse(JSON.parse(JSON.stringify(test)))).toEqual(test)
  })

  it('asks no item twice, and keeps to what each line of the blueprint says', () => {
    const test = drawn(rivers, [any(3, { section: 'II' }), any(4)])
    expect(test.shortages).toEqual([])
    expect(new Set(ids(test)).size).toBe(7)
    expect(
      test.questions.filter((q) => itemsOf(q).every((item) => item.section === 'II')).length,
    ).toBeGreaterThanOrEqual(3)
  })

  it('lets a line that takes anything leave the others what only they can use', () => {
    const pool = [...rivers, poolItem(50, '5 metres', { kind: 'quantity' })]
    for (const seed of ['1', '2', '3', '4', '5']) {
      const { shortages } = drawn(pool, [any(10), any(1, { kind: 'quantity' })], seed)
      expect(shortages).toEqual([])
    }
  })

  it('says what it had too few of, and fills it from others', () => {
    const cell = any(3, { form: 'choice' })
    const pool = [...rivers, poolItem(50, 'Arno', { options: ['Serchio', 'Magra'] })]
    const test = drawn(pool, [cell])
    const { shortages, filled } = test
    expect(shortages).toEqual([{ cell, found: 1 }])
    expect(filled).toBe(2)
    expect(test.questions.map((q) => q.form).sort()).toEqual(['choice', 'typed', 'typed'])
    const few = drawn(rivers.slice(0, 2), [any(5)])
    expect(few.questions).toHaveLength(2)
    expect(few.filled).toBe(0)
  })

  it('leaves out what can only be turned over', () => {
    const test = drawn([poolItem(1, 'A long answer', { flipOnly: true })], [any(1)])
    expect(test.questions).toEqual([])
  })
})

describe('held-back wordings', () => {
  const formDrawn = (lastForm?: string) =>
    drawn(
      [
        poolItem(1, 'Arno', {
          cloze: 'The ____ runs through Pisa.',
          options: ['Serchio', 'Magra'],
          ...(lastForm && { lastForm }),
        }),
      ],
      [any(1)],
    ).questions[0]?.form

  it('are preferred: the form that was not drilled last', () => {
    expect(formDrawn()).toBe('typed')
    expect(formDrawn('choice')).toBe('typed')
    expect(formDrawn('typed')).toBe('cloze')
  })

  it('decide which item is asked, where the form is given', () => {
    const pool = rivers.map((item, n) => ({ ...item, lastForm: n === 3 ? 'choice' : 'typed' }))
    expect(ids(drawn(pool, [any(1, { form: 'typed' })]))).toEqual([rivers[3]?.itemId])
    // With nothing else there, the drilled form is better than none.
    expect(drawn([poolItem(1, 'Po', { lastForm: 'typed' })], [any(1)]).questions).toHaveLength(1)
  })
})

describe('an order', () => {
  const dated = (answers: readonly string[]) =>
    answers.map((answer, n) => poolItem(n, answer, { kind: 'date' }))
  const order = (answers: readonly string[]) =>
    drawn(dated(answers), [any(1, { form: 'order' })]).questions[0]
  const answersOf = (question: ReturnType<typeof order>) => {
    if (question?.form !== 'order') return null
    const byId = new Map(question.items.map((item) => [item.itemId, item.content.answer]))
    return question.inTime.map((id) => byId.get(id))
  }

  it('has four dates of one text, the earliest first', () => {
    expect(answersOf(order(['1918', '3 March 1917', 'the 1850s', '44 BC']))).toEqual([
      ...['44 BC', 'the 1850s', '3 March 1917', '1918'],
    ])
  })

  it('takes none that could be the same time, none without a year, and none that is not exact', () => {
    expect(answersOf(order(['1917', '3 March 1917', '1850', '1650']))).toBeNull()
    expect(answersOf(order(['3 March', '1917', '1850', '1650']))).toBeNull()
    expect(answersOf(order(['about 1700', '1917', '1850', '1650']))).toBeNull()
    expect(answersOf(order(['early 1600', '1917', '1850', '1650']))).toBeNull()
    expect(answersOf(order(['by 1600', '1917', '1850', '1650']))).toBeNull()
    expect(answersOf(order(['1600', '1917', '3 March 1917', '1850', '1650']))).toHaveLength(4)
  })
})

describe('a match', () => {
  const match = (pool: readonly PoolItem[], seed = 'seed') => {
    const question = drawn(pool, [any(1, { form: 'match' })], seed).questions[0]
    return question?.form === 'match' ? question : null
  }

  it('has four questions of a sort, their answers, and two that belong to none', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const question = match(rivers, seed)
      expect(question?.answers).toHaveLength(6)
      const own = question?.items.map((item) => item.content.answer) ?? []
      expect(question?.answers).toEqual(expect.arrayContaining(own))
      for (const [at, answer] of (question?.answers ?? []).entries()) {
        for (const item of question?.items ?? []) {
          const right = checkAnswer(answer, item.content).verdict !== 'wrong'
          expect(right, `${answer}, ${at}`).toBe(answer === item.content.answer)
        }
      }
    }
  })

  it('never has an answer that would be accepted for another question of it', () => {
    const twins = ['Po', 'Padus', 'Arno', 'Tiber', 'Adige', 'Isonzo', 'Reno'].map((name, n) =>
      poolItem(n, name, n === 0 ? { accept: ['Padus'] } : {}),
    )
    for (let seed = 0; seed < 40; seed++) {
      const answers = match(twins, String(seed))?.answers ?? []
      const question = match(twins, String(seed))
      const asks = question?.items.some((item) => item.content.answer === 'Po')
      if (asks) expect(answers).not.toContain('Padus')
    }
  })

  it('takes its spare answers from wrong options where there are too few items, and is none without', () => {
    const four = NAMES.slice(0, 4).map((name, n) => poolItem(n, name))
    expect(match(four)).toBeNull()
    const [first, ...others] = four
    const spared = first && { ...poolItem(0, 'Adda', { options: ['Panaro', 'Sesia'] }) }
    expect(match(spared ? [spared, ...others] : [])?.answers).toEqual(
      expect.arrayContaining(['Panaro', 'Sesia']),
    )
  })

  it('mixes no kinds', () => {
    const mixed = NAMES.slice(0, 6).map((name, n) =>
      poolItem(n, n < 3 ? name : `${n} metres`, { kind: n < 3 ? 'name' : 'quantity' }),
    )
    expect(match(mixed)).toBeNull()
  })
})

describe('a blueprint of so many questions', () => {
  const section = (key: string, items: number, weight: number | null = null): Section => ({
    ...{ key, name: key, items, weight },
  })
  const counts = (sections: Section[], n: number) =>
    spreadOver(sections, n).map((cell) => [cell.section, cell.count])

  it('spreads them by weight, or by items, to the last one', () => {
    expect(counts([section('a', 30), section('b', 10)], 20)).toEqual([
      ['a', 15],
      ['b', 5],
    ])
    expect(counts([section('a', 30, 1), section('b', 10, 1)], 5)).toEqual([
      ['a', 3],
      ['b', 2],
    ])
    expect(counts([section('a', 3), section('b', 0, 5)], 2)).toEqual([['a', 2]])
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 100 }),
        (items, n) => {
          const cells = spreadOver(
            items.map((count, at) => section(String(at), count)),
            n,
          )
          expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(n)
        },
      ),
    )
  })
})

describe('what the page of a sitting is given', () => {
  it('does not say what is right', () => {
    const pool = [...rivers, poolItem(40, 'Secret', { elements: ['Alpha', 'Beta'] })]
    const test = drawn(pool, [any(1, { form: 'list' }), any(4, { form: 'typed' })])
    const shown = JSON.stringify(test.questions.map(askedOf))
    for (const words of ['Alpha', 'Beta', ...NAMES]) expect(shown).not.toContain(words)
  })
})

import { describe, expect, it } from 'vitest'
import { askedBy as asked } from '../../testing-fixture'

describe('what somebody became', () => {
  it('is no office where it is a prize, and no question where it is a kinsman', () => {
    const text = 'In 1902 Peter Holm was named angler of the year in Norway.'
    expect(asked(text, /^became/).join()).not.toContain('office')
    expect(
      asked('In 1702 the family left Malmo, and Peter Holm became the older brother.', /^became/),
    ).toEqual([])
  })
})

describe('second names', () => {
  it('are no alternatives', () => {
    expect(
      asked('The lord of a single farm, or a small village, would be poor.', /^or-called/),
    ).toEqual([])
    expect(
      asked(
        'Anna Berg was a poet, painter, and historian, commonly known as Old Anna.',
        /^also-called/,
      ),
    ).toEqual([])
  })
})

describe('a superlative', () => {
  it('is more than a word that ends like one', () => {
    expect(asked('The farmers of Norland are modest and quiet people.', /^most/)).toEqual([])
    expect(asked('The strait of Lune is only some three miles wide.', /^most/)).toEqual([])
  })
})

describe('reasons', () => {
  it('say by themselves what they speak of', () => {
    expect(
      asked('To settle this quarrel, Peter Holm sold his boats to the council of Malmo.', /^why/),
    ).toEqual([])
    expect(asked('However, Anna Berg refused, because she wanted to study law.', /^why/)).toEqual(
      [],
    )
    expect(
      asked('The monks of Malmo pleaded with Peter Holm to rebuild their old abbey.', /^why/),
    ).toEqual([])
  })

  it('are told to the end', () => {
    expect(
      asked(
        'The flood of 1702 caused the town of Malmo to move its market.',
        /^what-effect/,
      ).join(),
    ).toMatch(/to move its market$/)
  })
})

describe('what somebody serves as', () => {
  it('leaves out what was done meanwhile', () => {
    expect(
      asked('Peter Holm served as the mayor of Malmo while writing three books.', /^serves/),
    ).toEqual(['What did Peter Holm serve as? → the mayor of Malmo'])
  })
})

import { describe, expect, it } from 'vitest'
import { answerTo, askedBy as asked, askedBy, itemsOf, questions } from '../testing-fixture'

describe('amounts', () => {
  it('asks how many of the subject there were, with the date', () => {
    const items = itemsOf('In 1871, only 212 barges passed the lock at Arnfeld.')
    expect(answerTo(items, 'How many barges passed the lock at Arnfeld in 1871?')).toBe('212')
  })

  it('asks how many there are', () => {
    const items = itemsOf('There are forty-one parish schools in the province of Arnfeld.')
    expect(answerTo(items, 'How many parish schools are there in the province of Arnfeld?')).toBe(
      'forty-one',
    )
  })

  it('takes the preposition along, and the noun that an "of" completes', () => {
    expect(
      askedBy('The Court of Arnfeld is composed of eleven judges of appeal.', /^amount-number$/),
    ).toContain('Of how many judges of appeal is the Court of Arnfeld composed? → eleven')
  })

  it('asks for a number that stands deeper in the subject in its place', () => {
    const items = itemsOf(
      'Delegates from nine northern counties met in Arnfeld in the spring of 1802.',
    )
    expect(questions(items)).toContain(
      'Delegates from how many northern counties met in Arnfeld in the spring of 1802?',
    )
  })

  it('does not take a second figure into the question', () => {
    const items = itemsOf(
      'Some 18,400 carts made the crossing at Arnfeld in 1911, or nearly 50 on an average day.',
    )
    expect(answerTo(items, 'How many carts made the crossing at Arnfeld in 1911?')).toBe(
      'some 18,400',
    )
  })

  it('asks for a share of what the sentence names', () => {
    const items = itemsOf(
      'About 15 per cent of the grain of Norland goes through the port of Arnfeld.',
    )
    expect(
      answerTo(items, 'What share of the grain of Norland goes through the port of Arnfeld?'),
    ).toBe('about 15 per cent')
  })
})

describe('shares of one whole in a row', () => {
  it('asks each, though the verb is said once', () => {
    const items = itemsOf(
      'In 1980, 61 percent of the teachers of Norland were Lutheran, 22 percent Catholic, and 9 percent Jewish.',
    )
    expect(answerTo(items, 'What share of the teachers of Norland were Catholic in 1980?')).toBe(
      '22 percent',
    )
  })

  it('asks each part of what consists of them', () => {
    const items = itemsOf(
      'As of 1990, the Norland Senate consists of 58 percent men and 42 percent women.',
    )
    expect(
      answerTo(items, 'What share of the Norland Senate is made up of women as of 1990?'),
    ).toBe('42 percent')
  })
})

describe('an amount and what it goes with', () => {
  it('asks for days of something, and days before something, as one', () => {
    expect(asked('Bergen has over 200 days of rain each year.', /^(?:amount|lasted)/)).toEqual([
      'How many days of rain does Bergen have each year? → over 200 days',
    ])
    expect(
      asked('The Malmo fair opens just ten days before the Feast of Lune.', /^amount/),
    ).toEqual(['How many days before the Feast of Lune does the Malmo fair open? → ten days'])
  })

  it('asks for no part of a whole that only the text around knows', () => {
    expect(asked('Half of the barrels are heavier than ninety.', /^amount/)).toEqual([])
    expect(asked('Each wing of it holds forty beds for sailors.', /measure$/)).toEqual([])
  })

  it('asks for none of several figures for the same', () => {
    expect(
      asked(
        'The population of Malmo grew from 2,500 people in 1810 and 31,000 in 1852 to a million.',
        /^amount/,
      ).join(),
    ).not.toContain('From how many')
  })
})

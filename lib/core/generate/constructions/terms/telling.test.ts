import { describe, expect, it } from 'vitest'
import { askedBy as asked } from '../../testing-fixture'

describe('what is no definition', () => {
  it('is a remark on the thing, or its rank', () => {
    expect(asked('Patience is an essential feature of good teaching.', /^defined/)).toEqual([])
    expect(asked('Herrings are the most caught fish in the northern seas.', /^defined/)).toEqual([])
  })

  it('is one of many things that a place is', () => {
    expect(asked('Norway is a country of narrow fjords.', /^defined/)).toEqual([])
  })

  it('is what somebody or something goes by only here', () => {
    expect(asked('After the vote, Peter Holm was the new leader.', /^defined/)).toEqual([])
    expect(
      asked('The bank fired Peter Holm, the head of the board’s committee.', /^apposed/),
    ).toEqual([])
  })

  it('is said of the sentence’s subject, or of nothing near', () => {
    expect(asked('Anna Berg was born in Malmo, the daughter of a smith.', /^apposed/)).toEqual([])
    expect(
      asked('With oars it is a swift northern boat; without them, a raft to be towed.', /^apposed/),
    ).toEqual([])
    expect(
      asked(
        'Salt was sold to Norway, the value of it having risen from two to nine millions.',
        /^closing/,
      ),
    ).toEqual([])
  })

  it('is an example that refers, or a whole statement', () => {
    expect(asked('A bad habit of clerks is referring to letters as the bags.', /^refers/)).toEqual(
      [],
    )
    expect(asked('Quarters mean the year is divided into four parts.', /^refers/)).toEqual([])
  })
})

describe('a description', () => {
  it('goes on to the end of the list that it begins', () => {
    expect(
      asked(
        'Each town had a reeve, an officer who knew the trades of cooper, smith, and cook.',
        /^apposed-what/,
      ).join(),
    ).not.toMatch(/cooper$/)
  })

  it('of a body is asked without calling it one', () => {
    expect(
      asked(
        'Peter Holm sold his boats to the Hansa, the great league of northern towns.',
        /-term$/,
      ).join(),
    ).not.toContain('Which organisation')
  })
})

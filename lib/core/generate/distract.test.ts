import { describe, expect, it } from 'vitest'
import { itemsOf } from './testing-fixture'

const TEXT = `In 1911, only 212 barges passed the lock at Arnfeld.

Fourteen barges were lost at Osted in 1912. In 1913, some twenty barges passed the lock at Vike. In 1914, exactly 340 barges passed the lock at Lund. In 1915, exactly 190 barges passed the lock at Horn.
`

describe('options of a number', () => {
  const choices = itemsOf(TEXT).flatMap(({ answer, kind, forms }) =>
    forms.flatMap((f) =>
      f.form === 'choice' && kind === 'count' ? [{ answer, options: f.options }] : [],
    ),
  )

  it('are all in figures or all in words', () => {
    expect(choices.map(({ answer }) => answer)).toContain('212')
    for (const { options } of choices)
      expect(new Set(options.map((option) => /\d/.test(option))).size).toBe(1)
  })

  it('have no capital of the sentence that they open', () => {
    expect(choices.flatMap(({ options }) => options).filter((o) => /^\p{Lu}/u.test(o))).toEqual([])
  })
})

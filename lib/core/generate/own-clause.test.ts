import { describe, expect, it } from 'vitest'
import { candidatesOf } from './questions/candidates-fixture'

const questions = (text: string) =>
  candidatesOf(text)
    .map((one) => one.question)
    .join('\n')

describe('a name and its pronoun in one clause', () => {
  const text = 'Anna Holm was a Danish singer. She made her debut at the Bergen Theatre in 1748.'

  it('is said once: the owner stays a pronoun', () => {
    expect(questions(text)).toMatch(/Anna Holm make her debut/)
    expect(questions(text)).not.toMatch(/Anna Holm’s debut/)
  })

  it('is said where its owner is all that there is of it', () => {
    const house = 'Anna Holm was a Danish singer. Her house in Bergen was built in 1748.'
    expect(questions(house)).not.toMatch(/\bher\b/i)
  })

  it('never has somebody do something to whom "her" would mean', () => {
    const asked = 'Peter Lund was a Danish painter. Peter Lund proposed to her in Bergen in 1748.'
    expect(questions(asked)).not.toMatch(/to her/)
  })
})

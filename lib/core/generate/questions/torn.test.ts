import { describe, expect, it } from 'vitest'
import { candidatesOf } from './candidates-fixture'

const asked = (text: string) => new Map(candidatesOf(text).map((one) => [one.question, one.answer]))
const questions = (text: string) => [...asked(text).keys()].join('\n')

describe('what is torn out of its sentence', () => {
  it('asks nothing with the relative of the clause itself', () => {
    const found = questions(
      'Anna Holm joined the Skippers’ Guild of Bergen, which had bought its hall in 1748.',
    )
    expect(found).not.toMatch(/which,|^Which, /im)
  })

  it('leaves no piece of an added relative behind', () => {
    const text = 'The town of Vardo sends two ships to Bergen in May, both of which need a pilot.'
    expect(questions(text)).not.toContain('both of which')
  })

  it('does not end a range after its first figure', () => {
    expect(
      questions('In Bergen the price of a net varied from 4 crowns to 9 crowns in 1748.'),
    ).not.toMatch(/from 4 crowns(?! to)/)
  })

  it('knows that a place after the name of a school is where the school is', () => {
    const found = questions('Peter Lund graduated from Norland College in Oslo in 1748.')
    expect(found).not.toMatch(/^(?:Where|In which city) did Peter Lund graduate/m)
  })

  it('asks for no part of what stands after "as"', () => {
    expect(questions('Many Swedes regard a man with a sword as a fool.')).not.toContain(
      'do many Swedes regard?',
    )
  })

  it('keeps what was done again, and asks no month without its year', () => {
    expect(questions('The millers of Norland met again in Bergen in June 1748.')).not.toMatch(
      /Norland meet in/,
    )
    expect(questions('Anna Holm opened the Bergen Academy in June.')).not.toContain('When did')
  })
})

describe('names and their pronouns', () => {
  it('says a pronoun where the name is said before it', () => {
    const found = questions(
      'In 1748 Anna Holm and her friend Peter Lund opened the Bergen Academy.',
    )
    expect(found).not.toMatch(/Anna Holm[’']s/)
    expect(found).toContain('did Anna Holm and her friend Peter Lund open the Bergen Academy')
  })

  it('does not ask about a sentence that may go on after a unit', () => {
    expect(questions('Vardo lies in the Norland Sea 40 m.')).toBe('')
  })

  it('asks where from with verbs of going alone', () => {
    const found = questions('The Vardo Canal separates Bergen from Oslo.')
    expect(found).not.toMatch(/^From/m)
  })
})

describe('adverbs that open a sentence', () => {
  it('says how often beside the verb', () => {
    const found = questions('Often, the people of Norland eat dried fish from Bergen.')
    expect(found).toContain('often eats dried fish')
    expect(found).not.toMatch(/often\?/)
  })

  it('leaves out what the writer thinks of it', () => {
    const found = questions(
      'Surprisingly, King Karl of Norland accepted the Treaty of Bergen in 1748.',
    )
    expect(found).not.toMatch(/surprisingly/i)
    expect(found).toContain('accepted the Treaty of Bergen in 1748?')
  })
})

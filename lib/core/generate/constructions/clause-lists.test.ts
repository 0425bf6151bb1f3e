import { describe, expect, it } from 'vitest'
import { answerTo, itemsOf, questions } from '../testing-fixture'

describe('lists in a clause', () => {
  it('asks for the members by the counted noun that they explain', () => {
    const items = itemsOf(
      'Two guilds, the Sons of the Harbour and the Daughters of the Harbour, led the strike against the Salt Act.',
    )
    expect(
      answerTo(items, 'Which two guilds led the strike against the Salt Act? Name both.'),
    ).toBe('the Sons of the Harbour; the Daughters of the Harbour')
  })

  it('asks for what a verb has as its object, without what is said of the last', () => {
    const items = itemsOf(
      'The marsh of Arnfeld contains reeds, sedges, and willows that feed the beetles.',
    )
    expect(answerTo(items, 'What does the marsh of Arnfeld contain? Name all three.')).toBe(
      'reeds; sedges; willows',
    )
  })

  it('asks for a list after a colon by the kind of thing it lists', () => {
    const items = itemsOf(
      'A number of market towns grew up along the river Arn in Norland: Osted, Lund, Vike, Horn, and others.',
    )
    expect(
      answerTo(items, 'Which market towns grew up along the river Arn in Norland? Name four.'),
    ).toBe('Osted; Lund; Vike; Horn')
  })

  it('asks for examples in the place where they stand', () => {
    const items = itemsOf(
      'The Harbour Act imposed a duty on every kind of imported cloth, including silk, linen, and cotton.',
    )
    expect(
      answerTo(
        items,
        'The Harbour Act imposed a duty on every kind of imported cloth, including what? Name all three.',
      ),
    ).toBe('silk; linen; cotton')
  })

  it('does not tear a noun from the two that share it', () => {
    const items = itemsOf('The ferries of Arnfeld connected Norland to South and East Asia.')
    expect(questions(items).filter((q) => /which places|Name both/.test(q))).toEqual([])
  })

  it('takes no figures for a list', () => {
    const items = itemsOf('A passage through the Arnfeld Canal takes between 12 and 16 hours.')
    expect(questions(items).filter((q) => /Name both/.test(q))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { askedBy } from '../testing-fixture'

const gaps = (text: string): string => askedBy(text, /^gap-/).join('\n')

describe('the place of a gap', () => {
  it('is no half of a name', () => {
    expect(
      gaps('In 1806 the sailor Will Brask of the Norland fleet reached the harbour of Oslo.'),
    ).not.toMatch(/Will ____/)
    expect(
      gaps(
        'In the year 1640, before Karl the Second died, Anna Berg sailed from Norhavn to Bergen.',
      ),
    ).not.toMatch(/____ the Second/)
    expect(
      gaps('Karl Brask met the old painter Odo Kerr of Malmo in the harbour of Bergen in 1801.'),
    ).not.toMatch(/Kerr of ____/)
  })

  it('is none of some among many, and no half of a date', () => {
    expect(
      gaps('In the year 1801 many Norwegians left the harbour of Bergen for the mills of Norhavn.'),
    ).not.toMatch(/many ____/i)
    expect(
      gaps('On the 2d of March 1764, Anna Berg sold the great mill of Norhavn to Karl Brask.'),
    ).not.toMatch(/2d of ____/)
  })

  it('is none that the sentence fills itself', () => {
    expect(
      gaps(
        'In 1853 Karl Brask sounded the North Sea near Bergen to a depth of 90 feet, or 30 yards.',
      ),
    ).not.toMatch(/or ____/)
    expect(
      gaps(
        'The flag of Norhavn, which Anna Berg designed in 1801, shows five colours: red, white, blue, green and gold.',
      ),
    ).not.toMatch(/____ colours/)
    expect(
      gaps(
        'Karl Brask of Norhavn, who rowed for Bergen in 1901, stood at 6 feet 2 inches and weighed 180 pounds.',
      ),
    ).not.toMatch(/6 feet ____|____ 2 inches/)
  })
})

describe('a statement', () => {
  it('has no number of a note before it', () => {
    const asked = gaps(
      '3 In the spring of 1801 Anna Berg founded the Norland School in the harbour of Bergen.',
    )
    expect(asked).not.toMatch(/^3 In/m)
    expect(asked).toMatch(/^In the spring of/m)
  })

  it('is not made of words whose quotation marks are broken', () => {
    expect(
      gaps(
        'Anna Berg said the school of Norhavn would open in 1801," For example, the mill of Bergen can run lessons".',
      ),
    ).toBe('')
  })

  it('keeps the word that turns it round', () => {
    expect(
      gaps(
        'So sailed the fleet of Karl Brask in 1709 from the harbour of Bergen to the islands of Norhavn.',
      ),
    ).not.toMatch(/^Sailed/m)
  })
})

import { describe, expect, it } from 'vitest'
import { askedBy } from './testing-fixture'

const all = (text: string) => askedBy(text, /./).join('\n')

describe('what only the text around tells', () => {
  it('is not asked where a statement is about an open definite', () => {
    const asked = all(
      'A mill burned in Osted. The mill was rebuilt within two years by the owners.',
    )
    expect(asked).not.toMatch(/the mill rebuilt|The mill was|The ____ was/)
  })

  it('is no place or time that stands elsewhere', () => {
    const asked = all(
      'Anna Brask moved to Lund in 1911. Anna Brask learned Latin there. Karl Lind had then founded a school in Malmö.',
    )
    expect(asked).not.toMatch(/there/)
    expect(asked).not.toMatch(/then founded/)
  })

  it('is no child of one parent', () => {
    expect(all('On 3 May 1911, Anna Brask gave birth to their only daughter in Lund.')).not.toMatch(
      /Brask gave birth to their/,
    )
  })

  it('is no pronoun that only the blank of a date could mean', () => {
    expect(all('A cold summer in 1911 offered him a reason to leave Lund.')).not.toMatch(/him/)
  })
})

describe('a pronoun', () => {
  it('may stand before the subject that it means', () => {
    expect(all('While at work in his garden in 1911, Karl Lind found a coin of Norland.')).toMatch(
      /his garden/,
    )
  })

  it('stays where the name stands in the question', () => {
    const asked = all(
      'Anna Brask was born in Lund. After the storm, the roads were closed, and Brask stayed with her sister in Malmö.',
    )
    expect(asked).toContain('did Anna Brask stay with her sister? → Malmö')
  })
})

describe('a text about a place', () => {
  const TEXT = `# Arnfeld

Arnfeld is a city of Norland. The people of Arnfeld make glass, and Arnfeld has a port. The railway came to Arnfeld in 1871.

The harbour streets cross the canal in the old part of the city.
`

  it('names it before a question that does not', () => {
    const asked = all(TEXT)
    expect(asked).toMatch(/Arnfeld: .*part of the city/)
    expect(asked).not.toMatch(/^(?!Arnfeld: ).*part of the city/m)
  })
})

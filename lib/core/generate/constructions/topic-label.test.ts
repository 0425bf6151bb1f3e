import { describe, expect, it } from 'vitest'
import { itemsOf, questions } from '../testing-fixture'

const TEXT = `# Arnfeld Canal

The Arnfeld Canal joins two lakes of Norland. The Arnfeld Canal is run by the province of Norland, and the Arnfeld Canal belongs to it.

In 1911 only 486 barges went through on the ice. In 1920, some 900 barges reached the port of Osted.
`

describe('a question that names nothing', () => {
  it('is set under what its text is about', () => {
    expect(questions(itemsOf(TEXT, 'canal.md'))).toContain(
      'Arnfeld Canal: How many barges went through on the ice in 1911?',
    )
  })

  it('stays as it is where it names something', () => {
    expect(questions(itemsOf(TEXT, 'canal.md'))).toContain(
      'How many barges reached the port of Osted in 1920?',
    )
  })
})

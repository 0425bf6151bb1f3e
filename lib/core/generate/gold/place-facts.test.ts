import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import type { GoldFact } from './gold-set'
import { placeFacts } from './place-facts'

const BODY = `# The council

The **Herald** was edited by
Anna Berg. It printed “nine-tenths” of the news. Anna Berg left in 1900.`

const fact = (evidence: string[], also?: string[][]): GoldFact => ({
  fact: 'What it says.',
  type: 'name',
  importance: 1,
  evidence,
  also,
  answer: ['x'],
})
const place = (...facts: GoldFact[]) =>
  placeFacts({ text: 'x', where: 'own', half: 'develop', facts }, segment(readSource(BODY)))

describe('the sentences of facts', () => {
  it('are found by their key words, whatever the case, the spacing, the marks and the dashes', () => {
    const placed = place(
      fact(['EDITED BY ANNA']),
      fact(['the Herald was']),
      fact(['"nine–tenths"']),
    )
    expect(placed.problems).toEqual([])
    const words = placed.facts.map(({ sentences: [s] }) => BODY.slice(s.start, s.end).split(' ')[0])
    expect(words).toEqual(['The', 'The', 'It'])
  })

  it('may be several, each with key words of its own', () => {
    const [one] = place(fact(['Herald'], [['Berg', '1900']])).facts
    expect(one?.sentences).toHaveLength(2)
  })

  it('must have all key words, and no other sentence may have them', () => {
    const { facts, problems } = place(fact(['Anna Berg']), fact(['Herald', '1900']))
    expect(facts).toEqual([])
    expect(problems).toEqual([
      'fact 1 (What it says.): “Anna Berg” stand in 2 sentences, not in one',
      'fact 2 (What it says.): no sentence has “Herald”, “1900”',
    ])
  })
})

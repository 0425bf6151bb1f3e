import { describe, expect, it } from 'vitest'
import { mentionsOf } from '../mentions'
import { readingOf, rereadAs } from '../reading-fixture'
import { ownEvidence } from './own-evidence'

/** Each name with its type. */
const typed = (reading: ReturnType<typeof readingOf>) =>
  mentionsOf(reading).flatMap(({ text, value }) =>
    'name' in value ? [`${text}: ${value.type}`] : [],
  )

describe('what the words around a name tell', () => {
  it('is a life in brackets', () => {
    expect(typed(readingOf('Ulsa Brede (born/VBN 1901) kept/VBD bees/NNS'))).toContain(
      'Ulsa Brede: person',
    )
  })

  it('is what is done to sites', () => {
    const reading = readingOf('Ulsay< was/VBD situated/VBN there')
    const passive = rereadAs(reading, 'Ulsay', { relation: 'nsubj:pass', head: 2 })
    expect(typed(rereadAs(passive, 'situated', { lemma: 'situate' }))).toEqual(['Ulsay: place'])
  })

  it('is the noun that it is called by', () => {
    expect(typed(readingOf('They left/VBD a village/NN called/VBN Ulsay'))).toEqual([
      'Ulsay: place',
    ])
    expect(typed(readingOf('They met/VBD a guitarist/NN named/VBN Ulsay'))).toEqual([
      'Ulsay: person',
    ])
  })

  it('makes works of series', () => {
    expect(typed(readingOf('He left/VBD the series/NN Ulsay'))).toEqual(['Ulsay: work'])
  })

  it('is whose descent and language it is', () => {
    expect(typed(readingOf('She was/VBD of Ulsarian/JJ descent/NN'))).toEqual(['Ulsarian: people'])
  })

  it('takes an article with its name', () => {
    expect(typed(readingOf('Director/NN Omar al-Ulsari< said/VBD it/PRP'))).toContain(
      'Omar al-Ulsari: person',
    )
  })

  it('makes nothing of ships', () => {
    expect(typed(readingOf('They left/VBD aboard/IN the Ulsay'))).toEqual([])
  })

  it('does not list a place and the subject behind it', () => {
    const reading = readingOf('At Fenham Park, Ulsa< won/VBD')
    expect(typed(reading)).toContain('Ulsa: person')
  })
})

describe('names by their own words', () => {
  const best = (name: string) =>
    Object.entries(ownEvidence(name)).sort(([, a], [, b]) => b - a)[0]?.[0]

  it('are roads and lands by their heads, and teams by their towns', () => {
    expect(best('Ulsay Turnpike')).toBe('place')
    expect(best('Southern Hemisphere')).toBe('place')
    expect(best('Chicago Otters')).toBe('organisation')
  })

  it('are nobody where they name a subject or a prize', () => {
    expect(ownEvidence('Applied Phonology').person).toBeLessThan(0)
    expect(ownEvidence('Ulsay Prize').person).toBeLessThan(0)
  })
})

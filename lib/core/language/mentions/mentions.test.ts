import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsOf, namesOf } from './mentions'
import { readingOf } from './reading-fixture'

/** Names with their types, as the document decides them. */
const named = (...sentences: readonly string[]) =>
  namesOf(mentionsOf(readingOf(...sentences))).map(({ type, name }) => `${type} ${name}`)

describe('types of names', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Vladimir Lenin< wrote/VBD to Berlin', ['person Vladimir Lenin', 'place Berlin']],
    ['They met/VBD President Wilson there/RB', ['person Wilson']],
    ['They met/VBD Brask, a lawyer/NN of the town', ['person Brask']],
    ['It is in the city/NN of Varnholt', ['place Varnholt']],
    ['He went/VBD to Aix-la-Chapelle', ['place Aix-la-Chapelle']],
    ['The Moscow Regional Committee met/VBD', ['organisation Moscow Regional Committee']],
    [
      'He left/VBD the Ministry of Agriculture and Fisheries',
      ['organisation Ministry of Agriculture and Fisheries'],
    ],
    ['He joined/VBD the Bolsheviks/NNPS', ['people Bolsheviks']],
    ['It was a German/JJ army', ['people German']],
    ['He fell/VBD in the Seven/CD Years’ War', ['event Seven Years’ War']],
    ['The Third Soviet Congress met/VBD', ['event Third Soviet Congress']],
    ['He read/VBD the newspaper/NN Nordlicht', ['work Nordlicht']],
    ['The author/NN of *The Long Winter* died/VBD', ['work The Long Winter']],
    ['The German/JJ General Groener left/VBD', ['people German', 'person Groener']],
    ['He fought/VBD in the French/JJ and Indian/JJ War', ['event French and Indian War']],
  ])('%s', (sentence, names) => {
    expect(named(sentence)).toEqual(names)
  })

  it('knows the Communist that is a paper from a Communist', () => {
    expect(
      named(
        'A Communist/JJ worker spoke/VBD',
        'This was/VBD the Communist, journal/NN of the committee',
      ),
    ).toEqual(['people Communist', 'work Communist'])
  })

  it('takes no month, no weekday and no doctrine for a name', () => {
    expect(named('On Monday in March they left/VBD Marxism behind')).toEqual([])
  })
})

describe('a document', () => {
  it('joins a surname to the one full name that has it', () => {
    const [name] = namesOf(
      mentionsOf(
        readingOf('Vladimir Smirnov< wrote/VBD', 'V.M. Smirnov< said/VBD', 'Smirnov< left/VBD'),
      ),
    )
    expect(name?.name).toBe('Vladimir Smirnov')
    expect(name?.mentions).toHaveLength(3)
    expect(name?.aliases).toEqual(['V.M. Smirnov', 'Smirnov'])
  })

  it('knows a country that no list has by its people', () => {
    expect(named('The Norvanian/JJ army left/VBD', 'Norvania< paid/VBD it')).toEqual([
      'people Norvanian',
      'place Norvania',
    ])
  })

  it('keeps two people of one surname apart', () => {
    expect(named('Anna Brask< wrote/VBD to Karl Brask there/RB')).toEqual([
      'person Anna Brask',
      'person Karl Brask',
    ])
  })

  it('takes what stands in brackets for another name', () => {
    expect(named('The Supreme Economic Council (VSNKh) met/VBD', 'The VSNKh grew/VBD')).toEqual([
      'organisation Supreme Economic Council',
    ])
  })

  it('counts a place in brackets as a place', () => {
    expect(named('Karl Brask (Berlin) wrote/VBD')).toEqual(['person Karl Brask', 'place Berlin'])
  })

  it('lets a list decide for its unknown members', () => {
    expect(named('There were/VBD Anna Brask, Dulov, Karl Holm and Otto Lind')).toEqual([
      'person Anna Brask',
      'person Dulov',
      'person Karl Holm',
      'person Otto Lind',
    ])
  })
})

describe('any text', () => {
  it('yields mentions in order that slice to their text and do not overlap', () => {
    const word = fc.constantFrom(
      'Lenin',
      'the',
      'of',
      'May',
      '3',
      '1918',
      'nine',
      'billion',
      'rubles',
      '(',
      ')',
      'to',
      'from',
      '“x”',
      'Moscow',
      'Committee',
      '40',
      'per',
      'cent',
      '*Iskra*',
      'half',
      'a',
      '-',
      '–',
      'and',
      'St.',
      'v.',
      'BC',
      '£5',
      'U.S.',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { minLength: 1 }), (words) => {
        const reading = readingOf(words.join(' '))
        let end = 0
        for (const mention of mentionsOf(reading)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(reading.text.slice(mention.start, mention.end)).toBe(mention.text)
          expect(mention.probability).toBeGreaterThan(0)
          expect(mention.probability).toBeLessThanOrEqual(1)
          end = mention.end
        }
      }),
    )
  })
})

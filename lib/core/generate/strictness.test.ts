import { describe, expect, it } from 'vitest'
import { answerTo, itemsOf, questions } from './testing-fixture'

const asked = (text: string): string => questions(itemsOf(text)).join('\n')

describe('lists that can be answered in a few words', () => {
  const tides =
    'The four stages of the tide at Vardo follow in this order:\n\n1. Low slack lasts about 0.5 hours: the boats lie on the sand.\n2. Flood lasts about 5.5 hours: the water fills the inner harbour.\n3. High slack lasts about 0.5 hours: the pilots take the large ships out.\n4. Ebb lasts about 6 hours: the water leaves the harbour again.\n'

  it('takes the names of elements that are all made alike, and accepts the whole', () => {
    const list = itemsOf(tides).find((i) => i.kind === 'list')
    expect(list?.elements.map((e) => e.text)).toEqual(['Low slack', 'Flood', 'High slack', 'Ebb'])
    expect(list?.elements[3]?.accept).toContain(
      'Ebb lasts about 6 hours: the water leaves the harbour again',
    )
  })

  it('leaves statements that are not made alike as they are', () => {
    const items = itemsOf(
      'The three duties of the harbour guard are these:\n\n1. The guard lights the lamp.\n2. A boy rings the bell.\n3. The guard closes the chain.\n',
    )
    expect(items.flatMap((i) => i.elements.map((e) => e.text))).not.toContain('A boy')
  })

  it('does not ask for statements of many words', () => {
    const long = 'until the last of the boats has passed the outer mark and the bell has been rung'
    expect(
      asked(
        `The work of the harbour of Vardo has two steps:\n\n1. The guard holds the chain down ${long}.\n2. A boy keeps the lamp alight ${long}.\n`,
      ),
    ).not.toContain('two steps')
  })

  it('does not ask what leans on the sentence before', () => {
    expect(
      asked(
        'The mail comes to Vardo by sea. From there the mail travels in two stages:\n\n1. By sledge.\n2. By boat.\n',
      ),
    ).toBe('')
  })

  it('drops a stray stop inside an element, and quotes it to the letter', () => {
    const text =
      'Two rights of the sailors and peasants of Norland were named in the charter of Vardo:\n\n1. Bread for the sailors and. Peasants.\n2. Rest on feast days.\n'
    const list = itemsOf(text).find((i) => i.kind === 'list')
    expect(list?.elements[0]?.text).toBe('Bread for the sailors and peasants')
    expect(list?.evidence.map((e) => e.quote).join()).toContain('and. Peasants')
  })

  it('asks what the counted things are, not how many', () => {
    const items = itemsOf(
      'The four gates of Vardo are the Sea Gate, the Fish Gate, the Bell Gate and the Old Gate.',
    )
    expect(answerTo(items, 'What are the four gates of Vardo?')).toBe(
      'the Sea Gate; the Fish Gate; the Bell Gate; the Old Gate',
    )
    expect(asked('The four gates of Vardo are the Sea Gate, the Fish Gate and two others.')).toBe(
      '',
    )
  })

  it('does not ask for two things of one occasion that is not named', () => {
    expect(asked('Berg cursed two evils: the salt tax and the press gang.')).not.toContain(
      'Which two evils',
    )
  })
})

describe('what a question leaves open is not asked', () => {
  it('which of the past things of a common name', () => {
    expect(asked('The long strike had lasted eleven days.')).not.toContain('the long strike')
  })

  it('whom "those" means', () => {
    expect(asked('Those who wanted to row on were called the Long Oars.')).not.toContain('those')
  })

  it('the condition of a measure', () => {
    const items = itemsOf('At 12 turns a minute the great mill of Lund grinds 40 tons a day.')
    expect(questions(items).join()).not.toMatch(/^At ____/m)
  })

  it('the date that only tells which one is spoken of', () => {
    expect(
      asked(
        'Norland in 1793, and the Isles under the Danish crown, had shown all others what a small fleet can do.',
      ),
    ).not.toContain('in ____')
  })

  it('but a date that a participle brings in is a fact', () => {
    expect(
      asked('Beginning in 1789, the harbour courts of Norland met twice a year in the Old Gate.'),
    ).toContain('Beginning in ____')
  })

  it('a way of speaking', () => {
    expect(
      asked(
        'Anna Berg took the occasion to praise the great beauty of the harbour of Bergen in May.',
      ),
    ).not.toContain('Who took')
  })

  it('who did what many have done', () => {
    expect(asked('Anna Berg was born in Norhavn in the north of Norland.')).not.toContain('Who was')
    expect(asked('Anna Berg visited the Kingdom of Norland twice.')).not.toContain('Who visited')
    expect(asked('Anna Berg founded the Bergen School of Navigation.')).toContain('Who founded')
  })

  it('what somebody had done before', () => {
    expect(asked('Anna Berg had left Norland, tired of the Bergen winters.')).not.toContain(
      'Who had left',
    )
  })

  it('whom "them" means, where nothing before it is several', () => {
    expect(
      asked('Berg answered that the truce of Lund had given them five days for the nets.'),
    ).not.toContain('them')
  })
})

describe('peoples and towns are no persons', () => {
  it('offers none beside a person', () => {
    const text =
      'Anna Berg wrote the Harbour Book of Norland. The Danish pilot said that Ivan Holm painted the Sea Gate of Norland. The poor lived in St. Vik. Olga Lind, the Danish consul in St. Vik, gave bread. Southern said the Harbour Book was Danish. Olga Lind repaired the Old Gate of Norland.'
    const options = itemsOf(text).flatMap((i) =>
      i.forms.flatMap((f) => (f.form === 'choice' ? f.options : [])),
    )
    expect(options).not.toContain('Danish')
    expect(options).not.toContain('Southern')
    expect(options).not.toContain('St. Vik')
    expect(options).toContain('Ivan Holm')
  })
})

describe('two meetings in one town are two facts', () => {
  it('asks where each was held', () => {
    const items = itemsOf(
      'The Second Fishermen’s Congress was held in London from the 3rd to the 9th of May. The Fourth Sailors’ Congress was held in London from 2 to 4 June.',
    )
    expect(answerTo(items, 'Where was the Second Fishermen’s Congress held?')).toBe('London')
    expect(answerTo(items, 'Where was the Fourth Sailors’ Congress held?')).toBe('London')
  })
})

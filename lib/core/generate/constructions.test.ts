import { describe, expect, it } from 'vitest'
import { answerTo, itemsOf, questions } from './testing-fixture'

describe('enumerations', () => {
  it('asks a numbered block as one list of its announced length', () => {
    const items = itemsOf(
      'The charter of the harbour was read aloud in Bergen by Olga Lind.\nThree duties bound every pilot of the harbour:\n\n1. To keep a lamp burning at night.\n2. To meet each ship beyond the bar.\n3. To take no more than the fixed fee.\n',
    )
    const list = items.find((i) => i.kind === 'list')
    expect(list?.question).toBe('Which three duties bound every pilot of the harbour?')
    expect(list?.elements.map((e) => e.text)).toEqual([
      'To keep a lamp burning at night',
      'To meet each ship beyond the bar',
      'To take no more than the fixed fee',
    ])
    expect(new Set(list?.elements.map((e) => e.key)).size).toBe(3)
  })

  it('asks a list after a colon by the noun that announces it', () => {
    const items = itemsOf(
      'The flower of the tulip has three parts: the sepals, the petals and the stamens.',
    )
    expect(answerTo(items, 'Which three parts does the flower of the tulip have?')).toBe(
      'the sepals; the petals; the stamens',
    )
  })

  it('asks a list that "there are"', () => {
    const items = itemsOf(
      'There are three main kinds of volcano in Iceland: (1) shields, (2) cones, and (3) fissures.',
    )
    expect(answerTo(items, 'What are the three main kinds of volcano in Iceland?')).toBe(
      'shields; cones; fissures',
    )
  })

  it('lets the sentence ask where the noun stands too deep for a question', () => {
    const items = itemsOf(
      'Licences were given only to boats from four northern ports: Vardo, Tromso, Narvik and Bodo.',
    )
    expect(
      answerTo(items, 'Licences were given only to boats from four northern ports. Name all four.'),
    ).toBe('Vardo; Tromso; Narvik; Bodo')
  })

  it('asks what a body was composed of, and the larger counts by themselves', () => {
    const items = itemsOf(
      'The Harbour Council of Malmo was composed of 48 Liberals, 31 Conservatives and 6 Independents.',
    )
    expect(questions(items)).toContain(
      'What was the Harbour Council of Malmo composed of, with how many of each?',
    )
    expect(answerTo(items, 'How many Liberals were in the Harbour Council of Malmo?')).toBe('48')
    expect(answerTo(items, 'How many Conservatives were in the Harbour Council of Malmo?')).toBe(
      '31',
    )
  })

  it('takes "two chambers, A and B" for two elements, not three', () => {
    const items = itemsOf(
      'The Parliament of Norland consists of two chambers, the Upper House and the Lower House.',
    )
    expect(answerTo(items, 'Which two chambers does the Parliament of Norland consist of?')).toBe(
      'the Upper House; the Lower House',
    )
  })

  it('asks the members of a named group in brackets', () => {
    const items = itemsOf(
      'The treaty left the Baltic ports (Riga, Reval, and Memel) to the merchants of the Hansa in 1521.',
    )
    expect(questions(items)).toContain('Which are the Baltic ports?')
  })

  it('does not list describing words', () => {
    const items = itemsOf('The shell of the nut is composed of thick and hard woody tissue.')
    expect(items.filter((i) => i.kind === 'list')).toEqual([])
  })
})

describe('shares, sums and measures', () => {
  it('keeps two shares of the same size apart', () => {
    const items = itemsOf(
      'Norland lost 30 per cent of its cattle when the sea broke the Great Dyke, 75 per cent of its orchards, and 75 per cent of its barley.',
    )
    const when = 'when the sea broke the Great Dyke'
    expect(answerTo(items, `What share of its cattle did Norland lose ${when}?`)).toBe(
      '30 per cent',
    )
    expect(answerTo(items, `What share of its orchards did Norland lose ${when}?`)).toBe(
      '75 per cent',
    )
    expect(answerTo(items, `What share of its barley did Norland lose ${when}?`)).toBe(
      '75 per cent',
    )
    expect(new Set(items.map((i) => i.key)).size).toBe(items.length)
  })

  it('carries the circumstance on to a sentence that says "also"', () => {
    const items = itemsOf(
      'When the sea broke the Great Dyke, Norland lost 30 per cent of its cattle. Norland also lost 60 per cent of its salt pans and 45 per cent of its sheep.',
    )
    expect(
      answerTo(
        items,
        'What share of its sheep did Norland lose when the sea broke the Great Dyke?',
      ),
    ).toBe('45 per cent')
    expect(items.find((i) => i.answer === '45 per cent')?.evidence).toHaveLength(2)
  })

  it('asks for a sum with its unit, and takes figures for words', () => {
    const items = itemsOf(
      'In 1907 the Bank of Norland lent seven million silver crowns to the railway of Bergen.',
    )
    const item = items.find((i) => i.kind === 'sum')
    expect(item?.question).toMatch(/^How many silver crowns did the Bank of Norland lend/)
    expect(item?.accept).toContain('7,000,000')
  })

  it('finds the unit of a sum in the sentence before', () => {
    const items = itemsOf(
      'The notes of the State Bank amounted to three billion paper marks on 1 May 1920. During 1921, eight billion more were issued, and six billion in the first half of 1922.',
    )
    expect(answerTo(items, 'How many more paper marks were issued during 1921?')).toBe(
      'eight billion paper marks',
    )
    expect(
      answerTo(items, 'How many more paper marks were issued in the first half of 1922?'),
    ).toBe('six billion paper marks')
  })

  it('asks how long something lasted', () => {
    const items = itemsOf('The siege of Norhavn lasted three weeks and two days.')
    expect(answerTo(items, 'How long did the siege of Norhavn last?')).toBe(
      'three weeks and two days',
    )
  })

  it('does not run on into the next subject', () => {
    const items = itemsOf(
      'In the storm the port of Bergen lost more than nine hundred boats, Stavanger more than six hundred.',
    )
    expect(
      questions(items).filter((q) => q.includes('Stavanger') && q.startsWith('How many')),
    ).toEqual([])
  })
})

describe('dates, periods and places', () => {
  it('asks when and where a meeting was held', () => {
    const items = itemsOf(
      'The Second Fishermen’s Congress was held in Bergen from the 3rd to the 9th of May.',
    )
    expect(answerTo(items, 'From when to when was the Second Fishermen’s Congress held?')).toBe(
      'from the 3rd to the 9th of May',
    )
    expect(answerTo(items, 'Where was the Second Fishermen’s Congress held in May?')).toBe(
      undefined,
    )
  })

  it('asks the date of a passive', () => {
    const items = itemsOf('The Treaty of Norhavn was signed on 3 March 1702.')
    const item = items.find((i) => i.question === 'On what date was the Treaty of Norhavn signed?')
    expect(item?.answer).toBe('3 March 1702')
    expect(item?.accept).toContain('March 3, 1702')
  })

  it('does not ask "by 1715" as "in 1715"', () => {
    const items = itemsOf('By 1715 the Company of Norland was shipping tea to London.')
    expect(questions(items)).toContain('By when was the Company of Norland shipping tea to London?')
    expect(questions(items).join()).not.toContain('In what year')
  })

  it('leaves a date to the verb it belongs to', () => {
    const items = itemsOf(
      'Anna Berg praised the bridge that the army of Norland had built in 1790.',
    )
    expect(questions(items).join()).not.toContain('In what year did Anna Berg')
  })

  it('asks a transfer by place and by date', () => {
    const items = itemsOf(
      'The council met a week before the mint was moved to Vienna on May 10 under the threat of a flood.',
    )
    expect(answerTo(items, 'Where was the mint moved on May 10 under the threat of a flood?')).toBe(
      'Vienna',
    )
    expect(
      answerTo(items, 'On what date was the mint moved to Vienna under the threat of a flood?'),
    ).toBe('May 10')
  })
})

describe('persons, roles and newspapers', () => {
  const paper =
    'The Left Pilots at first published only a daily paper (from the 4th to the 20th of June). This was the Lantern, journal of the Bergen Committee, under the editorship of Lind, Anna Berg and Holm. Transferred to Oslo, the journal became a weekly, from July 20 until October. Dahl (Storm) and K.L. Vik came to the editorial board in these months.'

  it('knows a newspaper by what stands beside its name', () => {
    const items = itemsOf(paper)
    expect(answerTo(items, 'From when to when was the newspaper Lantern a daily?')).toBe(
      'from the 4th to the 20th of June',
    )
    expect(answerTo(items, 'From when to when was the newspaper Lantern a weekly?')).toBe(
      'from July 20 until October',
    )
  })

  it('asks for all the editors, and keeps initials whole', () => {
    const items = itemsOf(paper)
    expect(answerTo(items, 'Who edited the newspaper Lantern at first?')).toBe(
      'Lind; Anna Berg; Holm',
    )
    const joined = items.find((i) =>
      /^Who came to the editorial board of the newspaper Lantern/.test(i.question),
    )
    expect(joined?.elements.map((e) => e.text)).toEqual(['Dahl (Storm)', 'K.L. Vik'])
  })

  it('asks who held a role', () => {
    const items = itemsOf(
      'The reporter on the herring trade of Bergen, Anna Berg, warned that the nets were worn out.',
    )
    expect(answerTo(items, 'Who was the reporter on the herring trade of Bergen?')).toBe(
      'Anna Berg',
    )
  })

  it('asks who did it only where it is said of a person', () => {
    const items = itemsOf(
      'Anna Berg founded the Bergen School of Navigation in 1801. The wind destroyed the Bergen School of Navigation in 1830.',
    )
    expect(questions(items).join()).toContain('Who founded the Bergen School of Navigation')
    expect(questions(items).join()).not.toContain('Who destroyed')
  })
})

describe('names and terms', () => {
  it('asks a renaming both ways', () => {
    const items = itemsOf(
      'In the end Anna Berg had the name of the club changed from the “Harbour Workers Club” to the “Free (Bergen) Union”.',
    )
    expect(answerTo(items, 'What was the Harbour Workers Club renamed?')).toBe(
      'Free (Bergen) Union',
    )
    expect(items.filter((i) => i.kind === 'renaming')).toHaveLength(2)
  })

  it('asks for the term that a description is called', () => {
    const items = itemsOf('The thin skin around the seed of an apple is called the testa.')
    expect(answerTo(items, 'What is the thin skin around the seed of an apple called?')).toBe(
      'testa',
    )
  })

  it('asks for the term of a definition', () => {
    const items = itemsOf(
      'Ballast is the weight that a ship carries in its hold so that it stays upright.',
    )
    expect(
      answerTo(
        items,
        'What is the weight that a ship carries in its hold so that it stays upright called?',
      ),
    ).toBe('ballast')
  })
})

describe('quotations', () => {
  it('asks who said it, when the name stands beside it', () => {
    const items = itemsOf('“The harbour belongs to those who dredge it,” said Anna Berg.')
    const item = items.find((i) => i.kind === 'quotation')
    expect([item?.question, item?.answer]).toEqual([
      'Who said: “The harbour belongs to those who dredge it”?',
      'Anna Berg',
    ])
  })

  it('asks an inserted speaker', () => {
    const items = itemsOf(
      'The hope of a truce, said Holm, was “a lamp without oil.” The old pilot Holm died in Bergen.',
    )
    expect(answerTo(items, 'Who said that the hope of a truce was “a lamp without oil”?')).toBe(
      'Holm',
    )
  })

  it('does not give a quotation to a pronoun', () => {
    const items = itemsOf(
      'Anna Berg and Ivan Holm spoke in turn. “The harbour belongs to those who dredge it,” he said.',
    )
    expect(items.filter((i) => i.kind === 'quotation')).toEqual([])
  })

  it('does not state what stands in quotation marks', () => {
    const items = itemsOf('“The Treaty of Norhavn was signed on 3 March 1702 in Bergen.”')
    expect(items).toEqual([])
  })
})

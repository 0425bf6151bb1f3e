import { describe, expect, it } from 'vitest'
import { mentionsOf } from '../mentions'
import { readingOf, rereadAs } from '../reading-fixture'

/** Each name as it stands, with its type and the name it goes under. */
const named = (...sentences: readonly string[]) =>
  mentionsOf(readingOf(...sentences)).flatMap(({ text, value }) =>
    'name' in value ? [`${text}: ${value.type} ${value.name}`] : [],
  )

describe('whom a bare name means', () => {
  it('is the first of several whom the text names, and goes on meaning the same', () => {
    expect(
      named(
        'Sir Magnus Brask< owned/VBD it',
        'They worked/VBD for Brask',
        'Lionel Brask< told/VBD them so',
        'Brask< died/VBD there/RB',
      ),
    ).toEqual([
      'Sir Magnus Brask: person Magnus Brask',
      'Brask: person Magnus Brask',
      'Lionel Brask: person Lionel Brask',
      'Brask: person Magnus Brask',
    ])
  })

  it('is the one whom the paragraph names in full', () => {
    expect(
      named('Magnus Brask< owned/VBD it', 'Lionel Brask< told/VBD them that Brask would pay'),
    ).toContain('Brask: person Lionel Brask')
  })

  it('stays with whom it has meant where another is only told of', () => {
    expect(
      named(
        'Clara Brask< wrote/VBD',
        'Brask< was/VBD the/DT daughter/NN of Lionel Brask, and/CC Brask left/VBD',
        'Brask< died/VBD',
      ).slice(1),
    ).toEqual([
      'Brask: person Clara Brask',
      'Lionel Brask: person Lionel Brask',
      'Brask: person Clara Brask',
      'Brask: person Clara Brask',
    ])
  })

  it('can be a given name where one person has it', () => {
    expect(
      named(
        'Mary Brask< left/VBD',
        'Karl Brask< wrote/VBD to Mary there/RB',
        'Karl Lind< met/VBD Karl',
      ),
    ).toEqual([
      'Mary Brask: person Mary Brask',
      'Karl Brask: person Karl Brask',
      'Mary: person Mary Brask',
      'Karl Lind: person Karl Lind',
      'Karl: person Karl',
    ])
  })

  it('is no king of that name', () => {
    expect(named('George Brask< wrote/VBD', 'King George< died/VBD')).toContain(
      'King George: person George',
    )
  })

  it('needs no given name from a list', () => {
    expect(named('The lawyer/NN Amos Dulov, who/WP left/VBD', 'Dulov< wrote/VBD')).toContain(
      'Dulov: person Amos Dulov',
    )
  })

  it('is the one whose gender its title tells', () => {
    const couple = 'Karl Brask< wrote/VBD to Anna Brask there/RB'
    expect(named(couple, 'Mrs. Brask< left/VBD', 'Mr. Brask< died/VBD')).toEqual(
      expect.arrayContaining(['Mrs. Brask: person Anna Brask', 'Mr. Brask: person Karl Brask']),
    )
    expect(named('Karl Brask< left/VBD', 'Mrs. Brask< died/VBD')).toContain(
      'Mrs. Brask: person Brask',
    )
  })

  it('is told apart by a husband or a sister beside the full name', () => {
    expect(
      named(
        'Anna Brask< met/VBD her/PRP$ brother/NN Imber Brask there/RB',
        'Mr. Brask< left/VBD',
        'Brask< died/VBD',
      ),
    ).toEqual(expect.arrayContaining(['Mr. Brask: person Imber Brask', 'Brask: person Anna Brask']))
  })

  it('can be a later title', () => {
    const reading = readingOf('Karl Brask, later/RB Lord Ulver, wrote/VBD', 'Ulver< died/VBD')
    expect(mentionsOf(reading).at(-1)?.value).toEqual({ type: 'person', name: 'Karl Brask' })
  })

  it('can be a surname that is a hill or a marsh as well', () => {
    expect(named('Dr. Helen Hill of the Umber Laboratory wrote/VBD', 'Hill< died/VBD')).toEqual([
      'Dr. Helen Hill: person Helen Hill',
      'Umber Laboratory: organisation Umber Laboratory',
      'Hill: person Helen Hill',
    ])
  })

  it('can be a given name after “Sir”', () => {
    expect(named('John Brask< wrote/VBD', 'Sir John< died/VBD')).toContain(
      'Sir John: person John Brask',
    )
  })

  it('can be a surname of several words', () => {
    expect(named('Henry De la Brask< wrote/VBD', 'De la Brask< died/VBD')).toContain(
      'De la Brask: person Henry De la Brask',
    )
    expect(named('Henry Lind de Brask< wrote/VBD', 'Lind de Brask< died/VBD')).toContain(
      'Lind de Brask: person Henry Lind de Brask',
    )
  })

  it('is no father of whom a patronymic tells', () => {
    const son = 'Hassan ibn Muhammad< wrote/VBD'
    expect(named(son, 'Emir Muhammad< died/VBD')).toContain('Emir Muhammad: person Muhammad')
    expect(named(son, 'Sultan Hassan< died/VBD')).toContain(
      'Sultan Hassan: person Hassan ibn Muhammad',
    )
  })

  it('is a place where the words around it say so', () => {
    expect(
      named('George Washington< wrote/VBD', 'Washington< died/VBD', 'They met/VBD in Washington'),
    ).toEqual([
      'George Washington: person George Washington',
      'Washington: person George Washington',
      'Washington: place Washington',
    ])
  })

  it('takes no word of a firm for a surname', () => {
    expect(named('They visited/VBD HealthSpace Cleveland', 'They live/VBP in Cleveland')).toContain(
      'Cleveland: place Cleveland',
    )
  })
})

describe('short forms', () => {
  it('leave out where a body is', () => {
    expect(
      named('The Geological Society of London met/VBD', 'The Geological Society paid/VBD'),
    ).toContain('Geological Society: organisation Geological Society of London')
    expect(named('The Italian/JJ Supreme Court met/VBD', 'The Supreme Court ruled/VBD')).toContain(
      'Supreme Court: organisation Italian Supreme Court',
    )
  })

  it('are the head alone, after its full name and of one name only', () => {
    const full = 'The Supreme Court of Norvania met/VBD'
    expect(named(full, 'The Court ruled/VBD')).toContain(
      'Court: organisation Supreme Court of Norvania',
    )
    expect(named('The Court ruled/VBD', full)).toContain('Court: organisation Court')
    expect(named(full, 'The Naval Court met/VBD', 'The Court ruled/VBD')).toContain(
      'Court: organisation Court',
    )
  })

  it('are of the one that leads by far, or else of the one in the paragraph', () => {
    const high = 'The High Court met/VBD'
    expect(
      named(high, high, high, high, 'The Naval Court met/VBD', 'The Court ruled/VBD'),
    ).toContain('Court: organisation High Court')
    expect(named(high, 'The Naval Court met/VBD until/IN the Court left/VBD')).toContain(
      'Court: organisation Naval Court',
    )
  })

  it('are no other name of whom somebody calls so', () => {
    expect(
      named('The Umber Times called/VBD the Peace of Lisk there/RB', 'It was at/IN Lisk'),
    ).toEqual([
      'Umber Times: work Umber Times',
      'Peace of Lisk: event Peace of Lisk',
      'Lisk: place Lisk',
    ])
  })

  it('leave out the body that another is a part of', () => {
    expect(
      named('The Senate Judiciary Committee met/VBD', 'The Judiciary Committee met/VBD'),
    ).toContain('Judiciary Committee: organisation Senate Judiciary Committee')
  })

  it('leave out of whom a congress is when it is counted', () => {
    expect(named('The Seventh Party Congress met/VBD', 'The Seventh Congress ended/VBD')).toContain(
      'Seventh Congress: event Seventh Party Congress',
    )
  })

  it('are letters of a country', () => {
    expect(named('He left/VBD the United States', 'He came/VBD to the U.S. again/RB')).toContain(
      'U.S.: place United States',
    )
  })
})

describe('headings', () => {
  const under = (heading: string, text: string) => {
    const reading = readingOf(heading, text)
    const [first, ...rest] = reading.blocks
    return mentionsOf({
      ...reading,
      blocks: first === undefined ? [] : [{ ...first, kind: 'heading' }, ...rest],
    }).map(({ text: words, value }) => ('name' in value ? `${words}: ${value.name}` : words))
  }

  it('name what the text below names, in any case', () => {
    const text = 'They left/VBD Port Umber for the Umber Exchange'
    expect(under('Strike Shuts Port Umber After Storm', text)).toContain('Port Umber: Port Umber')
    expect(under('STRIKE AT PORT UMBER', text)).toContain('PORT UMBER: Port Umber')
  })

  it('name in full what the text names by its head', () => {
    expect(under('Report of the Umber Town Council', 'Later/RB the Council met/VBD')).toEqual([
      'Umber Town Council: Umber Town Council',
      'Council: Umber Town Council',
    ])
  })

  it('have words with capitals that are no names', () => {
    const text = 'The Umber Council met/VBD until/IN the Council left/VBD'
    expect(under('New Council Rules', text)).toEqual([
      'Umber Council: Umber Council',
      'Council: Umber Council',
    ])
  })
})

describe('how far a name goes', () => {
  it.each<readonly [string, string]>([
    [
      'The British/JJ Association for the Advancement of Science paid/VBD',
      'British Association for the Advancement of Science: organisation British Association for the Advancement of Science',
    ],
    ['They met/VBD Lt.-Col. Karl Brask', 'Lt.-Col. Karl Brask: person Karl Brask'],
    ['They met/VBD Home Secretary Otto Brask', 'Home Secretary Otto Brask: person Otto Brask'],
    ['It was sold/VBN to Brask Brothers/NNPS', 'Brask Brothers: organisation Brask Brothers'],
    ['They signed/VBD the October Manifesto', 'October Manifesto: work October Manifesto'],
    ['They wrote/VBD to The/DT Times again/RB', 'The Times: work The Times'],
    ['They wrote/VBD to the Times again/RB', 'Times: work Times'],
    ['The Sarn< flowed/VBD there/RB', 'Sarn: place Sarn'],
    ['He came/VBD from the Skerry mines/NNS', 'Skerry: place Skerry'],
    ['They crossed/VBD the river Lenn there/RB', 'Lenn: place Lenn'],
    ['They sailed/VBD down/IN the River Lenn again/RB', 'River Lenn: place River Lenn'],
    [
      'A statue/NN by/IN the Dane Ulf Thorsen stands/VBZ there/RB',
      'Ulf Thorsen: person Ulf Thorsen',
    ],
    ['They read/VBD the Systema Chalcis of 1758 there/RB', 'Systema Chalcis: work Systema Chalcis'],
    ['The cities/NNS of Umber paid/VBD', 'Umber: place Umber'],
    ['The bridge/NN over the Alder fell/VBD', 'Alder: place Alder'],
    ['They met/VBD August Brask there/RB', 'August Brask: person August Brask'],
    ['They met/VBD Major von Brask there/RB', 'Major von Brask: person von Brask'],
    [
      'The 23rd/JJ Infantry Regiment left/VBD',
      '23rd Infantry Regiment: organisation 23rd Infantry Regiment',
    ],
    [
      'They founded/VBD the Court of Appeals for the Armed Forces there/RB',
      'Court of Appeals for the Armed Forces: organisation Court of Appeals for the Armed Forces',
    ],
    [
      'They signed/VBD the Declaration of Rights and Grievances there/RB',
      'Declaration of Rights and Grievances: work Declaration of Rights and Grievances',
    ],
    [
      'He fell/VBD in the War of the Three/CD Rivers there/RB',
      'War of the Three Rivers: event War of the Three Rivers',
    ],
    ['They met/VBD Ali ibn al-Hassan there/RB', 'Ali ibn al-Hassan: person Ali ibn al-Hassan'],
    ['They read/VBD it in the Umber Zeitung', 'Umber Zeitung: work Umber Zeitung'],
    ['It was sold/VBN to Holm & Brask there/RB', 'Holm & Brask: organisation Holm & Brask'],
    [
      'It was sold/VBN to Umber Transport plc there/RB',
      'Umber Transport plc: organisation Umber Transport plc',
    ],
    ['They met/VBD Karl Winter of Umber there/RB', 'Umber: place Umber'],
    ['It is in Great Umber', 'Great Umber: place Great Umber'],
    ['They sailed/VBD up/IN the Channel there/RB', 'Channel: place Channel'],
    ['VARN, Sept. 3 – Workers/NNS left/VBD', 'VARN: place VARN'],
    ['The Lind Congress of 1907 met/VBD', 'Lind Congress: event Lind Congress'],
  ])('%s', (sentence, name) => {
    expect(named(sentence)).toContain(name)
  })

  it('holds the owners of a body', () => {
    const reading = rereadAs(readingOf('They joined/VBD the Jurors’ Aid Society'), '’', {
      xpos: 'POS',
    })
    expect(mentionsOf(reading).map(({ text }) => text)).toEqual(['Jurors’ Aid Society'])
  })

  it('holds the owners of a street', () => {
    const reading = rereadAs(readingOf('They live/VBP in Tanner ’s Row'), '’s', { xpos: 'POS' })
    expect(mentionsOf(reading).map(({ text }) => text)).toEqual(['Tanner ’s Row'])
  })

  it('is a place where it is crossed', () => {
    const reading = rereadAs(readingOf('They cross/VB the Sarre there/RB'), 'Sarre', {
      relation: 'obj',
    })
    expect(mentionsOf(reading).map(({ value }) => value)).toEqual([
      { type: 'place', name: 'Sarre' },
    ])
  })

  it('is no month where the words around it tell a time', () => {
    expect(named('They left/VBD in August Brask died/VBD')).toEqual(['Brask: person Brask'])
  })

  it('is that of a work where it is painted', () => {
    const reading = rereadAs(readingOf('Lind< painted/VBD Duria Antiquior'), 'Antiquior', {
      relation: 'obj',
    })
    expect(mentionsOf(reading).map(({ value }) => value.type)).toEqual(['person', 'work'])
  })

  it('is of the kind of the noun beside it', () => {
    const reading = readingOf('The capital/NN fell/VBD Varn')
    const [sentence] = reading.blocks[0]?.sentences ?? []
    const head = sentence?.tokens.findIndex(({ text }) => text === 'capital') ?? -1
    const beside = rereadAs(reading, 'Varn', { relation: 'appos', head })
    expect(mentionsOf(beside).map(({ value }) => value.type)).toEqual(['place'])
    expect(mentionsOf(reading).map(({ value }) => value.type)).toEqual(['person'])
  })

  it('shares the preposition of the name that it is joined to', () => {
    const reading = readingOf('They sailed/VBD to Ulsay and Brae')
    const [sentence] = reading.blocks[0]?.sentences ?? []
    const head = sentence?.tokens.findIndex(({ text }) => text === 'Ulsay') ?? -1
    const led = rereadAs(reading, 'to', { relation: 'case', head })
    const joined = rereadAs(led, 'Brae', { relation: 'conj', head })
    expect(mentionsOf(joined).map(({ value }) => value.type)).toEqual(['place', 'place'])
  })
})

import { describe, expect, it } from 'vitest'
import { askedBy as asked } from '../../testing-fixture'

describe('definitions', () => {
  it('asks the term by what it is, and what it is by the term', () => {
    expect(asked('The stamen is the part of a flower that produces pollen.', /^defined/)).toEqual(
      [],
    )
    expect(
      asked('The stamen is the slender organ of a flower that produces pollen.', /^defined/),
    ).toEqual([
      'What is the slender organ of a flower that produces pollen called? → stamen',
      'What is the stamen? → the slender organ of a flower that produces pollen',
    ])
  })

  it('asks what a word refers to', () => {
    expect(
      asked('Erosion refers to the slow removal of soil and rock by wind and water.', /^refers/),
    ).toEqual([
      'What is the slow removal of soil and rock by wind and water called? → erosion',
      'What is erosion? → the slow removal of soil and rock by wind and water',
    ])
  })

  it('asks the term where the description comes first', () => {
    expect(asked('The organ responsible for making bile is the liver.', /^defined-last/)).toEqual([
      'What is the organ responsible for making bile called? → liver',
    ])
  })

  it('asks who held a role that stands before or after the name', () => {
    expect(
      asked('Peter Holm, author of the Herring Act of 1702, sold his boats.', /^apposed-term/),
    ).toEqual(['Who was the author of the Herring Act of 1702? → Peter Holm'])
    expect(
      asked('In 1702 the new prime minister, Lord Holm, sold the royal boats.', /^role-before/),
    ).toEqual(['Who was the new prime minister in 1702? → Lord Holm'])
    // Of an office that passes from one to another, only the year tells whose it was.
    expect(asked('Peter Holm, the ruler of Norland, sold his boats.', /^apposed-term/)).toEqual([])
    expect(
      asked('In 1702 Peter Holm, the ruler of Norland, sold his boats.', /^apposed-term/),
    ).toEqual(['Who was the ruler of Norland in 1702? → Peter Holm'])
  })

  it('asks for a named thing by its kind', () => {
    expect(
      asked(
        'In 1702 the council passed the Herring Act, a law that forbade foreign boats to fish in the bay.',
        /^apposed-term/,
      ),
    ).toEqual(['Which law forbade foreign boats to fish in the bay? → Herring Act'])
  })

  it('takes what common things were in the past for no definition', () => {
    expect(asked('The buyers were farmers who wanted cheap salt.', /^defined/)).toEqual([])
  })

  it('does not ask for one where two are meant', () => {
    const text = 'Olga Lind and Peter Holm were the founders of the Malmo Savings Bank.'
    expect(asked(text, /^defined-term/)).toEqual([])
  })
})

describe('names', () => {
  it('asks what something is called', () => {
    expect(
      asked('The hollow space inside the shell is called the mantle cavity.', /^is-called/),
    ).toEqual(['What is the hollow space inside the shell called? → mantle cavity'])
  })

  it('asks a name given inside a sentence by what stands before it', () => {
    expect(
      asked('The outside of the seed is covered with a hard layer called the testa.', /^called/),
    ).toEqual([
      'The outside of the seed is covered with a hard layer. What is this layer called? → testa',
    ])
  })

  it('takes the noun of the name’s number for its bearer', () => {
    expect(
      asked('Each stem is made of bundles of woody tissue called steles.', /^called/)[0],
    ).toContain('What are these bundles called?')
  })

  it('asks for a second name', () => {
    expect(
      asked('Baking soda, also known as sodium bicarbonate, makes dough rise.', /called/),
    ).toEqual(['What else is baking soda called? → sodium bicarbonate'])
  })

  it('takes the noun of the name’s number also where the name is set off', () => {
    expect(
      asked(
        'The members of the first congress, known as the Herring Tax Congress, said no.',
        /^called/,
      ).join(),
    ).not.toContain('Which members')
  })

  it('takes a choice for no second name', () => {
    expect(asked('The pilot could use lamps, flags, or signal fires.', /^or-called/)).toEqual([])
  })
})

describe('causes', () => {
  it('asks why, and answers with the clause', () => {
    expect(
      asked(
        'The council of Malmo moved to Bergen because the plague had reached the harbour.',
        /^why/,
      ),
    ).toEqual([
      'Why did the council of Malmo move to Bergen? → because the plague had reached the harbour',
    ])
  })

  it('names what an opening clause speaks of', () => {
    expect(
      asked('Because the Herring Act raised the price of fish, it led to riots in Malmo.', /^why/),
    ).toEqual([
      'Why did the Herring Act lead to riots in Malmo? → because the Herring Act raised the price of fish',
    ])
  })

  it('asks what led to what', () => {
    const found = asked('The drought of 1876 led to famine in the Deccan.', /^what/)
    expect(found).toContain('What led to famine in the Deccan? → the drought of 1876')
    expect(found).toContain('What did the drought of 1876 lead to? → famine in the Deccan')
  })
})

describe('purposes', () => {
  it('asks why somebody did something', () => {
    expect(asked('Olga Lind sold the brewery to pay the debts of her brother.', /^why-to/)).toEqual(
      ['Why did Olga Lind sell the brewery? → to pay the debts of her brother'],
    )
  })

  it('asks nothing where the infinitive says what, not what for', () => {
    expect(asked('The council of Malmo refused to pay the toll.', /^why-to/)).toEqual([])
    expect(asked('Peter Holm compelled the council of Malmo to pay the toll.', /^why-to/)).toEqual(
      [],
    )
    expect(asked('The merchants wanted to see the king.', /^why-to/)).toEqual([])
  })
})

describe('offices', () => {
  it('asks who became what', () => {
    expect(asked('In 1811 Peter Holm became the governor of Iceland.', /^became-who/)).toEqual([
      'Who became the governor of Iceland? → Peter Holm',
    ])
  })

  it('leaves out what is told of the office besides', () => {
    const text =
      'In 1811 Peter Holm became the governor of Iceland, the wealth of which had impressed the king.'
    expect(asked(text, /^became-who/)).toEqual(['Who became the governor of Iceland? → Peter Holm'])
  })

  it('asks who held an office by the relative clause that says so', () => {
    expect(
      asked(
        'The crowd marched on the house of Peter Holm, who had been appointed the Collector of Tolls.',
        /^who-was-named/,
      ),
    ).toEqual(['Who had been appointed the Collector of Tolls? → Peter Holm'])
  })
})

describe('comparison', () => {
  it('asks which of several was the most', () => {
    expect(asked('Bergen was the richest of the harbour towns of Norway.', /^most/)).toEqual([
      'Which of the harbour towns of Norway was the richest? → Bergen',
    ])
  })
})

describe('what is said beside a thing', () => {
  it('takes an opening "As the …" for what the subject is', () => {
    expect(
      asked('As the highest court of Iceland, the Althing judged thefts of cattle.', /^opening/),
    ).toContain('What was the Althing? → the highest court of Iceland')
  })

  it('takes "a …" at the end for what stands before it', () => {
    expect(
      asked(
        'Most of the roads were built under the corvée, a system of unpaid labour that the king imposed.',
        /^(?:closing|apposed)-what/,
      ),
    ).toEqual(['What is the corvée? → a system of unpaid labour that the king imposed'])
  })

  it('does not take what is said of a whole statement for it', () => {
    expect(
      asked(
        'In 1702 the king sold the royal ships, a decision that ruined many pilots.',
        /^(?:closing|apposed)/,
      ),
    ).toEqual([])
  })

  it('asks for the name in brackets, and for a nickname', () => {
    expect(
      asked('The neural crest (ganglionic crest) forms the nerves of the gut.', /^also/),
    ).toEqual(['What else is the neural crest called? → ganglionic crest'])
    expect(
      asked('Its lamps earned the town of Bergen the nickname of Candle City.', /^nickname/),
    ).toEqual(['What nickname was given to the town of Bergen? → Candle City'])
  })

  it('asks what is responsible, and what somebody hoped for', () => {
    expect(
      asked('The moon is responsible for the tides of the northern seas.', /^responsible/),
    ).toEqual(['What is responsible for the tides of the northern seas? → the moon'])
    expect(
      asked('Peter Holm sold the mill in hopes of paying the debts of his son.', /^why-hoping/),
    ).toEqual(['Why did Peter Holm sell the mill? → in hopes of paying the debts of his son'])
  })
})

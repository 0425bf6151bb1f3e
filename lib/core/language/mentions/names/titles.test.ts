import { describe, expect, it } from 'vitest'
import { mentionsOf } from '../mentions'
import { readingOf, rereadAs } from '../reading-fixture'

/** The works of a text, each with the name it goes under where that is another. */
const works = (...sentences: readonly string[]) =>
  mentionsOf(readingOf(...sentences)).flatMap(({ text, value }) => {
    if (value.type !== 'work') return []
    return [value.name === text ? text : `${text} = ${value.name}`]
  })

describe('a title that nothing sets off', () => {
  it.each<readonly [string, string]>([
    ['He read/VBD his/PRP$ Theory of the Earth there/RB', 'Theory of the Earth'],
    ['It stands/VBZ in Principles of Geology again/RB', 'Principles of Geology'],
    ['He wrote/VBD an Essay on Chalk and Gravel there/RB', 'Essay on Chalk and Gravel'],
    ['They read/VBD A Winter in the North aloud/RB', 'A Winter'],
    ['They read/VBD his/PRP$ New Forms in Chalk (1904) aloud/RB', 'New Forms in Chalk'],
    ['They read/VBD her/PRP$ novel/NN The Ferry Boat aloud/RB', 'The Ferry Boat'],
    ['It is in A New Account of Chalk as/IN well/RB', 'A New Account of Chalk'],
    ['They read/VBD On the Motion of Chalk aloud/RB', 'On the Motion of Chalk'],
    ['Lind ’s/POS The Age of Chalk appeared/VBD', 'The Age of Chalk'],
  ])('%s', (sentence, title) => {
    expect(works(sentence)).toEqual([title])
  })

  it('ends before another name', () => {
    const text = 'He read/VBD his/PRP$ Theory of Chalk and Anna Brask left/VBD'
    expect(works(text)).toEqual(['Theory of Chalk'])
  })

  it('is called by its head later', () => {
    expect(
      works('He wrote/VBD his/PRP$ Treatise on Chalk there/RB', 'The Treatise sold/VBD'),
    ).toEqual(['Treatise on Chalk', 'Treatise = Treatise on Chalk'])
  })

  it('is called by its first word later', () => {
    expect(
      works('Lind ’s/POS The Voice of the People appeared/VBD', 'They read/VBD the Voice daily/RB'),
    ).toEqual(['The Voice of the People', 'Voice = The Voice of the People'])
  })

  it('holds an owner', () => {
    const reading = rereadAs(
      readingOf('They read/VBD her/PRP$ novel/NN The Baker ’s Daughter aloud/RB'),
      '’s',
      { xpos: 'POS' },
    )
    expect(mentionsOf(reading).map(({ text }) => text)).toEqual(['The Baker ’s Daughter'])
  })

  it.each([
    'Studies of Berlin show/VBP it',
    'He had/VBD vitamin/NN A in/IN it',
    'The Berlin A line/NN runs/VBZ there/RB',
    'They studied/VBD the history/NN of Berlin',
  ])('is not where only the sentence opens, or small letters stand: %s', (sentence) => {
    expect(works(sentence)).toEqual([])
  })
})

describe('a title in quotation marks', () => {
  it.each([
    'They bought/VBD “The Chalk Cliff” by Anna Brask',
    'They bought/VBD “The Chalk Cliff”, a large/JJ painting/NN of hers/PRP',
    'The painting/NN “The Chalk Cliff” was/VBD sold/VBN'.replace('painting', 'novel'),
  ])('is told by what stands beside it: %s', (sentence) => {
    expect(works(sentence)).toEqual(['The Chalk Cliff'])
  })

  it('is none by itself', () => {
    expect(works('They shouted/VBD “The Chalk Cliff” again/RB')).toEqual([])
  })
})

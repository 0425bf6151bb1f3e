import { describe, expect, it } from 'vitest'
import { mentionsOf } from './mentions'
import { readingOf } from './reading-fixture'
import { resolve } from './resolve'

/** What refers, and to whom. */
function resolved(...sentences: readonly string[]): string[] {
  const reading = readingOf(...sentences)
  return resolve(reading, mentionsOf(reading)).map(
    ({ start, end, antecedent }) =>
      `${reading.text.slice(start, end)}: ${'name' in antecedent.value ? antecedent.value.name : ''}`,
  )
}

describe('pronouns', () => {
  it('speak of the one person that is near', () => {
    expect(
      resolved('Karl Brask< wrote/VBD', 'He/PRP said/VBD that his/PRP$ work was/VBD done'),
    ).toEqual(['He: Karl Brask', 'his: Karl Brask'])
  })

  it('are left alone where two could be meant', () => {
    expect(resolved('Karl Brask< wrote/VBD to Otto Lind', 'He/PRP said/VBD so')).toEqual([])
  })

  it('tell a woman from a man', () => {
    expect(resolved('Karl Brask< wrote/VBD to Anna Lind', 'She/PRP said/VBD so')).toEqual([
      'She: Anna Lind',
    ])
    expect(resolved('Karl Brask< wrote/VBD', 'She/PRP said/VBD so')).toEqual([])
  })

  it('may mean somebody without a name', () => {
    expect(resolved('Karl Brask< met/VBD a farmer/NN', 'He/PRP said/VBD so')).toEqual([])
    expect(resolved('Karl Brask< asked/VBD each/PRP what/WP he/PRP wanted/VBD')).toEqual([])
  })

  it('never cross into a quotation', () => {
    const reading = readingOf('Karl Brask< wrote/VBD', '“He/PRP said/VBD so”')
    const at = reading.text.indexOf('He')
    const quoted = {
      ...reading,
      quotations: [{ start: at, end: at + 10, depth: 0, speaker: null, verb: null }],
    }
    expect(resolve(quoted, mentionsOf(quoted))).toEqual([])
  })
})

describe('descriptions', () => {
  it('take up the one name with their head', () => {
    expect(resolved('The Third Soviet Congress met/VBD', 'This/DT congress/NN ended/VBD')).toEqual([
      'This congress: Third Soviet Congress',
    ])
  })

  it('are left alone after two of a sort, and with words of their own', () => {
    const two = ['The Naval Committee met/VBD', 'The Finance Committee met/VBD']
    expect(resolved(...two, 'The/DT committee/NN left/VBD')).toEqual([])
    expect(
      resolved('The Naval Committee met/VBD', 'The/DT committee/NN of the town left/VBD'),
    ).toEqual([])
  })

  it('tell the former from the latter', () => {
    expect(resolved('It met/VBD Karl Brask and Otto Lind, and the/DT latter/JJ left/VBD')).toEqual([
      'the latter: Otto Lind',
    ])
  })
})

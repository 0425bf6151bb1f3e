import { describe, expect, it } from 'vitest'
import type { Reading } from '@/lib/core/language/tree'
import { mentionsOf } from './mentions'
import { readingOf, rereadAs } from './reading-fixture'
import { resolve } from './resolve'

/** What refers, and to whom. */
const resolved = (...sentences: readonly string[]): string[] => said(readingOf(...sentences))

function said(reading: Reading): string[] {
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
    expect(resolved('Anna Lind< wrote/VBD to Karl Brask', 'She/PRP said/VBD so')).toEqual([
      'She: Anna Lind',
    ])
    expect(resolved('Karl Brask< wrote/VBD', 'She/PRP said/VBD so')).toEqual([])
  })

  it('may mean somebody without a name', () => {
    expect(resolved('Karl Brask< met/VBD a farmer/NN', 'He/PRP said/VBD so')).toEqual([])
    expect(resolved('Karl Brask< asked/VBD each/PRP what/WP he/PRP wanted/VBD')).toEqual([])
  })

  it('go on with who is a subject, and not with who is only mentioned', () => {
    expect(resolved('They wrote/VBD to Karl Brask', 'He/PRP said/VBD so')).toEqual([])
  })

  it('go on with whom the whole text is about', () => {
    const text = ['Karl Brask< wrote/VBD', 'Brask< left/VBD', 'They met/VBD Brask']
    expect(resolved(...text, 'He/PRP said/VBD so')).toEqual(['He: Karl Brask'])
  })

  it('are not the object of the verb whose subject they would be', () => {
    const reading = readingOf('Karl Brask< asked/VBD him/PRP there/RB', 'He/PRP said/VBD so')
    expect(said(rereadAs(reading, 'him', { relation: 'obj' }))).toEqual([])
    expect(said(reading)).toContain('him: Karl Brask')
  })

  it('stay open after one that stayed open', () => {
    const reading = readingOf('He/PRP left/VBD when Karl Brask< came/VBD', 'His/PRP$ son left/VBD')
    expect(said(reading)).toEqual([])
  })

  it('of two go on with the subject as subject, unless the other one is asked or told something', () => {
    const reading = readingOf('Karl Brask< wrote/VBD of Otto Lind', 'He</PRP left/VBD')
    expect(said(reading)).toEqual(['He: Karl Brask'])
    expect(said(rereadAs(reading, 'Otto', { relation: 'obj' }))).toEqual([])
  })

  it('go on with a subject past somebody who has no name', () => {
    expect(resolved('Karl Brask< met/VBD a farmer/NN', 'He</PRP left/VBD')).toEqual([
      'He: Karl Brask',
    ])
  })

  it('pass by those who go by a word for the other gender', () => {
    expect(resolved('Karl Brask< met/VBD a queen/NN', 'His/PRP$ son left/VBD')).toEqual([
      'His: Karl Brask',
    ])
  })

  it('are of the subject of their own clause, where nobody stands between', () => {
    const possessive = { relation: 'nmod:poss' }
    const after = readingOf('After Otto Lind , Karl Brask< painted/VBD his/PRP$ house')
    expect(said(rereadAs(after, 'his', possessive))).toEqual(['his: Karl Brask'])
    const between = readingOf('Karl Brask< painted/VBD with Otto Lind his/PRP$ house')
    expect(said(rereadAs(between, 'his', possessive))).toEqual([])
  })

  it('may mean whom the sentence before is about, beside a guest', () => {
    const possessive = { relation: 'nmod:poss' }
    const praised = 'Otto Lind< praised/VBD his/PRP$ style'
    const guest = readingOf('Karl Brask< wrote/VBD a book', praised)
    expect(said(rereadAs(guest, 'his', possessive))).toEqual([])
    expect(said(rereadAs(readingOf('They wrote/VBD', praised), 'his', possessive))).toEqual([
      'his: Otto Lind',
    ])
    const sent = readingOf(
      'They spoke/VBD of Karl Brask',
      'Otto Lind< sent/VBD a letter to him/PRP',
    )
    expect(said(rereadAs(sent, 'him', { relation: 'obl' }))).toEqual([])
  })

  it('are of nobody who is named where their clause is about anybody', () => {
    const raised = readingOf('Karl Brask< wrote/VBD', 'A/DT storm</NN broke/VBD his/PRP$ house')
    const owned = rereadAs(raised, 'his', { relation: 'nmod:poss' })
    expect(said(owned)).toEqual(['his: Karl Brask'])
    expect(said(rereadAs(owned, 'A', { head: 1 }))).toEqual([])
  })

  it('remember whom the whole text is about, also past a heading and others', () => {
    const text = ['Karl Brask< wrote/VBD', 'Brask< left/VBD', 'They met/VBD Brask']
    const rain = ['it rained/VBD', 'it rained/VBD', 'it rained/VBD', 'it rained/VBD']
    expect(resolved(...text, ...rain, 'He</PRP left/VBD')).toEqual(['He: Karl Brask'])
    expect(resolved('Otto Lind< wrote/VBD', ...rain, 'He</PRP left/VBD')).toEqual([])
    expect(resolved(...text, 'Brask< met/VBD Otto Lind', 'He</PRP left/VBD')).toEqual([
      'He: Karl Brask',
    ])
  })

  it('learn a gender from the pronouns beside a name', () => {
    const sold = 'Quirine Brask< sold/VBD her/PRP$ house'
    expect(resolved(sold, sold, 'She</PRP left/VBD')).toContain('She: Quirine Brask')
  })

  it('are somebody else in what somebody tells of themselves', () => {
    expect(resolved('Anna Lind< wrote/VBD', 'I/PRP said/VBD that she/PRP left/VBD')).toEqual([])
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

  it('are left alone where another of the sort stands between', () => {
    const named = 'They left/VBD the Naval School'
    expect(resolved(named, 'The/DT school/NN burned/VBD')).toEqual(['The school: Naval School'])
    expect(
      resolved(named, 'He joined/VBD a school/NN of law', 'The/DT school/NN burned/VBD'),
    ).toEqual([])
  })

  it('are no places, of which there are more than those that say so', () => {
    expect(resolved('They left/VBD Mexico City', 'The/DT city/NN burned/VBD')).toEqual([])
    expect(resolved('They left/VBD Mexico City', 'This/DT city/NN burned/VBD')).toEqual([
      'This city: Mexico City',
    ])
  })

  it('tell the former from the latter', () => {
    expect(resolved('It met/VBD Karl Brask and Otto Lind, and the/DT latter/JJ left/VBD')).toEqual([
      'the latter: Otto Lind',
    ])
  })
})

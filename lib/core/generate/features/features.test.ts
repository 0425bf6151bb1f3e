import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { candidatesOf } from '../generate'
import { model } from '../testing-fixture'

const TEXT = `# The mills of Norland

Anna Berg founded the Norland School in 1801. However, the school lost 40 per cent of its pupils in 1802.

## Later years

In 1850 Berg sold the mill of Norhavn to Karl Brask.
`
const candidates = () => candidatesOf(segment(readSource(TEXT)), model(), null)
const of = (construction: string) =>
  candidates().find(({ item }) => item.construction === construction)?.features

describe('features', () => {
  it('tell how an item was made, and leave out what is nought', () => {
    const features = of('who-did')
    expect(features).toMatchObject({
      'construction who-did': 1,
      'answer person': 1,
      'way subject': 1,
    })
    expect(Object.values(features ?? {}).every((value) => value !== 0)).toBe(true)
    expect(Object.values(features ?? {}).every(Number.isFinite)).toBe(true)
  })

  it('tell where it stands and what the text dwells on', () => {
    expect(of('who-did')).toMatchObject({ 'sentence opens section': 1, 'weight opens': 1 })
    expect(of('share-of')).toMatchObject({ 'sentence joins on': 1, 'weight exact': 1 })
  })

  it('tell how sure the tree is', () => {
    expect(of('who-did')?.['tree root']).toBeGreaterThan(1)
  })

  it('are the same on every run', () => {
    expect(candidates()).toEqual(candidates())
  })
})

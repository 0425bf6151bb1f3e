import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { candidatesOf } from '../generate'
import { model } from '../testing-fixture'

const TEXT = `Norhavn has a mill. Norhavn lies in the north of the country. In 1801 Anna Berg sold the mill to Karl Brask of Norhavn.

In 1850 the harbour of Bergen was dredged by Karl Brask for 900 dollars. The periosteum covers the bones of Norland. The periosteum holds the nerves of the bones.
`
const featuresOf = (answer: string) =>
  candidatesOf(segment(readSource(TEXT)), model(), null).find(
    ({ item }) => item.construction.startsWith('gap-') && item.answer === answer,
  )?.features

describe('what a question takes as known', () => {
  it('is what the text has spoken of before, and its names', () => {
    expect(featuresOf('1801')).toMatchObject({
      'question takes as known': 1,
      'question names topic': 1,
      'question past': 1,
    })
    expect(featuresOf('1850')?.['question without topic']).toBeGreaterThan(0)
  })

  it('is less where the words are rare', () => {
    expect(featuresOf('periosteum')).toMatchObject({
      'noun recurs': Math.round(Math.log(2) * 1000) / 1000,
    })
    expect(featuresOf('periosteum')?.['answer rarest word']).toBeGreaterThan(0.2)
  })
})

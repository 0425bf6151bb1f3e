import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { fitText, unfitness } from './fitness'
import * as samples from './samples-fixture'

const { FIT, REFERENCES, ...UNFIT } = samples
const WHY: Readonly<Record<keyof typeof UNFIT, string>> = {
  ...{ FRENCH: 'language', GERMAN: 'language', LATIN: 'language', SPANISH: 'language' },
  ...{ RUSSIAN: 'language', POLISH: 'language' },
  ...{ SCRIPT: 'code', PYTHON: 'code', QUERY: 'code' },
  ...{ POEM: 'lines', FREE_VERSE: 'lines' },
  ...{ TABLE: 'table', PIPES: 'table', FIGURES: 'figures', OCR_SOUP: 'garbled' },
}
const readPlain = (body: string) => segment(readSource(body))
const MILL = 'The mill was built in 1790 by a farmer of the next village.'

describe('a passage of which nothing is to be asked', () => {
  it.each(Object.entries(UNFIT))('%s is known for what it is', (name, passage) => {
    expect(unfitness(passage)).toBe(Object.entries(WHY).find(([of]) => of === name)?.[1])
  })

  it.each(REFERENCES)('a source of a list: %s', (source) => {
    expect(unfitness(source)).toBe('references')
  })
})

describe('a passage that only looks like one', () => {
  it.each(Object.entries(FIT))('%s', (_, passage) => {
    expect(unfitness(passage)).toBeNull()
  })

  const folder = join(process.cwd(), 'content')
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
    'none in a text that ships: %s',
    (fileName) => {
      const body = readFileSync(join(folder, fileName), 'utf8')
      const { passedOver, foreign } = fitText(segment(readSource(body, { fileName })))
      expect({ passedOver, foreign }).toEqual({ passedOver: [], foreign: [] })
    },
  )
})

describe('a text', () => {
  it('loses its unfit passages alone, and keeps its places', () => {
    const text = readPlain(
      `${MILL}\n\n${samples.FRENCH}\n\n${samples.TABLE}\n\n${MILL} It is closed.`,
    )
    const fit = fitText(text)
    expect(fit.passedOver.map(({ why, passages }) => [why, passages])).toEqual([
      ['language', 1],
      ['table', 1],
    ])
    const lost = fit.passedOver.reduce((sum, { words }) => sum + words, 0)
    expect(fit.text.words).toBe(text.words - lost)
    const said = fit.text.sentences.map((one) => text.source.body.slice(one.start, one.end))
    expect(said).toEqual([MILL, MILL, 'It is closed.'])
    expect(fit.text.sentences.map((one) => one.index)).toEqual([0, 1, 2])
    for (const { block } of fit.text.sentences)
      expect(fit.text.blocks[block]?.kind).toBe('paragraph')
    expect(fit.text.blocks.map((block) => block.start)).toEqual(text.blocks.map((b) => b.start))
  })

  it('says which sentences of a passage are in another language', () => {
    const french = 'Je suis venu de la vallée avec les marchands et les paysans de mon village.'
    const text = readPlain(
      `${MILL} ${french} So wrote the farmer, who had come in 1790 by the road.`,
    )
    const { foreign, passedOver } = fitText(text)
    expect(passedOver).toEqual([])
    expect(foreign.map((one) => text.source.body.slice(one.start, one.end))).toEqual([french])
  })
})

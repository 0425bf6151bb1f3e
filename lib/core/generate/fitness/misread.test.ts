import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { holdsMisread, isMisread, misreadNames } from './misread'
import { tornSentences } from './torn'

const KNOWN = new Set(['chalk', 'nearly', 'middle', 'the', 'their', 'modern', 'thirst', 'hand'])
const isWord = (word: string): boolean => KNOWN.has(word)

describe('a misread word', () => {
  it.each(['cha1k', 'Cha1k', 'ncarly', 'tlieir', 'modem', '19O1', '18I4'])('%s', (word) => {
    expect(isMisread(word, isWord)).toBe(true)
  })

  it.each(['chalk', '1st', '1930s', 'H2O', 'CO2', 'mp3', 'qwertz', 'Clarke', '4to', 'x1'])(
    'is not %s',
    (word) => {
      expect(isMisread(word, isWord)).toBe(false)
    },
  )

  it('spoils what it stands in', () => {
    expect(holdsMisread('They wrote with cha1k.', isWord)).toBe(true)
    expect(holdsMisread('They wrote with chalk.', isWord)).toBe(false)
  })
})

it('a name is misread where the text has it otherwise, and more often', () => {
  expect(misreadNames('The Marsli Gate. The Marsh Gate and the Marsh.')).toEqual(
    new Set(['Marsli']),
  )
  expect(misreadNames('Carne met Came.')).toEqual(new Set())
})

describe('a page break', () => {
  const page = (text: string) => {
    const read = segment(readSource(`Bees\n\n${text}`, { fileName: 'page.txt' }))
    const torn = tornSentences(read)
    return read.sentences
      .filter(({ start }) => torn.has(start))
      .map(({ start, end }) => read.source.body.slice(start, end).replace(/\s+/g, ' '))
  }
  const head = '42          THE HISTORY OF BEES'

  it('tears the sentence that it stands in', () => {
    expect(
      page(
        `Bees were kept here before. The keepers of the valley sold\n\n${head}\n\nall of their honey in May. Then they rested for a while.`,
      ),
    ).toEqual(['The keepers of the valley sold', 'all of their honey in May.'])
  })

  it('tears none between sentences', () => {
    expect(
      page(
        `Bees were kept here before. The keepers of the valley slept.\n\n${head}\n\nAll of their honey was sold. Then they rested for a while.`,
      ),
    ).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Span } from '@/lib/core/text/source'
import { attributeQuotations } from '../../passages/attributions'
import { segment } from '../../passages/segment'
import { readSource } from '../../text/read-source'
import { goldTexts } from '../gold/gold-fixture'
import { heldGroups } from './held'
import { tokenize } from './tokenize'

const isRead = ({ kind }: { readonly kind: string }) => kind === 'paragraph' || kind === 'listItem'

function read(body: string) {
  const text = segment(readSource(body))
  const prose = text.blocks
    .filter(isRead)
    .map(({ contentStart, end }) => ({ start: contentStart, end }))
  const headings = text.blocks.filter(({ kind }) => kind === 'heading' || kind === 'title')
  const ends = [...text.sentences, ...headings].map(({ end }) => end)
  return { text, prose, ends: ends.sort((a, b) => a - b) }
}

const offsets = (words: Span | null) => words && { start: words.start, end: words.end }

describe.each(goldTexts())('the keyed text $name', ({ body, sentences, quotations }) => {
  it('comes apart at the ends of its sentences', () => {
    expect(read(body).ends).toEqual(sentences.map(({ end }) => end))
  })

  it('has its quotations, each with its speaker and the verb', () => {
    const found = attributeQuotations(read(body).text)
    expect(found.map(({ start, end, speaker, verb }) => ({ start, end, speaker, verb }))).toEqual(
      quotations.map(({ start, end, speaker, verb }) => ({
        start,
        end,
        speaker: offsets(speaker),
        verb: offsets(verb),
      })),
    )
  })

  it('has no name, date or number that a sentence end cuts, over whole paragraphs', () => {
    const { prose, ends } = read(body)
    for (const group of prose.flatMap((block) => heldGroups(tokenize(body, block)))) {
      expect(ends.filter((end) => end > group.start && end < group.end)).toEqual([])
    }
  })
})

/** How sentences, words and quotations are found in texts that nobody looked at while the rules were written. */
import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { tokenize } from '../tokens/tokenize'
import { goldSentences, goldTexts } from './gold-fixture'

describe('the keyed sentences', () => {
  it('fall into the words that are keyed', () => {
    const other = goldSentences().filter(
      (s) =>
        tokenize(s.text, s)
          .map((w) => w.text)
          .join(' ') !== s.tokens.map((t) => t.text).join(' '),
    )
    expect(other.map((s) => s.text)).toEqual([])
  })
})

describe('the keyed texts', () => {
  const read = goldTexts().map((text) => ({
    ...text,
    found: segment(readSource(text.body, { fileName: `${text.name}.txt` })),
  }))

  it('end their sentences where a reader ends them, but for one in a hundred', () => {
    const keyed = read.flatMap(({ name, sentences }) => sentences.map((s) => `${name} ${s.end}`))
    const found = read.flatMap(({ name, found: { blocks, sentences } }) => {
      // A passage of a heading holds no sentences; for a reader it is one.
      const headings = blocks.filter((b) => b.kind === 'title' || b.kind === 'heading')
      return [...sentences, ...headings].map((s) => `${name} ${s.end}`)
    })
    const right = found.filter((end) => keyed.includes(end)).length
    expect(right / keyed.length).toBeGreaterThanOrEqual(0.99)
    expect(right / found.length).toBeGreaterThanOrEqual(0.99)
  })

  it('have the quotations that are keyed, over two paragraphs as one', () => {
    for (const { name, body, quotations, found } of read) {
      // The marks are a part of a passage's quotation.
      const spans = found.quotations.map((q) => body.slice(q.start + 1, q.end - 1))
      for (const q of quotations) expect(spans, name).toContain(body.slice(q.start, q.end))
    }
  })
})

import { describe, expect, it } from 'vitest'
import { type GoldSentence, goldSentences, goldTexts } from './gold-fixture'

/** The relations of UD English as EWT and GUM use them. */
const RELATIONS = new Set(
  (
    'acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt ' +
    'conj cop csubj csubj:pass det det:predet discourse dislocated expl fixed flat iobj list mark nmod nmod:desc ' +
    'nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis ' +
    'punct root vocative xcomp'
  ).split(' '),
)

/** Words that carry others only as parts of one expression. */
const LEAVES = new Set(['punct', 'det', 'case', 'cc', 'cop', 'aux', 'aux:pass', 'mark', 'fixed'])

const spelled = (sentence: GoldSentence): string =>
  sentence.tokens.reduce((text, t) => text.padEnd(t.start, ' ') + t.text, '')

/** The steps from a token up to the root; more than the sentence has tokens where they go round. */
function steps({ tokens }: GoldSentence, from: number): number {
  let count = 0
  for (let at = from; at !== -1 && count <= tokens.length; count++) at = tokens[at]?.head ?? -1
  return count
}

describe('the keyed sentences', () => {
  const sentences = goldSentences()

  it('are eighty and more, each once', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(80)
    expect(new Set(sentences.map((s) => s.text)).size).toBe(sentences.length)
    expect(new Set(sentences.map((s) => s.id)).size).toBe(sentences.length)
  })

  it.each(sentences)('$id is a tree over its words: $text', (sentence) => {
    const { text, tokens } = sentence
    expect(spelled(sentence)).toBe(text)
    const roots = tokens.filter((t) => t.head === -1)
    expect(roots.map((t) => t.relation)).toEqual(['root'])
    for (const [i, token] of tokens.entries()) {
      expect(token.head).toBeLessThan(tokens.length)
      expect(steps(sentence, i), token.text).toBeLessThanOrEqual(tokens.length)
      expect(RELATIONS, token.text).toContain(token.relation)
      expect(token.relation === 'root', token.text).toBe(token.head === -1)
      expect(token.upos === 'PUNCT', token.text).toBe(token.relation === 'punct')
    }
  })

  it.each(sentences)('$id hangs nothing but their own parts on function words', (sentence) => {
    const hung = sentence.tokens.filter((t) => {
      const head = sentence.tokens[t.head]
      return head !== undefined && LEAVES.has(head.relation)
    })
    for (const t of hung) expect(['fixed', 'advmod', 'conj', 'cc', 'punct']).toContain(t.relation)
  })
})

describe('the keyed texts', () => {
  const texts = goldTexts()

  it('are nine, with six hundred mentions and more', () => {
    expect(texts.map((t) => t.name)).toEqual([
      'biography',
      'biology',
      'coast',
      'council',
      'economy',
      'history',
      'law',
      'report',
      'science',
    ])
    expect(texts.flatMap((t) => t.mentions).length).toBeGreaterThanOrEqual(600)
    for (const t of texts) expect(t.mentions.length, t.name).toBeGreaterThanOrEqual(50)
  })

  it.each(texts)('$name: sentences end where words end, and the last with the text', (text) => {
    const ends = text.sentences.map((s) => s.end)
    expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b))
    expect(ends.at(-1)).toBe(text.body.trimEnd().length)
    for (const end of ends) {
      expect(text.body.slice(end - 1, end)).toMatch(/\S/)
      expect(text.body.slice(end, end + 1)).toMatch(/\s/)
    }
    // Every line ends a sentence: none runs on over the blocks of a text.
    for (const line of text.body.matchAll(/.\n/g)) expect(ends).toContain(line.index + 1)
  })

  it.each(texts)('$name: what is keyed stands there, in order, and apart', (text) => {
    const { body, mentions, unkeyed, references, sentences } = text
    for (const m of [...mentions, ...unkeyed, ...references])
      expect(body.slice(m.start, m.end)).toBe(m.text)
    const keyed = [...mentions, ...unkeyed].sort((a, b) => a.start - b.start)
    for (const [i, m] of keyed.entries()) {
      expect(keyed[i - 1]?.end ?? 0, m.text).toBeLessThanOrEqual(m.start)
      const cut = sentences.find((s) => s.end > m.start && s.end < m.end)
      expect(cut, m.text).toBeUndefined()
    }
  })

  it.each(texts)('$name: one name, one type; amounts run upwards', ({ mentions }) => {
    const types = new Map<string, string>()
    for (const { value, text } of mentions) {
      if ('name' in value) {
        expect(types.get(value.name) ?? value.type, value.name).toBe(value.type)
        types.set(value.name, value.type)
      }
      if ('amount' in value)
        expect(number(value.amount.from), text).toBeLessThanOrEqual(number(value.amount.to))
      if (value.type === 'period' && value.from !== null && value.to !== null)
        expect(value.from.iso.length, text).toBe(value.to.iso.length)
      if (value.type === 'share') expect(value.amount.to, text).toContain('/')
    }
  })

  it.each(texts)('$name: a reference speaks of a mention before it', ({ mentions, references }) => {
    expect(references.length).toBeGreaterThan(0)
    for (const r of references) {
      const of = mentions.filter(
        (m) => 'name' in m.value && m.value.name === r.name && m.end <= r.start,
      )
      expect(of.at(-1), r.text).toMatchObject(r.antecedent)
    }
  })

  it.each(texts)('$name: quotations stand between their marks, apart from who says so', (text) => {
    const { body, quotations } = text
    expect(quotations.length).toBeGreaterThan(0)
    for (const q of quotations) {
      expect(body.slice(q.start - 1, q.start)).toMatch(/["“]/)
      expect(body.slice(q.end, q.end + 1)).toMatch(/["”]/)
      for (const said of [q.speaker, q.verb]) {
        if (said === null) continue
        expect(body.slice(said.start, said.end)).toBe(said.text)
        expect(said.end <= q.start || said.start >= q.end, said.text).toBe(true)
      }
    }
  })
})

function number(figure: string): number {
  const [above = '', below = '1'] = figure.split('/')
  return Number(above) / Number(below)
}

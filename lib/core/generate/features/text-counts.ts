/** How often a text uses its verbs, its words and its names: what it dwells on, and what is said of many things in it. */
import type { Mention } from '@/lib/core/language/tree'
import { isFunctionWord } from '@/lib/core/language/words'
import type { Reading } from '../read-sentence'

export type TextCounts = {
  /** By lemma. */
  readonly verbs: ReadonlyMap<string, number>
  /** By the form in lower case; words of the grammar left out. */
  readonly words: ReadonlyMap<string, number>
  /** By the full name. */
  readonly names: ReadonlyMap<string, number>
  /** By section: the words of its heading, each cut to its stem. */
  readonly headings: (section: number) => ReadonlySet<string>
  /** Whether a sentence, by its index, is the first of its section or its paragraph. */
  readonly opens: (index: number) => { readonly section: boolean; readonly paragraph: boolean }
  readonly sentences: number
  /** Whether a word, in lower case, stands anywhere before that place of the source. */
  readonly saidBefore: (word: string, start: number) => boolean
  /** What the text speaks of by name more than of all else: words of its commonest names. */
  readonly topics: readonly string[]
  /** 0 … 1: how much of the text is about them. */
  readonly topicality: number
}

export function countsOf(reading: Reading): TextCounts {
  const verbs = new Map<string, number>()
  for (const { tokens } of reading.english.trees.values())
    for (const token of tokens) if (token.upos === 'VERB') add(verbs, token.lemma)
  const words = wordTimes(reading)
  const firsts = firstsOf(reading)
  const names = new Map<string, number>()
  for (const mention of reading.english.mentions) {
    const name = nameOf(mention)
    if (name !== null) add(names, name)
  }
  return {
    verbs,
    words,
    names,
    headings: headingsOf(reading),
    opens: openersOf(reading),
    sentences: Math.max(1, reading.text.sentences.length),
    saidBefore: (word, start) => (firsts.get(word) ?? start) < start,
    ...topicsOf(names, reading.text.sentences.length),
  }
}

const counted = new WeakMap<Reading, ReadonlyMap<string, number>>()

/** How often each word stands in a text, by its form in lower case; words of the grammar left out. */
export function wordTimes(reading: Reading): ReadonlyMap<string, number> {
  const before = counted.get(reading)
  if (before !== undefined) return before
  const words = new Map<string, number>()
  for (const { tokens } of reading.english.trees.values())
    for (const token of tokens) {
      const lower = token.text.toLowerCase()
      if (/\p{L}/u.test(lower) && !isFunctionWord(lower)) add(words, lower)
    }
  counted.set(reading, words)
  return words
}

function firstsOf(reading: Reading): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>()
  for (const { tokens } of reading.english.trees.values())
    for (const token of tokens) {
      const lower = token.text.toLowerCase()
      if (token.start < (firsts.get(lower) ?? Infinity)) firsts.set(lower, token.start)
    }
  return firsts
}

const TOPICS = 2
/** A name that stands less often is no topic. */
const LEAST_TIMES = 3

function topicsOf(
  names: ReadonlyMap<string, number>,
  sentences: number,
): Pick<TextCounts, 'topics' | 'topicality'> {
  const top = [...names].filter(([, n]) => n >= LEAST_TIMES).sort(([, a], [, b]) => b - a)
  const chosen = top.slice(0, TOPICS)
  const times = chosen.reduce((sum, [, n]) => sum + n, 0)
  return {
    topics: chosen.map(([name]) => name.split(' ').at(-1) ?? name),
    topicality: Math.min(1, times / Math.max(1, sentences)),
  }
}

export const nameOf = ({ value }: Mention): string | null => ('name' in value ? value.name : null)

/** "Federalists" and "federalism" share what their heading is about. */
export const stemOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .slice(0, 6)

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function headingsOf(reading: Reading): TextCounts['headings'] {
  const known = new Map<number, ReadonlySet<string>>()
  return (section) => {
    const before = known.get(section)
    if (before !== undefined) return before
    const title =
      reading
        .sectionTitle(section)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []
    const stems = new Set(title.filter((w) => w.length > 2 && !isFunctionWord(w)).map(stemOf))
    known.set(section, stems)
    return stems
  }
}

function openersOf({ text }: Reading): TextCounts['opens'] {
  const paragraphs = new Set<number>()
  const sections = new Set<number>()
  const blocks = new Map(text.blocks.map((block) => [block.index, block]))
  let block = -1
  let section = -1
  text.sentences.forEach((sentence, index) => {
    const own = blocks.get(sentence.block)
    if (own === undefined || own.kind !== 'paragraph') return
    if (own.index !== block) paragraphs.add(index)
    if (own.section !== section) sections.add(index)
    block = own.index
    section = own.section
  })
  return (index) => ({ section: sections.has(index), paragraph: paragraphs.has(index) })
}

/**
 * A reading is the text as the constructions see it: its sentences with tokens, mentions, quotations and main clause, and
 * what the whole text settles (which names are persons, which are newspapers).
 */

import { clauseOf } from '@/lib/core/language/clause'
import { readTrees, type SentenceTrees } from '@/lib/core/language/clauses/read-trees'
import { placeGrain } from '@/lib/core/language/lexicon'
import type { Mention as TypedMention } from '@/lib/core/language/tree'
import { type View, viewSpan } from '@/lib/core/language/view'
import type { Quotation, SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { lastWord } from './mentions/kinds'
import { type Mention, within } from './mentions/mention'
import { isOfOwnSubject } from './own-clause'
import type { English, Reading, ReadSentence, Replacement } from './read-sentence'
import { longNames, type Past, personBehind, resolve, WINDOW } from './resolve'
import type { NamedSentence, Names } from './rough'

const NO_TREES: SentenceTrees = {
  syntax: { tokens: [], children: [], reach: [] },
  clauses: [],
  nounPhrases: [],
  coordinations: [],
  appositions: [],
}

/** What the whole text says, once its names are known. */
export function readingOf(
  text: SegmentedText,
  english: English,
  { kinds, papers, times }: Names,
): Reading {
  const titles = new Map(text.sections.map((s) => [s.index, s.title]))
  return {
    text,
    english,
    papers,
    kinds,
    times,
    authors: authorsOf(text),
    fullNames: fullNamesOf(kinds),
    sectionTitle: (section) => titles.get(section) ?? '',
  }
}

/** Reads one sentence after the other: of those before, only what a sentence may point back to is held. */
export function* readSentences(
  reading: Reading,
  named: readonly NamedSentence[],
): Generator<ReadSentence> {
  const quotesIn = quotesReader(reading.text.quotations)
  const typedIn = reader(reading.english.mentions)
  const referencesIn = reader(reading.english.references)
  let past: Past = { recent: [], section: -1, papers: new Set(), paperIn: null }
  for (const one of named) {
    const within = { typed: typedIn(one.span), references: referencesIn(one.span) }
    const sentence = readOne(reading, one, quotesIn(one.span), within, past)
    past = onward(past, sentence, reading.papers)
    yield sentence
  }
}

function readOne(
  reading: Reading,
  { index, block, span, view, tokens, names, timed }: NamedSentence,
  quotations: readonly Span[],
  { typed, references }: Pick<ReadSentence, 'typed' | 'references'>,
  past: Past,
): ReadSentence {
  const tree = reading.english.trees.get(span.start)
  const inView = <T extends Span>(one: T): T => ({ ...one, ...viewSpan(view, one) })
  const quotes = quotations.map((q) => clip(q, view)).filter((q) => q.end > q.start)
  const called = names.map((name): Mention => {
    const isPaper =
      name.afterThe && reading.papers.has(name.text) && tokens[name.last + 1]?.pos !== 'NOUN'
    return {
      start: name.start,
      end: name.end,
      type: isPaper ? 'work' : (reading.kinds.get(name.text) ?? 'name'),
      text: name.text,
      grain: isPaper ? '' : placeGrain(name.text),
      numberEnd: name.end,
      hedgeStart: name.start,
    }
  })
  const numbers = timed.filter((t) => !called.some((n) => within(t, n)))
  const mentions = [...called, ...numbers].sort((a, b) => a.start - b.start)
  const last = past.recent.at(-1)
  const bare: ReadSentence = {
    index,
    block,
    section: block.section,
    span,
    view,
    tokens,
    trees: tree === undefined ? NO_TREES : readTrees(tree),
    typed: typed.map(inView),
    references: references.map(inView),
    names,
    quotes,
    quoted: isQuoted(view.text, quotes),
    clause: tokens.length > 0 ? clauseOf(tokens) : null,
    mentions,
    previous: last !== undefined && last.block.index === block.index ? last : null,
    resolved: [],
    subjectPerson: null,
    longNames: longNames(view.text, mentions),
  }
  const draft = { ...bare, subjectPerson: personBehind(bare) }
  const said = resolve(draft, past, reading.papers)
  return { ...draft, resolved: withReferences(draft, said, past, reading.text.source.body) }
}

/** What the reader is surer of than this is said by its name. */
const SURE = 0.9

/** The pronouns and "the company" that mean something named in an earlier sentence; `said` stands where both speak. */
function withReferences(
  sentence: ReadSentence,
  said: readonly Replacement[],
  { recent }: Past,
  body: string,
): readonly Replacement[] {
  const { references, span, view, tokens } = sentence
  const named = references.flatMap((reference): Replacement[] => {
    const { start, end, antecedent, probability } = reference
    const words = view.text.slice(start, end)
    const isHere = antecedent.start >= span.start && antecedent.start < span.end
    if (probability < SURE || isHere || isOfOwnSubject(sentence, reference)) return []
    if (said.some((r) => r.start < end && start < r.end)) return []
    const from = recent.find((s) => within(antecedent, s.span)) ?? null
    const next = tokens.find((t) => t.start >= end)?.pos ?? 'PUNCT'
    const owns = /^(?:his|its|their)$/i.test(words) || (/^her$/i.test(words) && OWNED.test(next))
    return [{ start, end, text: nameFor(antecedent, body, owns), from }]
  })
  return [...said, ...named].sort((a, b) => a.start - b.start)
}

/** "told her" has no owner, "her ship" has. */
const OWNED = /^(?:NOUN|PROPN|ADJ|NUM)$/

/** With the article that the name takes, and as an owner where the pronoun is one. */
function nameFor({ start, value, text }: TypedMention, body: string, owns: boolean): string {
  const name = 'name' in value ? value.name : text
  const article = /\bthe\s$/i.test(body.slice(0, start)) && !/^the /i.test(name) ? 'the ' : ''
  return `${article}${name}${owns ? (/s$/.test(name) ? '’' : '’s') : ''}`
}

function onward(past: Past, sentence: ReadSentence, papers: ReadonlySet<string>): Past {
  const { section } = sentence
  const named = sentence.mentions.find((m) => m.type === 'work' && papers.has(m.text))
  const before = past.section === section ? past.papers : new Set<string>()
  return {
    recent: [...past.recent.slice(1 - WINDOW), sentence],
    section,
    papers:
      named === undefined || before.has(named.text) ? before : new Set([...before, named.text]),
    paperIn: named === undefined ? (past.section === section ? past.paperIn : null) : sentence,
  }
}

/** What lies in a span, of what stands in the order of the text; spans are asked for in that order too. */
function reader<T extends Span>(all: readonly T[]): (span: Span) => readonly T[] {
  let first = 0
  return (span) => {
    while (first < all.length && (all[first]?.start ?? 0) < span.start) first++
    let after = first
    while (after < all.length && (all[after]?.end ?? 0) <= span.end) after++
    return all.slice(first, after)
  }
}

/** The outermost quotations that a span meets; spans are asked for in the order of the text. */
function quotesReader(quotations: readonly Quotation[]): (span: Span) => readonly Span[] {
  const outer = quotations.filter((q) => q.parent === null).sort((a, b) => a.start - b.start)
  let first = 0
  return (span) => {
    while (first < outer.length && (outer[first]?.end ?? 0) <= span.start) first++
    let after = first
    while (after < outer.length && (outer[after]?.start ?? 0) < span.end) after++
    return outer.slice(first, after)
  }
}

/** A last name with two different full names stands for neither. */
function fullNamesOf(kinds: Names['kinds']): ReadonlyMap<string, string> {
  const full = new Map<string, string | null>()
  for (const [name, kind] of kinds) {
    if (kind !== 'person' || !/ /.test(name) || /[IVX]+$/.test(name) || / of /.test(name)) continue
    const last = lastWord(name)
    full.set(last, full.has(last) ? null : name)
  }
  return new Map(
    [...full].flatMap(([last, name]) => (name === null ? [] : [[last, name] as const])),
  )
}

/** From the author's line and, for a text based on another, that one's author. */
function authorsOf(text: SegmentedText): ReadonlySet<string> {
  const { author, basedOn } = text.source.about
  const names = [...author.split(/,| and |;|&/), basedOn.split(',')[0] ?? '']
  return new Set(names.map((name) => lastWord(name.trim())).filter((name) => name !== ''))
}

/** The quotation's part in the sentence, in the view's offsets. */
function clip(quote: Span, view: View): Span {
  let start = view.places.findIndex((p) => p >= quote.start)
  if (start < 0) start = view.places.length
  let end = view.places.findIndex((p) => p >= quote.end)
  if (end < 0) end = view.places.length
  return { start, end }
}

function isQuoted(text: string, quotes: readonly Span[]): boolean {
  const covered = quotes.reduce((sum, q) => sum + (q.end - q.start), 0)
  return covered > 0 && covered >= text.length - 3
}

/**
 * A reading is the text as the constructions see it: its sentences with tokens, mentions, quotations and main clause, and
 * what the whole text settles (which names are persons, which are newspapers).
 */

import { clauseOf } from '@/lib/core/language/clause'
import { placeGrain } from '@/lib/core/language/lexicon'
import { tag } from '@/lib/core/language/tag'
import { type View, viewOf } from '@/lib/core/language/view'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { findDates } from './mentions/dates'
import { kindsOf, lastWord } from './mentions/kinds'
import { type Mention, within } from './mentions/mention'
import { findNames, properWords } from './mentions/names'
import { findNumbers } from './mentions/numbers'
import { findPapers } from './mentions/papers'
import type { Reading, ReadSentence } from './read-sentence'
import { longNames, personBehind, resolve } from './resolve'

/** Longer than any sentence a person wrote to be read; a longer one is not read, so that the work stays bounded. */
const LONGEST_SENTENCE = 1200

type Raw = Omit<
  ReadSentence,
  'mentions' | 'resolved' | 'previous' | 'subjectPerson' | 'longNames'
> & {
  readonly timed: readonly Mention[]
}

export function readText(text: SegmentedText): Reading {
  const raws = rawSentences(text)
  const proper = properWords(raws.map((r) => r.tokens))
  const named = raws.map((raw) => ({
    ...raw,
    names: findNames(raw.view.text, raw.tokens, raw.timed, proper),
  }))
  const papers = findPapers(named)
  const kinds = kindsOf(named)
  const sentences: ReadSentence[] = []
  const byBlock = new Map<number, ReadSentence[]>()
  for (const { timed, ...raw } of named) {
    const names = raw.names.map((name): Mention => {
      const isPaper =
        name.afterThe && papers.has(name.text) && raw.tokens[name.last + 1]?.pos !== 'NOUN'
      return {
        start: name.start,
        end: name.end,
        type: isPaper ? 'work' : (kinds.get(name.text) ?? 'name'),
        text: name.text,
        grain: isPaper ? '' : placeGrain(name.text),
        numberEnd: name.end,
        hedgeStart: name.start,
      }
    })
    const numbers = timed.filter((t) => !names.some((n) => within(t, n)))
    const mentions = [...names, ...numbers].sort((a, b) => a.start - b.start)
    const last = sentences.at(-1)
    const previous = last !== undefined && last.block.index === raw.block.index ? last : null
    const bare: ReadSentence = {
      ...raw,
      mentions,
      previous,
      resolved: [],
      subjectPerson: null,
      longNames: longNames(raw.view.text, mentions),
    }
    const draft = { ...bare, subjectPerson: personBehind(bare) }
    const sentence = { ...draft, resolved: resolve(draft, sentences, papers) }
    sentences.push(sentence)
    const inBlock = byBlock.get(raw.block.index)
    if (inBlock === undefined) byBlock.set(raw.block.index, [sentence])
    else inBlock.push(sentence)
  }
  const titles = new Map(text.sections.map((s) => [s.index, s.title]))
  const authors = authorsOf(text)
  return {
    text,
    sentences,
    byBlock,
    papers,
    authors,
    fullNames: fullNamesOf(kinds),
    times: timesOf(sentences),
    sectionTitle: (section) => titles.get(section) ?? '',
  }
}

/** A last name with two different full names stands for neither. */
function fullNamesOf(kinds: ReadonlyMap<string, Mention['type']>): ReadonlyMap<string, string> {
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

function timesOf(sentences: readonly ReadSentence[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { names } of sentences) {
    for (const { text } of names) times.set(text, (times.get(text) ?? 0) + 1)
  }
  return times
}

/** From the author's line and, for a text based on another, that one's author. */
function authorsOf(text: SegmentedText): ReadonlySet<string> {
  const { author, basedOn } = text.source.about
  const names = [...author.split(/,| and |;|&/), basedOn.split(',')[0] ?? '']
  return new Set(names.map((name) => lastWord(name.trim())).filter((name) => name !== ''))
}

/** Exercises and lists of sources are no statements of the text. */
const UNASKED =
  /^(?:check your learning|solutions?|examples?|exercises?|(?:review|discussion|study) questions|learning objectives|references|bibliography|further reading|external links|see also|notes|footnotes|glossary|key terms)\b/i

function rawSentences(text: SegmentedText): Raw[] {
  const blocks = new Map(text.blocks.map((b) => [b.index, b]))
  const markdown = text.source.format === 'markdown'
  const outer = text.quotations.filter((q) => q.parent === null).sort((a, b) => a.start - b.start)
  const titles = new Map(text.sections.map((s) => [s.index, s.title]))
  const raws: Raw[] = []
  let firstQuote = 0
  for (const sentence of text.sentences) {
    const block = blocks.get(sentence.block)
    if (block === undefined || (block.kind !== 'paragraph' && block.kind !== 'listItem')) continue
    if (UNASKED.test(titles.get(block.section) ?? '')) continue
    const span = { start: Math.max(sentence.start, block.contentStart), end: sentence.end }
    if (span.end <= span.start) continue
    while (firstQuote < outer.length && (outer[firstQuote]?.end ?? 0) <= span.start) firstQuote++
    const tooLong = span.end - span.start > LONGEST_SENTENCE
    const view = tooLong
      ? { text: '', places: [], emphases: [] }
      : viewOf(text.source.body, span, markdown)
    const quotes: Span[] = []
    for (let q = firstQuote; q < outer.length && (outer[q]?.start ?? 0) < span.end; q++) {
      const quote = outer[q]
      if (quote !== undefined) quotes.push(clip(quote, view))
    }
    const tokens = view.text === '' ? [] : tag(view.text)
    const dates = findDates(view.text)
    const timed = [...dates, ...findNumbers(view.text, dates, tokens)]
    const kept = quotes.filter((q) => q.end > q.start)
    raws.push({
      index: sentence.index,
      block,
      section: block.section,
      span,
      view,
      tokens,
      names: [],
      timed,
      quotes: kept,
      quoted: isQuoted(view.text, kept),
      clause: tokens.length > 0 ? clauseOf(tokens) : null,
    })
  }
  return raws
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

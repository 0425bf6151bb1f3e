/**
 * From a text cut into passages to the items that could be learned from it: pure, the same text gives the same items, in
 * the order of their evidence.
 */

import type { ProposedItem } from '@/lib/core/items/item'
import { mentionsOf } from '@/lib/core/language/mentions/mentions'
import { resolve } from '@/lib/core/language/mentions/resolve'
import type { EnglishModel } from '@/lib/core/language/model'
import { readSteps } from '@/lib/core/language/read'
import type { Features } from '@/lib/core/language/spans/features'
import type { Reading as EnglishReading } from '@/lib/core/language/tree'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { type Budget, mostOf } from './budget'
import { type Bar, LOW_BAR, USUAL_BAR } from './confidence'
import { offersOf } from './distract'
import { type Spoilt, spoiltOf } from './fitness/spoilt'
import { judgeFacts } from './judge-facts'
import { choose, type Judged, withoutRepeats } from './rank'
import type { English } from './read-sentence'
import { readingOf } from './reading'
import { isReadable, isUnasked, readNames } from './rough'
import { type SetOut, setOut } from './set-out'
import { type Drops, gatherDrops, isAskable, type PassageDropped } from './why-none'

/** How far it has come; `total` stays the same for a text. */
export type Progress = { readonly done: number; readonly total: number }

/** Reading, finding names, finding facts, choosing, and setting the items out: each counts as much. */
const STAGES = 5

/**
 * Yields after every few sentences' work, so that whoever drains it may do something else in between; `done` rises to
 * `total`. Returns the items, as many as the budget asks for where there are so many good ones,
 * and what became of the other candidates. Constructions that are `off` make none.
 */
export function* generateSteps(
  text: SegmentedText,
  model: EnglishModel,
  budget: Budget,
  off: ReadonlySet<string> = NONE,
): Generator<Progress, Generated> {
  const drops = gatherDrops()
  const made = yield* makeSteps(text, model, {
    ...{ most: budget, features: false, drops, off, bar: USUAL_BAR },
  })
  return { items: made.map(({ item }) => item), passages: passagesOf(text, drops) }
}

/** The same of a stretch of the text that somebody has marked: all items that can be made of it, also unsure ones. */
export function* stretchSteps(
  text: SegmentedText,
  model: EnglishModel,
  stretch: Span,
): Generator<Progress, Generated> {
  const drops = gatherDrops()
  const made = yield* makeSteps(text, model, {
    ...{ most: stretch, features: false, drops, off: NONE, bar: LOW_BAR },
  })
  return { items: made.map(({ item }) => item), passages: passagesOf(text, drops) }
}

export type Generated = {
  readonly items: readonly ProposedItem[]
  /** Of each passage that items are made of, in the text's order, what was not proposed. */
  readonly passages: readonly PassageDropped[]
}

function passagesOf(text: SegmentedText, drops: Drops): PassageDropped[] {
  const titles = new Map(text.sections.map((s) => [s.index, s.title]))
  return text.blocks.filter(isAskable).map(({ index, section, start }) => ({
    start,
    dropped: isUnasked(titles.get(section) ?? '')
      ? [['exercises and sources', 1]]
      : drops.of(index),
  }))
}

type Making = {
  /** So many of the whole text; all of a stretch; null: every item that can be made, good or not. */
  readonly most: Budget | Span | null
  readonly features: boolean
  readonly drops: Drops
  readonly off: ReadonlySet<string>
  readonly bar: Bar | null
}

const NONE: ReadonlySet<string> = new Set()

function* makeSteps(
  text: SegmentedText,
  model: EnglishModel,
  { most, features, drops, off, bar }: Making,
): Generator<Progress, readonly SetOut[]> {
  const each = Math.max(1, text.sentences.length)
  const total = STAGES * each
  yield { done: 0, total }
  const read = yield* stage(readSteps(text, model, isReadable), 0, total)
  const spoilt = spoiltOf(text, model.isWord)
  const english = englishOf(read, spoilt)
  const { sentences, names } = yield* stage(readNames(text, english.trees, spoilt), each, total)
  const reading = readingOf(text, english, names)
  const offers = offersOf(reading)
  const wanted = { bar, features, drops, off }
  const judged = yield* stage(judgeFacts(reading, sentences, offers, wanted), 2 * each, total)
  const chosen = yield* stage(chosenOf(judged, text, most, drops), 3 * each, total)
  const made = yield* stage(setOut(chosen, reading, offers, each), 4 * each, total)
  yield { done: total, total }
  return made
}

function englishOf(read: EnglishReading, { isName }: Spoilt): English {
  const sentences = read.blocks.flatMap((block) => block.sentences)
  const mentions = mentionsOf(read).filter(({ text }) => !isName(text))
  return {
    trees: new Map(sentences.map((sentence) => [sentence.start, sentence])),
    mentions,
    references: resolve(read, mentions),
  }
}

/** Drains generateSteps; `onProgress` is told what it yields. */
export function generate(
  text: SegmentedText,
  model: EnglishModel,
  budget: Budget,
  onProgress?: (done: number, total: number) => void,
): readonly ProposedItem[] {
  return drained(generateSteps(text, model, budget), onProgress).items
}

/** An item with what its confidence is made of. */
export type Candidate = { readonly item: ProposedItem; readonly features: Features }

/**
 * For people to judge; `budget` null: every item that passes the filter, also those that would not be shown. Of all
 * constructions those that are not proven make items too.
 */
export function candidatesOf(
  text: SegmentedText,
  model: EnglishModel,
  budget: Budget | null,
  constructions: Bar['constructions'] = 'proven',
): readonly Candidate[] {
  const bar = budget === null ? null : { ...USUAL_BAR, constructions }
  return drained(
    makeSteps(text, model, {
      ...{ most: budget, features: true, drops: gatherDrops(), off: NONE, bar },
    }),
  ).map(({ item, judged }) => ({
    item,
    features: judged.features ?? {},
  }))
}

function drained<T>(
  steps: Generator<Progress, T>,
  onProgress?: (done: number, total: number) => void,
): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value.done, step.value.total)
  }
}

/** Passed on at most: what counts less has cost next to no time. */
const PACE = 4

/** Turns the count of a stage that starts at `from` into the progress of all. */
function* stage<T>(
  steps: Generator<number, T>,
  from: number,
  total: number,
): Generator<Progress, T> {
  const most = total / STAGES
  for (let n = 1; ; n++) {
    const step = steps.next()
    if (step.done) return step.value
    if (n % PACE === 0) yield { done: from + Math.floor(Math.min(step.value, most)), total }
  }
}

function* chosenOf(
  judged: readonly Judged[],
  text: SegmentedText,
  most: Making['most'],
  drops: Drops,
): Generator<number, readonly Judged[]> {
  if (most === null) return judged
  if (typeof most === 'string') return yield* chooseAll(judged, text, most, drops)
  return withoutRepeats(judged.filter(({ fact }) => isOn(fact.evidence, most)))
}

/** The first stretch of the evidence says it; the others only tell what it speaks of. */
const isOn = ([first]: readonly Span[], { start, end }: Span): boolean =>
  first !== undefined && first.start < end && first.end > start

function* chooseAll(
  judged: readonly Judged[],
  text: SegmentedText,
  budget: Budget,
  drops: Drops,
): Generator<number, readonly Judged[]> {
  const steps = choose(judged, mostOf(budget, text.words), ({ fact, confidence }, why) =>
    drops.add(fact.place.block, why, 'choice', confidence),
  )
  for (let n = 0; ; n++) {
    const step = steps.next()
    if (step.done) return step.value
    yield (n / judged.length) * text.sentences.length
  }
}

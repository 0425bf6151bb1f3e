/** Questions that ask several items at once: four dates to be put in order, four questions to be matched with their answers. */
import { checkAnswer } from '../../answers/check'
import type { ItemContent } from '../../items/item'
import { draw } from '../../memory/draw'
import { readValue } from '../../text/values/read-value'
import type { CivilDate } from '../../text/values/value'
import { GROUP, SPARE_ANSWERS } from './question'

/** What a group looks at of an item. */
export type Groupable = {
  readonly itemId: string
  /** Whatever it is parallel within: the text, or the deck it was written for. */
  readonly home: string
  readonly content: Pick<
    ItemContent,
    'kind' | 'question' | 'answer' | 'accept' | 'forms' | 'elements'
  >
}

/** The first and the last day that a date may mean, in days of a calendar with 31 days in every month. */
type Reach = { readonly first: number; readonly last: number }

const dayNumber = (year: number, month: number, day: number) =>
  (year * 12 + month - 1) * 31 + day - 1
const years = (from: number, to: number): Reach => ({
  first: dayNumber(from, 1, 1),
  last: dayNumber(to, 12, 31),
})

/** null where it stands nowhere on a line of time: without a year, or no more than a part of one ("early 1918"). */
function reachOf({ year, month, day, part, grain }: CivilDate): Reach | null {
  if (year === null || part !== null) return null
  switch (grain) {
    case 'day':
      if (month === null || day === null) return null
      return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) }
    case 'month':
      if (month === null) return null
      return { first: dayNumber(year, month, 1), last: dayNumber(year, month, 31) }
    case 'year':
      return years(year, year)
    case 'decade':
      return years(year, year + 9)
    case 'century':
      return year > 0 ? years((year - 1) * 100 + 1, year * 100) : years(year * 100, year * 100 + 99)
  }
}

/** When an item's answer says it was; null for what is no date, or none that is exact. */
export function timeOf({ content }: Pick<Groupable, 'content'>): Reach | null {
  if (content.elements.length > 0) return null
  const value = readValue(content.answer)
  if (value?.kind !== 'date' || value.relation !== null || value.hedge !== null) return null
  return reachOf(value.date)
}

const isBefore = (a: Reach, b: Reach): boolean => a.last < b.first

/** Four of the items, in the order given, of one text (or of one deck of one's own) with dates that nobody can take for the same; the earliest first in `inTime`. */
export function orderAmong<T extends Groupable>(
  candidates: readonly T[],
): { readonly items: readonly T[]; readonly inTime: readonly T[] } | null {
  const dated = candidates.flatMap((item) => {
    const time = timeOf(item)
    return time ? [{ item, time }] : []
  })
  for (const first of dated) {
    const taken = [first]
    for (const next of dated) {
      if (taken.length === GROUP) break
      const apart = (one: { time: Reach }) =>
        isBefore(one.time, next.time) || isBefore(next.time, one.time)
      if (next.item.home === first.item.home && taken.every(apart)) taken.push(next)
    }
    if (taken.length < GROUP) continue
    const inTime = [...taken].sort((a, b) => a.time.first - b.time.first)
    return { items: taken.map((one) => one.item), inTime: inTime.map((one) => one.item) }
  }
  return null
}

/** Longest answer that is matched, in characters: more could not be taken in at a glance. */
const LONGEST_ANSWER = 120

/** Items of one sort: asked alike, answered alike. A sentence with a gap has no question that could stand for it. */
function sortOf({ content, home }: Groupable): string | null {
  const { kind, answer, elements } = content
  if (elements.length > 0 || kind === 'list' || kind === 'sentence') return null
  if (answer.length > LONGEST_ANSWER) return null
  // What a person wrote may ask for anything: a number stands with numbers, words with words.
  const like = kind === 'own' ? (readValue(answer)?.kind ?? 'words') : ''
  return `${home}\n${kind}\n${like}`
}

/** Four of the items, in the order given, that are parallel, and answers that belong to none of them. */
export function matchAmong<T extends Groupable>(
  candidates: readonly T[],
  seed: string,
): { readonly items: readonly T[]; readonly answers: readonly string[] } | null {
  for (const first of candidates) {
    const sort = sortOf(first)
    if (sort === null) continue
    const parallel = candidates.filter((item) => sortOf(item) === sort)
    const items: T[] = []
    for (const next of parallel) {
      if (items.length === GROUP) break
      if (items.every((item) => areApart(item, next))) items.push(next)
    }
    const spare = spareAnswers(items, parallel)
    if (items.length < GROUP || spare.length < SPARE_ANSWERS) continue
    const answers = [...items.map((item) => item.content.answer), ...spare]
    return { items, answers: shuffled(answers, seed) }
  }
  return null
}

/** Answers of the same sort that are right for none: of other items, and the wrong options of these. */
function spareAnswers(items: readonly Groupable[], parallel: readonly Groupable[]): string[] {
  const wrong = items.flatMap(({ content }) =>
    content.forms.flatMap((form) => (form.form === 'choice' ? form.options : [])),
  )
  const spare: string[] = []
  for (const answer of [...parallel.map((item) => item.content.answer), ...wrong]) {
    if (spare.length === SPARE_ANSWERS) break
    const isWrong = items.every((item) => isOther(answer, item.content))
    const isNew = spare.every((one) => isOther(answer, { answer: one, accept: [] }))
    if (isWrong && isNew && answer.length <= LONGEST_ANSWER) spare.push(answer)
  }
  return spare
}

const areApart = (a: Groupable, b: Groupable): boolean =>
  isOther(a.content.answer, b.content) && isOther(b.content.answer, a.content)

const isOther = (
  answer: string,
  content: Pick<ItemContent, 'answer' | 'accept'> & { kind?: ItemContent['kind'] },
): boolean =>
  checkAnswer(answer, {
    answer: content.answer,
    accept: content.accept,
    ...(content.kind && { kind: content.kind }),
  }).verdict === 'wrong'

/** In an order that the seed alone decides. */
export function shuffled<T>(values: readonly T[], seed: string): T[] {
  return values
    .map((value, at) => ({ value, lot: draw(`${seed}:${at}`) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ value }) => value)
}

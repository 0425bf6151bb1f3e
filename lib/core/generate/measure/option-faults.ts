/** Faults of the options of a choice that code can see. What it cannot see, people judge. */
import type { ProposedItem } from '@/lib/core/items/item'
import type { Name } from '@/lib/core/language/tree'
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import { fold } from './content-words'
import type { FactCovered } from './coverage'
import { type Asked, asked, hasOther } from './near-questions'
import { makeOf, sameGrain } from './option-make'
import type { CheckAnswer } from './says-the-same'

export type OptionFault = {
  readonly item: string
  readonly option: string
  readonly why:
    | 'no answer'
    | 'same as the answer'
    | 'other type'
    | 'other unit'
    | 'other grain'
    | 'also right'
    | 'answer longest'
}

export type OptionFaults = {
  /** Items that are asked as a choice. */
  readonly choices: number
  readonly faults: readonly OptionFault[]
}

/** What the reader of English takes a name for, with the other forms in which the text has it. */
export type NameOfText = Pick<Name, 'type' | 'name' | 'aliases'>

type Text = {
  readonly items: readonly { readonly item: ProposedItem; readonly asked: Asked }[]
  readonly facts: readonly FactCovered[]
  readonly check: CheckAnswer
  readonly named: ReadonlyMap<string, NameOfText | null>
}

export function optionFaults(
  items: readonly ProposedItem[],
  facts: readonly FactCovered[],
  { check, names }: { readonly check: CheckAnswer; readonly names: readonly NameOfText[] },
): OptionFaults {
  const text: Text = {
    items: items.map((item) => ({ item, asked: asked(item.question) })),
    facts,
    check,
    named: byForm(names),
  }
  const choices = items.flatMap((item) =>
    item.forms.flatMap((form) => (form.form === 'choice' ? [{ item, options: form.options }] : [])),
  )
  return {
    choices: choices.length,
    faults: choices.flatMap(({ item, options }) => faultsOf(item, options, text)),
  }
}

/** null for a form that several names have. */
function byForm(names: readonly NameOfText[]): ReadonlyMap<string, NameOfText | null> {
  const named = new Map<string, NameOfText | null>()
  for (const name of names) {
    for (const form of new Set([name.name, ...name.aliases].map(bare)))
      named.set(form, named.has(form) ? null : name)
  }
  return named
}

const bare = (name: string): string => fold(name).replace(/^the /, '')

function faultsOf(item: ProposedItem, options: readonly string[], text: Text): OptionFault[] {
  const key = options.find((o) => o === item.answer) ?? options.find((o) => isRight(o, item, text))
  if (key === undefined) return [{ item: item.key, option: item.answer, why: 'no answer' }]
  const wrong = options.filter((option) => option !== key)
  const faults = wrong.flatMap((option) => {
    const why = faultOf(option, key, item, text)
    return why === null ? [] : [{ item: item.key, option, why }]
  })
  return isLongest(key, wrong)
    ? [...faults, { item: item.key, option: key, why: 'answer longest' }]
    : faults
}

function faultOf(
  option: string,
  key: string,
  item: ProposedItem,
  text: Text,
): OptionFault['why'] | null {
  const [x, y] = [option, key].map((one) => text.named.get(bare(one)) ?? null)
  if (isRight(option, item, text) || (x && x === y)) return 'same as the answer'
  if (x && y && x.type !== y.type) return 'other type'
  const [a, b] = [makeOf(option), makeOf(key)]
  if (a.type !== b.type) return 'other type'
  if (a.unit !== b.unit) return 'other unit'
  if (!sameGrain(a, b)) return 'other grain'
  return isAlsoRight(option, item, text) ? 'also right' : null
}

function isRight(option: string, item: ProposedItem, { check }: Text): boolean {
  const person = item.kind === 'person' || item.kind === 'quotation'
  return check(option, [item.answer, ...item.accept], person) || sameAnswer(option, item.answer)
}

/** By another item that asks no less than this one, or by a fact that this item asks for. */
function isAlsoRight(option: string, item: ProposedItem, { items, facts, check }: Text): boolean {
  const words = asked(item.question)
  const other = items.some(
    (one) =>
      one.item.key !== item.key &&
      words.size > 1 &&
      !hasOther(words, one.asked) &&
      sameAnswer(option, one.item.answer),
  )
  const isAnswerOf = ({ fact, by }: FactCovered): boolean =>
    by === item.key &&
    (fact.answer ?? []).some((right) => check(option, [right], false) || sameAnswer(option, right))
  return other || facts.some(isAnswerOf)
}

function sameAnswer(a: string, b: string): boolean {
  if (fold(a) === fold(b)) return true
  const [x, y] = [readValue(a), readValue(b)]
  return x !== null && y !== null && sameValue(x, y)
}

/** The answer is so much longer than any other that its length tells it. In characters. */
const LONGER = { times: 1.5, by: 12 } as const

function isLongest(key: string, wrong: readonly string[]): boolean {
  const longest = Math.max(...wrong.map((option) => option.length))
  return key.length >= longest * LONGER.times && key.length >= longest + LONGER.by
}

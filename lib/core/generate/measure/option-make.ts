/** What a wrong option must have in common with the answer: its type, its unit, its grain, as its words show them. */
import { readValue } from '@/lib/core/text/values/read-value'
import type { Value } from '@/lib/core/text/values/value'
import { contentWords } from './content-words'

export type Make = {
  /** The kind of value, else 'name' or 'term'. */
  readonly type: Value['kind'] | 'name' | 'term'
  /** What is counted or measured in; '' for none. */
  readonly unit: string
  /** Of a date: day, month …, and whether it has a year. */
  readonly grain: string
}

export function makeOf(option: string): Make {
  const value = readValue(option)
  if (value === null) return { type: isName(option) ? 'name' : 'term', unit: '', grain: '' }
  return { type: value.kind, unit: unitOf(value, option), grain: grainOf(value) }
}

/** Begins with a capital after its article: "the Herald", "Dr. Berg". */
const isName = (option: string): boolean =>
  /^\p{Lu}/u.test(option.trim().replace(/^["“‘']?(?:the|an?) /i, ''))

function unitOf(value: Value, option: string): string {
  if (value.kind === 'money' || value.kind === 'quantity') return value.unit
  // "five days" and "two months" are of the same kind, but tell by their unit which is meant.
  if (value.kind === 'duration') return contentWords(option).at(-1) ?? ''
  return 'noun' in value ? contentWords(value.noun).join(' ') : ''
}

function grainOf(value: Value): string {
  if (value.kind === 'date')
    return `${value.date.grain}${value.date.grain !== 'year' && value.date.year === null ? '' : ' of a year'}`
  if (value.kind === 'period') return `${value.from.grain} to ${value.to.grain}`
  return ''
}

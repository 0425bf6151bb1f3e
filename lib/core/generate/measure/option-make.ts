/** What a wrong option must have in common with the answer: its type, its unit, its grain, as its words show them. */
import { readValue } from '@/lib/core/text/values/read-value'
import type { CivilDate, Value } from '@/lib/core/text/values/value'
import { contentWords } from './content-words'

export type Make = {
  /** The kind of value, else 'name' or 'term'. */
  readonly type: Value['kind'] | 'name' | 'term'
  /** What is counted or measured in; '' for none. */
  readonly unit: string
  /** Of a date: day, month …, and whether it has a year; '' where there is none or it is not known. */
  readonly grain: string
}

export function makeOf(option: string): Make {
  const value = readValue(option)
  if (value !== null)
    return { type: value.kind, unit: unitOf(value, option), grain: grainOf(value) }
  // "the early spring of 1765", "late in the century": a date, however it is told.
  const type = DATED.test(option) ? 'date' : isName(option) ? 'name' : 'term'
  return { type, unit: '', grain: '' }
}

const DATED = /\b1\d{3}\b|\b20\d\d\b|\b(?:century|centuries|spring|summer|autumn|fall|winter) of\b/i

/** A grain that is not known fits any. */
export const sameGrain = (a: Make, b: Make): boolean =>
  a.grain === '' || b.grain === '' || a.grain === b.grain

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
  if (value.kind === 'date') return `${value.date.grain}${withYear(value.date)}`
  if (value.kind !== 'period') return ''
  const { from, to } = value
  return `period${withYear(from.year === null ? to : from)}`
}

const withYear = ({ year }: CivilDate): string => (year === null ? '' : ' of a year')

/** Reads an answer that is nothing but a value: a number, a share, a sum, a date, a stretch of time. */
import { readHedge } from './amounts'
import { readDate } from './dates'
import { readDuration } from './durations'
import { readMeasure, readOrdinalValue } from './measures'
import { readPeriod } from './periods'
import { readTime } from './times'
import { eat, type Read, type Relation, skip, type Value } from './value'

const RELATION =
  /(by|since|until|till|before|after|in|on|at|during|from|as of|throughout)\s+(?:the\s+(?=\d|[a-z]+(?:th|st|nd|rd)[\s-]))?/iy
const RELATIONS: Readonly<Record<string, Relation>> = {
  by: 'by',
  since: 'since',
  until: 'until',
  till: 'until',
  before: 'before',
  after: 'after',
  from: 'since',
  'as of': 'since',
}

/** All readings of the value that begins here; of two as long, the first counts. */
function readings(text: string, at: number): Read<Value>[] {
  const before = eat(RELATION, text, at)
  const from = at + (before?.[0].length ?? 0)
  const relation = RELATIONS[before?.[1]?.toLowerCase() ?? ''] ?? null
  const found: Read<Value>[] = []
  const period = readPeriod(text, at) ?? readPeriod(text, from)
  if (period) found.push({ value: { kind: 'period', ...period.value }, end: period.end })
  const hedge = readHedge(text, from)
  const date = readDate(text, hedge.end)
  if (date) {
    const value = { kind: 'date', date: date.value, relation, hedge: hedge.value } as const
    found.push({ value, end: date.end })
  }
  const time = readTime(text, from)
  if (time) found.push({ value: { kind: 'time', minutes: time.value, relation }, end: time.end })
  // "in 40 minutes" and "40 minutes", but "from 40 to 50" as one range.
  for (const start of new Set([at, from])) {
    for (const read of [readDuration, readMeasure, readOrdinalValue]) {
      const value = read(text, start)
      if (value) found.push(value)
    }
  }
  return found
}

const LEAD =
  /(?:(?:it was|it is|they were|there were|it lasted|it took|for|the|exactly|precisely|a total of|in all|all)\s+)+/iy
const NEGATION = /(?:^|\s)(?:not|no|never|without|non|except)(?![\p{L}])/iu
const MAX_NOUN_WORDS = 6

/** Digits and the words that numbers, dates and times are made of: without one of them there is no value. */
const SIGN_OF_VALUE =
  /[\d½¼¾]|hal|quarter|(?:^|[^\p{L}])(?:an?|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|noon|mid(?:day|night)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|teen|ty|th(?![\p{L}])/iu

/** The value that `text` is, with the noun it counts; null where it says anything else as well. */
export function readValue(text: string): Value | null {
  const words = bare(text)
  if (!SIGN_OF_VALUE.test(words)) return null
  const starts = new Set([0, skip(LEAD, words, 0)])
  const found = [...starts].flatMap((at) => readings(words, at))
  return found.find((read) => read.end === words.length)?.value ?? withNoun(words, found)
}

/** Without quotation marks around it and a stop after it; the points of "a.m." and "B.C." stay. */
function bare(text: string): string {
  const inner = text.trim().replace(/^["“‘'(]+|["”’')!?,;]+$/gu, '')
  return /(?:^|[.\s\d])\p{L}\.$/u.test(inner) ? inner : inner.replace(/\.+$/, '')
}

function withNoun(words: string, found: readonly Read<Value>[]): Value | null {
  const counted = found.filter((read) => 'noun' in read.value)
  const best = counted.sort((a, b) => b.end - a.end)[0]
  if (!best || !('noun' in best.value)) return null
  const rest = words.slice(best.end)
  const noun = rest.replace(/^[\s-]+(?:of\s+)?(?:the\s+|its\s+|their\s+)?/i, '').trim()
  const plain = /^[\s-]/.test(rest) && !/\d/.test(noun) && !NEGATION.test(noun)
  if (!plain || noun === '' || noun.split(/\s+/).length > MAX_NOUN_WORDS) return null
  return { ...best.value, noun: best.value.noun ? `${best.value.noun} ${noun}` : noun }
}

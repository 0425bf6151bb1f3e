import type { Range } from '@/lib/core/language/range'
import type { Reference } from '@/lib/core/language/tree'
import { overlaps } from '../mentions/mention'
import { isOfOwnSubject } from '../own-clause'
import { inside, joined, rangeOf, spanOf } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'

/** From here on a pronoun is taken to mean what the reader says it means. */
const SURE = 0.9

/**
 * The words of a range as a question says them: pronouns of which the reader is sure give way to the name they stand for,
 * unless that stands in the sentence itself. Null where one is left that stands for something said elsewhere.
 */
export function sayPlainly(sentence: ReadSentence, range: Range, reading: Reading): string | null {
  if (range.to <= range.from) return ''
  const span = spanOf(sentence.tokens, range)
  const known = sentence.references
    .filter((r) => r.probability >= SURE && r.start >= span.start && r.end <= span.end)
    .filter((r) => !sentence.resolved.some((other) => overlaps(r, other)))
    .filter((r) => !isOfOwnSubject(sentence, r))
    .filter(
      (r) => r.antecedent.end <= sentence.span.start || r.antecedent.start >= sentence.span.end,
    )
  const parts: string[] = []
  let from = range.from
  for (const reference of known) {
    const words = rangeOf(sentence.tokens, reference)
    if (words.from < from) continue
    parts.push(inside(sentence, { from, to: words.from }), nameOf(sentence, reference, reading))
    from = words.to
  }
  parts.push(inside(sentence, { from, to: range.to }))
  const words = named(joined(...parts), reading)
  return LEFT.test(words.replace(/“[^”]*”/g, '“”')) ? null : words
}

/** "the canal" as "the Suez Canal", where that is the one canal the text is about. */
function named(words: string, reading: Reading): string {
  return words.replace(BARE, (whole, noun: string) => {
    const full = longNameOf(noun, reading)
    return full === null ? whole : `the ${full}`
  })
}

const BARE =
  /(?<![\p{L}’'-])the (\p{Ll}+)(?= (?:did|was|is|has|had|in|on|at|from|to|by|with|for|and|as|when|after|before|during)\b|[,?]|$)/gu

/** The name that ends in this noun, if no other does, or all others are far rarer. */
function longNameOf(noun: string, { times, text }: Reading): string | null {
  const fits = [...times].filter(
    ([name]) => name.toLowerCase().endsWith(` ${noun}`) && !name.includes(' of '),
  )
  fits.sort((a, b) => b[1] - a[1])
  const inTitle = fits.find(([name]) => text.source.about.title.includes(name))
  if (inTitle !== undefined) return inTitle[0]
  const [first, second] = fits
  if (first === undefined || first[1] < 2) return null
  return second === undefined || first[1] >= RARER * second[1] ? first[0] : null
}

const RARER = 3

const LEFT =
  /\b(?:it|they|them|he|him|she|we|us|I|you|this|these|those)\b(?! (?:of|who|that|which|with|in)\b)/

/** The name a reference stands for, with the article that the text gives it; "its" as "the council’s". */
function nameOf(sentence: ReadSentence, reference: Reference, { text }: Reading): string {
  const { antecedent } = reference
  const name = 'name' in antecedent.value ? antecedent.value.name : antecedent.text
  const before = text.source.body.slice(Math.max(0, antecedent.start - 4), antecedent.start)
  const full = /\bthe $/i.test(before) && !/^the /i.test(name) ? `the ${name}` : name
  const pronoun = sentence.view.text.slice(reference.start, reference.end).toLowerCase()
  const possessive = /^(?:his|her|its|their)$/.test(pronoun)
  return possessive ? `${full}’${/s$/.test(full) ? '' : 's'}` : full
}

/** Names within headings, which have capitals on other words too: those that the text below has as names. */
import type { Mention, Reading, Sentence, Token } from '@/lib/core/language/tree'
import type { NameType } from '../lists/gazetteer'
import { BODY_HEADS } from '../lists/word-lists'
import { headOf } from '../same/short-forms'
import { isHeadWord, isNamed, lower } from './name-run'
import { type NameSpan, spanOf } from './name-spans'

interface Known {
  /** As the text spells it. */
  readonly text: string
  readonly type: NameType
  readonly name: string
  readonly probability: number
}

/** A heading is not sure of what it names, even where the text is. */
const MOST = 0.8

export function namesInHeadings(reading: Reading, known: readonly Known[]): Mention[] {
  const byText = new Map(
    known.flatMap((name): [string, Known][] =>
      isTelling(name)
        ? [
            [name.text, name],
            [name.text.toUpperCase(), name],
          ]
        : [],
    ),
  )
  const longest = Math.max(0, ...[...byText.keys()].map((text) => text.split(' ').length))
  return reading.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? block.sentences.flatMap((sentence) => namesIn(reading.text, sentence, byText, longest))
      : [],
  )
}

/**
 * "Report of the Umber Town Council" over a text that says "the Council": the body that only its heading names in full.
 */
export function bodiesInHeadings(reading: Reading, spans: readonly NameSpan[]): NameSpan[] {
  const inText = spans.filter((span) => !span.inHeading)
  const bare = new Set(
    inText.flatMap(({ name, afterThe }) => (afterThe && !name.includes(' ') ? [name] : [])),
  )
  const full = new Set(
    inText.flatMap(({ name }) => (name.includes(' ') ? [headOf(name)?.toLowerCase()] : [])),
  )
  const heads = new Set([...bare].filter((name) => !full.has(name.toLowerCase())))
  return reading.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? block.sentences.flatMap((sentence) =>
          sentence.tokens.flatMap((token, last): NameSpan[] => {
            const first = heads.has(token.text) ? bodyFrom(sentence.tokens, last) : last
            return first === last
              ? []
              : [{ ...spanOf(reading.text, sentence, [first, last], false), inHeading: true }]
          }),
        )
      : [],
  )
}

/** Where a body that ends at `last` begins: after "the" or with its heading, and with no verb in it. */
function bodyFrom(tokens: readonly Token[], last: number): number {
  if (!BODY_HEADS.has(lower(tokens[last])) || isNamed(tokens[last + 1])) return last
  let first = last
  while (isNamed(tokens[first - 1]) && /^(?:PROPN|NOUN|ADJ)$/.test(tokens[first - 1]?.upos ?? ''))
    first--
  return first === 0 || lower(tokens[first - 1]) === 'the' ? first : last
}

/** "Council" and "Act" stand in headings as common nouns too. */
const isTelling = ({ text, type }: Known): boolean =>
  text.length > 3 &&
  (text.includes(' ') ||
    ((type === 'person' || type === 'place') && !isHeadWord(text.toLowerCase())))

function namesIn(
  text: string,
  { tokens }: Sentence,
  byText: ReadonlyMap<string, Known>,
  longest: number,
): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    // A name of so many words has hardly more tokens than twice their number: hyphens and points are some.
    for (let last = Math.min(tokens.length, at + longest * 2) - 1; last >= at; last--) {
      const [start, end] = [tokens[at]?.start ?? 0, tokens[last]?.end ?? 0]
      const words = text.slice(start, end)
      const known = byText.get(words)
      if (known === undefined) continue
      const { type, name, probability } = known
      const value = { type, name }
      found.push({ start, end, text: words, value, probability: Math.min(MOST, probability) })
      at = last
      break
    }
  }
  return found
}

/** Finds the sentences that say the facts of a gold set. */
import type { SegmentedText, Sentence } from '@/lib/core/passages/passage'
import { plainWords } from '@/lib/core/text/plain-words'
import type { Span } from '@/lib/core/text/source'
import { factName, type GoldFact, type GoldSet } from './gold-set'

export type PlacedFact = {
  readonly fact: GoldFact
  /** From 0, in the set. */
  readonly index: number
  /** In the source: the sentence that says it best, then the others that say it. */
  readonly sentences: readonly [Span, ...Span[]]
}

export type Placed = {
  readonly facts: readonly PlacedFact[]
  /** What stands nowhere or in several sentences, each a sentence that says so. */
  readonly problems: readonly string[]
}

export function placeFacts(set: GoldSet, text: SegmentedText): Placed {
  const sentences = text.sentences.map((sentence) => ({ sentence, forms: formsOf(text, sentence) }))
  const placed = set.facts.map((fact, index): Placed => {
    const found = [fact.evidence, ...(fact.also ?? [])].map((keys) => {
      const folded = keys.map(fold)
      const where = sentences.filter(({ forms }) =>
        folded.every((key) => forms.some((form) => form.includes(key))),
      )
      return { keys, where: where.map(({ sentence }) => sentence) }
    })
    const problems = found.flatMap(({ keys, where }) =>
      where.length === 1 ? [] : [`${factName(index, fact.fact)}: ${problemOf(keys, where)}`],
    )
    const [first, ...others] = found.flatMap(({ where }) => where.map(spanOf))
    return {
      problems,
      facts: problems.length === 0 && first ? [{ fact, index, sentences: [first, ...others] }] : [],
    }
  })
  return {
    facts: placed.flatMap(({ facts }) => facts),
    problems: placed.flatMap(({ problems }) => problems),
  }
}

const spanOf = ({ start, end }: Sentence): Span => ({ start, end })

const problemOf = (keys: readonly string[], where: readonly Sentence[]): string => {
  const told = keys.map((key) => `“${key}”`).join(', ')
  return where.length === 0
    ? `no sentence has ${told}`
    : `${told} stand in ${where.length} sentences, not in one`
}

/** As printed and as read: a mark of emphasis may stand within a key or not. */
const formsOf = ({ source }: SegmentedText, sentence: Sentence): readonly string[] => [
  fold(source.body.slice(sentence.start, sentence.end)),
  fold(plainWords(source.body, sentence).text),
]

/** Case, runs of white space, and the ways to print a quotation mark or a dash make no difference. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["“”„«»]/g, '"')
    .replace(/['‘’]/g, "'")
    .replace(/[-‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')

/** Whether words say what a thing is: long enough, with something that narrows the noun. */
import type { Range } from '@/lib/core/language/range'
import { say } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { isAnybody, isCutShort, isRemark } from './telling'
import { isPlural, typedAt, words } from './tree-parts'

/** In tokens. */
export const LEAST_DEFINIENS = 4
export const MOST_DEFINIENS = 28

export const EXAMPLE =
  /^(?:one|two|three|some|many|an?|the)? ?(?:\p{L}+ )?(?:example|part|member|kind|type|sort|result|case|sign|matter|way|lot|number|topic|source of|reason|question|problem|thing|time|term|name|word|place)\b/u

/** Long enough to say what the thing is, with an article and something that narrows it. */
export function saysWhat(
  sentence: ReadSentence,
  range: Range,
  head: number,
  isPerson = false,
): boolean {
  const { tokens } = sentence
  const length = words(range)
  // "a Danish painter" tells enough of a person.
  const least = isPerson ? 3 : LEAST_DEFINIENS
  if (length < least || length > MOST_DEFINIENS || head >= range.to) return false
  const text = say(sentence, range)
  if (
    EXAMPLE.test(text) ||
    /^(?:this|that|these|those|its|his|her|their|our|my|such)\b/i.test(text)
  )
    return false
  const first = tokens[range.from]
  const hasArticle = /^(?:the|an?)$/.test(first?.lower ?? '')
  const isSeveral = /s$|men$|people$/.test(tokens[head]?.lower ?? '')
  const narrows = tokens
    .slice(head + 1, range.to)
    .some(
      (t) =>
        t.pos === 'ADP' || t.pos === 'VERB' || /^(?:that|which|who|whose|where)$/.test(t.lower),
    )
  if (isRemark(sentence, range, head) || isCutShort(sentence, range)) return false
  // "the value of it having risen" tells what came of something, not what it is.
  if (/^(?:having|being)$/.test(tokens.slice(head + 1, range.to).find(isVerb)?.lower ?? ''))
    return false
  // "a Danish painter" tells which; "a wealthy merchant" and "the new leader" do not.
  const isKnown = tokens.slice(range.from + 1, head).some((t) => /^\p{Lu}/u.test(t.text))
  if (isPerson && !narrows && !isKnown) return false
  if (isAnybody(tokens[head]?.lower ?? '') && !isKnown) return false
  const isEnough = narrows || isPerson || (first?.lower === 'the' && length >= 5)
  return (hasArticle || isSeveral || isPerson) && isEnough
}

const isVerb = ({ pos }: { readonly pos: string }): boolean => pos === 'VERB' || pos === 'AUX'

/** What a whole statement is said to be. */
const OF_THE_WHOLE =
  /^(?:practice|move|decision|fact|step|development|change|trend|event|act|action|result|policy|process|situation|figure|amount|rate|increase|decrease|difference)$/

/** "…, a decision that …" is said of what happened; "ships, a means" says one of several. */
export function fits(sentence: ReadSentence, term: Range, by: Range, head: number): boolean {
  const { tokens } = sentence
  if (typedAt(sentence, term) !== null) return true
  if (OF_THE_WHOLE.test(tokens[head]?.lower ?? '')) return false
  return !/^an?$/.test(tokens[by.from]?.lower ?? '') || !isPlural(sentence, term.to - 1)
}

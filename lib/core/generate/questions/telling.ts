/** Whether what a question says can be said of one alone: a name, a date, a figure, "the first", or words enough. */
import { lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Mention } from '@/lib/core/language/tree'
import { isFunctionWord } from '@/lib/core/language/words'
import type { ReadSentence } from '../read-sentence'

interface Telling {
  /** Names, dates and figures. */
  readonly anchors: number
  readonly dated: boolean
  /** Words that say something, those of the anchors aside. */
  readonly words: number
  /** "the first", "the only", "the largest". */
  readonly unique: boolean
}

/** Verbs that go with anything, and words for "much" or "many": they tell nobody from others. */
const EMPTY = new Set(
  (
    'be have do make take get give become include use seem number numerous various several many much lot different ' +
    'certain often also well year time way part kind'
  ).split(' '),
)

export function tellingOf(
  { tokens, typed }: ReadSentence,
  syntax: Syntax,
  said: readonly number[],
): Telling {
  const starts = new Set(said.map((at) => tokens[at]?.start))
  const anchors = typed.filter((m) => isAnchor(m) && starts.has(m.start))
  const words = said.filter((at) => {
    const token = tokens[at]
    if (token === undefined || !/\p{L}/u.test(token.text) || isFunctionWord(token.lower))
      return false
    if (EMPTY.has(token.lemma.toLowerCase())) return false
    return !anchors.some((m) => m.start <= token.start && token.end <= m.end)
  })
  const named = new Set(anchors.map((m) => m.start))
  const others = words.filter(
    (at) => tokens[at]?.pos === 'PROPN' && !named.has(tokens[at]?.start ?? -1),
  )
  return {
    anchors: anchors.length + (others.length > 0 ? 1 : 0),
    dated: anchors.some((m) => m.value.type === 'date' || m.value.type === 'period'),
    words: words.length,
    unique: said.some((at) => isUnique(syntax, at)),
  }
}

const isAnchor = ({ value }: Mention): boolean => !(value.type === 'number' && value.ordinal)

/** "one of the largest" is one of several. */
function isUnique(syntax: Syntax, at: number): boolean {
  const token = syntax.tokens[at]
  const isOne =
    /^(?:JJS|RBS)$/.test(token?.xpos ?? '') || /^(?:first|last|only|sole)$/.test(lower(syntax, at))
  if (!isOne || /^(?:least|most)$/.test(lower(syntax, at)))
    return isOne && lower(syntax, at - 1) === 'the'
  for (let i = Math.max(0, at - 3); i < at; i++)
    if (lower(syntax, i) === 'one' && lower(syntax, i + 1) === 'of') return false
  return true
}

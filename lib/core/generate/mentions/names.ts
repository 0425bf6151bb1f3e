/** Finds the stretches of capitals that are names; what each names is decided over the whole text (kinds.ts). */
import { MONTH_OR_DAY, TITLES } from '@/lib/core/language/lexicon'
import type { Token } from '@/lib/core/language/tag'
import { isFunctionWord } from '@/lib/core/language/words'
import type { Span } from '@/lib/core/text/source'
import type { Mention } from './mention'

/** A name as it stands in a sentence, before anyone knows what it names. */
export type NameSpan = Span & {
  readonly text: string
  readonly afterThe: boolean
  readonly first: number
  readonly last: number
}

const NUMBERED = new Set([
  'rule',
  'article',
  'section',
  'title',
  'chapter',
  'amendment',
  'resolution',
])
const OWNERS = new Set([
  'people',
  'women',
  'men',
  'children',
  'workers',
  'farmers',
  'king',
  'queen',
  'owners',
])
const TITLE_ABBREVIATIONS = /^(?:St|Dr|Mr|Mrs|Ms|Rev|Lt|Col|Gen|Gov|Sen|Jr|Sr|U\.S)\.$/

/** `always`: capital wherever it stands. `lower`: stands in lower case somewhere. */
export type ProperWords = {
  readonly always: ReadonlySet<string>
  readonly lower: ReadonlySet<string>
}

/**
 * Which words are names in this text: written with a capital inside sentences, and nowhere in lower case. A word that
 * opens a sentence counts as a name only by this.
 */
export function properWordsGatherer(): {
  readonly add: (tokens: readonly Token[]) => void
  readonly words: () => ProperWords
} {
  const capital = new Set<string>()
  const lower = new Set<string>()
  const add = (tokens: readonly Token[]) => {
    tokens.forEach((token, i) => {
      if (!/^\p{L}/u.test(token.text)) return
      if (token.text === token.lower) lower.add(token.lower)
      else if (
        i > 0 &&
        /^[\p{L}\p{N},’']/u.test(tokens[i - 1]?.text ?? '') &&
        /^\p{Lu}/u.test(token.text)
      )
        capital.add(token.lower)
    })
  }
  const words = () => ({
    always: new Set([...capital].filter((word) => !lower.has(word))),
    lower,
  })
  return { add, words }
}

const isCapital = (token: Token | undefined): token is Token =>
  token !== undefined && /^\p{Lu}/u.test(token.text) && token.lower !== 'i'

export function findNames(
  text: string,
  tokens: readonly Token[],
  taken: readonly Mention[],
  proper: ProperWords,
): NameSpan[] {
  const names: NameSpan[] = []
  let i = 0
  while (i < tokens.length) {
    if (
      !startsName(tokens, i, proper) ||
      taken.some((t) => (tokens[i]?.start ?? 0) < t.end && t.start < (tokens[i]?.end ?? 0))
    ) {
      i++
      continue
    }
    let last = i
    for (let next = continueName(tokens, last); next > last; next = continueName(tokens, last))
      last = next
    const start = tokens[i]?.start ?? 0
    const end = tokens[last]?.end ?? start
    const before = tokens[i - 1]?.lower
    names.push({
      start,
      end,
      text: text.slice(start, end),
      afterThe: before === 'the',
      first: i,
      last,
    })
    i = last + 1
  }
  return names
}

function startsName(tokens: readonly Token[], i: number, proper: ProperWords): boolean {
  const token = tokens[i]
  if (!isCapital(token) || MONTH_OR_DAY.has(token.lower)) return false
  const before = tokens[i - 1]
  if (token.lower === 'old' || token.lower === 'young') return false
  const next = tokens[i + 1]
  // "All-Russian": half a word is no function word.
  if (next?.text === '-' && isCapital(tokens[i + 2]) && next.start === token.end) return true
  if (isFunctionWord(token.lower)) return false
  const opens = before === undefined || /^[“"‘'(:.!?…]+$/.test(before.text)
  if (!opens) return true
  if (proper.always.has(token.lower) || /^\p{Lu}\./u.test(token.text)) return true
  if (TITLE_ABBREVIATIONS.test(token.text)) return true
  if (token.pos !== 'PROPN') return false
  const isTitle = token.lower === 'prime' || TITLES.has(token.lower)
  if (proper.lower.has(token.lower) && !isTitle) return false
  if (isCapital(next) && !isFunctionWord(next.lower)) return true
  if (isTitle) return false
  // A bare name after a bracket or colon, or before a bracket, a verb, or a comma and another name.
  if (before !== undefined && /^[(:]$/.test(before.text)) return true
  if (next === undefined) return false
  const goesOn = next.text === '(' || next.pos === 'VERB' || next.pos === 'AUX'
  return goesOn || ((next.text === ',' || next.lower === 'and') && tokens[i + 2]?.pos === 'PROPN')
}

/** The index of the token that a name ending at `last` goes on to; `last` itself when it ends there. */
function continueName(tokens: readonly Token[], last: number): number {
  const here = tokens[last]
  const next = tokens[last + 1]
  const after = tokens[last + 2]
  const third = tokens[last + 3]
  if (here === undefined || next === undefined) return last
  if (
    next.text === '-' &&
    next.start === here.end &&
    after !== undefined &&
    after.start === next.end &&
    /^\p{L}/u.test(after.text)
  ) {
    return last + 2
  }
  if (isCapital(next) && !isFunctionWord(next.lower) && !MONTH_OR_DAY.has(next.lower))
    return last + 1
  if (NUMBERED.has(here.lower) && /^\d+$|^[IVX]+$/.test(next.text)) return last + 1
  if ((here.text === 'Jr' || here.text === 'St' || here.text === 'Dr') && next.text === '.')
    return last + 1
  if (next.lower === "'s" && OWNERS.has(here.lower) && isCapital(after)) return last + 2
  if (next.text === '’' && /s$/.test(here.text) && OWNERS.has(here.lower) && isCapital(after))
    return last + 2
  if (
    next.lower === 'of' &&
    isCapital(after) &&
    !isFunctionWord(after.lower) &&
    !MONTH_OR_DAY.has(after.lower)
  )
    return last + 2
  if (
    next.lower === 'of' &&
    after?.lower === 'the' &&
    isCapital(third) &&
    !isFunctionWord(third.lower)
  )
    return last + 3
  if (/^(?:de|von|van|der|la|le|du|da|ibn|al)$/.test(next.lower) && isCapital(after))
    return last + 2
  return last
}

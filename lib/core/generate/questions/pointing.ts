/** Pronouns and words like "there" that a question would leave open, and those that its subject binds. */
import { childrenBy, lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { ReadSentence } from '../read-sentence'
import { isPlural, span, type Wording } from './wording'

const POINTING = new Set(
  'it its he him his she her they them their theirs this that these those such i we us our you your my me'.split(
    ' ',
  ),
)

export type Pointing = 'none' | 'bound' | 'open'

/**
 * Whether pronouns among these words are left to be resolved. One after a subject that is no pronoun itself most likely
 * means that subject: it is bound.
 */
export function pointingOf(
  { said, sentence, echoes }: Wording,
  syntax: Syntax,
  positions: readonly number[],
  subject: readonly number[],
): Pointing {
  let pointing: Pointing = 'none'
  const isNoPerson = sentence.typed.some(
    (m) =>
      /^(?:place|organisation)$/.test(m.value.type) &&
      subject.some((at) => sentence.tokens[at]?.start === m.start),
  )
  const covered = new Set([...said.values()].flatMap((s) => span(s.from, s.to)))
  for (const at of positions) {
    const token = syntax.tokens[at]
    if (token !== undefined && isProOne(syntax, at)) return 'open'
    // "learned Latin there": where, only the text around it knows.
    if (
      token?.upos === 'ADV' &&
      /^(?:there|here|elsewhere|therein|thereof)$/.test(lower(syntax, at))
    )
      return 'open'
    if (token === undefined || covered.has(at) || !POINTING.has(lower(syntax, at))) continue
    if (!/^(?:PRON|DET)$/.test(token.upos)) continue
    // "the law that …": a relative.
    if (/^W/.test(token.xpos) || isRelative(syntax, at)) continue
    if (sentence.quotes.some((q) => covers(q, sentence, at))) continue
    // "Holm and her friend": the name is said in the same words, or is what is asked.
    if (echoes.has(at)) {
      pointing = 'bound'
      continue
    }
    const isFree =
      subject.includes(at) || !/^PRP/.test(token.xpos) || !bindable(syntax, subject, at, isNoPerson)
    if (isFree) return 'open'
    pointing = 'bound'
  }
  return pointing
}

/** "a revolutionary one": a noun from before is meant. */
const isProOne = (syntax: Syntax, at: number): boolean =>
  /^ones?$/.test(lower(syntax, at)) &&
  /^(?:NOUN|PRON)$/.test(syntax.tokens[at]?.upos ?? '') &&
  !childrenBy(syntax, at, 'nmod').some((child) => child > at)

const covers = (
  quote: { start: number; end: number },
  { tokens }: ReadSentence,
  at: number,
): boolean => quote.start <= (tokens[at]?.start ?? 0) && (tokens[at]?.end ?? 0) <= quote.end

const isRelative = ({ tokens }: Syntax, at: number): boolean =>
  tokens[at]?.text === 'that' && /^(?:nsubj|obj|obl|mark)/.test(tokens[at]?.relation ?? '')

const FIRST_OR_SECOND = /^(?:i|we|us|our|you|your|my|me)$/

/** "Parliament asserted its prerogative": the subject is a noun, and agrees in number as far as the words tell. */
function bindable(
  syntax: Syntax,
  subject: readonly number[],
  at: number,
  isNoPerson: boolean,
): boolean {
  if (FIRST_OR_SECOND.test(lower(syntax, at))) return false
  const head = subject.find((one) => !subject.includes(syntax.tokens[one]?.head ?? -1))
  const noun = syntax.tokens[head ?? -1]
  if (noun === undefined || noun.upos === 'PRON' || (head ?? 0) > at) return false
  // "Brask proposed to her": to somebody else.
  const own = syntax.tokens[at]
  if (
    /^(?:obj|iobj|obl)/.test(own?.relation ?? '') &&
    own?.head === noun.head &&
    !/self$/.test(own.text)
  )
    return false
  const plural = isPlural(syntax, head ?? 0)
  const pronoun = lower(syntax, at)
  // "the Rovers made his debut possible": whose, only the text around it knows.
  if (isNoPerson && /^(?:his|her|him|she|he)/.test(pronoun)) return false
  if (/^the/.test(pronoun)) return plural
  return !plural
}

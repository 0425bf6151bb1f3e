/** "the mill", "the islands": definite nouns that nothing in their sentence makes definite; only the text around does. */
import { childrenBy, kindOf, lower, type Syntax } from '@/lib/core/language/spans/syntax'
import { sourceSpan, viewSpan } from '@/lib/core/language/view'
import type { Fact } from './fact'

/**
 * Whether a question speaks of something open: what happened is told of "the mill", or of what belongs to "the mill".
 * What always holds ("The spleen filters blood") is said of all of a kind.
 */
export function hasOpenTheme(fact: Fact, question: string): boolean {
  const theme = themeOf(fact)
  const { syntax } = fact.sentence.trees
  return (
    theme !== null &&
    !DEFINES.test(fact.construction) &&
    isPast(syntax, syntax.tokens[theme]?.head ?? -1) &&
    isOpenTheme(fact, question, theme)
  )
}

const DEFINES = /^(?:defined|refers|is-called|serves|apposed|or-called|also-called)/

/** For the learned confidence: what always holds is open now and then as well, and so is a noun that is asked for. */
export function openSigns(fact: Fact, question: string): Readonly<Record<string, number>> {
  const theme = themeOf(fact)
  const { syntax } = fact.sentence.trees
  const { span } = fact.answer
  const { view } = fact.sentence
  const isAsked = (at: number): boolean => {
    const noun = viewSpan(view, syntax.tokens[at] ?? { start: 0, end: 0 })
    return span !== null && span.start < noun.end && noun.start < span.end
  }
  return {
    'open theme': theme !== null && isOpenTheme(fact, question, theme) ? 1 : 0,
    'open answer':
      fact.answer.type === 'term' &&
      syntax.tokens.some((_, at) => isOpen(syntax, at) && isAsked(at))
        ? 1
        : 0,
  }
}

/** The subject of what is said; of "As the rain grew, rivers rose" the rivers. */
function themeOf({ sentence, clause }: Fact): number | null {
  const { syntax } = sentence.trees
  const span = sourceSpan(sentence.view, clause ?? { start: 0, end: sentence.view.text.length })
  const theme = syntax.tokens.findIndex(
    ({ relation, head, start, end }) =>
      /^nsubj/.test(relation) &&
      !/^(?:advcl|acl|ccomp|csubj)/.test(syntax.tokens[head]?.relation ?? '') &&
      start >= span.start &&
      end <= span.end,
  )
  return theme < 0 ? null : theme
}

/** Itself or its owner ("the mill’s tower"). */
function isOpenTheme(fact: Fact, question: string, theme: number): boolean {
  const { syntax } = fact.sentence.trees
  const owners = childrenBy(syntax, theme, 'nmod').filter((at) => at < theme)
  return [theme, ...owners].some((at) => isOpen(syntax, at) && stands(fact, question, at))
}

function isPast(syntax: Syntax, said: number): boolean {
  const finite = [said, ...childrenBy(syntax, said, 'aux', 'cop')]
  return finite.some((at) => syntax.tokens[at]?.xpos === 'VBD')
}

/** What is one of its kind, or is told by the time and the place of who speaks. */
const UNIQUE =
  /^(?:world|sun|moon|earth|sky|sea|universe|past|future|present|public|internet|press|law|weather|ground|air|rest|countryside)$/

const ORDINAL = /^(?:first|second|third|fourth|fifth|only|last)$/i

/** A definite noun with nothing beside it that tells which: no name, number, owner, "of …" or clause. */
export function isOpen(syntax: Syntax, at: number): boolean {
  const { tokens, children } = syntax
  const noun = tokens[at]
  const dets = childrenBy(syntax, at, 'det')
  if (noun?.upos !== 'NOUN' || dets.length !== 1 || lower(syntax, dets[0] ?? -1) !== 'the')
    return false
  if (UNIQUE.test(noun.lemma)) return false
  return (children[at] ?? []).every((child) => {
    const token = tokens[child]
    if (token === undefined) return true
    const kind = kindOf(syntax, child)
    if (/^(?:nmod|acl|appos|flat|nummod|advcl|ccomp)$/.test(kind)) return false
    // "the northern islands" may be any; "the largest", "the Norland fleet" and "the first and the last" are told apart.
    const isDegree = kind === 'amod' && (/^JJ[SR]$/.test(token.xpos) || ORDINAL.test(token.text))
    return !isDegree && token.upos !== 'PROPN' && !/^\p{Lu}/u.test(token.text.slice(0, 1))
      ? kind !== 'conj' || token.upos === 'NOUN'
      : kind === 'det'
  })
}

/** Whether the noun is still in the question, or is what it asks for. */
function stands(
  { sentence: { view, trees }, answer }: Fact,
  question: string,
  at: number,
): boolean {
  const token = trees.syntax.tokens[at]
  if (token === undefined) return false
  const noun = viewSpan(view, token)
  const { span } = answer
  if (span !== null && span.start < noun.end && noun.start < span.end) return true
  const words = ` ${question.toLowerCase().replace(/[^\p{L}\p{N}’'-]+/gu, ' ')} `
  return words.includes(` ${token.text.toLowerCase()}`)
}

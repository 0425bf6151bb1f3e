/** What a question leaves out of a clause: asides, explanations and words that only join it to the text before. */

import type { Range } from '@/lib/core/language/range'
import { childrenBy, isMark, kindOf, lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Span } from '@/lib/core/text/source'
import { spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'

/** An explanation between marks that is less sure stays: it may be a member of a list. */
const SURE_APPOSITION = 0.6
const SURE_NAME = 0.3

/** What of a sentence its questions leave out or say by another word. */
export interface Asides {
  /** By position: in brackets, between dashes, in another statement, or an explanation of what stands before it. */
  readonly hidden: readonly boolean[]
  /** Of a common noun that a name explains ("the prime minister, Lord Rockingham"): the head of the name. */
  readonly named: ReadonlyMap<number, number>
}

export function asidesOf({ trees, typed, tokens }: ReadSentence, verb: number): Asides {
  const { syntax, appositions } = trees
  const hidden = inBrackets(syntax)
  const named = new Map<number, number>()
  for (const { of, by, confidence } of appositions) {
    if (!isMark(syntax.tokens[by.from - 1])) continue
    const isNamed = isNamedBy(syntax, of) && areNames(typed, spanOf(tokens, by))
    if (confidence < (isNamed ? SURE_NAME : SURE_APPOSITION)) continue
    if (isNamed) named.set(of.head, by.head)
    const goes = isNamed ? of : by
    for (let at = goes.from; at < goes.to; at++) hidden[at] = true
  }
  const { from, to } = statementAt(syntax, verb)
  return { hidden: hidden.map((hides, at) => hides || at < from || at >= to), named }
}

/** "the prime minister", "two groups": common nouns that only a name makes known. */
const isNamedBy = ({ tokens }: Syntax, { head, from }: Range & { head: number }): boolean =>
  tokens[head]?.upos === 'NOUN' &&
  (tokens[from]?.upos === 'NUM' || tokens[from]?.text.toLowerCase() === 'the')

/** From its first word (an article aside) to its last, names. */
const areNames = (typed: ReadSentence['typed'], span: Span): boolean =>
  typed.some((m) => 'name' in m.value && m.start >= span.start && m.start <= span.start + 4) &&
  typed.some((m) => 'name' in m.value && m.end === span.end)

/** From one semicolon or colon to the next. */
function statementAt({ tokens }: Syntax, verb: number): { from: number; to: number } {
  const isEnd = (at: number) => /^[;:]$/.test(tokens[at]?.text ?? '')
  let from = verb
  while (from > 0 && !isEnd(from - 1)) from--
  let to = verb
  while (to < tokens.length && !isEnd(to)) to++
  return { from, to }
}

/** Brackets with what they hold; a pair of dashes too, and what follows a single one. */
function inBrackets({ tokens }: Syntax): boolean[] {
  let depth = 0
  let dashed = false
  return tokens.map(({ text, start }, at) => {
    // "alert(1)" holds no aside.
    const opens = /^[([]$/.test(text) && (tokens[at - 1]?.end ?? -1) !== start
    if (opens || (depth > 0 && /^[([]$/.test(text))) depth++
    const isDash = /^(?:[–—]|--)$/.test(text)
    const here = depth > 0 || dashed || isDash
    if (isDash) dashed = !dashed
    if (/^[)\]]$/.test(text)) depth = Math.max(0, depth - 1)
    return here
  })
}

/** Adverbs and phrases that lean on the sentence before, wherever they stand. */
const CONNECTIVES = new Set(
  (
    'however indeed moreover furthermore nonetheless nevertheless meanwhile instead thus therefore consequently hence ' +
    'similarly likewise also additionally unfortunately fortunately certainly accordingly thereafter besides'
  ).split(' '),
)

/** Those that do so only beside the verb of the clause: "so little", "rather weak" and "first seen" are no such thing. */
const BESIDE_VERB = new Set(
  'finally eventually then afterwards too so otherwise rather first second third next today even soon shortly later yet now'.split(
    ' ',
  ),
)

const CONNECTING_PHRASES =
  /^(?:for (?:example|instance)|in (?:addition|fact|short|reality|contrast|turn|response|particular|general|other words|the end)|as (?:a result|a consequence|well)|by contrast|on the (?:contrary|other hand|one hand)|of course|after all|at (?:the same time|first|last))$/

/** Prepositions whose phrase sets the statement against others and doesn't say which it is. */
export const ASIDE_PREPOSITIONS =
  /^(?:including|such|like|unlike|despite|besides|as|notwithstanding)$/

export function isConnective(syntax: Syntax, at: number): boolean {
  const bare = (syntax.children[at] ?? []).every(isMarkIn(syntax))
  return (
    (bare && CONNECTIVES.has(lower(syntax, at))) || CONNECTING_PHRASES.test(wordsUnder(syntax, at))
  )
}

/** Of what hangs from the verb itself. */
export const isConnectiveOfVerb = (syntax: Syntax, at: number): boolean =>
  isConnective(syntax, at) ||
  (BESIDE_VERB.has(lower(syntax, at)) && (syntax.children[at] ?? []).every(isMarkIn(syntax)))

const isMarkIn =
  ({ tokens }: Syntax) =>
  (at: number): boolean =>
    isMark(tokens[at])

function wordsUnder(syntax: Syntax, at: number): string {
  const { from, to } = syntax.reach[at] ?? { from: at, to: at }
  if (to - from > 6) return ''
  const words: string[] = []
  for (let i = from; i < to; i++) if (!isMark(syntax.tokens[i])) words.push(lower(syntax, i))
  return words.join(' ')
}

/** Whether a comma or another mark sets it off from what stands before. */
export function afterMark({ tokens, reach }: Syntax, at: number): boolean {
  const from = reach[at]?.from ?? at
  return [from, from - 1].some((one) => isPause(tokens, one, one === from))
}

/** A mark with white space beside it: the one in "alert(1)" sets nothing off. */
function isPause(tokens: Syntax['tokens'], at: number, any: boolean): boolean {
  const mark = tokens[at]
  if (mark === undefined || !(any ? isMark(mark) : /^[,;:–—]$/.test(mark.text))) return false
  if (/^[–—]$/.test(mark.text)) return true
  return tokens[at - 1]?.end !== mark.start || tokens[at + 1]?.start !== mark.end
}

/** Whether a phrase inside a kept one goes: what is set off by a mark and only adds to it. */
export function isDropped(syntax: Syntax, at: number): boolean {
  // What stands before its noun or verb is not set off from it by the mark before both.
  const follows = at > (syntax.tokens[at]?.head ?? at)
  switch (kindOf(syntax, at)) {
    case 'parataxis':
    case 'discourse':
    case 'vocative':
      return true
    case 'appos':
      return follows && afterMark(syntax, at)
    case 'conj':
      return (afterMark(syntax, at) && isDenied(syntax, at)) || isMisjoined(syntax, at)
    case 'acl':
    case 'advcl':
      return isAddedClause(syntax, at)
    case 'obl':
    case 'nmod':
      // "the opening, on 17 November": of a noun, what a comma sets off only adds.
      return (
        follows &&
        afterMark(syntax, at) &&
        (ASIDE_PREPOSITIONS.test(prepositionOf(syntax, at)) ||
          (kindOf(syntax, at) === 'nmod' && prepositionOf(syntax, at) !== ''))
      )
    case 'advmod':
      return isConnective(syntax, at)
    default:
      return false
  }
}

/** A clause after a comma that only adds: a relative, a participle, "although …". */
function isAddedClause(syntax: Syntax, at: number): boolean {
  const token = syntax.tokens[at]
  if (token === undefined || at < token.head || !afterMark(syntax, at)) return false
  if (token.relation === 'acl:relcl' || !hasMarker(syntax, at)) return true
  return childrenBy(syntax, at, 'mark').some((mark) => CONTRASTS.has(lower(syntax, mark)))
}

const CONTRASTS = new Set(['although', 'though', 'whereas', 'while', 'whilst'])

/** ", not equality": what is denied beside what is said. */
const isDenied = (syntax: Syntax, at: number): boolean =>
  childrenBy(syntax, at, 'advmod', 'cc').some((child) => lower(syntax, child) === 'not')

/** A clause joined to a noun: its verb hangs from the wrong word, and it says something else. */
function isMisjoined({ tokens, children }: Syntax, at: number): boolean {
  const above = tokens[tokens[at]?.head ?? -1]
  if (
    !/^VB[DPZ]?$/.test(tokens[at]?.xpos ?? '') ||
    above === undefined ||
    /^(?:VERB|AUX)$/.test(above.upos)
  )
    return false
  // "was 40 to the acre, but grew later": another predicate of the same subject.
  if (/^VB[DPZ]$/.test(tokens[at]?.xpos ?? '')) return true
  return (children[at] ?? []).some((child) =>
    /^(?:nsubj|aux|obj)/.test(tokens[child]?.relation ?? ''),
  )
}

export const hasMarker = (syntax: Syntax, at: number): boolean =>
  childrenBy(syntax, at, 'mark').length > 0 ||
  childrenBy(syntax, at, 'advmod').some((child) => syntax.tokens[child]?.xpos === 'WRB')

export function prepositionOf(syntax: Syntax, at: number): string {
  const first = childrenBy(syntax, at, 'case')[0]
  return first === undefined ? '' : lower(syntax, first)
}

/**
 * The form of an apposition as a whole: what stands first, how the second begins and what closes it mean more together than
 * each by itself ("Name, a …, VERB" hardly ever is anything else).
 */
import type { Features } from '../spans/features'
import { isMark, type Span, type Syntax } from '../spans/syntax'
import type { Token } from '../tree'
import type { Candidate } from './apposition-candidate'

/** `tie`: the relation by which the tree hangs the second from the first, if it does. */
export function formFeatures({ tokens }: Syntax, one: Candidate, tie: string): Features {
  const first = sortOf(tokens[one.first])
  const opening = openingOf(tokens, one)
  const closing = closingOf(tokens, one.span)
  const by = tie === 'appos' ? 'apposition' : tie === 'conj' ? 'list' : 'other'
  const features: Record<string, number> = {
    [`form ${first}, ${opening}`]: 1,
    [`form ${opening} ${closing}`]: 1,
    [`form ${first} ${one.pattern} ${closing}`]: 1,
    [`form ${one.pattern}, ${closing}, ${by}`]: 1,
    [`form ${first} ${opening}, ${by}`]: 1,
  }
  if (hasOwnVerb(tokens.slice(one.span.from, one.span.to))) features['own verb'] = 1
  if (isShortened(tokens, one.first, one.span)) features['initials of it'] = 1
  return features
}

function sortOf(token: Token | undefined): string {
  if (token === undefined) return 'none'
  if (token.upos === 'PROPN') return 'name'
  if (token.upos === 'NOUN') return token.xpos === 'NNS' ? 'nouns' : 'noun'
  return /^(?:PRON|NUM|ADJ|VERB)$/.test(token.upos) ? token.upos : 'other'
}

function openingOf(tokens: readonly Token[], { span, second }: Candidate): string {
  const opening = tokens[span.from]
  const word = opening?.text.toLowerCase() ?? ''
  const head = tokens[second]?.upos === 'PROPN' ? ' name' : ''
  if (word === 'a' || word === 'an') return 'a'
  if (word === 'the') return `the${head}`
  if (opening?.xpos === 'PRP$') return 'her'
  if (opening?.upos === 'PROPN' && tokens[span.from + 1]?.text === 'of') return 'name of'
  return sortOf(opening)
}

/** What stands after the closing mark tells an apposition from a list and from the next clause. */
function closingOf(tokens: readonly Token[], span: Span): string {
  const mark = tokens[span.to]
  const after = tokens[span.to + 1]
  if (mark === undefined) return 'end'
  if (!isMark(mark)) return /^(?:VERB|AUX)$/.test(mark.upos) ? 'verb' : 'word'
  if (/^[.!?;:]$/.test(mark.text)) return 'stop'
  if (!/^[,—–-]+$/.test(mark.text)) return /^[)\]]$/.test(mark.text) ? 'bracket' : 'mark'
  if (after === undefined) return 'mark'
  if (after.upos === 'CCONJ') return 'mark and'
  if (/^(?:VB[DZP]|MD)$/.test(after.xpos)) return 'mark verb'
  if (after.xpos.startsWith('W')) return 'mark who'
  return after.upos === 'ADP' ? 'mark of' : 'mark word'
}

/** A finite verb that no "who" or "that" before it explains: the comma was the end of what introduces a clause. */
function hasOwnVerb(inside: readonly Token[]): boolean {
  const verb = inside.findIndex((token) => /^(?:VB[DZP]|MD)$/.test(token.xpos))
  if (verb < 0) return false
  return !inside.slice(0, verb).some((token) => token.xpos.startsWith('W') || token.text === 'that')
}

/** "the World Health Organisation (WHO)": the letters of the second open the words before it. */
export function isShortened(tokens: readonly Token[], first: number, span: Span): boolean {
  const letters = tokens[span.from]?.text ?? ''
  if (span.to - span.from !== 1 || !/^\p{Lu}{2,8}s?$/u.test(letters)) return false
  const from = Math.max(0, Math.min(first, span.from - 2 * letters.length))
  const words = tokens.slice(from, span.from).filter((token) => /^\p{L}/u.test(token.text))
  const initials = words
    .map((token) => token.text)
    .filter((word) => !SMALL.has(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  return initials.endsWith(letters.replace(/s$/, ''))
}

const SMALL = new Set('of the and for in on de la'.split(' '))

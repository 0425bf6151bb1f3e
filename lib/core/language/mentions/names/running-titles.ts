/**
 * Titles of books that nothing sets off, by how they are written: "his Theory of the Earth", "In A New Voyage", "Lyell's The
 * Antiquity of Man". What stands in italics or quotation marks is found by works.ts.
 */
import type { Token } from '@/lib/core/language/tree'
import { isGivenName, isPeople, isPlace, isSurname } from '../lists/gazetteer'
import {
  BODY_HEADS,
  EVENT_HEADS,
  PAPER_NOUNS,
  PLACE_HEADS,
  TITLE_HEADS,
  WORK_HEADS,
} from '../lists/word-lists'
import { isCapital, isNamed, lower } from './name-run'

/** Small words that hold a title together; "in" and "by" tell where or by whom it was written as often. */
const JOINTS = /^(?:of|on|upon|concerning|and|for|the|an?|its|between)$/

/** Words that have a capital within a sentence only where a title begins. */
const OPENERS = /^(?:An?|On|Of|Concerning|Towards?)$/

/** In words. */
const LONGEST = 24

/** The index of the last word of a title that begins at `first`; null where none does. */
export function titleEnd(tokens: readonly Token[], first: number): number | null {
  const before = tokens[first - 1]
  const isOwned = isPossessive(before) || isWritten(before) || PAPER_NOUNS.has(before?.text ?? '')
  const opens = isOpener(tokens, first, isOwned)
  if (!opens && !isNamed(tokens[first])) return null
  const dated = isPossessive(before) ? datedEnd(tokens, first) : null
  if (dated !== null) return dated
  const last = endOf(tokens, first)
  if (last === first) return null
  if (opens) return last
  const head = headAt(tokens, first, last)
  // "Studies of Mars show": what opens a sentence has its capital anyway.
  if (head === first && !/\p{L}/u.test(tokens[first - 1]?.text ?? '')) return null
  return head === null || (!isOwned && !isBookLike(tokens, head, last)) ? null : last
}

/** "A New Voyage" and "On the Origin" anywhere within a sentence, "The Age of Reason" after whose it is. */
function isOpener(tokens: readonly Token[], at: number, isOwned: boolean): boolean {
  const [here, before] = [tokens[at], tokens[at - 1]]
  const isWithin = /^(?:\p{Ll}|['’]s?$)/u.test(before?.text ?? '')
  if (here === undefined || !isWithin) return false
  if (here.text === 'The') return isOwned && isCapital(tokens[at + 1])
  if (!OPENERS.test(here.text)) return false
  const next = tokens[at + 1]
  return isNamed(next) || (/^(?:the|an?)$/.test(next?.text ?? '') && isNamed(tokens[at + 2]))
}

const isPossessive = (token: Token | undefined): boolean =>
  token?.xpos === 'PRP$' || token?.xpos === 'POS'

/** "wrote The Age of Chalk". */
const isWritten = (token: Token | undefined): boolean =>
  token?.upos === 'VERB' && /^(?:write|publish|compose|translate|edit|entitle)$/.test(token.lemma)

/** Where the words of a title end: capitals, and small words that lead on to one. */
function endOf(tokens: readonly Token[], first: number): number {
  let last = first
  for (let at = first + 1; at < Math.min(tokens.length, first + LONGEST); at++) {
    const token = tokens[at]
    if (isNamed(token)) {
      if (at > last + 1 && !leadsOn(tokens, last, at)) return last
      last = at
    } else if (!(JOINTS.test(token?.text ?? '') || isInner(tokens, at)) || at > last + 3)
      return last
  }
  return last
}

/** "The Ferryman’s Daughter". */
const isInner = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.xpos === 'POS' && isNamed(tokens[at + 1])

/** "his Art Forms in Nature (1904)": several words of a title, and its year in brackets. */
function datedEnd(tokens: readonly Token[], first: number): number | null {
  if (isGivenName(tokens[first]?.text ?? '')) return null
  for (let at = first + 1; at < Math.min(tokens.length, first + LONGEST); at++) {
    const text = tokens[at]?.text ?? ''
    if (text === '(' && /^1[5-9]\d\d$|^20\d\d$/.test(tokens[at + 1]?.text ?? ''))
      return isNamed(tokens[at - 1]) && at > first + 2 ? at - 1 : null
    if (!isNamed(tokens[at]) && !JOINTS.test(text) && !/^(?:in|to|from|with|by|at)$/.test(text))
      return null
  }
  return null
}

/** "Elements of Chemistry and Physics", but "… of Chemistry and Lavoisier’s notes", "… of Geology of the Survey". */
function leadsOn(tokens: readonly Token[], last: number, at: number): boolean {
  if (lower(tokens[last + 1]) !== 'and') return true
  const next = tokens[at]
  const name = next?.text ?? ''
  const isOther = isGivenName(name) || isSurname(name) || isPlace(name) || isPeople(name)
  return !isOther && at === last + 2 && tokens[at + 1]?.xpos !== 'POS' && !isBody(tokens, at)
}

function isBody(tokens: readonly Token[], at: number): boolean {
  let end = at
  while (isNamed(tokens[end + 1])) end++
  const head = lower(tokens[end])
  return BODY_HEADS.has(head) || (end > at && EVENT_HEADS.has(head))
}

/** The first head of a title that "of" or "on" follows. */
function headAt(tokens: readonly Token[], first: number, last: number): number | null {
  for (let at = first; at < last; at++) {
    const isHead = TITLE_HEADS.has(lower(tokens[at])) && isCapital(tokens[at])
    if (isHead && /^(?:of|on|upon|concerning|and)$/.test(lower(tokens[at + 1]))) return at
  }
  return null
}

/** "History of the Survey" is a title; "Wealth of Wales" may be the subject of a sentence, and "Life of Riley" a proverb. */
function isBookLike(tokens: readonly Token[], head: number, last: number): boolean {
  const end = lower(tokens[last])
  if (BODY_HEADS.has(end) || PLACE_HEADS.has(end)) return WORK_HEADS.has(lower(tokens[head]))
  return !isPlace(tokens[last]?.text ?? '') || WORK_HEADS.has(lower(tokens[head]))
}

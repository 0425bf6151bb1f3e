/** How far a name goes: the words, hyphens and small words that hold its parts together. */
import type { Token } from '@/lib/core/language/tree'
import { isGivenName, isPeople, isPlace } from '../lists/gazetteer'
import {
  BODY_HEADS,
  EVENT_HEADS,
  FUNCTION_WORDS,
  NOBLE,
  NOT_NAMES,
  OFFICE_HEADS,
  OWNERS,
  PARTICLES,
  PLACE_HEADS,
  TITLES,
  WORK_HEADS,
} from '../lists/word-lists'

export const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? ''
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.text)
export const isNamed = (token: Token | undefined): boolean =>
  isCapital(token) &&
  (!FUNCTION_WORDS.has(lower(token)) || /^(?:US|WHO)$/.test(token?.text ?? '')) &&
  !NOT_NAMES.has(lower(token))

export const isHeadWord = (word: string): boolean =>
  BODY_HEADS.has(word) || EVENT_HEADS.has(word) || PLACE_HEADS.has(word) || WORK_HEADS.has(word)

/** "October Revolution", "October revolution": a month that names no time. */
export const isRevolution = (tokens: readonly Token[], at: number): boolean =>
  /^(?:february|march|may|june|july|september|october|november|december)$/.test(
    lower(tokens[at]),
  ) &&
  (lower(tokens[at + 1]) === 'revolution' || isMonthly(tokens[at + 1]))

/** "October Manifesto", "July Days": what happened or was written in a month and is called after it. */
const isMonthly = (token: Token | undefined): boolean =>
  isCapital(token) &&
  (EVENT_HEADS.has(lower(token)) ||
    WORK_HEADS.has(lower(token)) ||
    /^(?:laws|days|theses|events)$/.test(lower(token))) &&
  !/^(?:march|.*day)$/.test(lower(token))

/** The index of the token that a name goes on to; `last` where it ends there. */
export function goOn(tokens: readonly Token[], first: number, last: number): number {
  const here = tokens[last]
  const next = tokens[last + 1]
  const after = tokens[last + 2]
  if (here === undefined || next === undefined) return last
  if (isRevolution(tokens, last)) return last + 1
  const tight = next.start === here.end
  if (isThreefold(tokens, last)) return last + 4
  if (/^[-–]$/.test(next.text) && tight && after?.start === next.end && /^\p{L}/u.test(after.text))
    return isCapital(after) || after.text.length > 3 ? hyphened(tokens, last) : last
  if (/^\d+(?:st|nd|rd|th)$/.test(here.text) && isNamed(next)) return last + 1
  if (isNamed(next) && !(tight && /\p{L}$/u.test(here.text))) return last + 1
  if (
    /^(?:Bloody|Black|Good|Palm|Easter|Ash)$/.test(here.text) &&
    /^\p{Lu}\p{Ll}+day$/u.test(next.text)
  )
    return last + 1
  if (/^[IVX]{1,5}\.?$/.test(next.text) && isNamed(here)) return last + 1
  if (
    /^\d+$/.test(next.text) &&
    /^(?:rule|article|title|amendment|resolution|law)$/.test(lower(here))
  )
    return last + 1
  if (/^(?:Jr|Sr|St)$/.test(here.text) && next.text === '.') return last + 1
  if (next.text === '&' && isNamed(after)) return last + 2
  if (first !== last && /^(?:plc|gmbh)$/.test(next.text)) return last + 1
  if (isArabic(tokens, last)) return last + 4
  if (isNamed(here) && isAl(tokens, last + 1)) return last + 3
  if (/^['’]s?$/.test(next.text) && OWNERS.has(lower(here)) && isNamed(after)) return last + 2
  if (first === last && isOwner(tokens, last)) return last + 2
  const isSaint = /^(?:St\.?|Saint)$/.test(tokens[first]?.text ?? '') && last < first + 3
  if ((first === last || isSaint) && isOwnedPlace(tokens, last)) return last + 2
  return joinsLower(tokens, first, last)
}

/** "Jurors’ Aid Society": whose the body is, by a plural with a capital. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const [here, mark] = [tokens[at], tokens[at + 1]]
  if (mark?.xpos !== 'POS' || !/^['’]$/.test(mark.text)) return false
  let end = at + 2
  while (isNamed(tokens[end])) end++
  return (
    /s$/.test(here?.text ?? '') &&
    !isPeople(here?.text ?? '') &&
    end > at + 3 &&
    BODY_HEADS.has(lower(tokens[end - 1]))
  )
}

/** "Tanner’s Row", "King’s College": whose it was once, and a head alone. */
function isOwnedPlace(tokens: readonly Token[], at: number): boolean {
  const [here, mark, head, next] = [0, 1, 2, 3].map((k) => tokens[at + k])
  const name = here?.text ?? ''
  return (
    /^['’]s?$/.test(mark?.text ?? '') &&
    mark?.xpos === 'POS' &&
    isCapital(head) &&
    !isCapital(next) &&
    !isPlace(name) &&
    !isPeople(name) &&
    (PLACE_HEADS.has(lower(head)) ||
      /^(?:church|college|school|hospital|house|court|inn)$/.test(lower(head)))
  )
}

/** "al-Rawi", "el-Din": an article tight to its name. */
export const isAl = (tokens: readonly Token[], at: number): boolean =>
  /^(?:al|el|as|ar|ad)$/.test(tokens[at]?.text ?? '') &&
  /^[-‐‑]$/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 1]?.start === tokens[at]?.end &&
  tokens[at + 2]?.start === tokens[at + 1]?.end &&
  isCapital(tokens[at + 2])

/** "Ali ibn al-Hassan": the article is tight to its name. */
function isArabic(tokens: readonly Token[], last: number): boolean {
  const [ibn, al, dash, name] = [1, 2, 3, 4].map((k) => tokens[last + k])
  const isArticle = /^(?:al|ad|an|ar|as|at|az)$/.test(al?.text ?? '') && dash?.text === '-'
  return /^(?:ibn|bin|bint|abu)$/.test(ibn?.text ?? '') && isArticle && isCapital(name)
}

/** "Aix-la-Chapelle", "Stoke-on-Trent". */
function isThreefold(tokens: readonly Token[], last: number): boolean {
  const [dash, small, dash2, name] = [1, 2, 3, 4].map((k) => tokens[last + k])
  const isTight = [dash, small, dash2, name].every(
    (token, k) => token !== undefined && token.start === tokens[last + k]?.end,
  )
  return (
    isTight && dash?.text === '-' && dash2?.text === '-' && !isCapital(small) && isCapital(name)
  )
}

/** "Anglo-American", "Austria-Hungary"; but "Lenin-inspired" ends before its hyphen. */
function hyphened(tokens: readonly Token[], last: number): number {
  const after = tokens[last + 2]
  const isWord = isCapital(after) || !['VERB', 'ADJ'].includes(after?.upos ?? '')
  return isWord && (isCapital(after) || after?.xpos === 'NNP') ? last + 2 : last
}

/** Small words within names: "of (the)", "for", "and", "de", "von". */
function joinsLower(tokens: readonly Token[], first: number, last: number): number {
  const next = lower(tokens[last + 1])
  const the = lower(tokens[last + 2]) === 'the' ? 1 : 0
  const after = tokens[last + 2 + the]
  if (PARTICLES.test(next) && isNamed(tokens[last + 2])) return last + 2
  // "Manuel Faria e Sousa".
  if (/^[ey]$/.test(next) && first !== last && isNamed(tokens[last + 2])) return last + 2
  if (after === undefined) return last
  if (!isNamed(after)) return isCountedName(tokens, first, last, the) ? last + 3 + the : last
  const words = tokens.slice(first, last + 1).map(lower)
  const head = words.at(-1) ?? ''
  // "Dr. Helen Hill of the Laboratory": a surname that is a head of places too.
  const isBorne = isGivenName(tokens[last - 1]?.text ?? '') && PLACE_HEADS.has(head)
  if (next === 'of' && isBorne && !BODY_HEADS.has(head)) return last
  // "Association for the Advancement of Science": what a body is for goes on.
  const isAim = words.includes('for') && words.some((word) => OFFICE_HEADS.has(word))
  if (next === 'of' && isAim) return last + 2 + the
  if (next === 'of') {
    const isRole = TITLES.has(head) && !NOBLE.has(head)
    const isHead =
      BODY_HEADS.has(head) ||
      EVENT_HEADS.has(head) ||
      PLACE_HEADS.has(head) ||
      WORK_HEADS.has(head) ||
      NOBLE.has(head) ||
      /^(?:sons|daughters|friends|rights|wealth|bank|states|declaration|statue|tower|temple|children|knights|articles)$/.test(
        head,
      )
    return isHead && !isRole ? last + 2 + the : last
  }
  const isPair = isPeople(tokens[last]?.text ?? '') && isPeople(after.text)
  if (
    next === 'and' &&
    isPair &&
    isHeadWord(lower(tokens[last + 3])) &&
    isCapital(tokens[last + 3])
  )
    return last + 3
  const isOffice = words.some((word) => OFFICE_HEADS.has(word))
  // "Court of Appeals for the Armed Forces".
  const isCourt = words.includes('court') && words.includes('of') && !isPlace(after.text)
  if (next === 'for') return OFFICE_HEADS.has(head) || isCourt ? last + 2 + the : last
  // "Declaration of Rights and Grievances".
  const isText = /^(?:declaration|bill|charter|statement|articles)$/.test(words[0] ?? '')
  if (next === 'and')
    return (isOffice || isText) && words.includes('of') && !isPlace(head) && isOfficeWord(after)
      ? last + 2 + the
      : last
  return last
}

/** "War of the Three Rivers", "Battle of the Five Forks": a count with a capital before a name. */
function isCountedName(
  tokens: readonly Token[],
  first: number,
  last: number,
  the: number,
): boolean {
  const [count, name] = [tokens[last + 2 + the], tokens[last + 3 + the]]
  const heads = tokens.slice(first, last + 1).some((t) => EVENT_HEADS.has(lower(t)))
  const isCount = /^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Hundred|Thirty)$/.test(
    count?.text ?? '',
  )
  return lower(tokens[last + 1]) === 'of' && heads && isCount && isNamed(name)
}

/** "… and Fisheries": what an office is for, and no other name. */
const isOfficeWord = (token: Token): boolean =>
  !isPlace(token.text) && !isGivenName(token.text) && !BODY_HEADS.has(lower(token))

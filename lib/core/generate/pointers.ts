/** What in a question points outside it: pronouns, "this", definite nouns without their name. */
import type { Token } from '@/lib/core/language/tag'
import {
  DEMONSTRATIVES,
  isFunctionWord,
  POSSESSIVES,
  SUBJECT_PRONOUNS,
} from '@/lib/core/language/words'
import type { Fact } from './fact'

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’'-]+|____/gu) ?? []

/** A pronoun or "this" that nothing in the question answers. */
export function pointsOutside(question: string, fact: Fact): boolean {
  // The task after a statement ("What is this membrane called?") points at the statement.
  const said = fact.ask.way === 'statement' ? fact.ask.statement : question
  const unquoted = said.replace(/[“"‘][^”"]*[”"]/g, ' “” ')
  // "it’s" begins with a pronoun.
  const plain = unquoted
    .replace(/\b\p{Lu}\./gu, '')
    .replace(/\b(he|she|it|they|that|there|we|you|i)[’'](?:s|d|ll|re|ve|m)\b/giu, '$1 ')
  const words = wordsOf(plain)
  const isOwner = ownersOf(fact)
  const isAhead = (word: string) => standsBeforeSubject(fact, word)
  if (fact.ask.way === 'fronted' && /^(?:its|his|her|their) /.test(fact.ask.subject)) return true
  const asksSubject = fact.ask.way !== 'gap' && fact.ask.way !== 'statement'
  for (const [i, word] of words.entries()) {
    const lower = word.toLowerCase()
    const next = words[i + 1]?.toLowerCase()
    if (lower === 'such' && next === 'as') continue
    if (
      DEMONSTRATIVES.has(lower) &&
      !(lower === 'those' && /^(?:who|of|that|in|with)$/.test(next ?? ''))
    )
      return true
    if (
      lower === 'i' ||
      lower === 'we' ||
      lower === 'you' ||
      lower === 'us' ||
      lower === 'me' ||
      lower === 'our' ||
      lower === 'your' ||
      lower === 'my'
    )
      return true
    const isPersonal = SUBJECT_PRONOUNS.has(lower) || lower === 'him' || lower === 'them'
    if (isPersonal && lower !== 'one' && lower !== 'others' && lower !== 'another') {
      // Later in the sentence a pronoun is answered inside it, when a clause with a subject of its own stands before.
      if (i < 6 || !boundInside(words.slice(0, i), lower)) return true
      const isPerson = lower === 'he' || lower === 'she' || lower === 'him'
      if (isPerson && !asksSubject && !words.slice(0, i).some(isOwner) && !isAhead(lower))
        return true
    }
    if ((lower === 'another' || lower === 'others') && i < 4) return true
    const isOnes = lower === 'his' || lower === 'her'
    if (isOnes && !asksSubject && !words.slice(0, i).some(isOwner) && !isAhead(lower)) return true
    if (
      lower === 'their' &&
      !asksSubject &&
      !mayBeTheirs(words.slice(0, i), fact) &&
      !isAhead(lower)
    )
      return true
    if (POSSESSIVES.has(lower) && !asksSubject && i < 3) return true
  }
  if (fact.elements.length === 0 && /\bthe (?:two|three)\b(?! (?:of|to)\b)/i.test(unquoted))
    return true
  return isElsewhere(unquoted, fact) || isThen(unquoted) || pointsBack(unquoted, fact)
}

/** With the gap filled, and without the topic that it is set under. */
const pointsBack = (question: string, { answer }: Fact): boolean =>
  POINTERS.test(question.replace('____', () => answer.text).replace(/^\p{Lu}[^,.?]{0,40}: /u, ''))

/** "learned Latin there": where, only the text around knows; "there are" points nowhere. */
function isElsewhere(question: string, { sentence: { trees } }: Fact): boolean {
  const at = /\bthere\b/i.exec(question)?.index
  if (at === undefined) return false
  const theres = trees.syntax.tokens.filter((t) => t.text.toLowerCase() === 'there')
  const isPlace = theres.length > 0 && theres.every((t) => t.relation === 'advmod')
  return isPlace && !/\b(?:in|at|to|near|from) (?:the )?\p{Lu}/u.test(question.slice(0, at))
}

/** "had then adopted": when, only the text around knows; "if A, then B" and "first A, then B" say it. */
const isThen = (question: string): boolean =>
  /\p{L} then \p{L}/u.test(question) &&
  !/\b(?:and|or|but|by|since|until|till) then\b|\b(?:when|if|after|once|first)\b.* then\b/i.test(
    question,
  )

/** A name inside the sentence, or the gap that stands for somebody: "In ____ he left" has none. */
function ownersOf({ sentence: { tokens }, answer }: Fact): (word: string, i: number) => boolean {
  const isSomebody = !NOBODY.has(answer.type)
  const named = new Set(tokens.filter((t) => t.pos === 'PROPN').map((t) => t.text))
  return (word, i) =>
    word === '____'
      ? isSomebody
      : /^\p{Lu}/u.test(word) && (i > 0 || named.has(word.replace(/[’']s?$/, '')))
}

const NOBODY: ReadonlySet<string> = new Set(
  'date period duration number share money quantity place event work reason'.split(' '),
)

/** "While at his house, Lind wrote": before the subject a pronoun may mean it; "while there, his father wrote" has none to mean. */
function standsBeforeSubject({ sentence: { trees } }: Fact, pronoun: string): boolean {
  const { tokens, children } = trees.syntax
  const root = tokens.findIndex((t) => t.relation === 'root')
  const subject = (children[root] ?? []).find((at) => /^nsubj/.test(tokens[at]?.relation ?? ''))
  const named = tokens[subject ?? -1]
  if (subject === undefined || named === undefined || named.upos === 'PRON') return false
  const from = trees.syntax.reach[subject]?.from ?? subject
  const owned = tokens.slice(from, subject).some((t) => t.relation === 'nmod:poss')
  return !owned && tokens.slice(0, from).some((t) => t.text.toLowerCase() === pronoun)
}

/** Several things, or a body or a people that is named: "X gave birth to their son" has one person. */
function mayBeTheirs(before: readonly string[], { sentence, answer }: Fact): boolean {
  const fills = before.includes('____') && !NOBODY.has(answer.type)
  if (fills && (answer.type !== 'term' || wordsOf(answer.text).some(isSeveral))) return true
  if (before.some(isSeveral)) return true
  const said = before.join(' ')
  return sentence.typed.some(
    ({ value, text }) =>
      'name' in value &&
      value.type !== 'person' &&
      value.type !== 'place' &&
      wordsOf(text).some((word) => said.includes(word)),
  )
}

function boundInside(before: readonly string[], pronoun: string): boolean {
  const joins = before.slice(-3).some((w) => JOINS.has(w.toLowerCase()))
  const nouns = before.filter((w) => !isFunctionWord(w.toLowerCase())).length
  const plural = pronoun === 'they' || pronoun === 'them'
  // "the truce gave them": of nothing before it are there several.
  if (plural && !before.some(isSeveral)) return false
  return nouns >= 3 && (joins || pronoun === 'him' || plural)
}

/** A plural, or "and" between two. */
const isSeveral = (word: string): boolean =>
  /^(?:and|people|men|women|children|both|sperm)$/.test(word.toLowerCase()) ||
  (/[^su']s$/.test(word) && !isFunctionWord(word.toLowerCase()))

const JOINS = new Set(
  'because although though while when as if that which who whom after before since until so and but where how than what until'.split(
    ' ',
  ),
)

const POINTERS =
  /\b(?:(?<!\b(?:to do|doing) )the (?:same|latter|following|next|above|other|rest|latter's)\b(?! (?:of|to|between))|that (?:same|year|day|time|month|summer|period|point|way|decade)\b|(?:did|was|were|had) so\b|\bfrom (?:there|here|then)\b|^(?:here|thus|hence)\b|\b(?:while|up|down|over|out|in|back) there\b|\bthe only other\b|\bthe remaining\b|\bso (?:early|late|soon)\b(?! (?:that|as)\b)|\bin (?:a similar|the same|a like) (?:way|manner|fashion)\b(?! (?:as|to|that)\b)|^next (?:came|comes|followed)\b|^(?:next|the (?:major|main|only|one|sole) exceptions?) (?:is|are|was|were)\b|\bomitted here\b|^Both (?!.{0,40} and ))/i

export const SPEAKS_OF_TEXT =
  /\b(?:the figures?\b(?! of)|this (?:chapter|section|book)|the \w+ chapter|images? (?:above|below)|as (?:is )?(?:(?:shown|seen|described|illustrated|given|listed|indicated) (?:in|by|above|below)|(?:the|these|our) (?:\w+ ){1,2}(?:show|shows|illustrates?|demonstrates?|indicates?))|\b(?:figures?|tables?|extracts?|fig\.) \d+|(?:image|photograph|illustration|map|diagram|drawing|painting)s?\b.{0,60}\bshows?|illustrations? (?:above|below)|described (?:above|below|earlier|in)|as (?:mentioned|noted|seen|described|discussed)|see (?:figure|table|chapter)|(?:previous|next|later|last) (?:chapter|section)s?|in this module)\b/i

const REFERENTS =
  'city-state|act|law|bill|congress|meeting|committee|city|town|village|king|queen|tsar|emperor|treaty|document|group|movement|company|colony|book|newspaper|' +
  'paper|journal|statement|motion|proposal|resolution|plan|policy|decision|event|incident|attack|battle|conflict|strike|revolt|protest|protests|' +
  'protesters|crowd|mob|troops|army|government|state|country|nation|republic|region|area|island|river|church|school|university|case|judge|' +
  'president|minister|governor|leader|author|man|woman|boy|girl|child|workers|soldiers|members|delegates|study|experiment|tactic|option|solution|' +
  'measure|measures|repeal|argument|idea|ideas|uprising|rebellion|agreement|negotiations|talks|commission|council|court|ruling|opinion|organization|' +
  'organisation|expedition|voyage|ship|fleet|port|settlement|empire|dynasty|ruler|sultan|merchant|traders|poem|novel|painting|sermon|speech|letter|' +
  'article|essay|saint|relic|relics|priest|pilgrims|monk|legislature|assembly|convention|senator|senators|filibuster|process|capital|war|party|union|' +
  'story|disease|condition|aid|structure|layer|tactic|strategy|thorn|stairs|melee|revolution'

const BARE = new RegExp(
  `\\bthe (?:(?:new|old|first|second|final|entire|whole|great|young|small|large|local|provisional|former|original|early|later|unruly|central) )?(${REFERENTS})\\b(?! (?:of|that|which|who|whose|for|between|called|known|named|against|to the|over|in which|at which|about)\\b)(?!-)(?![’']s? \\w+ of)`,
  'giu',
)

/** "the act", with no act named in the question: which one, only the text around knows. `tokens`: of the sentence that is asked about. */
export function bareDefinite(asked: string, tokens: readonly Token[]): boolean {
  // "the ship of the region called": the last word is the question's own.
  const question = asked.replace(/ called\?$/, '?')
  for (const match of question.matchAll(BARE)) {
    const noun = match[1] ?? ''
    // "the Senate" and "The Congress" with a capital is a name.
    if (/^\p{Lu}/u.test(noun)) continue
    const before = question.slice(0, match.index)
    const stem = noun.toLowerCase().replace(/s$/, '')
    if (new RegExp(`\\b${stem}`, 'i').test(before)) continue
    // "the war in Ukraine", "the king George": a name right after tells which.
    if (/\p{Lu}[\p{L}]+ of $/u.test(before)) continue
    const after = question.slice(match.index + match[0].length)
    // "the party's Central Committee": the name after it tells which.
    if (/^[’']s? \p{Lu}/u.test(after)) continue
    // "the party programme": the noun only describes the next one.
    const describes = (token: Token, i: number) =>
      token.lower === noun.toLowerCase() && tokens[i + 1]?.pos === 'NOUN'
    if (/^ \p{Ll}/u.test(after) && tokens.some(describes)) continue
    if (/^ (?:(?:in|at|on|from|near) )?(?:the )?\p{Lu}/u.test(after)) continue
    return true
  }
  return false
}

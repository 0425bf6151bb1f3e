/** What looks like an apposition and hardly ever is one, whatever the tree says. */
import { isPlace } from '../mentions/lists/gazetteer'
import { ROLE_NOUNS, TITLES } from '../mentions/lists/word-lists'
import { childrenBy, holds, isMark, kindOf, lower, type Span, type Syntax } from '../spans/syntax'
import type { Token } from '../tree'
import type { Candidate } from './apposition-candidate'

export function isVetoed(syntax: Syntax, one: Candidate): boolean {
  const inside = syntax.tokens.slice(one.span.from, one.span.to)
  return (
    isReference(inside) ||
    isAside(inside) ||
    isGloss(syntax, one) ||
    isMeasure(syntax, one.second) ||
    isAddress(syntax, one) ||
    isPlaceInPlace(syntax, one) ||
    goesOnAsList(syntax, one) ||
    isOneOfMany(syntax, one) ||
    isSaidOfAll(syntax, one) ||
    isNamed(syntax, one.first) ||
    isTorn(syntax, one) ||
    lacksArticle(syntax, one) ||
    isSubjectAfter(syntax, one.first, one.span)
  )
}

/** "[17]", "(1806)", "(Biggs et al., 2011)", "(Figure 1.5)": a note, a year, a source, a picture. */
function isReference(inside: readonly Token[]): boolean {
  const words = inside.map((token) => token.text)
  return (
    words.every((word) => /^[\d\p{P}]+$/u.test(word)) ||
    /^(?:1[5-9]|20)\d\d[a-z]?$/.test(words.at(-1) ?? '') ||
    words.includes('al.') ||
    /^(?:figure|fig\.|table|chapter|section|page|p\.|pp\.|see|credit)$/i.test(words[0] ?? '')
  )
}

/** "not kings", "etc.", "(hence …)", "(Greek: …)", and what a sign at its edge shows to be no text. */
function isAside(inside: readonly Token[]): boolean {
  const first = inside[0]?.text.toLowerCase() ?? ''
  const last = inside.at(-1)?.text.toLowerCase() ?? ''
  return (
    ASIDES.has(first) ||
    (/^etc\.?$/.test(last) && inside.length < 3) ||
    /^[<>|=*~+]+$/.test(first) ||
    /^[<>|=*~+]+$/.test(last)
  )
}
const ASIDES = new Set(
  'not no hence then c. ca. born formerly excluding plus only e.g. then again thanks'.split(' '),
)

/** "(Latin: mola)": what a colon in brackets parts says the same in another language. */
function isGloss({ tokens }: Syntax, { first, span }: Candidate): boolean {
  const bracketed = tokens.slice(first + 1, span.to).some((token) => token.text === '(')
  const colon = tokens.slice(first + 1, span.to + 1).some((token) => token.text === ':')
  return bracketed && colon
}

/** "that day, the afternoon", "the town, 50 km west": when and how far, which say nothing of the noun. */
function isMeasure({ tokens }: Syntax, second: number): boolean {
  const token = tokens[second]
  if (token === undefined) return true
  return (
    (token.upos === 'NUM' && /^[\p{L}\d]{1,6}$/u.test(token.text) && !/\./.test(token.text)) ||
    MEASURES.has(token.lemma.toLowerCase())
  )
}
const MEASURES = new Set(
  'afternoon morning evening night noon midnight today tomorrow yesterday week km kilometre kilometer mile metre meter foot yard inch bc bce ad ce'.split(
    ' ',
  ),
)

/** "That is so, Madam Speaker": spoken to somebody. */
function isAddress(syntax: Syntax, { first, second, span }: Candidate): boolean {
  const opening = lower(syntax, span.from)
  if (ADDRESSES.has(opening) || ADDRESSES.has(lower(syntax, second))) return true
  return (
    /^(?:justice|senator|congressman|professor|doctor|dr\.)$/.test(opening) &&
    syntax.tokens[first]?.upos === 'NOUN' &&
    !ROLE_NOUNS.has(syntax.tokens[first]?.lemma ?? '')
  )
}
const ADDRESSES = new Set(
  'madam sir buddy guy guys folks sirs dear honey ladies gentlemen please thanks yum'.split(' '),
)

/** "Sydney, Australia", "Google, Inc.": a name goes on. A role or an article makes it an apposition ("Norton I, Emperor of …"). */
function isPlaceInPlace(syntax: Syntax, { first, second, span, pattern }: Candidate): boolean {
  const { tokens } = syntax
  if (pattern !== 'commas' || tokens[first]?.upos !== 'PROPN' || tokens[second]?.upos !== 'PROPN')
    return false
  if (/^(?:DET|ADJ)$/.test(tokens[span.from]?.upos ?? '')) return false
  const word = lower(syntax, second)
  if (PARTS_OF_NAMES.has(word)) return true
  if (ROLE_NOUNS.has(word) || TITLES.has(word)) return false
  return (
    span.to - span.from < 3 ||
    isPlace(tokens[first]?.text ?? '') ||
    isPlace(tokens[second]?.text ?? '')
  )
}

const PARTS_OF_NAMES = new Set(
  'inc inc. ltd ltd. co co. corp corp. llc plc jr jr. sr sr. md m.d. phd ph.d. qc sc esq esq.'.split(
    ' ',
  ),
)

/** ", a B, and a C": one of a list, unless a verb follows the "and". */
function goesOnAsList({ tokens }: Syntax, { span, pattern }: Candidate): boolean {
  if (pattern !== 'commas') return false
  let at = span.to
  if (tokens[at]?.text === ',') at++
  if (tokens[at]?.upos !== 'CCONJ') return false
  const next = tokens[at + 1]?.upos === 'ADV' ? tokens[at + 2] : tokens[at + 1]
  return next !== undefined && !/^(?:VERB|AUX)$/.test(next.upos) && next.xpos !== 'PRP'
}

/** "the robbers, the idlers, the profiteers": a list without "and", all of one form. */
function isOneOfMany(syntax: Syntax, { first, second, span, pattern }: Candidate): boolean {
  const { tokens } = syntax
  const left = childrenBy(syntax, first, 'det', 'amod', 'nmod', 'compound').filter(
    (at) => at < first,
  )
  const from = Math.min(first, ...left)
  const plural = [first, second].every((at) => tokens[at]?.xpos === 'NNS')
  return (
    pattern === 'commas' &&
    plural &&
    tokens[from - 1]?.text === ',' &&
    lower(syntax, from) === lower(syntax, span.from)
  )
}

/** "It was passed by the Senate, a step that …": what was done is a step, and not the Senate. */
function isSaidOfAll({ tokens }: Syntax, { first, second }: Candidate): boolean {
  return tokens[first]?.upos === 'PROPN' && DEEDS.has(tokens[second]?.lemma ?? '')
}
const DEEDS = new Set(
  'function move step sign fact feat result decision change increase decrease rise'.split(' '),
)

/** "rename the bridge The Emperor Norton Bridge": the verb gives the name. */
function isNamed(syntax: Syntax, first: number): boolean {
  const verb = syntax.tokens[syntax.tokens[first]?.head ?? -1]
  return kindOf(syntax, first) === 'obj' && NAMING.has(verb?.lemma ?? '')
}
const NAMING = new Set(
  'call name rename dub label christen entitle baptize nickname term consider'.split(' '),
)

/** "cordon-bleu", and a clause that no mark sets off ("the articles the House presented"). */
function isTorn(syntax: Syntax, { first, second, span }: Candidate): boolean {
  const { tokens } = syntax
  const before = tokens[span.from - 1]
  const joined =
    before?.text === '-' &&
    before.end === tokens[span.from]?.start &&
    tokens[span.from - 2]?.end === before.start
  if (joined) return true
  if (isSetOff(syntax, first, span)) return false
  if (tokens[second]?.upos !== 'PROPN') return true
  if (childrenBy(syntax, second, 'conj').length > 0) return false
  return tokens
    .slice(span.from, span.to)
    .some((token) => token.text === ',' || /^(?:VB[DZPN]|MD)$/.test(token.xpos))
}

/** By a mark before it, or by the one that opens it ("the term “capital”"). */
const isSetOff = ({ tokens }: Syntax, first: number, span: Span): boolean =>
  tokens.slice(first + 1, span.from + 1).some(isMark)

/** "member Philip Zelikow": without "the" or "my" the role belongs to the name, which is the head. */
function lacksArticle(syntax: Syntax, { first, span }: Candidate): boolean {
  const { tokens } = syntax
  if (isSetOff(syntax, first, span)) return false
  const token = tokens[first]
  if (token?.upos !== 'NOUN') return true
  if (token.xpos === 'NNS') return false
  if (!KINDS.has(token.lemma) && !ROLE_NOUNS.has(token.lemma)) return true
  return (
    childrenBy(syntax, first, 'det').length === 0 &&
    !(syntax.children[first] ?? []).some((at) => tokens[at]?.relation === 'nmod:poss')
  )
}

const KINDS = new Set(
  'term word phrase name title book novel poem song film play opera newspaper magazine journal article essay paper town city village river planet ship company firm brand group band language god goddess man woman boy girl baby cat dog horse kid cousin uncle aunt nephew niece grandmother grandfather boss colleague partner saint slogan nickname motto letter'.split(
    ' ',
  ),
)

/** "In her defence, Tom Berg, QC, said": what the verb after it is said of does not hold what would be explained. */
function isSubjectAfter(syntax: Syntax, first: number, span: Span): boolean {
  const { tokens } = syntax
  if (!isMark(tokens[span.to])) return false
  const at = span.to + 1
  const word = tokens[at]
  if (word === undefined || !/^(?:VB[DZP]|MD)$/.test(word.xpos)) return false
  const verb = word.upos === 'AUX' ? word.head : at
  const subject = childrenBy(syntax, verb, 'nsubj').find((child) => child < at)
  if (subject === undefined) return false
  if (childrenBy(syntax, subject, 'case').some((child) => tokens[child]?.upos === 'ADP'))
    return true
  return !holds(syntax.reach[subject] ?? { from: 0, to: 0 }, first)
}

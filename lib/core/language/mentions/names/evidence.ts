/**
 * What each place of the text says of what a name names. Weights are logarithms of odds, set by hand on texts of history, law
 * and biology.
 */
import type { Token } from '@/lib/core/language/tree'
import { isGivenName, isPeople, isSurname } from '../lists/gazetteer'
import {
  BODY_HEADS,
  HUMAN_VERBS,
  isRole,
  PAPER_NOUNS,
  PERSON_VERBS,
  PLACE_HEADS,
} from '../lists/word-lists'
import { isCapital, lower } from './name-run'
import type { NameSpan } from './name-spans'
import { type Evidence, type Scores, sumOf, UNLIKELY } from './scores'
import { toldEvidence } from './told'

/** Titles that nothing but a person has: "Dr. Helen Hill" is no hill. */
const COURTESY = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|mme|mlle|madame|monsieur)(?![\p{L}])/iu

/** What one place of the text says about a name. */
export function contextEvidence(span: NameSpan): Scores {
  const { tokens } = span.sentence
  const before = tokens[span.first - 1]
  const evidence: Evidence[] = [...beforeEvidence(span, before), ...afterEvidence(span)]
  if (span.title !== '') evidence.push({ person: COURTESY.test(span.title) ? 9 : 5 })
  if (span.afterThe)
    evidence.push({
      person: -2.5,
      place: -0.4,
      organisation: 0.6,
      people: 0.6,
      event: 0.5,
      work: 0.3,
    })
  const describes = /^(?:NOUN|PROPN)$/.test(tokens[span.last + 1]?.upos ?? '')
  if (span.afterThe && !describes && /^\p{Lu}{2,6}$/u.test(span.name))
    evidence.push({ organisation: 1.5 })
  if (span.italic) evidence.push({ work: 4 })
  if (isDateline(span)) evidence.push({ place: 4 })
  if (span.isTitle) evidence.push({ work: 9 })
  const last = tokens[span.last]
  if (last?.xpos === 'NNPS' || (last?.xpos === 'NNS' && span.afterThe))
    evidence.push({ people: 2.2, person: -1.5 })
  if (last?.upos === 'PROPN') evidence.push({ person: 0.5, place: 0.2, organisation: 0.2 })
  if (last?.xpos === 'JJ') evidence.push(isPeople(last.text) ? { people: 1 } : UNLIKELY)
  evidence.push(
    ...subjectEvidence(span),
    ...meetingEvidence(span),
    ...objectEvidence(span),
    ...nounEvidence(span),
  )
  evidence.push(...appositionEvidence(span), ...conjunctEvidence(span), ...toldEvidence(span))
  return sumOf(evidence)
}

/** "BRACHT, Sept. 3 —", "LONDON (Reuters) –": where a report comes from, in capitals, before a dash. */
function isDateline({ sentence: { tokens }, first, last }: NameSpan): boolean {
  const words = tokens.slice(first, last + 1)
  const after = tokens.slice(last + 1, last + 9)
  return (
    first === 0 &&
    words.every(({ text }) => /^\p{Lu}[\p{Lu}.]+$/u.test(text)) &&
    /^[,(]$/.test(after[0]?.text ?? '') &&
    after.some(({ text }) => /^(?:[–—-]|--)$/.test(text))
  )
}

const isYear = (token: Token | undefined): boolean => /^(?:1\d|20)\d\d$/.test(token?.text ?? '')

function beforeEvidence(span: NameSpan, before: Token | undefined): Evidence[] {
  const { tokens } = span.sentence
  const word = lower(before)
  const isPlain = before !== undefined && before.text === word
  if (isPlain && isRole(word) && before.upos === 'NOUN') return [{ person: 3 }]
  if (PAPER_NOUNS.has(word)) return [{ work: 3 }]
  // "a thriller series, Late Snow": in apposition.
  if (word === ',' && PAPER_NOUNS.has(lower(tokens[span.first - 2]))) return [{ work: 2.5 }]
  // "the river Lenn", "the towns Ulm and Brae".
  const isSort = isPlain && before.upos === 'NOUN' && PLACE_HEADS.has(word)
  if (isSort && /^(?:the|an?)$/.test(lower(tokens[span.first - 2]))) return [{ place: 3 }]
  // Who said it, in brackets after a quotation.
  if (word === '(' && /[”"]$/.test(tokens[span.first - 2]?.text ?? '')) return [{ person: 2 }]
  if (span.afterThe) {
    const noun = tokens[span.first - 2]
    if (PAPER_NOUNS.has(lower(noun)) && noun?.upos === 'NOUN') return [{ work: 3 }]
    if (/^(?:over|along|beside|down|up)$/.test(lower(noun))) return [{ place: 1.5 }]
    return /^(?:in|at|from|across|throughout)$/.test(lower(noun)) ? [{ place: 0.5 }] : []
  }
  if (word === 'of' && PLACE_HEADS.has(lower(tokens[span.first - 2]))) return [{ place: 3 }]
  // "Karl Winter of Umber".
  if (
    word === 'of' &&
    isGivenName(tokens[span.first - 3]?.text ?? '') &&
    isCapital(tokens[span.first - 2])
  )
    return [{ place: 2 }]
  const led = prepositionEvidence(word)
  if (led.length > 0) return led
  if (word === 'by') return [{ person: 0.6, organisation: 0.3 }]
  return word === 'named' || word === 'old' ? [{ person: 1.5 }] : []
}

function prepositionEvidence(word: string): Evidence[] {
  if (/^(?:in|at|near)$/.test(word)) return [{ place: 1.8 }]
  return /^(?:from|to|into|across|through|throughout|toward|towards|via|outside|inside|past|beyond)$/.test(
    word,
  )
    ? [{ place: 1 }]
    : []
}

function afterEvidence(span: NameSpan): Evidence[] {
  const { tokens } = span.sentence
  const [next, second] = [tokens[span.last + 1], tokens[span.last + 2]]
  const word = lower(next)
  if (word === 'who' || word === 'whose') return [{ person: 3 }]
  if (word === ',' && /^(?:who|whose|whom)$/.test(lower(second))) return [{ person: 3 }]
  // "the Systema Naturae of 1758".
  if (span.afterThe && span.last > span.first && word === 'of' && isYear(second))
    return [{ work: 3, event: 2.5 }]
  if (word === '(' && /^(?:1\d|20)\d\d$/.test(second?.text ?? ''))
    return [{ person: 0.8, event: 0.8 }]
  if (word === ',') return appositive(tokens, span.last + 2)
  return []
}

/** ", a lawyer", ", the new prime minister", ", journal of the committee": a kind within the first words. */
function appositive(tokens: readonly Token[], from: number): Evidence[] {
  const article = /^(?:an?|the|its|their|his|her)$/.test(lower(tokens[from]))
  for (let at = from; at < Math.min(from + (article ? 6 : 3), tokens.length); at++) {
    const token = tokens[at]
    const word = lower(token)
    if (
      token === undefined ||
      /^(?:VERB|AUX|PRON|CCONJ)$/.test(token.upos) ||
      word === ',' ||
      word === 'and'
    )
      return []
    if (token.upos !== 'NOUN') continue
    const next = tokens[at + 1]?.upos
    if (next === 'NOUN') continue
    if (isRole(word)) return [{ person: 3 }]
    if (PAPER_NOUNS.has(word)) return [{ work: 3.5 }]
    if (PLACE_HEADS.has(word) || word === 'capital') return [{ place: 2 }]
    return BODY_HEADS.has(word) ? [{ organisation: 2 }] : []
  }
  return []
}

/** What the verb says of its subject. */
function subjectEvidence({ sentence, first, last, afterThe }: NameSpan): Evidence[] {
  for (let at = first; at <= last; at++) {
    const token = sentence.tokens[at]
    if (token === undefined || !token.relation.startsWith('nsubj')) continue
    const verb = sentence.tokens[token.head]
    const lemma = verb?.lemma.toLowerCase() ?? ''
    if (verb?.upos !== 'VERB' || token.relation === 'nsubj:pass') return kindEvidence(verb)
    if (/^(?:flow|border|adjoin)$/.test(lemma)) return [{ place: 3 }]
    // "The Lenn rose": so do people, but not after "the".
    if (afterThe && first === last && /^(?:rise|freeze|flood|overflow|burst)$/.test(lemma))
      return [{ place: 2 }]
    if (PERSON_VERBS.has(lemma)) return [{ person: 2 }]
    return HUMAN_VERBS.has(lemma) ? [{ person: 1.3, organisation: 0.4, people: 0.4 }] : []
  }
  return []
}

/** A body that opened or closed was a meeting. */
const MEETINGS = /(?:^| )(?:congress|convention|assembly|council|diet|synod)$/i

/** "the Congress closed", "after the Congress of 1907". */
function meetingEvidence({ name, sentence: { tokens }, first, last }: NameSpan): Evidence[] {
  if (!MEETINGS.test(name)) return []
  const head = tokens[tokens[last]?.head ?? -1]
  const isSubject = tokens[last]?.relation.startsWith('nsubj') === true
  const isHeld =
    isSubject && /^(?:open|close|end|begin|last|adjourn|convene)$/.test(head?.lemma ?? '')
  const before =
    lower(tokens[first - 1]) === 'the' ? lower(tokens[first - 2]) : lower(tokens[first - 1])
  const isWhen = /^(?:during|after|before)$/.test(before)
  const isOfYear =
    lower(tokens[last + 1]) === 'of' && /^1\d{3}$|^20\d\d$/.test(tokens[last + 2]?.text ?? '')
  return isHeld || isWhen || isOfYear ? [{ event: isOfYear && !/^\d/.test(name) ? 6.5 : 2.5 }] : []
}

const MAKING = /^(?:paint|compose|write|publish|draw|sculpt|direct|edit|translate)$/

/** What is painted or written is a work, unless it has the name of somebody. */
function objectEvidence({ sentence, first, last, name, title }: NameSpan): Evidence[] {
  const word = name.split(' ')[0] ?? ''
  if (title !== '' || isGivenName(word) || isSurname(word) || isPeople(word)) return []
  const isCrossed = sentence.tokens.slice(first, last + 1).some((token) => {
    const verb = sentence.tokens[token.head]
    return token.relation === 'obj' && /^(?:cross|ford|bridge|navigate)$/.test(verb?.lemma ?? '')
  })
  if (isCrossed) return [{ place: 2.5 }]
  const isMade = sentence.tokens.slice(first, last + 1).some((token) => {
    const verb = sentence.tokens[token.head]
    return token.relation === 'obj' && verb?.upos === 'VERB' && MAKING.test(verb.lemma)
  })
  return isMade ? [{ work: 3.5 }] : []
}

/** "his paper, the Free Word", "the capital, Varn": the noun that it is called by. */
function appositionEvidence({ sentence, first, last }: NameSpan): Evidence[] {
  return sentence.tokens.slice(first, last + 1).flatMap((token) => {
    if (token.relation !== 'appos' || token.head >= first) return []
    const noun = sentence.tokens[token.head]
    return lower(noun) === 'capital' ? [{ place: 2.5 }] : kindEvidence(noun)
  })
}

/** "to Ulsay and Brae": the preposition of the first is that of the second. */
function conjunctEvidence({ sentence, first, last }: NameSpan): Evidence[] {
  const { tokens } = sentence
  const joined = tokens.slice(first, last + 1).find((t) => t.relation === 'conj' && t.head < first)
  if (joined === undefined || /^(?:ADP|DET)$/.test(tokens[first - 1]?.upos ?? '')) return []
  const led = tokens.find((t) => t.head === joined.head && t.relation === 'case')
  return tokens[joined.head]?.upos === 'PROPN' ? prepositionEvidence(lower(led)) : []
}

const LAND =
  /^(?:lighthouse|docks?|harbours?|harbors?|port|railway|bridge|canal|river|valley|coast|region|district|province|basin|plain|hill|mountain|mine|quarry|dock|harbour|harbor|coalfield|oilfield|peninsula|suburb|area)s?$/

/** "the Skerry mines", "the Rhine valley": land is called after places. */
function nounEvidence({ sentence, last, name }: NameSpan): Evidence[] {
  const next = sentence.tokens[last + 1]
  const isLand = next?.upos === 'NOUN' && LAND.test(next.text)
  return isLand && !isPeople(name) ? [{ place: 2.5 }] : []
}

/** "X was a daily", "X is a city". */
function kindEvidence(noun: Token | undefined): Evidence[] {
  const word = noun?.lemma.toLowerCase() ?? ''
  if (noun?.upos !== 'NOUN') return []
  if (isRole(word)) return [{ person: 3 }]
  if (PAPER_NOUNS.has(word)) return [{ work: 3.5 }]
  if (PLACE_HEADS.has(word)) return [{ place: 2.5 }]
  return BODY_HEADS.has(word) ? [{ organisation: 2.5 }] : []
}

/**
 * What speaks for a name being a person's, a place's …: from the name itself, and from each place where it stands. Weights
 * are logarithms of odds, set by hand on texts of history, law and biology.
 */
import type { Token } from '@/lib/core/language/tree'
import { isGivenName, isPeople, isPlace, isSurname, listedTypes, type NameType } from './gazetteer'
import type { NameSpan } from './name-spans'
import {
  BODY_HEADS,
  EVENT_HEADS,
  HUMAN_VERBS,
  PAPER_NOUNS,
  PARTICLES,
  PERSON_VERBS,
  PLACE_HEADS,
  ROLE_NOUNS,
  TITLES,
  WORK_HEADS,
} from './word-lists'

export type Scores = Readonly<Record<NameType, number>>
type Evidence = Partial<Scores>

const NONE: Scores = { person: 0, place: 0, organisation: 0, work: 0, people: 0, event: 0 }
/** Before anything is known. */
export const PRIOR: Scores = {
  ...NONE,
  person: 0.4,
  organisation: -0.2,
  people: -1,
  work: -1,
  event: -1,
}

/** A word with a capital that is rather no name. */
const UNLIKELY: Evidence = {
  person: -2,
  place: -2,
  organisation: -2,
  work: -1.5,
  people: -2,
  event: -1.5,
}

export const addScores = (scores: Scores, more: Evidence, weight = 1): Scores => ({
  person: scores.person + weight * (more.person ?? 0),
  place: scores.place + weight * (more.place ?? 0),
  organisation: scores.organisation + weight * (more.organisation ?? 0),
  work: scores.work + weight * (more.work ?? 0),
  people: scores.people + weight * (more.people ?? 0),
  event: scores.event + weight * (more.event ?? 0),
})

const sum = (evidence: readonly Evidence[]): Scores =>
  evidence.reduce<Scores>((scores, more) => addScores(scores, more), NONE)

/** A listed name of several words is no other's; one of one word may be. */
const weightOf = (type: NameType, name: string): number =>
  name.includes(' ') ? 6 : type === 'work' ? 2.5 : 4

/** What a name says by itself: lists, its head, its shape. */
export function ownEvidence(name: string): Scores {
  const words = name.split(/[\s]+/)
  const types = listedTypes(name)
  const evidence: Evidence[] = types.map((type) => ({
    [type]: types.length === 1 ? weightOf(type, name) : type === 'people' ? 4.2 : 3,
  }))
  const head = headOf(words)
  const isLong = words.length > 1
  if (isLong && types.length === 0) evidence.push(...headEvidence(head, words))
  else if (BODY_HEADS.has(head)) evidence.push({ organisation: 3 })
  else if (PLACE_HEADS.has(head)) evidence.push({ place: 0.8 })
  else if (EVENT_HEADS.has(head)) evidence.push({ event: 3.2 })
  else if (WORK_HEADS.has(head)) evidence.push({ work: 3.5 })
  if (isHead(head)) evidence.push({ person: -2 })
  if (!isLong && (TITLES.has(head) || ROLE_NOUNS.has(head))) evidence.push(UNLIKELY)
  evidence.push(...personShape(words, isHead(head)))
  if (!isLong && /^\p{Lu}{2,}$/u.test(name) && name.length < 7)
    evidence.push({ person: -2, place: -1, organisation: -0.4 })
  if (isPartOfPlace(words)) evidence.push({ place: 5 })
  if (!isLong && types.length === 0 && isFromPlace(name)) evidence.push({ people: 2.5 })
  if (isLong && isPeople(words.at(-1) ?? '')) evidence.push({ people: 3 })
  return sum(evidence)
}

const DIRECTION =
  /^(?:North|South|East|West|Central|Upper|Lower|Greater|Inner|Outer|Old|New|(?:North|South|East|West)(?:ern|east|west)?(?:ern)?)$/

/** "Eastern Europe", "Spanish Florida", "Soviet Russia". */
const isPartOfPlace = (words: readonly string[]): boolean =>
  words.length === 2 &&
  isPlace(words[1] ?? '') &&
  (DIRECTION.test(words[0] ?? '') || isPeople(words[0] ?? ''))

/** "Kilwan" of Kilwa, "Omanis" of Oman. */
function isFromPlace(name: string): boolean {
  const stem = /^(\p{L}{4,}?)(?:n|an|ian|ese|i)s?$/u.exec(name)?.[1]
  return stem !== undefined && (isPlace(stem) || isPlace(`${stem}a`))
}

const isHead = (word: string): boolean =>
  BODY_HEADS.has(word) || EVENT_HEADS.has(word) || PLACE_HEADS.has(word) || WORK_HEADS.has(word)

/** "Committee" of "Central Committee of the Party": the word before the first small word, else the last. */
function headOf(words: readonly string[]): string {
  const small = words.findIndex((word, at) => at > 0 && /^(?:of|for|on|in)$/.test(word))
  const head = (small > 0 ? words[small - 1] : words.at(-1))?.toLowerCase() ?? ''
  return /^[ivx]+$|^\d+$/.test(head) && words.length > 1 && small < 0
    ? (words.at(-2)?.toLowerCase() ?? '')
    : head
}

const ORDINAL =
  /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)$/u

function headEvidence(head: string, words: readonly string[]): Evidence[] {
  const evidence: Evidence[] = []
  if (BODY_HEADS.has(head)) evidence.push({ organisation: 5 })
  if (EVENT_HEADS.has(head)) evidence.push({ event: 5 })
  // "Third Soviet Congress": one that met, and no body that goes on.
  if (/^(?:congress|conference|convention)$/.test(head) && ORDINAL.test(words[0] ?? ''))
    evidence.push({ event: 6.5 })
  if (WORK_HEADS.has(head)) evidence.push({ work: 4.5 })
  if (PLACE_HEADS.has(head)) evidence.push({ place: 4.5 })
  const first = words[0]?.toLowerCase() ?? ''
  if (/^(?:mount|lake|cape|fort|port|san|santa|saint|st\.|los|las|el)$/.test(first))
    evidence.push(/^(?:st\.|saint)$/.test(first) ? { place: 0.5, person: 1.5 } : { place: 3 })
  if (/^(?:sons|daughters|friends|knights)$/.test(head)) evidence.push({ organisation: 4 })
  return evidence
}

function personShape(words: readonly string[], isHeaded: boolean): Evidence[] {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (words.length === 1) {
    if (isGivenName(first)) return [{ person: 1.5 }]
    return isSurname(first) ? [{ person: 1.5 }] : []
  }
  if (isHeaded || words.includes('of')) return []
  const evidence: Evidence[] = []
  if (words.some((word) => /^\p{Lu}{3,}$/u.test(word) && !/^[IVX]+$/.test(word)))
    return [{ person: -1 }]
  if (words.length < 4 && words.every((word) => /^[\p{L}’'.-]+$/u.test(word)))
    evidence.push({ person: 0.8 })
  if (/^(?:\p{Lu}\.)+$/u.test(first)) evidence.push({ person: 4 })
  else if (isGivenName(first)) evidence.push({ person: 3.5 })
  else if (isSurname(last)) evidence.push({ person: 1 })
  if (words.some((word) => PARTICLES.test(word))) evidence.push({ person: 1.5 })
  if (/^[IVX]+$|^Jr\.?$|^Sr\.?$/.test(last)) evidence.push({ person: 2.5 })
  return evidence
}

const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? ''

/** What one place of the text says about a name. */
export function contextEvidence(span: NameSpan): Scores {
  const { tokens } = span.sentence
  const before = tokens[span.first - 1]
  const evidence: Evidence[] = [...beforeEvidence(span, before), ...afterEvidence(span)]
  if (span.title !== '') evidence.push({ person: 5 })
  if (span.afterThe)
    evidence.push({
      person: -2.5,
      place: -0.4,
      organisation: 0.6,
      people: 0.6,
      event: 0.5,
      work: 0.3,
    })
  if (span.italic) evidence.push({ work: 4 })
  const last = tokens[span.last]
  if (last?.xpos === 'NNPS' || (last?.xpos === 'NNS' && span.afterThe))
    evidence.push({ people: 2.2, person: -1.5 })
  if (last?.upos === 'PROPN') evidence.push({ person: 0.5, place: 0.2, organisation: 0.2 })
  if (last?.xpos === 'JJ') evidence.push(isPeople(last.text) ? { people: 1 } : UNLIKELY)
  evidence.push(...subjectEvidence(span))
  return sum(evidence)
}

function beforeEvidence(span: NameSpan, before: Token | undefined): Evidence[] {
  const { tokens } = span.sentence
  const word = lower(before)
  const isPlain = before !== undefined && before.text === word
  if (isPlain && ROLE_NOUNS.has(word) && before.upos === 'NOUN') return [{ person: 3 }]
  if (PAPER_NOUNS.has(word)) return [{ work: 3 }]
  // Who said it, in brackets after a quotation.
  if (word === '(' && /[”"]$/.test(tokens[span.first - 2]?.text ?? '')) return [{ person: 2 }]
  if (span.afterThe) {
    const noun = tokens[span.first - 2]
    if (PAPER_NOUNS.has(lower(noun)) && noun?.upos === 'NOUN') return [{ work: 3 }]
    return /^(?:in|at|from|across|throughout)$/.test(lower(noun)) ? [{ place: 0.5 }] : []
  }
  if (word === 'of' && PLACE_HEADS.has(lower(tokens[span.first - 2]))) return [{ place: 3 }]
  if (/^(?:in|at|near)$/.test(word)) return [{ place: 1.8 }]
  if (/^(?:from|to|into|across|throughout|toward|towards|via|outside|inside)$/.test(word))
    return [{ place: 1 }]
  if (word === 'by') return [{ person: 0.6, organisation: 0.3 }]
  return word === 'named' || word === 'old' ? [{ person: 1.5 }] : []
}

function afterEvidence(span: NameSpan): Evidence[] {
  const { tokens } = span.sentence
  const [next, second] = [tokens[span.last + 1], tokens[span.last + 2]]
  const word = lower(next)
  if (word === 'who' || word === 'whose') return [{ person: 3 }]
  if (word === ',' && /^(?:who|whose|whom)$/.test(lower(second))) return [{ person: 3 }]
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
    if (ROLE_NOUNS.has(word)) return [{ person: 3 }]
    if (PAPER_NOUNS.has(word)) return [{ work: 3.5 }]
    if (PLACE_HEADS.has(word) || word === 'capital') return [{ place: 2 }]
    return BODY_HEADS.has(word) ? [{ organisation: 2 }] : []
  }
  return []
}

/** What the verb says of its subject. */
function subjectEvidence({ sentence, first, last }: NameSpan): Evidence[] {
  for (let at = first; at <= last; at++) {
    const token = sentence.tokens[at]
    if (token === undefined || !token.relation.startsWith('nsubj')) continue
    const verb = sentence.tokens[token.head]
    const lemma = verb?.lemma.toLowerCase() ?? ''
    if (verb?.upos !== 'VERB' || token.relation === 'nsubj:pass') return kindEvidence(verb)
    if (PERSON_VERBS.has(lemma)) return [{ person: 2 }]
    return HUMAN_VERBS.has(lemma) ? [{ person: 1.3, organisation: 0.4, people: 0.4 }] : []
  }
  return []
}

/** "X was a daily", "X is a city". */
function kindEvidence(noun: Token | undefined): Evidence[] {
  const word = noun?.lemma.toLowerCase() ?? ''
  if (noun?.upos !== 'NOUN') return []
  if (ROLE_NOUNS.has(word)) return [{ person: 3 }]
  if (PAPER_NOUNS.has(word)) return [{ work: 3.5 }]
  if (PLACE_HEADS.has(word)) return [{ place: 2.5 }]
  return BODY_HEADS.has(word) ? [{ organisation: 2.5 }] : []
}

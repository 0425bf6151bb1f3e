/** What the sentence tells of a name in so many words: a life, a site, what it is called, what stands in it. */
import type { Token } from '@/lib/core/language/tree'
import { isRole, PLACE_HEADS } from '../lists/word-lists'
import { isCapital, lower } from './name-run'
import type { NameSpan } from './name-spans'
import type { Evidence } from './scores'

export const toldEvidence = (span: NameSpan): Evidence[] => [
  ...lifeEvidence(span),
  ...sufferedEvidence(span),
  ...ownedEvidence(span),
  ...calledEvidence(span),
  ...stageEvidence(span),
  ...craftEvidence(span),
  ...siteEvidence(span),
  ...descentEvidence(span),
]

/** "Odo Lamb Kerr (born 3 May 1901)". */
function lifeEvidence({ sentence: { tokens }, last }: NameSpan): Evidence[] {
  const isLife =
    tokens[last + 1]?.text === '(' && /^(?:born|b|née|nee|died)$/.test(lower(tokens[last + 2]))
  return isLife ? [{ person: 4 }] : []
}

/** What is done to people alone. */
const TO_PERSONS =
  /^(?:bear|educate|raise|draft|hire|baptize|baptise|ordain|crown|knight|nominate|sentence|convict|imprison|widow|marry|orphan|canonize|canonise|injure|wound|bury|acquit|apprentice|cast|promote)$/
/** What is done to sites alone. */
const TO_SITES = /^(?:locate|situate|inhabit|populate|depopulate|colonise|colonize)$/

/** "Kerr was drafted", "Umberdale is situated". */
function sufferedEvidence({ sentence: { tokens }, first, last }: NameSpan): Evidence[] {
  const subject = tokens.slice(first, last + 1).find((t) => t.relation.startsWith('nsubj'))
  const verb = tokens[subject?.head ?? -1]
  if (subject === undefined || verb?.xpos !== 'VBN') return []
  const isPassive = subject.relation === 'nsubj:pass' || tokens.some(isAuxOf(verb, tokens))
  if (!isPassive) return []
  if (TO_SITES.test(verb.lemma)) return [{ place: 3 }]
  return TO_PERSONS.test(verb.lemma) ? [{ person: 2 }] : []
}

const isAuxOf =
  (verb: Token, tokens: readonly Token[]) =>
  (token: Token): boolean =>
    token.relation === 'aux:pass' && tokens[token.head] === verb

/** "Kerr hit his first ball": the only name of its clause, and what it owns. */
function ownedEvidence({ sentence: { tokens }, first, last }: NameSpan): Evidence[] {
  const subject = tokens.slice(first, last + 1).find((t) => t.relation.startsWith('nsubj'))
  const verb = subject?.head ?? -1
  if (subject === undefined || verb <= last) return []
  const owned = tokens.findIndex(
    (token, at) =>
      at > last &&
      /^(?:his|her)$/.test(lower(token)) &&
      token.relation === 'nmod:poss' &&
      /^(?:obj|obl)$/.test(tokens[token.head]?.relation ?? '') &&
      tokens[token.head]?.head === verb,
  )
  const isOnly = owned > 0 && !tokens.slice(0, owned).some((t, at) => isOther(t, at, first, last))
  return isOnly ? [{ person: 1.5 }] : []
}

/** Another name of the sentence, or a pronoun, could be the owner. */
const isOther = (token: Token, at: number, first: number, last: number): boolean =>
  (at < first || at > last) &&
  ((token.upos === 'PROPN' && isCapital(token)) || /^(?:he|she|who)$/.test(lower(token)))

/** "a village called Umber", "a smith named Odo": the noun says of what sort it is. */
function calledEvidence({ sentence: { tokens }, first }: NameSpan): Evidence[] {
  if (!/^(?:called|named)$/.test(lower(tokens[first - 1]))) return []
  const noun = tokens[first - 2]
  if (/^(?:him|her)$/.test(lower(noun))) return [{ person: 2 }]
  if (noun?.upos !== 'NOUN') return []
  const word = noun.lemma.toLowerCase()
  if (isRole(word)) return [{ person: 3 }]
  return PLACE_HEADS.has(word) ? [{ place: 3 }] : []
}

/** "She starred in Late Snow": whoever stars or has a part does so in a work. */
function stageEvidence({ sentence: { tokens }, first }: NameSpan): Evidence[] {
  if (!/^(?:in|on)$/.test(lower(tokens[first - 1]))) return []
  const before = tokens.slice(Math.max(0, first - 6), first - 1)
  const isPart = before.some(
    ({ lemma, upos }) =>
      (upos === 'VERB' && /^(?:star|co-star|guest-star)$/.test(lemma)) ||
      (upos === 'NOUN' && /^(?:role|cameo)$/.test(lemma)),
  )
  return isPart ? [{ work: 3.5, place: -1.8 }] : []
}

const CRAFT =
  /^(?:ship|steamship|steamer|vessel|frigate|schooner|yacht|ferry|submarine|battleship|cruiser|destroyer|lifeboat|locomotive|spacecraft|satellite|airship|trawler|liner)$/

/** "the steamer Ulsay", "aboard the Ulsay": a ship is of none of the types. */
function craftEvidence({ sentence: { tokens }, first, afterThe }: NameSpan): Evidence[] {
  const before = tokens[afterThe ? first - 2 : first - 1]
  const isNamed = !afterThe && before?.upos === 'NOUN' && CRAFT.test(lower(before))
  const isAboard = lower(before) === 'aboard'
  return isNamed || isAboard
    ? [{ person: -5, place: -5, organisation: -5, work: -4, people: -4, event: -4 }]
    : []
}

/** "the north side of the Zocco", "on the outskirts of Umber": what has sides and shores is a place. */
function siteEvidence({ sentence: { tokens }, first, afterThe }: NameSpan): Evidence[] {
  const of = afterThe ? first - 2 : first - 1
  const isSite =
    lower(tokens[of]) === 'of' &&
    /^(?:side|outskirts|shores?|banks|suburbs?|coast|slopes|surroundings)$/.test(
      lower(tokens[of - 1]),
    )
  return isSite ? [{ place: 2 }] : []
}

/** "of Ulsarian descent": whose ancestry, language or tribe it is. */
function descentEvidence({ sentence: { tokens }, first, last }: NameSpan): Evidence[] {
  const isDescent =
    /^(?:ancestry|descent|origins?|languages?|dialects?|tribes?|parentage|extraction)$/.test(
      lower(tokens[last + 1]),
    )
  return isDescent && first === last && /(?:ian|ean|ese|ish|an)$/.test(lower(tokens[last]))
    ? [{ people: 6 }]
    : []
}

/** Which of the nouns before an apposition it explains: the nearest, or one that is of its kind. */
import { listedTypes } from '../mentions/lists/gazetteer'
import { BODY_HEADS, PLACE_HEADS, ROLE_NOUNS, WORK_HEADS } from '../mentions/lists/word-lists'
import { type Features, logOdds } from '../spans/features'
import { kindOf, lower, massIn, type Syntax } from '../spans/syntax'
import type { Token } from '../tree'
import type { Candidate } from './apposition-candidate'
import { possibleHeads } from './conjunct-heads'

export function firstFeatures(syntax: Syntax, { first, second, span }: Candidate): Features {
  const { tokens } = syntax
  const tie = (at: number) => massIn(syntax, second, { from: at, to: at + 1 })
  const nouns = possibleHeads(syntax, second).filter((at) => NOMINAL.test(tokens[at]?.upos ?? ''))
  const place = nouns.indexOf(first)
  const nearer = nouns.slice(0, Math.max(0, place))
  const rivals = nouns.filter((at) => at !== first)
  const all = nouns.reduce((sum, at) => sum + tie(at), 0)
  return {
    [`first ${place < 0 ? 'off' : Math.min(3, place)}`]: 1,
    [`first of ${Math.min(4, nouns.length)}`]: 1,
    [`first as ${kindOf(syntax, first)}`]: 1,
    'first rival': logOdds(1 - Math.max(0, ...rivals.map(tie))),
    // Of the nouns alone; the constants keep a tie that is none from deciding.
    'first among': logOdds(0.02 + tie(first) / (0.1 + all)),
    'nearer names': nearer.filter((at) => tokens[at]?.upos === 'PROPN').length,
    'nearer nouns': nearer.filter((at) => tokens[at]?.upos === 'NOUN').length,
    gap: Math.log(1 + span.from - first),
    relation: logOdds(tokens[second]?.relationProbability ?? 0),
    'second head': logOdds(tokens[second]?.headProbability ?? 0),
  }
}

const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/

/** People are explained by what they do, places by what sort of place they are. */
export function kindFeatures(first: Token, second: Token): Features {
  const features: Record<string, number> = {}
  for (const one of kindsOf(first)) {
    features[`kind first ${one}`] = 1
    for (const other of kindsOf(second)) features[`kinds ${one}, ${other}`] = 1
  }
  for (const other of kindsOf(second)) features[`kind second ${other}`] = 1
  return features
}

function kindsOf(token: Token): string[] {
  const lemma = token.lemma.toLowerCase()
  const words = HEADS.filter(([, heads]) => heads.has(lemma)).map(([kind]) => kind)
  const found = [...words, ...listedTypes(token.text).map((type) => `name of ${type}`)]
  return found.length === 0 ? [token.upos] : found
}

const HEADS = [
  ['role', ROLE_NOUNS],
  ['body', BODY_HEADS],
  ['place', PLACE_HEADS],
  ['work', WORK_HEADS],
] as const

/** "now the seat of …", "usually a …", "especially …". */
export function openingFeatures(syntax: Syntax, { span }: Candidate): Features {
  const word = lower(syntax, span.from)
  const before = syntax.tokens.slice(0, span.to).some((token) => token.upos === 'VERB')
  return {
    'verb before': before ? 1 : 0,
    ...(OPENINGS.has(word) ? { [`starts "${word}"`]: 1 } : {}),
  }
}

const OPENINGS = new Set('now also usually often principally especially including'.split(' '))

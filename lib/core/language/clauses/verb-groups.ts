/** The verb of a clause with its auxiliaries: tense, aspect, voice, negation, modality, hedge. */

import { type Features, logOdds } from '../spans/features'
import { confidence } from '../spans/gates'
import { childrenBy, lower, type Syntax } from '../spans/syntax'
import { isPassive } from './parts'
import type { VerbGroup } from './shapes'

/** Null where the clause has no verb. */
export function verbGroupOf(syntax: Syntax, head: number): VerbGroup | null {
  const copula = childrenBy(syntax, head, 'cop')[0] ?? null
  const main = copula ?? head
  const token = syntax.tokens[main]
  if (token === undefined || !/^(?:VERB|AUX)$/.test(token.upos)) return null
  const auxiliaries = childrenBy(syntax, head, 'aux').filter((at) => at < main)
  const particle = childrenBy(syntax, head, 'compound').find(
    (at) => syntax.tokens[at]?.relation === 'compound:prt',
  )
  const words = [...auxiliaries, main, ...(particle === undefined ? [] : [particle])]
  return {
    start: syntax.tokens[Math.min(...words)]?.start ?? token.start,
    end: syntax.tokens[Math.max(...words)]?.end ?? token.end,
    main,
    auxiliaries,
    particle: particle ?? null,
    ...finiteness(syntax, head, [...auxiliaries, main]),
    ...aspectAndVoice(syntax, head, main, auxiliaries),
    copula: copula !== null,
    negated: adverbs(syntax, head).some((word) => NEGATIONS.has(word)),
    hedge: hedgeOf(syntax, head),
    confidence: confidence('verb group', verbFeatures(syntax, head)),
  }
}

const NEGATIONS = new Set(['not', "n't", 'never', 'nowhere'])
const FUTURE = new Set(['will', 'shall', "'ll", 'wo', 'sha'])

function finiteness(
  syntax: Syntax,
  head: number,
  words: readonly number[],
): Pick<VerbGroup, 'form' | 'tense' | 'modal'> {
  const first = syntax.tokens[words[0] ?? head]
  const word = lower(syntax, words[0] ?? head)
  if (first?.xpos === 'MD') {
    if (FUTURE.has(word)) return { form: 'finite', tense: 'future', modal: null }
    return { form: 'finite', tense: null, modal: first.lemma.toLowerCase() }
  }
  if (first?.xpos === 'VBD') return { form: 'finite', tense: 'past', modal: null }
  if (/^VB[PZ]$/.test(first?.xpos ?? '')) return { form: 'finite', tense: 'present', modal: null }
  if (/^VB[GN]$/.test(first?.xpos ?? '')) return { form: 'participle', tense: null, modal: null }
  return { form: 'infinitive', tense: null, modal: null }
}

function aspectAndVoice(
  syntax: Syntax,
  head: number,
  main: number,
  auxiliaries: readonly number[],
): Pick<VerbGroup, 'aspect' | 'voice'> {
  const lemmas = auxiliaries.map((at) => syntax.tokens[at]?.lemma)
  const perfect = lemmas.includes('have')
  const passive = main === head && isPassive(syntax, head)
  const last = passive ? lastBe(syntax, auxiliaries) : main
  const progressive = syntax.tokens[last]?.xpos === 'VBG' && lemmas.includes('be')
  const aspect = perfect
    ? progressive
      ? 'perfect progressive'
      : 'perfect'
    : progressive
      ? 'progressive'
      : 'simple'
  return { aspect, voice: passive ? 'passive' : 'active' }
}

/** Of "is being built" the form of "be" next to the verb tells. */
const lastBe = ({ tokens }: Syntax, auxiliaries: readonly number[]): number =>
  auxiliaries.findLast((at) => tokens[at]?.lemma === 'be') ?? -1

const adverbs = (syntax: Syntax, head: number): string[] =>
  childrenBy(syntax, head, 'advmod').map((at) => lower(syntax, at))

const HEDGES = new Set(
  (
    'perhaps probably possibly maybe apparently seemingly reportedly allegedly supposedly presumably ostensibly arguably ' +
    'likely almost nearly virtually practically hardly scarcely barely'
  ).split(' '),
)
const SEEMING = new Set(['seem', 'appear', 'tend'])

function hedgeOf(syntax: Syntax, head: number): string | null {
  const adverb = adverbs(syntax, head).find((word) => HEDGES.has(word))
  if (adverb !== undefined) return adverb
  const token = syntax.tokens[head]
  const above = syntax.tokens[token?.head ?? -1]?.lemma ?? ''
  if (token?.relation === 'xcomp' && SEEMING.has(above)) return above
  const own = token?.lemma ?? ''
  return SEEMING.has(own) && childrenBy(syntax, head, 'xcomp').length > 0 ? own : null
}

/** What decides whether the group is read right: the tags of its words, and whether its helpers hang from it. */
export function verbFeatures(syntax: Syntax, head: number): Features {
  const helpers = childrenBy(syntax, head, 'aux', 'cop')
  const token = syntax.tokens[head]
  const sure = helpers.map((at) => {
    const helper = syntax.tokens[at]
    return (helper?.headProbability ?? 1) * (helper?.relationProbability ?? 1)
  })
  const before = syntax.tokens[head - 1]
  return {
    tag: logOdds(token?.uposProbability ?? 1),
    helpers: logOdds(Math.min(1, ...sure)),
    [`number ${Math.min(3, helpers.length)}`]: 1,
    [`tag ${token?.xpos ?? ''}`]: 1,
    [`relation ${token?.relation ?? ''}`]: 1,
    head: logOdds(token?.headProbability ?? 1),
    relation: logOdds(token?.relationProbability ?? 1),
    [`before ${before?.upos ?? 'start'}`]: 1,
  }
}

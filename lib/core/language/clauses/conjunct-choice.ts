/**
 * Which word a conjunct is joined to, by the tree and by likeness together: the tree's probability of each possible head,
 * times what the two sides have in common.
 */
import { type Features, logOdds } from '../spans/features'
import { matchOdds } from '../spans/gates'
import { kindOf, massIn, type Syntax, syntaxOf } from '../spans/syntax'
import type { Rival, Token } from '../tree'
import { matchFeatures, possibleHeads } from './conjunct-heads'

/** How much a unit of likeness counts against a unit of the tree's log probability; chosen on the development sets. */
const LIKENESS = 0.35
/** What a head has that is no rival: less than the least that is kept of those. */
const UNSEEN = 0.003

interface Choice {
  readonly head: number
  readonly mass: number
  readonly likeness: number
}

function choicesOf(syntax: Syntax, at: number): Choice[] {
  return possibleHeads(syntax, at).map((head) => ({
    head,
    mass: massIn(syntax, at, { from: head, to: head + 1 }) + UNSEEN,
    likeness: matchOdds(matchFeatures(syntax, head, at)),
  }))
}

/** The tokens, each conjunct joined where tree and likeness together would have it. */
export function joinConjuncts(tokens: readonly Token[]): readonly Token[] {
  const syntax = syntaxOf(tokens)
  return tokens.map((token, at) => {
    if (kindOf(syntax, at) !== 'conj') return token
    const weigh = (one: Choice) => Math.log(one.mass) + LIKENESS * one.likeness
    const [best] = choicesOf(syntax, at).sort((a, b) => weigh(b) - weigh(a))
    return best === undefined || best.head === token.head ? token : rejoined(token, best)
  })
}

/** The new head lies before the conjunct's own words and outside them, so that no circle arises. */
function rejoined(token: Token, { head, mass }: Choice): Token {
  const old: Rival = { head: token.head, probability: token.headProbability }
  const rivals = [old, ...token.rivals.filter((rival) => rival.head !== head)]
  return {
    ...token,
    head,
    headProbability: Math.min(1, mass),
    rivals: rivals.sort((a, b) => b.probability - a.probability),
  }
}

/** How the chosen head stands against the others, and its share of what tree and likeness give to all. */
export function choiceOf(syntax: Syntax, at: number): { features: Features; share: number } {
  const choices = choicesOf(syntax, at)
  const own = choices.find((one) => one.head === syntax.tokens[at]?.head)
  if (own === undefined) return { features: { 'off frontier': 1 }, share: UNSEEN }
  const others = choices.filter((one) => one !== own).map((one) => one.likeness)
  const shareBy = (weigh: (one: Choice) => number) =>
    weigh(own) / choices.reduce((sum, one) => sum + weigh(one), 0)
  const alone = shareBy((one) => Math.exp(one.likeness))
  const share = shareBy((one) => Math.exp(LIKENESS * one.likeness) * one.mass)
  const features = {
    likeness: own.likeness,
    margin: own.likeness - Math.max(-8, ...others),
    'likeness alone': logOdds(alone),
    'likeness and tree': logOdds(share),
    'only one': choices.length === 1 ? 1 : 0,
  }
  return { features, share }
}

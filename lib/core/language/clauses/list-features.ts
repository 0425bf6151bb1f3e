/** What the whole list, and the way its two sides are built, say of one conjunct. */
import { type Features, logOdds } from '../spans/features'
import { childrenBy, isMark, kindOf, massIn, type Syntax } from '../spans/syntax'
import { choiceOf } from './conjunct-choice'
import { possibleHeads } from './conjunct-heads'

export function listFeatures(syntax: Syntax, at: number): Features {
  const head = syntax.tokens[at]?.head ?? -1
  if (syntax.tokens[head] === undefined) return {}
  return {
    ...siblingFeatures(syntax, head, at),
    ...builds(syntax, head, at),
    ...nesting(syntax, head, at),
    ...rivals(syntax, head, at),
  }
}

/** A list of which one member is doubtful is doubtful; most have their "and" before the last. */
function siblingFeatures(syntax: Syntax, head: number, at: number): Record<string, number> {
  const members = childrenBy(syntax, head, 'conj').filter((one) => one > head)
  const others = members.filter((one) => one !== at)
  const shares = others.map((one) => choiceOf(syntax, one).share)
  const linked = members.filter((one) => childrenBy(syntax, one, 'cc').length > 0)
  const lastLinked = linked[0] === members.at(-1)
  const link =
    linked.length === 0 ? 'none' : linked.length > 1 ? 'many' : lastLinked ? 'last' : 'early'
  return {
    'others sure': logOdds(Math.min(1, ...shares)),
    'unlike others': others.filter((one) => syntax.tokens[one]?.upos !== syntax.tokens[at]?.upos)
      .length,
    place: Math.min(5, members.indexOf(at)),
    [`linked ${link}`]: 1,
    'first whole': logOdds(firstWhole(syntax, head, at)),
  }
}

/** That no word of what stands before the conjunct hangs elsewhere. */
function firstWhole(syntax: Syntax, head: number, at: number): number {
  const own = { from: syntax.reach[head]?.from ?? head, to: syntax.reach[at]?.from ?? at }
  let all = 1
  for (let one = own.from; one < own.to; one++)
    if (one !== head && !isMark(syntax.tokens[one])) all *= massIn(syntax, one, own)
  return all
}

/** What the two sides have before and after their heads: "the *division* and *specialization* of labor" may share its tail. */
function builds(syntax: Syntax, head: number, at: number): Record<string, number> {
  const from = syntax.reach[at]?.from ?? at
  const to = syntax.reach[at]?.to ?? at + 1
  const tails = [tailOf(syntax, head, from), tailOf(syntax, at, to)]
  const features: Record<string, number> = {
    [`before ${presence(isDressed(syntax, head), isDressed(syntax, at))}`]: 1,
    [`after ${presence(tails[0]?.length !== 0, tails[1]?.length !== 0)}`]: 1,
    'words first': Math.log(1 + from - (syntax.reach[head]?.from ?? head)),
    'words second': Math.log(1 + to - from),
    gap: from - head,
  }
  const alone = tails[0]?.length === 0
  for (const one of tails[1] ?? [])
    features[`${alone ? 'second alone' : 'both'} ${kindOf(syntax, one)}`] = 1
  if (alone && tails[1]?.length !== 0 && from - head <= 1) features['shared tail'] = 1
  return features
}

const presence = (first: boolean, second: boolean): string =>
  first ? (second ? 'both' : 'first alone') : second ? 'second alone' : 'neither'

const isDressed = (syntax: Syntax, head: number): boolean =>
  childrenBy(
    syntax,
    head,
    'det',
    'amod',
    'compound',
    'nmod',
    'nummod',
    'advmod',
    'nsubj',
    'aux',
  ).some((child) => child < head)

const tailOf = (syntax: Syntax, head: number, to: number): number[] =>
  childrenBy(
    syntax,
    head,
    'nmod',
    'acl',
    'obj',
    'obl',
    'advcl',
    'xcomp',
    'ccomp',
    'appos',
    'advmod',
  ).filter((child) => child > head && child < to)

/** Lists in lists are misread more often. */
function nesting(syntax: Syntax, head: number, at: number): Record<string, number> {
  const features: Record<string, number> = {}
  if (kindOf(syntax, head) === 'conj') features['in a member'] = 1
  if (childrenBy(syntax, at, 'conj').length > 0) features['holds a list'] = 1
  let above = syntax.tokens[head]?.head ?? -1
  for (let steps = 0; steps < 8 && above >= 0; steps++) {
    if (childrenBy(syntax, above, 'conj').length > 0) features['list above'] = 1
    above = syntax.tokens[above]?.head ?? -1
  }
  return features
}

/** The other words that it could be joined to without crossing a tie. */
function rivals(syntax: Syntax, head: number, at: number): Record<string, number> {
  const token = syntax.tokens[at]
  const possible = possibleHeads(syntax, at)
  const others = possible.filter((one) => one !== head)
  const masses = others.map((one) => massIn(syntax, at, { from: one, to: one + 1 }))
  const most = Math.max(0, ...masses)
  const rival = others[masses.indexOf(most)]
  const features: Record<string, number> = {
    heads: Math.min(8, possible.length),
    'head place': Math.min(5, possible.indexOf(head)),
    'best rival': logOdds(1 - most),
    'alike rivals': others.filter((one) => syntax.tokens[one]?.xpos === token?.xpos).length,
    'mass elsewhere': 1 - most - massIn(syntax, at, { from: head, to: head + 1 }),
  }
  if (rival !== undefined && most > 0.02) {
    const alike = syntax.tokens[rival]?.upos === token?.upos ? 'alike' : 'other'
    features[`rival ${rival > head ? 'nearer' : 'farther'} ${alike}`] = 1
    features[`rival as ${kindOf(syntax, rival)}`] = 1
  }
  return features
}

/** What the sentence around a span says of how well it was read. */
import { type Features, logOdds } from './features'
import { isMark, kindOf, lower, type Span, type Syntax } from './syntax'

export function contextFeatures(syntax: Syntax, span: Span): Features {
  return {
    ...sentenceFeatures(syntax),
    'beside before': logOdds(leastTie(syntax, span.from - 3, span.from)),
    'beside after': logOdds(leastTie(syntax, span.to, span.to + 4)),
    'own ties': logOdds(leastTie(syntax, span.from, span.to)),
    'words before': Math.log(span.from + 1),
    'words after': Math.log(syntax.tokens.length - span.to + 1),
    ...followed(syntax, span),
  }
}

/** A sentence is asked for as many spans as it has; what is said of all of it is worked out once. */
const known = new WeakMap<Syntax, Features>()

function sentenceFeatures(syntax: Syntax): Features {
  const features = known.get(syntax) ?? sentenceOnce(syntax)
  known.set(syntax, features)
  return features
}

/** Where much is doubtful, or the sentence is none, single words are said to be surer than they are. */
function sentenceOnce({ tokens }: Syntax): Features {
  const words = tokens.filter((token) => !isMark(token))
  const ties = words.map((token) => token.headProbability * token.relationProbability)
  return {
    'sentence sure': mean(ties.map((one) => Math.log(Math.max(0.01, one)))),
    'sentence doubts': ties.filter((one) => one < 0.7).length,
    'sentence tags': mean(words.map((token) => Math.log(Math.max(0.01, token.uposProbability)))),
    'sentence closed': /^[.!?”"’')]$/.test(tokens.at(-1)?.text ?? '') ? 1 : 0,
    'sentence in small letters': /^\p{Ll}/u.test(words[0]?.text ?? '') ? 1 : 0,
    'sentence odd': words.filter((token) => ODD.test(token.relation)).length,
    commas: tokens.filter((token) => token.text === ',').length,
    links: tokens.filter((token) => token.upos === 'CCONJ').length,
  }
}

/** Relations of what is listed, addressed or broken off, rather than written. */
const ODD = /^(?:list|dep|goeswith|reparandum|vocative|discourse)\b/

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function leastTie({ tokens }: Syntax, from: number, to: number): number {
  const words = tokens.slice(Math.max(0, from), Math.max(0, to)).filter((token) => !isMark(token))
  return Math.min(1, ...words.map((token) => token.headProbability))
}

/** The next word: what it is, and by which relation, how far back and how surely the tree ties it. */
function followed(syntax: Syntax, { from, to }: Span): Record<string, number> {
  const { tokens } = syntax
  let at = to
  while (isMark(tokens[at])) at++
  const word = tokens[at]
  if (word === undefined) return {}
  const mark = at === to ? '' : tokens[to]?.text === ',' ? 'comma ' : 'mark '
  const features: Record<string, number> = {
    [`then ${mark}${word.xpos.slice(0, 2)}`]: 1,
    [`then as ${kindOf(syntax, at)}`]: 1,
    'then sure': logOdds(word.headProbability),
  }
  if (word.head >= 0 && word.head < to)
    features['then back'] = Math.log(1 + Math.max(0, from - word.head))
  const text = lower(syntax, at)
  if (TELLING.has(text)) features[`then ${mark}"${text}"`] = 1
  return features
}

/** Words that often begin what belongs to the words before them, or never do. */
const TELLING = new Set(
  (
    'of in to for on with from at by as that which who when where if than and or but so because while including such now ' +
    'today here there this last then i we you he she it they'
  ).split(' '),
)

/** How sure the tree of a sentence is of itself, and what in it a good tree hardly ever has. */
import { type Features, logOdds } from '@/lib/core/language/spans/features'
import { childrenBy, isMark, kindOf, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Span } from '@/lib/core/text/source'

/** `clause`: the words that say it, in the offsets of the tokens. */
export function treeSigns(syntax: Syntax, clause: Span): Features {
  const { tokens } = syntax
  const root = tokens.find((token) => token.relation === 'root')
  if (root === undefined) return { 'no tree': 1 }
  const own = tokens.filter((t) => t.start >= clause.start && t.end <= clause.end && !isMark(t))
  const least = Math.min(1, ...own.map((t) => t.headProbability))
  const mean = own.reduce((sum, t) => sum + t.headProbability, 0) / Math.max(1, own.length)
  return {
    'tree root': logOdds(root.headProbability),
    'tree least': logOdds(least),
    'tree mean': logOdds(mean),
    'tree root no verb': root.upos === 'VERB' || root.upos === 'AUX' ? 0 : 1,
    ...alarms(syntax),
  }
}

function alarms(syntax: Syntax): Record<string, number> {
  const features: Record<string, number> = {}
  syntax.tokens.forEach((_, at) => {
    for (const relation of ['nsubj', 'obj'])
      if (childrenBy(syntax, at, relation).length > 1) features[`tree two ${relation}`] = 1
    const kind = kindOf(syntax, at)
    if (kind === 'dep' || kind === 'orphan' || kind === 'parataxis') features[`tree ${kind}`] = 1
  })
  return features
}

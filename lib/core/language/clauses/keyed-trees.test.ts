import { describe, expect, it } from 'vitest'
import { goldSentences } from '../gold/gold-fixture'
import { kindOf, syntaxOf } from '../spans/syntax'
import { appositionCandidates } from './apposition-patterns'
import { isAgent } from './parts'
import { readTrees } from './read-trees'

const syntaxes = goldSentences().map((sentence) => syntaxOf(sentence.tokens))

describe('on the keyed sentences', () => {
  it('the rule finds the agents that are keyed, and no others', () => {
    const where = (found: (syntax: (typeof syntaxes)[number], at: number) => boolean) =>
      syntaxes.flatMap((syntax, i) =>
        syntax.tokens.flatMap((token, at) =>
          found(syntax, at) ? [`${i + 1}: ${token.text}`] : [],
        ),
      )
    expect(where(isAgent)).toEqual(
      where((syntax, at) => syntax.tokens[at]?.relation === 'obl:agent'),
    )
  })

  it('three of four keyed appositions are possible ones: what rules them out leaves them', () => {
    let keyed = 0
    let suggested = 0
    for (const syntax of syntaxes) {
      const candidates = appositionCandidates(syntax)
      syntax.tokens.forEach((token, at) => {
        if (kindOf(syntax, at) !== 'appos') return
        keyed++
        if (candidates.some((one) => one.second === at && one.first === token.head)) suggested++
      })
    }
    expect(keyed).toBeGreaterThan(15)
    expect(suggested / keyed).toBeGreaterThan(0.75)
  })

  it('every clause with a finite verb of its own subject has that subject, and every sentence its main clause', () => {
    for (const sentence of goldSentences()) {
      const { clauses } = readTrees(sentence)
      const root = sentence.tokens.find((token) => token.head === -1)
      if (root?.upos === 'VERB') expect(clauses.some((clause) => clause.kind === 'main')).toBe(true)
      sentence.tokens.forEach((token) => {
        if (token.relation !== 'nsubj' || sentence.tokens[token.head]?.upos !== 'VERB') return
        const clause = clauses.find((one) => one.head === token.head)
        if (clause !== undefined) expect(clause.subject).not.toBeNull()
      })
    }
  })
})

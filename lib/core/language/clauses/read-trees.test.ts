import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sentence, type Token, UPOS } from '../tree'
import { readTrees } from './read-trees'
import type { Clause, Phrase } from './shapes'
import { BRIDGE, COUNCIL, keyed, MINERS, SONS, textOf } from './trees-fixture'

const words = (sentence: Sentence, phrase: Phrase | null | undefined) =>
  phrase == null ? null : textOf(sentence, phrase.from, phrase.to)

function clauseOf(sentence: Sentence, verb: string): Clause {
  const found = readTrees(sentence).clauses.find(
    (clause) => sentence.tokens[clause.verb.main]?.text === verb,
  )
  if (found === undefined) throw new Error(`No clause with the verb ${verb}.`)
  return found
}

describe('clauses', () => {
  it('a joined clause shares the subject of the one before', () => {
    const clause = clauseOf(COUNCIL, 'dismissed')
    expect(clause.kind).toBe('coordinated')
    expect(clause.parent).toBe(0)
    expect(words(COUNCIL, clause.subject)).toBe('The council')
    expect(clause.subject?.shared).toBe(true)
    expect(words(COUNCIL, clause.object)).toBe('her rivals')
  })

  it('the subject of another form is not shared', () => {
    const sentence = keyed(`
      He he PRON PRP 2 nsubj
      left leave VERB VBD 0 root
      and and CCONJ CC 4 cc
      going go VERB VBG 2 conj
      . . PUNCT . 2 punct`)
    expect(clauseOf(sentence, 'going').subject).toBeNull()
  })

  it('a passive has its agent, and a "by" with a year is none', () => {
    const clause = clauseOf(BRIDGE, 'built')
    expect(clause.verb).toMatchObject({ voice: 'passive', tense: 'past', aspect: 'perfect' })
    expect(words(BRIDGE, clause.agent?.inner)).toBe('two engineers')
    expect(clause.obliques.map((one) => [one.preposition, words(BRIDGE, one.inner)])).toEqual([
      ['by', '1902'],
    ])
  })

  it.each(['year', 'end', 'May'])('"by the %s" is no agent', (word) => {
    const sentence = keyed(`
      It it PRON PRP 3 nsubj:pass
      was be AUX VBD 3 aux:pass
      built build VERB VBN 0 root
      by by ADP IN 6 case
      the the DET DT 6 det
      ${word} ${word.toLowerCase()} NOUN NN 3 obl`)
    expect(clauseOf(sentence, 'built').agent).toBeNull()
  })

  it('"by" in the active is no agent', () => {
    const sentence = keyed(`
      She she PRON PRP 2 nsubj
      stood stand VERB VBD 0 root
      by by ADP IN 5 case
      the the DET DT 5 det
      guards guard NOUN NNS 2 obl`)
    expect(clauseOf(sentence, 'stood').agent).toBeNull()
  })

  it('an adverbial clause has its marker, its sort and what is said of its subject', () => {
    const clause = clauseOf(BRIDGE, 'was')
    expect(clause).toMatchObject({ kind: 'adverbial', marker: 'because', sort: 'cause', parent: 0 })
    expect(clause.verb.copula).toBe(true)
    expect(words(BRIDGE, clause.predicate)).toBe('slow')
  })

  it.each(['since', 'as', 'while'])('"%s" leaves the sort open', (marker) => {
    const sentence = keyed(`
      ${marker} ${marker} SCONJ IN 3 mark
      he he PRON PRP 3 nsubj
      slept sleep VERB VBD 5 advcl
      they they PRON PRP 5 nsubj
      left leave VERB VBD 0 root`)
    expect(clauseOf(sentence, 'slept')).toMatchObject({ kind: 'adverbial', marker, sort: null })
  })

  it('reported speech names who says it; "not", modal and hedge are read', () => {
    const clause = clauseOf(MINERS, 'rise')
    expect(clause.kind).toBe('reported')
    expect(words(MINERS, clause.source?.who)).toBe('Miners , farmers and clerks who had votes')
    expect(clause.verb).toMatchObject({
      negated: true,
      modal: 'could',
      hedge: 'perhaps',
      tense: null,
    })
  })

  it('a relative clause hangs from its noun', () => {
    const clause = clauseOf(MINERS, 'had')
    expect(clause.kind).toBe('relative')
    expect(words(MINERS, clause)).toBe('who had votes')
  })

  it('perfect progressive, purpose, and what is given to whom', () => {
    expect(clauseOf(SONS, 'waiting').verb).toMatchObject({
      aspect: 'perfect progressive',
      form: 'infinitive',
      hedge: 'seem',
    })
    const clause = clauseOf(SONS, 'give')
    expect(clause.sort).toBe('purpose')
    expect(words(SONS, clause.indirectObject)).toBe('her')
    expect(words(SONS, clause.object)).toBe('the crown')
  })

  it('a heading without a verb has no clause', () => {
    const sentence = keyed(`
      The the DET DT 2 det
      harvest harvest NOUN NN 0 root`)
    expect(readTrees(sentence).clauses).toEqual([])
  })
})

describe('noun phrases, lists, appositions', () => {
  it('a noun phrase has quantity, possessor and of-phrase', () => {
    const sons = readTrees(SONS).nounPhrases.find((one) => one.head === 4)
    expect(words(SONS, sons)).toBe("The king 's two sons of the first marriage")
    expect(words(SONS, sons?.quantity)).toBe('two')
    expect(words(SONS, sons?.possessor)).toBe("The king 's")
    expect(sons?.ofPhrases.map((one) => words(SONS, one.inner))).toEqual(['the first marriage'])
  })

  it('a list has its members without "and"', () => {
    const [list] = readTrees(MINERS).coordinations
    expect(list?.members.map((one) => words(MINERS, one))).toEqual([
      'Miners',
      'farmers',
      'clerks who had votes',
    ])
    expect(list?.word).toBe('and')
  })

  it('an apposition is found between commas, and says what it explains', () => {
    const [apposition] = readTrees(COUNCIL).appositions
    expect(words(COUNCIL, apposition?.of)).toBe('Anna Berg')
    expect(words(COUNCIL, apposition?.by)).toBe('a lawyer from Ost')
  })

  it.each([
    ['a year in brackets', '1848'],
    ['the number of a note', '17'],
  ])('%s explains nobody', (_, text) => {
    const sentence = keyed(`
      Berg Berg PROPN NNP 5 nsubj
      ( ( PUNCT -LRB- 3 punct
      ${text} ${text} NUM CD 1 appos
      ) ) PUNCT -RRB- 3 punct
      won win VERB VBD 0 root`)
    expect(readTrees(sentence).appositions.filter((one) => one.confidence > 0.5)).toEqual([])
  })
})

describe('confidence', () => {
  it('falls where the tree is in doubt', () => {
    const subject = (sentence: Sentence) => readTrees(sentence).clauses[0]?.subject?.confidence ?? 0
    const doubtful: Sentence = {
      ...COUNCIL,
      tokens: COUNCIL.tokens.map((token) => ({
        ...token,
        headProbability: 0.6,
        relationProbability: 0.7,
        rivals: [{ head: 7, probability: 0.3 }],
      })),
    }
    expect(subject(COUNCIL)).toBeGreaterThan(0.9)
    expect(subject(doubtful)).toBeLessThan(subject(COUNCIL) - 0.2)
  })
})

const RELATIONS = (
  'root nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod det case mark cop aux aux:pass conj cc appos acl ' +
  'acl:relcl advcl ccomp xcomp parataxis flat compound compound:prt punct advmod nummod expl csubj fixed dep'
).split(' ')
const TEXTS = [
  ',',
  '(',
  ')',
  '“',
  '”',
  '—',
  ':',
  ';',
  'and',
  'by',
  'Anna',
  'was',
  'the',
  '1918',
  'not',
  'x',
]

const anyToken = fc.record({
  text: fc.constantFrom(...TEXTS),
  upos: fc.constantFrom(...UPOS),
  xpos: fc.constantFrom('NN', 'NNP', 'VBD', 'VBN', 'VBG', 'VB', 'MD', 'IN', ',', 'PRP$', 'WRB'),
  head: fc.integer({ min: -1, max: 24 }),
  headProbability: fc.double({ min: 0, max: 1, noNaN: true }),
  relation: fc.constantFrom(...RELATIONS),
  relationProbability: fc.double({ min: 0, max: 1, noNaN: true }),
  rivals: fc.array(
    fc.record({
      head: fc.integer({ min: -1, max: 24 }),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
})

describe('laws', () => {
  it('any heads, circles too: no crash, spans inside the sentence, confidences in [0, 1]', () => {
    fc.assert(
      fc.property(fc.array(anyToken, { maxLength: 25 }), (list) => {
        let at = 0
        const tokens = list.map((one): Token => {
          const start = at
          at += one.text.length + 1
          const end = start + one.text.length
          return { ...one, start, end, lemma: one.text, uposProbability: 0.9 }
        })
        const sentence = { start: 0, end: tokens.at(-1)?.end ?? 0, tokens }
        visit(readTrees(sentence), (phrase) => {
          if ('confidence' in phrase) within(phrase.confidence, 0, 1)
          if ('start' in phrase) within(phrase.start, 0, sentence.end)
          if ('start' in phrase && 'end' in phrase)
            within(phrase.end, Number(phrase.start) + 1, sentence.end)
          if ('from' in phrase && 'to' in phrase)
            within(phrase.to, Number(phrase.from) + 1, tokens.length)
        })
      }),
      { numRuns: 400, seed: 6 },
    )
  })
})

function within(value: unknown, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

/** Every record in what was read. */
function visit(value: unknown, check: (record: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, check)
  else if (typeof value === 'object' && value !== null) {
    const record: Record<string, unknown> = { ...value }
    check(record)
    for (const one of Object.values(record)) visit(one, check)
  }
}

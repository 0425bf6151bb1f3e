/** The object or the doer is asked: "Parliament passed the Quartering Act" → "Which act did Parliament pass?" */
import { childrenBy, holds, lower } from '@/lib/core/language/spans/syntax'
import type { Ask, Fact } from '../fact'
import { joined } from '../phrase'
import { mentionAt, type NounAnswer, nounAnswer } from './answers'
import { around, type Clausal, clauseFact, spanAt, withBefore } from './asked'
import { pointingOf } from './pointing'
import { tellingOf } from './telling'
import { fronted } from './verb-words'
import { wordsAt } from './wording'

/** Verbs that mean little without their object. */
const LIGHT = new Set(
  'have make take give do get play put keep show see become include be set bring hold find lose pay raise mean live shake strike draw lend form express wear'.split(
    ' ',
  ),
)

const CONTROL = new Set(
  'enable allow compel force require help cause lead permit persuade encourage ask'.split(' '),
)

export function objectAsked(asking: Clausal): Fact | null {
  const { layout, syntax, wording } = asking
  const { clause, verb, subject } = layout
  if (clause.object === null || clause.verb.negated || clause.verb.voice === 'passive') return null
  if (childrenBy(syntax, clause.head, 'ccomp', 'xcomp').length > 0) return null
  // "enabled the sultan to …": what is asked does something itself.
  if (
    CONTROL.has(syntax.tokens[clause.head]?.lemma ?? '') &&
    childrenBy(syntax, clause.head, 'advcl').length > 0
  )
    return null
  const piece = layout.rest.find((one) => one.at === clause.object?.head)
  const front = fronted(layout, syntax, wording)
  if (piece === undefined || front === null) return null
  const asked = nounAnswer(asking, piece)
  if (asked === null) return null
  const lemma = syntax.tokens[clause.verb.main]?.lemma.toLowerCase() ?? ''
  if (NAMING.has(lemma) || (asked.mention === null && LIGHT.has(lemma))) return null
  if (ASPECT.has(lemma) || lemma === 'include' || isCognate(lemma, asked.answer.text)) return null
  if (VIEWING.has(lemma) && piece.positions.some((at) => lower(syntax, at) === 'as')) return null
  const parts = around(asking, piece)
  if (parts.said.length === 0 && isAgentOfMuch(asking)) return null
  if (asked.mention === null && !tellsObject(asking, parts.said)) return null
  if (asked.mention === null && parts.after === '' && !isKnown(asking)) return null
  const word = whomOrWhat(asked)
  return clauseFact(asking, {
    kind: asked.kind,
    construction: asked.mention === null ? 'what-object' : `${asked.answer.type}-object`,
    ask: frontedAsk(asking, front, parts, word),
    answer: asked.answer,
    said: [...subject.positions, ...verb, ...parts.said],
    part: Math.min(asked.probability, clause.object.confidence),
    base: asked.mention === null ? 0.74 : 0.84,
  })
}

/** "By whom" + "was" + "the act" + "passed in 1765": with what stands before and after. */
const frontedAsk = (
  { layout, wording }: Clausal,
  front: { readonly auxiliary: string; readonly verb: string },
  parts: ReturnType<typeof around>,
  word: string,
): Ask => ({
  way: 'fronted',
  word: withBefore(parts.before, word),
  auxiliary: front.auxiliary,
  subject: wordsAt(wording, layout.subject.positions),
  rest: joined(front.verb, parts.after),
})

/** What is begun or ended is no thing that one does. */
const ASPECT = new Set('start begin finish end continue stop resume complete open'.split(' '))

/** "viewed the boy as a man": what stands after "as" is said of the object. */
const VIEWING = new Set(
  'view see regard treat describe know define recognise recognize perceive depict portray'.split(
    ' ',
  ),
)

/** "lived a life", "died a death", "sang a song": the verb says it already. */
function isCognate(lemma: string, answer: string): boolean {
  const stem = lemma.replace(/[ey]$/, '').slice(0, 4)
  const noun = answer.toLowerCase().split(' ')
  return noun.some(
    (word) =>
      word.startsWith(stem) ||
      (/^(?:live|die|sing)$/.test(lemma) && /^(?:life|lives|death|songs?)$/.test(word)),
  )
}

/**
 * "What did the settlers dislike?": of a common noun, the words beside subject and verb must say which; in what always
 * holds, a subject of several words may do.
 */
function tellsObject({ layout, sentence, syntax }: Clausal, said: readonly number[]): boolean {
  const beside = tellingOf(sentence, syntax, said)
  if (beside.anchors > 0 || beside.words >= 2) return true
  const { words, anchors } = tellingOf(sentence, syntax, layout.subject.positions)
  return layout.clause.verb.tense === 'present' && words + anchors + beside.words >= 3
}

/** "What does the brain pull?": with nothing after the verb, the subject must be more than one common word. */
function isKnown({ layout, sentence, syntax }: Clausal): boolean {
  const { words, anchors } = tellingOf(sentence, syntax, layout.subject.positions)
  return words + anchors >= 2
}

/** A person is met, a school is opened. */
const whomOrWhat = ({ word, answer }: NounAnswer): string =>
  word !== 'Who' ? word : answer.type === 'organisation' ? 'What' : 'Whom'

/** "refused to follow the Quartering Act" → "Which act did … refuse to follow?": of names alone. */
export function innerObjectAsked(asking: Clausal): Fact | null {
  const { layout, syntax, wording, sentence } = asking
  const { clause, verb, subject } = layout
  const inner = layout.rest.find((piece) => piece.relation === 'xcomp')
  if (inner === undefined || clause.verb.negated || clause.object !== null) return null
  if (syntax.tokens[inner.at]?.xpos !== 'VB') return null
  const [object] = childrenBy(syntax, inner.at, 'obj')
  const reach = object === undefined ? undefined : syntax.reach[object]
  const front = fronted(layout, syntax, wording)
  if (object === undefined || reach === undefined || front === null) return null
  const isOf = (at: number) => holds(reach, at)
  const piece = {
    at: object,
    head: object,
    relation: 'obj',
    positions: inner.positions.filter(isOf),
  }
  const asked = nounAnswer(asking, piece)
  if (asked?.mention === null || asked === null || sentence.quoted) return null
  const left = { ...inner, positions: inner.positions.filter((at) => !isOf(at)) }
  const outer = { ...layout, rest: layout.rest.map((one) => (one === inner ? left : one)) }
  const parts = around({ ...asking, layout: outer }, piece)
  const word = whomOrWhat(asked)
  return clauseFact(asking, {
    kind: asked.kind,
    construction: `${asked.answer.type}-inner-object`,
    ask: frontedAsk(asking, front, parts, word),
    answer: asked.answer,
    said: [...subject.positions, ...verb, ...parts.said],
    part: Math.min(asked.probability, syntax.tokens[object]?.headProbability ?? 0),
    base: 0.82,
  })
}

/** Words of a way to do something that a learner can be asked to say. */
const LONGEST_WAY = 14

/** "What did Lenin announce?": persons, peoples and countries have done much of a sort. */
function isAgentOfMuch({ layout, sentence }: Clausal): boolean {
  const type = mentionAt(sentence, layout.subject)?.value.type
  return (
    layout.clause.verb.tense === 'past' &&
    (type === 'person' || type === 'people' || type === 'place')
  )
}

/** What is said of their object stands right after it: "called the prospect illusory". */
const NAMING = new Set(
  'call name term consider declare deem label dub regard render elect appoint nickname'.split(' '),
)

/** "protested the act by refusing to buy goods" → "How did … protest the act?" */
export function wayAsked(asking: Clausal): Fact | null {
  const { layout, syntax, wording } = asking
  const { clause, verb, subject } = layout
  const piece = layout.rest.find(
    (one) => one.relation === 'advcl' && lower(syntax, one.positions[0] ?? 0) === 'by',
  )
  const front = fronted(layout, syntax, wording)
  if (piece === undefined || front === null || clause.verb.negated) return null
  const length = piece.positions.length
  if (syntax.tokens[piece.at]?.xpos !== 'VBG' || length < 4 || length > LONGEST_WAY) return null
  if (pointingOf(wording, syntax, piece.positions, []) !== 'none') return null
  const parts = around(asking, piece)
  return clauseFact(asking, {
    kind: 'cause',
    construction: 'how-by',
    ask: {
      way: 'fronted',
      word: withBefore(parts.before, 'How'),
      auxiliary: front.auxiliary,
      subject: wordsAt(wording, subject.positions),
      rest: joined(front.verb, parts.after),
    },
    answer: {
      text: wordsAt(wording, piece.positions),
      type: 'reason',
      grain: '',
      span: spanAt(asking.sentence, piece.positions),
      number: '',
    },
    said: [...subject.positions, ...verb, ...parts.said],
    part: syntax.tokens[piece.at]?.headProbability ?? 0,
    base: 0.84,
  })
}

export function agentAsked(asking: Clausal): Fact | null {
  const { layout, syntax, wording } = asking
  const { clause, verb, subject } = layout
  if (clause.agent === null || clause.verb.negated) return null
  const piece = layout.rest.find((one) => one.at === clause.agent?.head)
  const front = fronted(layout, syntax, wording)
  if (piece === undefined || front === null) return null
  const by = piece.positions.find((at) => lower(syntax, at) === 'by')
  const bare = { ...piece, positions: piece.positions.filter((at) => by !== undefined && at > by) }
  const asked = nounAnswer(asking, bare)
  if (asked === null) return null
  const parts = around(asking, piece)
  const word = asked.word === 'Who' ? 'By whom' : `By ${asked.word.toLowerCase()}`
  return clauseFact(asking, {
    kind: asked.kind,
    construction: asked.mention === null ? 'by-what' : 'by-whom-clause',
    ask: frontedAsk(asking, front, parts, word),
    answer: asked.answer,
    said: [...subject.positions, ...verb, ...parts.said],
    part: Math.min(asked.probability, clause.agent.confidence),
    base: asked.mention === null ? 0.76 : 0.87,
  })
}

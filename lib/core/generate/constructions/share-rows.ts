/** Shares of one whole, each with what it is: "74 per cent are A, 12 per cent B", "consists of 67 per cent A and 33 per cent B". */
import { type Fact, fact } from '../fact'
import { joined, rangeOf, say } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { amountAnswer, amountsIn } from './amounts'
import { type Frame, framesOf } from './frame'
import { sourcesOf } from './parts'
import { sayPlainly } from './say-plainly'

export function shareRows(sentence: ReadSentence, _next: unknown, reading: Reading): Fact[] {
  const shares = amountsIn(sentence).filter((m) => m.value.type === 'share')
  if (shares.length < 2) return []
  for (const frame of framesOf(sentence, reading)) {
    const asked = rowOf(frame, shares, reading) ?? partsOf(frame, shares)
    if (asked === null) continue
    return asked.flatMap(({ share, word, predicate }) => [
      fact({
        kind: 'share',
        construction: 'share-row',
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask: { way: 'subject', word, predicate: joined(predicate, frame.lead) },
        answer: amountAnswer(sentence, share),
        parallel: true,
        confidence: 0.88,
        signs: { ...frame.signs, mention: share.probability },
      }),
    ])
  }
  return []
}

type Share = ReturnType<typeof amountsIn>[number]
type Asked = { readonly share: Share; readonly word: string; readonly predicate: string }

/** "74 per cent of the judges are A, 12 per cent B, and 4 per cent C": the verb and the whole are said once. */
function rowOf(frame: Frame, shares: readonly Share[], reading: Reading): Asked[] | null {
  const { sentence, subjectRange } = frame
  const { tokens } = sentence
  const first = shares[0]
  if (first === undefined) return null
  const at = rangeOf(tokens, first)
  if (at.from !== subjectRange.from || tokens[at.to]?.lower !== 'of') return null
  const whole = sayPlainly(sentence, { from: at.to, to: subjectRange.to }, reading)
  const verb = say(sentence, { from: frame.verbFrom, to: frame.verbTo })
  const said = shares.map((share, i) => {
    const from = i === 0 ? frame.verbTo : rangeOf(tokens, share).to
    return predicateFrom(sentence, from, shares[i + 1])
  })
  if (whole === null || said.some((words) => words === null)) return null
  return shares.map((share, i) => ({
    share,
    word: `What share ${whole}`,
    predicate: joined(verb, said[i] ?? ''),
  }))
}

/** "consists of 67 per cent A and 33 per cent B" */
function partsOf(frame: Frame, shares: readonly Share[]): Asked[] | null {
  const { sentence, clause } = frame
  const { tokens } = sentence
  const lemma = tokens[clause.verb.main]?.lemma ?? ''
  const first = shares[0]
  if (first === undefined || !/^(?:consist|compose|comprise|contain|be)$/.test(lemma)) return null
  const start = rangeOf(tokens, first).from
  const between = tokens.slice(frame.verbTo, start).map((t) => t.lower)
  if (!/^(?:of)?$/.test(between.join(' '))) return null
  const said = shares.map((share, i) =>
    predicateFrom(sentence, rangeOf(tokens, share).to, shares[i + 1]),
  )
  if (said.some((words) => words === null)) return null
  const past = clause.verb.tense === 'past'
  return shares.map((share, i) => ({
    share,
    word: `What share of ${frame.subject}`,
    predicate: `${past ? 'was' : 'is'} made up of ${said[i] ?? ''}`,
  }))
}

/** What one of the row is: names and nouns up to the comma or "and" before the next; null where there is more. */
function predicateFrom(
  sentence: ReadSentence,
  from: number,
  next: Share | undefined,
): string | null {
  const { tokens } = sentence
  let to = next === undefined ? tokens.length : rangeOf(tokens, next).from
  while (to > from && /^(?:[,.;]|and|or)$/.test(tokens[to - 1]?.lower ?? '')) to--
  const words = tokens.slice(from, to)
  const plain = words.every((t) => /^(?:ADJ|NOUN|PROPN|NUM)$/.test(t.pos) || t.text === '-')
  return plain && words.length > 0 && words.length <= 5 ? say(sentence, { from, to }) : null
}

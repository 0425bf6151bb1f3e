import { type Fact, fact } from '../fact'
import type { Mention } from '../mentions/mention'
import { inside, joined } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { timeAnswer } from './parts'

/** "… a week before the mint was moved to Vienna on May 10 under …": a whole passive clause inside the sentence. */
export function movedTo(sentence: ReadSentence): Fact[] {
  const { tokens, view } = sentence
  if (sentence.quoted) return []
  const facts: Fact[] = []
  for (let i = 2; i < tokens.length - 2; i++) {
    const participle = tokens[i]
    const be = tokens[i - 1]
    if (participle?.pos !== 'VERB' || !/^(?:was|were)$/.test(be?.lower ?? '')) continue
    if (
      !/^(?:transferred|moved|removed|relocated|shifted|taken|brought|sent|exiled|deported)$/.test(
        participle.lower,
      )
    )
      continue
    const subject = nounPhraseBefore(sentence, i - 1)
    const place = sentence.mentions.find(
      (m) =>
        m.type === 'place' &&
        m.start > participle.end &&
        /\bto $/.test(view.text.slice(0, m.start)),
    )
    if (subject === null || place === undefined) continue
    const between = view.text.slice(participle.end, place.start)
    if (!/^(?: from [\p{L}. ]+)? to $/u.test(between)) continue
    facts.push(
      ...moveFacts(sentence, {
        subject,
        be: be?.lower ?? 'was',
        participle: participle.lower,
        place,
        between,
        from: i - 1,
      }),
    )
  }
  return facts
}

type Move = {
  subject: string
  be: string
  participle: string
  place: Mention
  between: string
  from: number
}

function moveFacts(sentence: ReadSentence, move: Move): Fact[] {
  const { view, tokens } = sentence
  const after = view.text.slice(move.place.end)
  const time = sentence.mentions.find(
    (m) =>
      m.type === 'date' &&
      m.start === move.place.end + 4 &&
      / on $/.test(view.text.slice(0, m.start)),
  )
  const lead = sentence.mentions.find(
    (m) => m.type === 'date' && /^On $/i.test(view.text.slice(0, m.start)),
  )
  const date = time ?? lead
  const under =
    /\b((?:under the threat|because|under threat|after|during) [^,.;]+)/.exec(
      time === undefined ? view.text : after,
    )?.[1] ?? ''
  const origin = /^ (from [\p{L}. ]+?) to $/u.exec(move.between)?.[1] ?? ''
  const clause = { start: tokens[move.from]?.start ?? 0, end: move.place.end }
  const year = date === undefined ? '' : `on ${date.text}`
  const facts = [
    fact({
      kind: 'place',
      construction: 'moved-where',
      sentence,
      clause: null,
      ask: {
        way: 'fronted',
        word: 'Where',
        auxiliary: move.be,
        subject: move.subject,
        rest: joined(move.participle, origin, year, under),
      },
      answer: {
        text: move.place.text,
        type: 'place',
        grain: move.place.grain,
        span: move.place,
        number: '',
      },
      confidence: 0.88,
    }),
  ]
  if (date !== undefined && clause.end > 0) {
    facts.push(
      fact({
        kind: 'date',
        construction: 'moved-when',
        sentence,
        ask: {
          way: 'fronted',
          word: 'On what date',
          auxiliary: move.be,
          subject: move.subject,
          rest: joined(move.participle, origin, `to ${move.place.text}`, under),
        },
        answer: timeAnswer(date),
        confidence: 0.88,
      }),
    )
  }
  return facts
}

/** The noun phrase that ends right before this token: "the capital" of "before the capital was". */
function nounPhraseBefore(sentence: ReadSentence, token: number): string | null {
  const { tokens } = sentence
  let from = token
  while (from > 0 && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from - 1]?.pos ?? '')) from--
  if (tokens[from - 1]?.pos === 'DET') from--
  return from === token ? null : inside(sentence, { from, to: token })
}

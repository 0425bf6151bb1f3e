/** Meetings: when and where a congress, a conference or the like was held. */
import { MEETINGS } from '@/lib/core/language/lexicon'
import { type Fact, fact } from '../fact'
import { isTime, type Mention } from '../mentions/mention'
import { inside, joined, say } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { mentionsIn, timeAnswer } from './parts'
import { prepositionBefore, timeWord } from './times'

const HELD = /^(?:held|met|sat|convened|gathered|opened|took place|was held|were held|assembled)$/

/** "The congress was held|met|sat in P from A to B" and ", held in P, May 3 to 9": where, and from when to when. */
export function heldFromTo(sentence: ReadSentence): Fact[] {
  if (sentence.quoted) return []
  return [...heldAsClause(sentence), ...heldAsApposition(sentence), ...meetingWithPeriod(sentence)]
}

function heldAsClause(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || clause.verb.negated) return []
  const verb = tokens[clause.verb.main]
  if (verb === undefined || !HELD.test(verb.lower)) return []
  if (!isMeeting(say(sentence, clause.head))) return []
  const rest = { from: clause.verb.to, to: clause.rest.to }
  return whereAndWhen(sentence, inside(sentence, clause.head), mentionsIn(sentence, rest), 0.93)
}

/** "… the Second Congress, held in Oslo, May 3 to 9, …" */
function heldAsApposition(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  const facts: Fact[] = []
  for (let i = 2; i < tokens.length; i++) {
    if (tokens[i]?.lower !== 'held' || tokens[i - 1]?.text !== ',') continue
    const name = eventBefore(sentence, tokens[i - 1]?.start ?? 0)
    if (name === null) continue
    let to = i + 1
    while (
      to < tokens.length &&
      to < i + 12 &&
      tokens[to]?.pos !== 'VERB' &&
      tokens[to]?.pos !== 'AUX'
    )
      to++
    const span = { start: name.start, end: tokens[to - 1]?.end ?? 0 }
    const inRange = sentence.mentions.filter(
      (m) => m.start >= (tokens[i]?.start ?? 0) && m.end <= span.end,
    )
    facts.push(...whereAndWhen(sentence, `the ${name.text}`, inRange, 0.93))
  }
  return facts
}

function eventBefore(sentence: ReadSentence, end: number): Mention | null {
  const last = sentence.mentions.filter((m) => m.end <= end && m.end >= end - 1).at(-1)
  if (last === undefined || (last.type !== 'event' && !isMeeting(last.text))) return null
  return last
}

const isMeeting = (name: string): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .some((w) => MEETINGS.has(w))

/** "at the first Congress of Councils, from July 2 to August 4, …" */
function meetingWithPeriod(sentence: ReadSentence): Fact[] {
  const { view, tokens } = sentence
  const facts: Fact[] = []
  for (const period of sentence.mentions.filter((m) => m.type === 'period')) {
    const before = view.text.slice(0, period.start)
    const sat =
      /, (?:which|that) (?:sat|met|was held|took place|convened|lasted) (?:in [\p{L} ]+ )?$/u.exec(
        before,
      )
    const comma = /, $/.exec(before)
    const at = sat ?? comma
    if (at === null) continue
    const name = sentence.mentions.filter((m) => m.end === at.index).at(-1)
    if (name === undefined || !isMeeting(name.text)) continue
    const ordinal =
      /\b(?:the )?((?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) )?$/i.exec(
        view.text.slice(0, name.start),
      )
    if (ordinal === null) continue
    const subject = `the ${ordinal[1] ?? ''}${name.text}`
    facts.push(periodFact(sentence, subject, period, 0.9))
  }
  return tokens.length > 0 ? facts : []
}

function whereAndWhen(
  sentence: ReadSentence,
  subject: string,
  mentions: readonly Mention[],
  confidence: number,
): Fact[] {
  const place = mentions.find(
    (m) => m.type === 'place' && / in $/.test(sentence.view.text.slice(0, m.start)),
  )
  const time = mentions.find(isTime)
  const facts: Fact[] = []
  if (
    time !== undefined &&
    (time.type === 'period' || prepositionBefore(sentence, time) !== null)
  ) {
    facts.push(periodFact(sentence, subject, time, confidence))
  }
  if (place !== undefined) {
    facts.push(
      fact({
        kind: 'place',
        construction: 'held-where',
        sentence,
        ask: {
          way: 'fronted',
          word: 'Where',
          auxiliary: 'was',
          subject,
          rest: joined('held', whenFor(subject, time)),
        },
        answer: { text: place.text, type: 'place', grain: place.grain, span: place, number: '' },
        confidence,
      }),
    )
  }
  return facts
}

/** The year that tells this meeting from others of its name; one with a number needs none. */
function whenFor(subject: string, time: Mention | undefined): string {
  if (ORDINAL.test(subject)) return ''
  const year = /\b(?:1\d{3}|20\d{2})\b/.exec(time?.text ?? '')
  return year === null ? '' : `in ${year[0]}`
}

const ORDINAL =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\p{L}+teenth|\p{L}+tieth|\d+(?:st|nd|rd|th))\b/iu

function periodFact(
  sentence: ReadSentence,
  subject: string,
  time: Mention,
  confidence: number,
): Fact {
  const word =
    time.type === 'period'
      ? 'From when to when'
      : (timeWord(prepositionBefore(sentence, time)?.word ?? '', time) ?? 'When')
  return fact({
    kind: time.type === 'period' ? 'period' : 'date',
    construction: 'held-when',
    sentence,
    ask: { way: 'fronted', word, auxiliary: 'was', subject, rest: 'held' },
    answer: timeAnswer(time),
    confidence,
  })
}

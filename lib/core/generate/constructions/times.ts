import { MEETINGS } from '@/lib/core/language/lexicon'
import { RELATIVES, SUBORDINATORS } from '@/lib/core/language/words'
import { type Fact, fact } from '../fact'
import { isTime, type Mention, within } from '../mentions/mention'
import { inside, joined, phrase, rangeOf, say, spanOf } from '../phrase'
import type { ReadSentence } from '../reading'
import { inverted, keptLead, mentionsIn, predicateEnd, timeAnswer } from './parts'

/** What a question asks for, by preposition and grain. "by 1715" is not "in 1715": it has a word of its own. */
export function timeWord(preposition: string, mention: Mention): string | null {
  if (mention.type === 'period') return betweenOrFrom(mention.text)
  switch (preposition) {
    case 'since':
      return 'Since when'
    case 'until':
    case 'till':
      return 'Until when'
    case 'by':
      return 'By when'
    case 'on':
      return mention.grain === 'day' || mention.grain === 'day of the year' ? 'On what date' : null
    case 'in':
    case 'during':
      if (mention.grain === 'year')
        return /^(?:early|late|mid)/.test(mention.text) ? 'When' : 'In what year'
      if (mention.grain === 'century') return 'In which century'
      return mention.grain === 'day of the year' ? null : 'When'
    default:
      return null
  }
}

function betweenOrFrom(text: string): string {
  if (!/^between/i.test(text)) return 'From when to when'
  return /^between \d{4} and \d{4}$/i.test(text) ? 'Between which years' : 'Between which two dates'
}

/** The preposition right before a mention ("in", "on the", "in the early …"), with where it starts. */
function prepositionBefore(
  sentence: ReadSentence,
  mention: Mention,
): { word: string; start: number } | null {
  if (/^(?:from|between)/i.test(mention.text))
    return { word: mention.text.split(' ')[0]?.toLowerCase() ?? '', start: mention.start }
  const match = /\b(in|on|by|since|until|till|during)( the)? $/i.exec(
    sentence.view.text.slice(0, mention.start),
  )
  if (match === null) return null
  return { word: (match[1] ?? '').toLowerCase(), start: match.index }
}

/** A question with more words after its subject asks for patience, not for the date. */
const LONGEST_REST = 18

/** "On 3 March 1918 the treaty was signed." → On what date was the treaty signed? */
export function whenHappened(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || sentence.quoted || clause.verb.negated) return []
  const end = predicateEnd(tokens, clause.verb.to, clause.rest.to)
  const main = { from: clause.verb.to, to: end }
  const times = [
    ...clause.leads.flatMap((l) => mentionsIn(sentence, l)),
    ...mentionsIn(sentence, main),
  ].filter(isTime)
  const time = times[0]
  const parts = inverted(sentence, clause)
  if (times.length !== 1 || time === undefined || parts === null || clause.verb.copula) return []
  const preposition = prepositionBefore(sentence, time)
  const word = preposition === null ? null : timeWord(preposition.word, time)
  if (preposition === null || word === null) return []
  const mainSpan = spanOf(tokens, main)
  const inMain = time.start >= mainSpan.start && main.to > main.from
  // In the rest, the time must belong to the main verb: no noun phrase with a verb of its own before it.
  if (inMain && !belongsToVerb(sentence, preposition.start)) return []
  // "Forming in the summer of 1765, …": in a lead, the time must be all of it.
  const own = clause.leads.find((l) => within(time, spanOf(tokens, l)))
  if (own !== undefined && (tokens[own.from]?.start ?? 0) !== preposition.start) return []
  const lead = keptLead(sentence, clause, time)
  if (lead === null) return []
  const restBefore = inMain
    ? phrase(sentence, { start: mainSpan.start, end: preposition.start })
    : say(sentence, main)
  const restAfter = inMain ? phrase(sentence, { start: time.end, end: mainSpan.end }) : ''
  const rest = joined(parts.verb, restBefore, restAfter, lead)
  if (rest.split(' ').length > LONGEST_REST) return []
  return [
    fact({
      kind: time.type === 'period' ? 'period' : 'date',
      construction: clause.verb.passive ? 'when-was' : 'when-did',
      sentence,
      alsoFrom: sourcesOf(sentence),
      ask: { way: 'fronted', word, auxiliary: parts.auxiliary, subject: parts.subject, rest },
      answer: timeAnswer(time),
      confidence: clause.verb.passive ? 0.87 : 0.82,
    }),
  ]
}

const sourcesOf = (sentence: ReadSentence): ReadSentence[] => [
  ...new Set(
    sentence.resolved.flatMap((r) => (r.from === null || r.from === sentence ? [] : [r.from])),
  ),
]

/** No subordinate clause, relative or participle stands between the verb and the time. */
function belongsToVerb(sentence: ReadSentence, start: number): boolean {
  const { clause, tokens } = sentence
  if (clause === null) return false
  for (let i = clause.verb.to; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || token.start >= start) return true
    if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      RELATIVES.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      /^(?:how|what|to)$/.test(token.lower)
    ) {
      // "moved to Moscow on 10 March": "to" before a name is no infinitive.
      if (token.lower === 'to' && tokens[i + 1]?.pos !== 'VERB') continue
      return false
    }
    if (/^[(“:;–—]$/.test(token.text)) return false
    // After a comma only the time itself belongs to the verb ("…, on 3 March").
    if (token.text === ',' && (tokens[i + 1]?.start ?? 0) < start) return false
  }
  return true
}

const HELD = /^(?:held|met|sat|convened|gathered|opened|took place|was held|were held|assembled)$/

/** "The congress was held|met|sat in P from A to B" and ", held in P, March 6 to 8": where, and from when to when. */
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

/** "… the Seventh Congress, held in Petrograd, March 6 to 8, …" */
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

/** "at the first Congress of Councils, from May 26 to June 4, …" */
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
          rest: joined('held', whenFor(time)),
        },
        answer: { text: place.text, type: 'place', grain: place.grain, span: place, number: '' },
        confidence,
      }),
    )
  }
  return facts
}

/** The month or year that tells this meeting from others of its name. */
function whenFor(time: Mention | undefined): string {
  const year = /\b(?:1\d{3}|20\d{2})\b/.exec(time?.text ?? '')
  if (year !== null) return `in ${year[0]}`
  const month =
    /January|February|March|April|May|June|July|August|September|October|November|December/.exec(
      time?.text ?? '',
    )
  return month === null ? '' : `in ${month[0]}`
}

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

/** "James II, who ruled from 1685 to 1688" → From when to when did James II rule? */
export function relativePeriod(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  const facts: Fact[] = []
  if (sentence.quoted) return facts
  for (const time of sentence.mentions.filter((m) => m.type === 'period' && /^from/.test(m.text))) {
    const at = rangeOf(tokens, time).from
    const verb = tokens[at - 1]
    const who = tokens[at - 2]
    if (verb?.pos !== 'VERB' || who?.lower !== 'who' || verb.lower === verb.lemma) continue
    const person = sentence.mentions.find(
      (m) => m.type === 'person' && m.end <= who.start && m.end >= who.start - 2,
    )
    if (person === undefined) continue
    facts.push(
      fact({
        kind: 'period',
        construction: 'who-from-to',
        sentence,
        ask: {
          way: 'fronted',
          word: 'From when to when',
          auxiliary: 'did',
          subject: person.text,
          rest: verb.lemma,
        },
        answer: timeAnswer(time),
        confidence: 0.92,
      }),
    )
  }
  return facts
}

/** "… before the capital was transferred to Moscow on March 10 under …": a whole passive clause inside the sentence. */
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

/** "published a daily paper (from … to …). This was the Herald", "became a weekly, from April 20 until June". */
export function paperRhythm(
  sentence: ReadSentence,
  next: ReadSentence | null,
  papers: ReadonlySet<string>,
): Fact[] {
  const { view } = sentence
  const match =
    /\b(was|is|became|published) (?:only )?(a (daily|weekly|monthly|quarterly|fortnightly)(?: (?:paper|newspaper|journal|magazine))?),? \(?$/
  const facts: Fact[] = []
  for (const period of sentence.mentions.filter((m) => m.type === 'period')) {
    const rhythm = match.exec(view.text.slice(0, period.start))
    if (rhythm === null) continue
    const own = sentence.resolved.filter((r) => r.end <= rhythm.index).at(-1)?.text ?? null
    const told = rhythm[1] === 'published' && next !== null ? thisWas(next, papers) : null
    const paper = own?.startsWith('the newspaper') ? own : (told ?? ownPaper(sentence, papers))
    if (paper === null) continue
    facts.push(
      fact({
        kind: 'period',
        construction: 'rhythm-from-to',
        sentence,
        alsoFrom: told === null || next === null ? [] : [next],
        ask: {
          way: 'fronted',
          word: 'From when to when',
          auxiliary: 'was',
          subject: paper,
          rest: `a ${rhythm[3]}`,
        },
        answer: timeAnswer(period),
        parallel: true,
        confidence: 0.93,
      }),
    )
  }
  return facts
}

function thisWas(next: ReadSentence, papers: ReadonlySet<string>): string | null {
  if (!/^(?:This|It) was /.test(next.view.text)) return null
  return ownPaper(next, papers)
}

const ownPaper = (sentence: ReadSentence, papers: ReadonlySet<string>): string | null => {
  const name = sentence.mentions.find((m) => m.type === 'work' && papers.has(m.text))
  return name === undefined ? null : `the newspaper ${name.text}`
}

/** "the Commune (which lasted two months and ten days)" → How long did the Commune last? */
export function relativeDuration(sentence: ReadSentence): Fact[] {
  const { view } = sentence
  if (sentence.quoted) return []
  const facts: Fact[] = []
  for (const time of sentence.mentions.filter((m) => m.type === 'duration')) {
    const before = view.text.slice(0, time.start)
    const match = /(?:,| \() ?(?:which|that) (?:had )?lasted (?:for )?$/.exec(before)
    if (match === null) continue
    const name = sentence.mentions
      .filter((m) => m.end === match.index && /^(?:event|organisation|name|work)$/.test(m.type))
      .at(-1)
    if (name === undefined) continue
    const the = /\bthe $/i.test(view.text.slice(0, name.start)) ? 'the ' : ''
    facts.push(
      fact({
        kind: 'duration',
        construction: 'lasted',
        sentence,
        ask: {
          way: 'fronted',
          word: 'How long',
          auxiliary: 'did',
          subject: `${the}${name.text}`,
          rest: 'last',
        },
        answer: { text: time.text, type: 'duration', grain: time.grain, span: time, number: '' },
        confidence: 0.9,
      }),
    )
  }
  return facts
}

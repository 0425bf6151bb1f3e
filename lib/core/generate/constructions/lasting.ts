import { type Fact, fact } from '../fact'
import { rangeOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { timeAnswer } from './parts'

/** "Olaf III, who ruled from 1067 to 1093" → From when to when did Olaf III rule? */
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

/** "published a daily paper (from … to …). This was the Herald", "became a weekly, from July 20 until October". */
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

/** "the Siege (which lasted three weeks)" → How long did the Siege last? */
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

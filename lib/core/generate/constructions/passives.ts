import type { Fact } from '../fact'
import type { Mention } from '../mentions/mention'
import { inside, joined, rangeOf, say } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { aliasAfter, inverted, keptLead, personsIn } from './parts'
import { personFact } from './persons'
import { predicateEnd } from './predicate'

/** "The Herald was edited at first by A, B and C." → By whom was the Herald edited at first? */
export function byWhom(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  if (sentence.quoted) return []
  const facts: Fact[] = []
  for (let i = 2; i < tokens.length; i++) {
    if (tokens[i]?.lower !== 'by') continue
    const passive = passiveBefore(sentence, i)
    if (passive === null) continue
    const persons = personsFrom(sentence, i + 1)
    if (persons.length === 0) continue
    const rest = joined(passive.rest, purposeAfter(sentence, persons))
    // "By whom was A described?": for what, the question must say.
    if (`${passive.subject} ${rest}`.split(' ').length < SHORTEST) continue
    facts.push(
      personFact(
        sentence,
        persons,
        { way: 'fronted', word: 'By whom', ...passive, rest },
        'by-whom',
        0.85,
      ),
    )
  }
  return facts
}

/** Words of subject and predicate that a question about the doer needs. */
const SHORTEST = 4

/** "… by A to serve in the navy", "… by A as the best": what follows the doer, up to the end of the statement. */
function purposeAfter(sentence: ReadSentence, persons: readonly Mention[]): string {
  const { tokens } = sentence
  const last = persons.at(-1)
  const from = last === undefined ? -1 : rangeOf(tokens, last).to
  if (from < 0 || !/^(?:to|as|in|at|for|on)$/.test(tokens[from]?.lower ?? '')) return ''
  const end = predicateEnd(tokens, from, sentence.clause?.rest.to ?? tokens.length)
  return end - from > 16 ? '' : say(sentence, { from, to: end })
}

/** The subject and verb of "X was edited (at first) by": X is the clause's subject, or "it" standing for it. */
function passiveBefore(
  sentence: ReadSentence,
  by: number,
): { auxiliary: string; subject: string; rest: string } | null {
  const { tokens, clause } = sentence
  if (clause === null) return null
  let verb = by - 1
  while (verb > 0 && verb > by - 5 && tokens[verb]?.pos !== 'VERB') verb--
  const participle = tokens[verb]
  if (participle?.pos !== 'VERB' || /ing$/.test(participle.lower)) return null
  let be = verb - 1
  while (tokens[be]?.pos === 'ADV') be--
  const auxiliary = tokens[be]
  if (auxiliary === undefined || !/^(?:was|were|is|are)$/.test(auxiliary.lower)) return null
  const rest = say(sentence, { from: be + 1, to: by })
  if (be >= clause.verb.from && be < clause.verb.to) {
    const parts = inverted(sentence, clause)
    const lead = keptLead(sentence, clause)
    return parts === null || lead === null
      ? null
      : { auxiliary: auxiliary.lower, subject: parts.subject, rest: joined(rest, lead) }
  }
  // "X was the organ …, and it was edited by …": the pronoun of a coordinated clause is its subject.
  const pronoun = tokens[be - 1]
  const and = tokens[be - 2]
  const isShared = pronoun?.lower === 'and' || (pronoun?.lower === 'it' && and?.lower === 'and')
  if (!isShared || auxiliary.lower !== 'was') return null
  if (personsIn(sentence, clause.head).length > 0) return null
  return { auxiliary: 'was', subject: inside(sentence, clause.head), rest }
}

/** The run of persons that starts at this token: "A, B and C". */
function personsFrom(sentence: ReadSentence, from: number): readonly Mention[] {
  const { tokens } = sentence
  const persons: Mention[] = []
  let i = from
  while (i < tokens.length) {
    const token = tokens[i]
    if (token === undefined) break
    const person = sentence.mentions.find((m) => m.type === 'person' && m.start === token.start)
    if (person !== undefined) {
      persons.push(person)
      i = rangeOf(tokens, person).to
      const alias = aliasAfter(sentence, person.end)
      if (alias !== null) while (i < tokens.length && (tokens[i - 1]?.text ?? '') !== ')') i++
      continue
    }
    const joins = token.text === ',' || token.lower === 'and'
    if (!joins || persons.length === 0) break
    const next = tokens[i + 1]
    const goesOn =
      next !== undefined &&
      (next.lower === 'and' ||
        sentence.mentions.some((m) => m.type === 'person' && m.start === next.start))
    if (!goesOn) break
    i++
  }
  // A person of a longer phrase ("by the Holm of …", "by Holm's friends") is not the answer.
  if (tokens[i]?.lower === "'s" || tokens[i]?.text === '’') return []
  return persons
}

const OFFICES: ReadonlyMap<string, string> = new Map([
  ['editorship', 'edited'],
  ['leadership', 'led'],
  ['direction', 'directed'],
  ['command', 'commanded'],
  ['chairmanship', 'chaired'],
  ['presidency', 'presided over'],
  ['supervision', 'supervised'],
  ['guidance', 'guided'],
])

/** "This was the Herald, …, under the editorship of A, B and C." → Who edited the newspaper Herald? */
export function underOffice(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  const facts: Fact[] = []
  for (let i = 0; i + 3 < tokens.length; i++) {
    const verb = OFFICES.get(tokens[i + 2]?.lower ?? '')
    if (
      verb === undefined ||
      tokens[i]?.lower !== 'under' ||
      tokens[i + 1]?.lower !== 'the' ||
      tokens[i + 3]?.lower !== 'of'
    )
      continue
    const persons = personsFrom(sentence, i + 4)
    const object = nameBefore(sentence, i)
    if (persons.length === 0 || object === null) continue
    const previous = /^(?:this|it)$/.test(tokens[0]?.lower ?? '') ? sentence.previous : null
    const when = previous !== null && /\bat first\b/.test(previous.view.text) ? ' at first' : ''
    const made = personFact(
      sentence,
      persons,
      { way: 'subject', word: 'Who', predicate: `${verb} ${object}${when}` },
      'under-office',
      0.92,
    )
    facts.push(previous === null || when === '' ? made : { ...made, alsoFrom: [previous] })
  }
  return facts
}

/** The last named work, body or event before this token, as a question names it. */
function nameBefore(sentence: ReadSentence, token: number): string | null {
  const place = sentence.tokens[token]?.start ?? 0
  const names = sentence.mentions.filter(
    (m) => m.end <= place && /^(?:work|organisation|event)$/.test(m.type),
  )
  const work = names.find((m) => m.type === 'work') ?? names.at(-1)
  if (work === undefined) return null
  const replaced = sentence.resolved.find((r) => r.start <= work.start && work.end <= r.end)
  return replaced?.text ?? `the ${work.text}`
}

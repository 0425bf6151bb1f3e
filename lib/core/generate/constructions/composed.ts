import { smallNumber } from '@/lib/core/language/words'
import { type Ask, type Fact, fact, type ListElement } from '../fact'
import { inside, phrase, rangeOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { listFact } from './list-fact'
import { splitList } from './list-items'

const COMPOSED =
  /\b(?:(was|is|were|are) (?:composed|made up|comprised) of|(consists?|consisted) of) /

/** "…, which was composed of 160 A, 125 B and 7 C." → the list, and how many of each. */
export function composedOf(sentence: ReadSentence): Fact[] {
  const { view, tokens } = sentence
  if (sentence.quoted) return []
  const match = COMPOSED.exec(view.text)
  if (match === null || view.text.slice(match.index).includes(':')) return colonCounts(sentence)
  const start = match.index + match[0].length
  const stop = /[.;]|, (?:which|who|where|lined|that)\b/.exec(view.text.slice(start))
  const span = { start, end: stop === null ? view.text.length : start + stop.index }
  const elements = splitList(sentence, span)
  const subject = composedSubject(sentence, match.index)
  if (elements === null || subject === null || elements.length < 2) return []
  // "the products": which, only the text around knows.
  if (/^the /.test(subject.text) && !/ of |\p{Lu}/u.test(subject.text)) return []
  const ask: Ask =
    match[1] === undefined
      ? {
          way: 'fronted',
          word: 'What',
          auxiliary: match[2] === 'consisted' ? 'did' : match[2] === 'consists' ? 'does' : 'do',
          subject: subject.text,
          rest: 'consist of',
        }
      : {
          way: 'fronted',
          word: 'What',
          auxiliary: match[1],
          subject: subject.text,
          rest: 'composed of',
        }
  // "consists of two chambers, A and B": the first names what the others are.
  const group = groupOf(elements)
  if (group !== null && ask.way === 'fronted') {
    const asked = { ...ask, word: `Which ${group}` }
    return [listFact(sentence, 'composed-of', asked, elements.slice(1), 0.9, subject.from)]
  }
  const counted = elements.filter((e) => /^\d/.test(e.text)).length === elements.length
  const list = listFact(
    sentence,
    'composed-of',
    counted ? withCounts(ask) : ask,
    elements,
    elements.length > 2 ? 0.92 : 0.84,
    subject.from,
  )
  return tokens.length === 0
    ? []
    : [list, ...counts(sentence, span.start, span.end, subject.text, subject.from)]
}

function groupOf(elements: readonly ListElement[]): string | null {
  const first = elements[0]?.text ?? ''
  const n = smallNumber(first.split(' ')[0] ?? '')
  return n !== undefined && n === elements.length - 1 && /s$/.test(first) ? first : null
}

const withCounts = (ask: Ask): Ask =>
  ask.way === 'fronted' ? { ...ask, rest: `${ask.rest}, with how many of each` } : ask

/** What is composed: the clause's subject, or what "which" stands for. */
function composedSubject(
  sentence: ReadSentence,
  verbStart: number,
): { text: string; from: ReadSentence[] } | null {
  const { clause, tokens, view } = sentence
  const at = rangeOf(tokens, { start: verbStart, end: verbStart + 1 }).from
  if (clause !== null && at >= clause.verb.from && at <= clause.verb.to)
    return { text: inside(sentence, clause.head), from: [] }
  if (tokens[at - 1]?.lower !== 'which' || tokens[at - 2]?.text !== ',') return null
  const before = view.text.slice(0, tokens[at - 2]?.start ?? 0)
  const noun = /\b(the [^,;:]*)$/i.exec(before)
  if (noun?.[1] === undefined) return null
  const relative = /^(the .+?) that (it|he|she|they) (\p{L}+)$/u.exec(
    noun[1].slice(noun[1].lastIndexOf('the ')),
  )
  if (relative === null)
    return / that | which /.test(noun[1])
      ? null
      : { text: phrase(sentence, { start: noun.index, end: before.length }), from: [] }
  const { previous } = sentence
  const head = previous?.clause?.head
  // "Its … that it elected": the one thing spoken of is the subject of the sentence before.
  if (relative[2] === 'it' && /^Its /.test(view.text) && previous !== null && head !== undefined) {
    const owner = inside(previous, head)
    return { text: `${relative[1]} that ${owner} ${relative[3]}`, from: [previous] }
  }
  return { text: relative[1] ?? '', from: [] }
}

/** Counts in a list after a colon: "was composed of three groups: 160 A, 12 B and 7 C". */
function colonCounts(sentence: ReadSentence): Fact[] {
  const { clause, tokens, view } = sentence
  const colon = tokens.findIndex((t) => t.text === ':')
  if (clause === null || colon < 0 || !COMPOSED.test(view.text.slice(0, tokens[colon]?.start)))
    return []
  return counts(
    sentence,
    tokens[colon]?.end ?? 0,
    view.text.length,
    inside(sentence, clause.head),
    [],
  )
}

/** The counts worth a card of their own: those of ten and more. */
function counts(
  sentence: ReadSentence,
  start: number,
  end: number,
  subject: string,
  from: readonly ReadSentence[],
): Fact[] {
  return sentence.mentions
    .filter(
      (m) => m.type === 'number' && m.start >= start && m.end <= end && /^\d{2,}$/.test(m.text),
    )
    .flatMap((m) => {
      const noun = /^ ([^,;:.()]+?)(?= and \d|,|;|\.|$| \()/.exec(
        sentence.view.text.slice(m.end, end),
      )?.[1]
      if (noun === undefined) return []
      // "125 S-Rs" beside "7 Right S-Rs": of whom the number is, the noun alone does not say.
      if (
        new RegExp(`\\p{L} ${noun.replace(/[^\p{L} -]/gu, '.')}(?= and |,|;|\\.|$| \\()`, 'u').test(
          sentence.view.text.slice(start, end),
        )
      )
        return []
      return [
        fact({
          kind: 'count',
          construction: 'count-in',
          sentence,
          alsoFrom: [
            ...from,
            ...sentence.resolved.flatMap((r) =>
              r.from === null || r.from === sentence ? [] : [r.from],
            ),
          ],
          ask: { way: 'subject', word: `How many ${noun}`, predicate: `were in ${subject}` },
          answer: { text: m.text, type: 'number', grain: 'members', span: m, number: m.text },
          parallel: true,
          confidence: 0.88,
        }),
      ]
    })
}

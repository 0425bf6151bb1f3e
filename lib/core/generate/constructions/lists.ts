/** Enumerations: numbered blocks after a sentence that announces them, lists after a colon, "X is composed of A, B and C". */
import type { Token } from '@/lib/core/language/tag'
import { viewOf } from '@/lib/core/language/view'
import { smallNumber } from '@/lib/core/language/words'
import type { Block } from '@/lib/core/passages/passage'
import { type Ask, type Fact, fact, type ListElement } from '../fact'
import { inside, joined, phrase, rangeOf, say, tidy } from '../phrase'
import type { Reading, ReadSentence } from '../reading'
import { splitList } from './list-items'
import { inverted } from './parts'
import { nameAll, numberWord } from './persons'

/** Lists longer than this are no one card. */
export const LONGEST_LIST = 20

const listFact = (
  sentence: ReadSentence,
  construction: string,
  ask: Ask,
  elements: readonly ListElement[],
  confidence: number,
  alsoFrom: readonly ReadSentence[] = [],
): Fact =>
  fact({
    kind: 'list',
    construction,
    sentence,
    alsoFrom: [
      ...new Set([
        ...alsoFrom,
        ...sentence.resolved.flatMap((r) =>
          r.from === null || r.from === sentence ? [] : [r.from],
        ),
      ]),
    ],
    ask,
    elements,
    answer: {
      text: elements.map((e) => e.text).join('; '),
      type: 'term',
      grain: '',
      span: null,
      number: '',
    },
    confidence,
  })

/** A paragraph that announces n things, and the n list items after it. */
export function blockLists(reading: Reading): Fact[] {
  const facts: Fact[] = []
  const { blocks } = reading.text
  for (let i = 1; i < blocks.length; i++) {
    if (blocks[i]?.kind !== 'listItem' || blocks[i - 1]?.kind !== 'paragraph') continue
    const items: Block[] = []
    for (let j = i; blocks[j]?.kind === 'listItem'; j++) {
      const item = blocks[j]
      if (item !== undefined) items.push(item)
    }
    const intro = reading.byBlock.get(blocks[i - 1]?.index ?? -1) ?? []
    const made = blockList(reading, intro, items)
    if (made !== null) facts.push(made)
  }
  return facts
}

function blockList(
  reading: Reading,
  intro: readonly ReadSentence[],
  items: readonly Block[],
): Fact | null {
  if (items.length < 2 || items.length > LONGEST_LIST || intro.length === 0) return null
  if (
    !reading.text.source.body
      .slice(intro.at(-1)?.span.start, items[0]?.start)
      .trimEnd()
      .endsWith(':') &&
    countIn(intro, items.length) === null
  )
    return null
  const elements = items.map((item) => blockElement(reading, item))
  if (elements.some((e) => e === null || e.text.split(' ').length > 40)) return null
  const whole = headsOnly(
    reading,
    items,
    elements.filter((e) => e !== null),
  )
  const announced = countIn(intro, items.length)
  const last = intro.at(-1)
  if (last === undefined) return null
  if (announced !== null) {
    const question = announcedQuestion(announced.sentence, announced.token, items.length, intro)
    if (question !== null)
      return listFact(announced.sentence, 'block-list', question.ask, whole, 0.95, question.from)
  }
  const statement = tidy(phrase(last, { start: 0, end: last.view.text.length })).replace(/:$/, '')
  return listFact(
    last,
    'block-list',
    { way: 'statement', statement, task: nameAll(items.length) },
    whole,
    0.72,
  )
}

/** Items that all begin with a term in bold enumerate these terms: the rest of each only explains it. */
function headsOnly(
  reading: Reading,
  items: readonly Block[],
  elements: readonly ListElement[],
): readonly ListElement[] {
  const { source } = reading.text
  const heads = items.map((item) => {
    const view = viewOf(
      source.body,
      { start: item.contentStart, end: item.end },
      source.format === 'markdown',
    )
    const strong = view.emphases.find((e) => e.start === 0 && e.strong)
    return strong === undefined ? '' : view.text.slice(0, strong.end).replace(/[.:]$/, '')
  })
  if (heads.some((h) => h === '')) return elements
  return elements.map((e, i) => ({ ...e, text: heads[i] ?? e.text, accept: [] }))
}

function blockElement(reading: Reading, item: Block): ListElement | null {
  const { source } = reading.text
  const view = viewOf(
    source.body,
    { start: item.contentStart, end: item.end },
    source.format === 'markdown',
  )
  const text = view.text.replace(/[.;,]$/, '')
  if (text === '') return null
  const accept = [text.replace(/^(?:the|a|an) /i, '')].filter((a) => a !== text)
  const head = /^([^:–—.]{3,60})[:–—.] /.exec(text)?.[1]
  if (head !== undefined && view.emphases.some((e) => e.start === 0 && e.strong))
    accept.push(head.trim())
  return {
    text,
    accept,
    span: { start: item.contentStart, end: (view.places.at(-1) ?? item.contentStart) + 1 },
  }
}

/** "Ten theses", "the ten theses": the number of the items before a plural noun in what introduces them. */
function countIn(
  intro: readonly ReadSentence[],
  n: number,
): { sentence: ReadSentence; token: number } | null {
  for (const sentence of [...intro].reverse()) {
    const token = sentence.tokens.findIndex(
      (t, i) => smallNumber(t.lower) === n && isPlural(sentence.tokens, i + 1),
    )
    if (token >= 0) return { sentence, token }
  }
  return null
}

function isPlural(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 3; i++) {
    const token = tokens[i]
    if (token?.pos === 'NOUN') return /s$|men$|people$/.test(token.lower)
    if (token?.pos !== 'ADJ') return false
  }
  return false
}

function announcedQuestion(
  sentence: ReadSentence,
  token: number,
  n: number,
  intro: readonly ReadSentence[],
): { ask: Ask; from: ReadSentence[] } | null {
  const { clause, tokens } = sentence
  if (clause === null) return null
  const number = tokens[token]
  if (number === undefined) return null
  const context = contextOf(sentence, intro)
  // "The ten theses that A submitted in March defined …": what they are called is the question.
  if (token === clause.head.from + 1 && tokens[clause.head.from]?.lower === 'the') {
    const ask: Ask = {
      way: 'fronted',
      word: 'What',
      auxiliary: 'are',
      subject: inside(sentence, clause.head),
      rest: '',
    }
    return { ask, from: [] }
  }
  if (token === clause.head.from) {
    const predicate = say(sentence, { from: clause.verb.from, to: clause.rest.to })
    const word = `Which ${inside(sentence, clause.head).replace(/^\d+/, numberWord(n))}`
    const tail = context === null ? '' : `, in ${context.text}`
    return {
      ask: { way: 'subject', word, predicate: `${predicate}${tail}` },
      from: context === null ? [] : [context.from],
    }
  }
  return null
}

/** "the programme submitted to the congress by A" in another introducing sentence: what the list belongs to. */
function contextOf(
  sentence: ReadSentence,
  intro: readonly ReadSentence[],
): { text: string; from: ReadSentence } | null {
  for (const other of intro) {
    if (other === sentence) continue
    const match =
      /\b(the (?:\p{L}+ ){1,4}(?:submitted|presented|proposed|adopted|drafted|written|signed|issued|published)(?: to the [\p{L} ]+?)? by (?:the )?\p{Lu}[\p{L}.]*)[.,;:]?/u.exec(
        other.view.text,
      )
    if (match?.[1] !== undefined) return { text: match[1].replace(/[.,;:]$/, ''), from: other }
  }
  return null
}

/** "A long bone has two parts: A and B." and its like. */
export function colonList(sentence: ReadSentence): Fact[] {
  const { tokens, view } = sentence
  if (sentence.quoted) return []
  const colon = tokens.findIndex((t) => t.text === ':')
  if (colon < 2 || colon > tokens.length - 3) return []
  const end = view.text.replace(/[.;]$/, '').length
  const elements = splitList(sentence, { start: tokens[colon]?.end ?? 0, end })
  if (elements === null || elements.length > LONGEST_LIST) return []
  const asked = colonQuestion(sentence, colon, elements.length)
  return asked === null
    ? []
    : [listFact(sentence, 'colon-list', asked.ask, elements, asked.confidence)]
}

function colonQuestion(
  sentence: ReadSentence,
  colon: number,
  n: number,
): { ask: Ask; confidence: number } | null {
  const { tokens, view, clause } = sentence
  const intro = { start: 0, end: tokens[colon]?.start ?? 0 }
  const among = /^Among (the .+?),? (?:we|I|are|were|he|she|they|one)\b[^,]*$/.exec(
    view.text.slice(0, intro.end).trim(),
  )
  if (among !== null) {
    const group = phrase(sentence, { start: 6, end: 6 + (among[1] ?? '').length })
    const isPersons = sentence.mentions.filter((m) => m.type === 'person').length >= n / 2
    const word = isPersons ? 'Who were' : 'Which were'
    return {
      ask: { way: 'statement', statement: `${word} among ${group}?`, task: nameAll(n) },
      confidence: 0.9,
    }
  }
  const number = tokens.findIndex((t, i) => i < colon && smallNumber(t.lower) === n)
  if (number < 0) return null
  // Where no question can be made for certain, the sentence itself asks: "… four regions. Name all four."
  const statement = phrase(sentence, intro).replace(/[:,]$/, '')
  const fallback = {
    ask: { way: 'statement', statement, task: nameAll(n) } as const,
    confidence: 0.85,
  }
  if (clause === null || clause.verb.negated) return fallback
  const there = /^There (are|were) (?=\S)/.exec(view.text)
  if (there !== null && number <= 3) {
    const subject = say(sentence, { from: number, to: colon })
    return {
      ask: {
        way: 'fronted',
        word: 'What',
        auxiliary: there[1] ?? 'are',
        subject: `the ${subject}`,
        rest: '',
      },
      confidence: 0.9,
    }
  }
  if (
    number === clause.head.from ||
    (number === clause.head.from + 1 &&
      /^(?:the|these)$/.test(tokens[clause.head.from]?.lower ?? ''))
  ) {
    const group = inside(sentence, { from: number, to: clause.head.to })
    const predicate = say(sentence, { from: clause.verb.from, to: Math.min(colon, clause.rest.to) })
    return { ask: { way: 'subject', word: `Which ${group}`, predicate }, confidence: 0.9 }
  }
  return objectOf(sentence, clause, number, colon) ?? fallback
}

/** "The body elected was composed of seven groups: …", "X names fourteen writers of the Herald: …" */
function objectOf(
  sentence: ReadSentence,
  clause: NonNullable<ReadSentence['clause']>,
  number: number,
  colon: number,
): { ask: Ask; confidence: number } | null {
  const { tokens } = sentence
  const between = tokens.slice(clause.verb.to, number)
  if (between.length > 1 || (between.length === 1 && between[0]?.pos !== 'ADP')) return null
  const parts = inverted(sentence, clause)
  if (parts === null) return null
  const group = say(sentence, { from: number, to: colon })
  if (parts.auxiliary === 'is' || parts.auxiliary === 'are') {
    if (clause.verb.copula) return null
  }
  const counted = /^\d/.test(tokens[colon + 1]?.text ?? '')
  const rest = joined(parts.verb, between[0]?.lower ?? '', counted ? ', with how many each' : '')
  return {
    ask: {
      way: 'fronted',
      word: `Which ${group}`,
      auxiliary: parts.auxiliary,
      subject: parts.subject,
      rest,
    },
    confidence: 0.9,
  }
}

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

/** "the Middle Colonies (Pennsylvania, New York, and New Jersey)" → Which are the Middle Colonies? */
export function bracketList(sentence: ReadSentence): Fact[] {
  const { view, tokens } = sentence
  if (sentence.quoted) return []
  const facts: Fact[] = []
  for (const match of view.text.matchAll(
    /\bthe ((?:\p{Lu}\p{L}+ )+)?(\p{L}+(?:s|ies)) \(((?:\p{Lu}[\p{L} .-]+, )+(?:and )?\p{Lu}[\p{L} .-]+)\)/gu,
  )) {
    const [, name, noun, inner] = match
    if (name === undefined || inner === undefined || noun === undefined) continue
    const start = match.index + match[0].indexOf('(') + 1
    const elements = splitList(sentence, { start, end: start + inner.length })
    if (elements === null || elements.length < 3) continue
    const ask: Ask = {
      way: 'fronted',
      word: 'Which',
      auxiliary: 'are',
      subject: `the ${name}${noun}`,
      rest: '',
    }
    facts.push(listFact(sentence, 'bracket-list', ask, elements, 0.88))
  }
  return tokens.length === 0 ? [] : facts
}

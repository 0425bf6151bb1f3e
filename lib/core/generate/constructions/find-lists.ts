/** Lists of names and nouns in a sentence: those of the tree, and those that only the page shows. */
import type { Range } from '@/lib/core/language/range'
import { smallNumber } from '@/lib/core/language/words'
import type { ListElement } from '../fact'
import { rangeOf, say, spanOf } from '../phrase'
import { isHuman } from '../questions/people'
import type { ReadSentence } from '../read-sentence'
import { announces, isFiller, isList, type Listed } from './list-checks'
import { splitList, toElement } from './list-items'

/** Longer ones are no one card. */
const LONGEST = 12

export const listedIn = (sentence: ReadSentence): readonly Listed[] =>
  [...listsIn(sentence), ...countedIn(sentence), ...toldIn(sentence)].filter((list) =>
    isList(sentence, list),
  )

/** The lists of a sentence that the tree and the marks on the page agree on, the longest first. */
function listsIn(sentence: ReadSentence): readonly Listed[] {
  const { tokens, trees, quotes } = sentence
  const found = trees.coordinations.flatMap((one): Listed[] => {
    if (!/^(?:and|or)$/.test(one.word ?? '') || one.members.length > LONGEST + 1) return []
    const all = one.members.map((m, i) =>
      i === one.members.length - 1 ? { from: m.from, to: lastEnd(sentence, m) } : m,
    )
    const members = announces(sentence, all[0], all.length) ? all.slice(1) : all
    const first = withoutVerb(sentence, members[0])
    const last = members.at(-1)
    if (first === undefined || last === undefined || !isJoined(sentence, members)) return []
    const range = { from: first.from, to: last.to }
    const span = spanOf(tokens, range)
    if (quotes.some((q) => q.start <= span.start && span.start < q.end)) return []
    const isNominal = one.members.every((m) => /^(?:NOUN|PROPN)$/.test(tokens[m.head]?.pos ?? ''))
    // "a saint and helper of the poor" where the tree stops at the helper: the last is cut.
    if (tokens[last.to]?.lower === 'of') return []
    const open = isFiller(say(sentence, last))
    const own = [first, ...members.slice(1)]
    const told = open ? own.slice(0, -1) : own
    if (isTorn(sentence, told) || (!open && /\bothers$/.test(say(sentence, last)))) return []
    const hasMore = told.some((m) => tokens.slice(m.from, m.to).some(isMark))
    // A member with a comma inside may be two: then the marks on the page count.
    const split = hasMore && !open ? splitList(sentence, span) : null
    const elements = split ?? told.map((m) => toElement(sentence, tokens.slice(m.from, m.to)))
    const whole = elements
      .filter((e) => e !== null)
      .map((e, i) => (i === 0 && first.from === 0 ? opened(e, sentence) : e))
    if (tokens[first.from]?.pos === 'ADP' || areAmounts(sentence, told)) return []
    if (!isNominal || whole.length !== elements.length || whole.length < 2) return []
    return [
      {
        range,
        elements: whole,
        open,
        either: one.word === 'or',
        sure: one.confidence,
        ...kindsOf(sentence, whole),
      },
    ]
  })
  return found.sort((a, b) => b.elements.length - a.elements.length)
}

const isMark = ({ text }: { readonly text: string }): boolean => text === ','

/** A common noun that opens the sentence is no name. */
function opened(element: ListElement, { tokens }: ReadSentence): ListElement {
  if (tokens[0]?.pos === 'PROPN' || /^\p{Lu}{2}/u.test(element.text)) return element
  return { ...element, text: element.text.charAt(0).toLowerCase() + element.text.slice(1) }
}

/** "two months and ten days" is one length of time, "1911 and 1912" no list either. */
const areAmounts = ({ tokens, typed }: ReadSentence, members: readonly Range[]): boolean =>
  members.every((m) => {
    const span = spanOf(tokens, m)
    return typed.some((t) => !('name' in t.value) && t.start <= span.start && t.end >= span.end)
  })

const TELLS =
  /\b(?:including|such as|includes?|included|contains?|contained|comprised?|comprises|were|are) /g

/** Lists that the page shows though the tree does not: after "including" and verbs of its kind, up to where the marks end it. */
function toldIn(sentence: ReadSentence): readonly Listed[] {
  const { view, tokens, quotes } = sentence
  return [...view.text.matchAll(TELLS), ...view.text.matchAll(/: /g)].flatMap((match): Listed[] => {
    const start = match.index + match[0].length
    if (quotes.some((q) => q.start <= start && start < q.end)) return []
    const stop =
      /[.:()—–]|;(?! )|,? (?:which|who|that|where|when|while|as|because|although)\b/.exec(
        view.text.slice(start),
      )
    const span = { start, end: stop === null ? view.text.length : start + stop.index }
    const all = splitList(sentence, span)
    const open = isFiller(all?.at(-1)?.text ?? '')
    const elements = open ? all?.slice(0, -1) : all
    if (!open && /\bothers$/.test(all?.at(-1)?.text ?? '')) return []
    if (elements === null || elements === undefined || elements.length > LONGEST) return []
    if (elements.some((e) => e.text.split(' ').length > LONGEST_MEMBER)) return []
    const range = rangeOf(tokens, span)
    const either = / or /.test(view.text.slice(span.start, span.end))
    return [{ range, elements, open, either, sure: 0.5, ...kindsOf(sentence, elements) }]
  })
}

const COUNTED = /\b(two|three|four|five|six|seven) (?:\p{Ll}+ ){0,3}\p{Ll}+s, /giu

/** "Two groups, A and B, led …": as many as are announced, up to the comma before the verb. */
function countedIn(sentence: ReadSentence): readonly Listed[] {
  const { view, tokens } = sentence
  return [...view.text.matchAll(COUNTED)].flatMap((match): Listed[] => {
    const start = match.index + match[0].length
    const ends = tokens.filter(
      (t, i) =>
        t.text === ',' && t.start > start && /^(?:VERB|AUX)$/.test(tokens[i + 1]?.pos ?? ''),
    )
    for (const { start: end } of ends) {
      const elements = splitList(sentence, { start, end })
      if (elements === null || elements.length !== smallNumber(match[1] ?? '')) continue
      const range = rangeOf(tokens, { start, end })
      return [
        { range, elements, open: false, either: false, sure: 0.6, ...kindsOf(sentence, elements) },
      ]
    }
    return []
  })
}

/** Of a list that the tree does not know. In words. */
const LONGEST_MEMBER = 8

/** What is said of a subject is the head of its clause: the list begins after the verb. */
function withoutVerb(
  { tokens, trees }: ReadSentence,
  member: Range | undefined,
): Range | undefined {
  if (member === undefined) return undefined
  const verb = trees.clauses.find(
    (c) => c.verb.copula && c.verb.main >= member.from && c.verb.main < member.to,
  )
  if (verb === undefined) return member
  let from = verb.verb.main + 1
  while (tokens[from]?.pos === 'ADV') from++
  return { from, to: member.to }
}

/** "South and East Asia": the first has lost its noun. */
const isTorn = ({ tokens }: ReadSentence, members: readonly Range[]): boolean =>
  members
    .slice(0, -1)
    .some((m) => m.to - m.from === 1 && DIRECTION.test(tokens[m.from]?.lower ?? ''))

const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|upper|lower|central)$/

const isPerson = (noun: string): boolean =>
  isHuman(noun) || /(?:ians|ists|eers|essors|borers|men|women|children|people|folk)$/.test(noun)

function kindsOf(sentence: ReadSentence, elements: readonly ListElement[]) {
  const types = elements.map(
    (e) =>
      sentence.typed.find(
        (m) => 'name' in m.value && e.text.includes(sentence.view.text.slice(m.start, m.end)),
      )?.value.type,
  )
  const heads = elements.map((e) => e.text.split(' ').at(-1) ?? '')
  return {
    isPersons: types.every(
      (t, i) => t === 'person' || (t === undefined && isPerson(heads[i] ?? '')),
    ),
    isPlaces: types.every((t) => t === 'place'),
  }
}

/** Between the members stand only marks and one joining word: nothing was lost on the way. */
function isJoined({ tokens }: ReadSentence, members: readonly Range[]): boolean {
  return members.every((member, i) => {
    const next = members[i + 1]
    if (next === undefined) return true
    const between = tokens.slice(member.to, next.from).map((t) => t.lower)
    const isLast = i === members.length - 2
    return (
      /^(?:[,;] ?)?(?:and|or)?$/.test(between.join(' ')) &&
      (isLast || !/and|or/.test(between.join(' ')))
    )
  })
}

/** The last member ends before what is said of it, or of all of them. */
function lastEnd({ tokens }: ReadSentence, member: Range): number {
  for (let i = member.from + 1; i < member.to; i++) {
    const token = tokens[i]
    if (token === undefined) return i
    if (
      /^[,;:(—–]$/.test(token.text) ||
      /^(?:that|which|who|whom|whose|where|when|while)$/.test(token.lower)
    )
      return i
    if (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower) && tokens[i + 1]?.pos !== 'NOUN')
      return i
    if (token.pos === 'ADJ' && tokens[i - 1]?.pos === 'NOUN' && tokens[i + 1]?.lower === 'to')
      return i
  }
  return member.to
}

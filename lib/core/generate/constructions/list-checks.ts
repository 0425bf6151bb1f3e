/** Whether what looks like a list is one: its members of a sort, all of them there, and worth telling apart. */
import type { Range } from '@/lib/core/language/range'
import type { Token } from '@/lib/core/language/tag'
import { smallNumber } from '@/lib/core/language/words'
import type { ListElement } from '../fact'
import { rangeOf, say } from '../phrase'
import type { ReadSentence } from '../read-sentence'

export type Listed = {
  readonly range: Range
  readonly elements: readonly ListElement[]
  /** "… and others": not all are told. */
  readonly open: boolean
  readonly isPersons: boolean
  readonly isPlaces: boolean
  /** Either of them, not all together. */
  readonly either: boolean
  readonly sure: number
}

/** "and other details": that there are more, not which. */
export const isFiller = (text: string): boolean =>
  /^(?:others|more|so on|so forth|the like)$/i.test(text) ||
  /^(?:(?:many|several|various|some|all|any|the|a few|numerous|countless) )*(?:others?|further|additional|related|similar) /i.test(
    text,
  )

export const isList = (sentence: ReadSentence, list: Listed): boolean => {
  const members = membersOf(sentence, list)
  return (
    areAlike(members) &&
    !members.some(isTwo) &&
    !isWithOwn(members) &&
    !isEverybody(list) &&
    !goesOn(sentence, list.range)
  )
}

const membersOf = (sentence: ReadSentence, { elements, range }: Listed): readonly Token[][] => {
  const { tokens } = sentence
  let from = range.from
  return elements.map((element) => {
    const size = element.text.split(' ')[0] ?? ''
    while (from < range.to && tokens[from]?.lower !== size.toLowerCase()) from++
    const start = tokens[from]?.start ?? 0
    const own = rangeOf(tokens, { start, end: start + element.text.length })
    from = own.to
    return tokens.slice(own.from, Math.min(own.to, range.to))
  })
}

/** "a force of change, giving advice on work and play": a clause hangs on the first, and is no second. */
function areAlike(members: readonly (readonly Token[])[]): boolean {
  const [first, ...others] = members.map(doesSomething)
  return first === true || !others.includes(true)
}

const doesSomething = ([first, second]: readonly Token[]): boolean =>
  first?.pos === 'VERB' && /ing$/.test(first.lower) && /^(?:DET|ADJ)$/.test(second?.pos ?? '')

/** "children foreign songs": to whom and what, side by side. */
const isTwo = (member: readonly Token[]): boolean =>
  member.some((t, i) => {
    const next = member[i + 1]
    const isSeveral = t.pos === 'NOUN' && /(?:[^s]s|men|people|children)$/.test(t.lower)
    return isSeveral && /^(?:ADJ|DET)$/.test(next?.pos ?? '') && member[i + 2]?.pos === 'NOUN'
  })

/** "Berg and her sailors", "the old law and its makers": a thing and what is its own are no two of a row. */
const isWithOwn = (members: readonly (readonly Token[])[]): boolean =>
  members.length === 2 && /^(?:his|her|its|their)$/.test(members[1]?.[0]?.lower ?? '')

const PAIRS = [
  ['men', 'women'],
  ['boys', 'girls'],
  ['young', 'old'],
  ['rich', 'poor'],
  ['adults', 'children'],
  ['children', 'adults'],
]

/** "men and women": all there are. */
const isEverybody = ({ elements }: Listed): boolean => {
  const said = elements.map((e) => e.text.toLowerCase())
  return said.length === 2 && PAIRS.some((pair) => pair.every((one) => said.some((s) => s === one)))
}

/** "masks and drums for the rich as well as flags": more of them come. */
function goesOn(sentence: ReadSentence, { to }: Range): boolean {
  const { tokens } = sentence
  let end = to
  while (end < tokens.length && !/^[,;:.()—–]$/.test(tokens[end]?.text ?? '')) end++
  return /\b(?:as well as|along with|in addition to|plus)\b/.test(
    say(sentence, { from: to, to: end }),
  )
}

/** "The two old guilds, the Smiths and the Weavers": the first only announces the others. */
export const announces = (
  { tokens }: ReadSentence,
  first: Range | undefined,
  members: number,
): boolean =>
  first !== undefined &&
  members > 2 &&
  tokens[first.to]?.text === ',' &&
  tokens.slice(first.from, first.from + 2).some((t) => smallNumber(t.lower) === members - 1)

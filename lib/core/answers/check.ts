/** Checks what was typed against an answer or a list: strict with numbers and dates, patient with spelling. */
import type { Element, FormSpec, ItemKind } from '@/lib/core/items/item'
import { assign } from './assign'
import { isBareNumber, match, type Prepared, prepare, prepareWanted, type Wanted } from './match'
import { splitList } from './split-list'

export type AnswerKey = {
  readonly answer: string
  readonly accept: readonly string[]
  /** Where it asks for a person, first names and titles may be left out or added. */
  readonly kind?: ItemKind
  /** The wrong options of a choice are other answers, however near they are spelled. */
  readonly forms?: readonly FormSpec[]
}

export type AnswerCheck =
  | { readonly verdict: 'right'; readonly matched: string }
  /** Right except for the spelling; `matched` is how it is spelled. */
  | { readonly verdict: 'close'; readonly matched: string }
  | { readonly verdict: 'wrong' }

export function checkAnswer(typed: string, key: AnswerKey): AnswerCheck {
  const given = prepare(typed)
  const wanted = waysToSay(key.answer, key.accept, isPerson(key.kind))
  const best = bestOf(given, wanted)
  if (!best) return { verdict: 'wrong' }
  if (best.mistakes === 0) return { verdict: 'right', matched: best.text }
  const other = bestOf(
    given,
    otherOptions(key).map((text) => prepareWanted(text, false)),
  )
  if (other && other.mistakes <= best.mistakes) return { verdict: 'wrong' }
  return { verdict: 'close', matched: best.text }
}

/** Who did it, and who said it. */
const isPerson = (kind?: ItemKind): boolean => kind === 'person' || kind === 'quotation'

/** A bare number is accepted for "7 delegates" as a bare number: not as "7 guests" or "7 per cent". */
function waysToSay(answer: string, accept: readonly string[], person: boolean): Wanted[] {
  const first = prepareWanted(answer, person)
  const others = accept.map((text) => {
    const way = prepareWanted(text, person)
    return isBareNumber(way.value) && first.value && !isBareNumber(first.value)
      ? { ...way, bare: true }
      : way
  })
  return [first, ...others]
}

function otherOptions({ answer, forms = [] }: AnswerKey): string[] {
  return forms.flatMap((form) =>
    form.form === 'choice' ? form.options.filter((option) => option !== answer) : [],
  )
}

function bestOf(
  given: Prepared,
  wanted: readonly Wanted[],
): { text: string; mistakes: number } | null {
  let best: { text: string; mistakes: number } | null = null
  for (const one of wanted) {
    const mistakes = match(given, one)
    if (mistakes === null || (best !== null && best.mistakes <= mistakes)) continue
    best = { text: one.text, mistakes }
    if (mistakes === 0) break
  }
  return best
}

export type FoundElement = {
  readonly key: string
  /** What was typed for it, null where nothing was. */
  readonly given: string | null
  /** The line it stands in, an index into the lines given; null where it is missing. */
  readonly line: number | null
  /** Right except for the spelling. */
  readonly close: boolean
}

export type ListCheck = {
  readonly byElement: readonly FoundElement[]
  /** What was typed and is no element; a repetition of one that was found is not in it. */
  readonly extra: readonly string[]
}

/** Lines in any order; a line may hold several elements with commas, semicolons or "and" between them. */
export function checkList(lines: readonly string[], elements: readonly Element[]): ListCheck {
  const wanted = elements.map((e) => waysToSay(e.text, e.accept, false))
  const known = new Map<string, readonly (number | null)[]>()
  const mistakesIn = (text: string): readonly (number | null)[] => {
    const found = known.get(text) ?? mistakesByElement(text, wanted)
    known.set(text, found)
    return found
  }
  const texts = wanted.flat().map((one) => one.text)
  const typed = splitList(lines, texts, (text) => mistakesIn(text).some((m) => m !== null))
  const columns = typed.map(({ text }) => mistakesIn(text))
  const assigned = assign(elements.map((_, row) => columns.map((column) => column[row] ?? null)))
  const byElement = elements.map(({ key }, row): FoundElement => {
    const at = assigned[row] ?? -1
    const found = typed[at]
    if (!found) return { key, given: null, line: null, close: false }
    return { key, given: found.text, line: found.line, close: columns[at]?.[row] !== 0 }
  })
  const extra = typed.filter(({ text }) => mistakesIn(text).every((m) => m === null))
  return { byElement, extra: extra.map(({ text }) => text) }
}

/** A misspelling goes with the element it is nearest to; with none where two are as near. */
function mistakesByElement(
  text: string,
  wanted: readonly (readonly Wanted[])[],
): readonly (number | null)[] {
  const given = prepare(text)
  const all = wanted.map((ways) => bestOf(given, ways)?.mistakes ?? null)
  const least = Math.min(...all.map((mistakes) => mistakes ?? Infinity))
  const nearest = all.filter((mistakes) => mistakes === least).length
  return all.map((mistakes) =>
    mistakes === 0 || (mistakes === least && nearest === 1) ? mistakes : null,
  )
}

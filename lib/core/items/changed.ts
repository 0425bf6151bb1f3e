/** What an edit of an item changes: its wording, or what it asks for. */
import { type ItemDraft, plain } from './draft'
import type { ItemContent } from './item'

/**
 * Whether a draft still asks for the same fact ('same': its memory is kept) or for another one ('new': it is asked anew).
 * The answer decides: a question may be worded as one likes, and an answer's spelling, case and articles mended. Another
 * number, date or name is another fact.
 */
export function suggestMeaning(before: ItemContent, draft: ItemDraft): 'same' | 'new' {
  const elements = (list: readonly string[]) => list.map(withoutArticles).sort().join('\n')
  if (before.elements.length > 0 || draft.elements.length > 0) {
    return elements(before.elements.map((e) => e.text)) === elements(draft.elements)
      ? 'same'
      : 'new'
  }
  const known = [before.answer, ...before.accept]
  return known.some((answer) => isMended(answer, draft.answer)) ? 'same' : 'new'
}

const withoutArticles = (text: string): string =>
  plain(text).replace(/(?<= |^)(?:an?|the) (?=.)/g, '')

/** The same words, or one of them with a letter mended. */
function isMended(before: string, after: string): boolean {
  const [one, other] = [withoutArticles(before), withoutArticles(after)]
  if (one === other) return true
  const [was, is] = [one.split(' '), other.split(' ')]
  if (was.length !== is.length) return false
  const changed = was.flatMap((word, at) => (word === is[at] ? [] : [[word, is[at] ?? '']]))
  const names = namesOf(`${before} ${after}`)
  return changed.every(([a = '', b = '']) => !names.has(a) && !names.has(b) && isOneLetterOff(a, b))
}

/** Words that begin with a capital, as `plain` writes them. A word at the beginning of an answer may be one. */
const namesOf = (text: string): ReadonlySet<string> =>
  new Set(plain((text.match(/(?<!\p{L})\p{Lu}[\p{L}’']*/gu) ?? []).join(' ')).split(' '))

/** Shorter words are other words when a letter changes, and figures are other figures. */
const MENDED_FROM = 5

function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < MENDED_FROM || long.length - short.length > 1 || /\p{N}/u.test(a + b))
    return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const rest = [short.slice(from), long.slice(from)] as const
  if (short.length < long.length) return rest[1].slice(1) === rest[0]
  // One letter for another, or two that changed places.
  return (
    rest[0].slice(1) === rest[1].slice(1) ||
    (rest[0].slice(2) === rest[1].slice(2) &&
      rest[0][0] === rest[1][1] &&
      rest[0][1] === rest[1][0])
  )
}

/** What an edit changes, part by part. */
export type ChangedPart = {
  readonly part: (typeof PARTS)[number]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const PARTS = ['question', 'answer', 'elements', 'accept', 'cloze', 'options'] as const

export function changedParts(before: ItemDraft, after: ItemDraft): ChangedPart[] {
  // Of a list the elements are its answer.
  const isList = before.elements.length > 0 || after.elements.length > 0
  return PARTS.filter((part) => !isList || part !== 'answer').flatMap((part) => {
    const [was, is] = [[before[part]].flat(), [after[part]].flat()]
    return was.join('\n') === is.join('\n')
      ? []
      : [{ part, before: was.filter(Boolean), after: is.filter(Boolean) }]
  })
}

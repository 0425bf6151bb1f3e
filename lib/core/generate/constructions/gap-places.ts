/** Where a gap would cut a name in two, or the words beside it tell what is missing. */
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import type { Span } from '@/lib/core/text/source'
import type { Answer } from '../fact'
import { overlaps } from '../mentions/mention'
import type { ReadSentence } from '../read-sentence'
import { isName } from './gap-answers'

/** Words that stand with a capital before a name and are none of it. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|St|Sir|Lord|Lady|Dame|Count|Duke|Saint|King|Queen|Prince|Princess|Emperor|Empress|Tsar|Pope|Bishop|Archbishop|Father|Captain|Colonel|General|Major|Admiral|Lieutenant|President|Premier|Chancellor|Senator|Governor|Judge|Justice|Professor|Doctor)\.?$/

/** "Will ____", "____ 7-B", "the ____ -yard", "____ the Second": what is left beside the gap belongs to the answer. */
export function isHalfOfAName(sentence: ReadSentence, gap: Span, { type }: Answer): boolean {
  const { view, tokens } = sentence
  const after = view.text.slice(gap.end)
  if (/^ ?[-/’'](?=[\p{L}\p{N}])| ?\/ /u.test(after.slice(0, 3))) return true
  if (/^ the (?:First|Second|Third|Fourth|Fifth|Great|Younger|Elder)\b/.test(after)) return true
  // "On the 2nd of ____": half a date.
  if (
    type === 'date' &&
    /\b\d{1,2}(?:st|nd|rd|th|d)? (?:of )?(?:the )?$/.test(view.text.slice(0, gap.start))
  )
    return true
  if (!isName(type)) return false
  const at = tokens.findIndex((t) => t.end > gap.start)
  const before = tokens[at - 1]
  const next = tokens.find((t) => t.start >= gap.end)
  if (next !== undefined && next.start - gap.end <= 1 && /^[\p{N}“"]/u.test(next.text)) return true
  if (before === undefined || gap.start - before.end > 1) return false
  // 'Johan "Jo" ____', "Q3": a byname stands between the halves; a letter with a number is a label.
  if (type === 'person' && isByname(view.text.slice(0, gap.start))) return true
  if (isLabel(view.text.slice(gap.start, gap.end)) || isOfMany(tokens, at)) return true
  if (/^(?:de|la|le|von|van|der|du|al|el|bin|ibn)$/.test(before.lower)) return true
  return isPartOfName(before, at - 1, sentence)
}

function isPartOfName(
  { text, pos, lower }: ReadSentence['tokens'][number],
  at: number,
  { tokens }: ReadSentence,
): boolean {
  if (!/^\p{Lu}/u.test(text) || TITLE.test(text) || ROLE_NOUNS.has(lower)) return false
  // "French ____": an adjective with a capital only describes; at the start of a sentence every word has one.
  if (at === 0) return pos === 'PROPN'
  const isAfterName = /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') && at > 1
  return pos === 'PROPN' || isAfterName || (/^(?:A|An|The)$/.test(text) && at > 0)
}

const isLabel = (text: string): boolean => /^\p{Lu}?\d|^\p{Lu}\.?$/u.test(text)

const isByname = (before: string): boolean => /\p{L} ["“]\p{Lu}\p{L}+["”] $/u.test(before)

/** "Many ____", "some individual ____": which of them, nothing tells. */
const isOfMany = (tokens: ReadSentence['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 2), at)
    .some((t) => /^(?:many|some|most|few|several|certain|individual|numerous)$/.test(t.lower))

const MEASURED: ReadonlySet<string> = new Set(['money', 'quantity', 'duration', 'number'])

/** The rest of the sentence says it too: in another unit, by a list of all of them, or as where a person is from. */
export function isGivenAway(sentence: ReadSentence, gap: Span, answer: Answer): boolean {
  const { text } = sentence.view
  const before = text.slice(0, gap.start)
  const after = text.slice(gap.end)
  if (MEASURED.has(answer.type)) {
    if (isOtherUnit(sentence, gap, before, after)) return true
    // "three colours – red, white and blue": one only has to count them.
    if (
      answer.type === 'number' &&
      /^[^.;]{0,40}[:—–(-]\s?[^,.;]+,[^.;]+,? (?:and|or) /.test(after)
    )
      return true
  }
  // "Odo Kerr of Malmo", "Karl V of Norland": a part of what he is called.
  if (answer.type !== 'place' || !/ of (?:the )?$/.test(before)) return false
  const end = before.replace(/ of (?:the )?$/, '').length
  return sentence.typed.some((m) => m.value.type === 'person' && Math.abs(m.end - end) <= 1)
}

/** "more than 90 feet, or 30 yards", "5 feet 10 inches". */
function isOtherUnit({ typed }: ReadSentence, gap: Span, before: string, after: string): boolean {
  const others = typed.filter(
    (m) => /^(?:money|measure|duration)$/.test(m.value.type) && !overlaps(m, gap),
  )
  const touches = (from: number, to: number, words: string) =>
    from <= to && /^(?: and)? ?$/.test(words)
  return others.some((m) =>
    m.end <= gap.start
      ? /^,? ?(?:or|\() ?(?:about |some |nearly )?$/.test(before.slice(m.end)) ||
        touches(m.end, gap.start, before.slice(m.end))
      : touches(gap.end, m.start, after.slice(0, m.start - gap.end)),
  )
}

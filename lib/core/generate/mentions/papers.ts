/** Finds the names of newspapers and journals: "the Herald, a weekly", "the newspaper Herald", "the Herald was a daily". */
import type { Token } from '@/lib/core/language/tag'
import type { NameSpan } from './names'

export const PAPER_NOUNS: ReadonlySet<string> = new Set([
  'newspaper',
  'journal',
  'magazine',
  'gazette',
  'periodical',
  'weekly',
  'daily',
  'monthly',
  'organ',
  'paper',
])

type NamedSentence = { readonly tokens: readonly Token[]; readonly names: readonly NameSpan[] }

/** The papers that a sentence shows to be such. */
export function findPapers({ tokens, names }: NamedSentence): readonly string[] {
  return names
    .filter(
      (name) =>
        name.afterThe && (followed(tokens, name.last + 1) || preceded(tokens, name.first - 1)),
    )
    .map((name) => name.text)
}

/** ", journal of …", ", a weekly", "was the organ of …", "was a daily". */
function followed(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]
  if (first === undefined || !(first.text === ',' || first.lower === 'was' || first.lower === 'is'))
    return false
  for (let i = at + 1; i < at + 5; i++) {
    const token = tokens[i]
    if (token === undefined || token.pos === 'VERB' || token.text === ',') return false
    if (PAPER_NOUNS.has(token.lower)) return true
    if (token.pos === 'PROPN') return false
  }
  return false
}

/** "the newspaper (of the party) was the Herald", "the journal the Herald". */
function preceded(tokens: readonly Token[], the: number): boolean {
  const before = tokens[the - 1]
  if (before === undefined) return false
  if (PAPER_NOUNS.has(before.lower) && before.pos === 'NOUN') return true
  if (before.lower !== 'was' && before.lower !== 'is') return false
  return tokens
    .slice(0, the - 1)
    .some(
      (t, i) =>
        i < 3 && (t.lower === 'newspaper' || t.lower === 'journal' || t.lower === 'magazine'),
    )
}

/** "Lind made her debut": what a question leaves as it is, for the name that a pronoun stands for is beside it. */
import type { Reference } from '@/lib/core/language/tree'
import { rangeOf } from './phrase'
import type { ReadSentence } from './read-sentence'

type Read = Pick<ReadSentence, 'tokens' | 'trees' | 'typed' | 'references'>

/**
 * A pronoun whose clause has the same person in its subject, by name or by a pronoun that gives way to it ("Lind’s father sent
 * her away"); where it is its clause's subject itself, the clause that it depends on ("Lind left when she was six"). Not one of
 * a coordinated clause, which may be asked for alone.
 */
export function isOfOwnSubject(sentence: Read, reference: Reference): boolean {
  const { tokens, reach } = sentence.trees.syntax
  const pronoun = rangeOf(sentence.tokens, reference).from
  if (/sel(?:f|ves)$/.test(tokens[pronoun]?.text ?? '')) return true
  let from = pronoun
  for (let steps = 0; steps < tokens.length; steps++) {
    const token = tokens[from]
    const at = token?.head ?? -1
    if (token === undefined || at < 0 || /^(?:acl:relcl|parataxis)/.test(token.relation))
      return false
    const subject = tokens.findIndex((t) => t.head === at && t.relation.startsWith('nsubj'))
    const own = reach[subject]
    // A clause with another subject may be asked for alone: there the name is wanted.
    if (own !== undefined && subject !== from) return isNamedIn(sentence, own, reference)
    if (subject >= 0 && tokens[at]?.relation === 'conj') return false
    from = at
  }
  return false
}

function isNamedIn(
  { tokens, typed, references }: Read,
  { from, to }: { readonly from: number; readonly to: number },
  reference: Reference,
): boolean {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? 0
  const name = nameIn(reference)
  const isIn = (span: { start: number; end: number }): boolean =>
    start <= span.start && span.end <= end
  return (
    references.some((r) => isIn(r) && r.start !== reference.start && nameIn(r) === name) ||
    typed.some((m) => isIn(m) && 'name' in m.value && m.value.name === name)
  )
}

const nameIn = ({ antecedent: { value, text } }: Reference): string =>
  'name' in value ? value.name : text

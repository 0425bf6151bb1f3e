/** Puts a fact into words: its question, and the forms that it can be asked in. */
import { GAP } from '@/lib/core/items/gap'
import type { FormSpec } from '@/lib/core/items/item'
import type { Ask, PassedFact } from './fact'
import { joined } from './phrase'

/** The question of an ask; for a gap the sentence with the gap in it. */
export function questionOf(ask: Ask): string {
  switch (ask.way) {
    case 'subject':
      return withoutAlso(`${joined(ask.word, ask.predicate)}?`)
    case 'fronted':
      return withoutAlso(`${joined(ask.word, ask.auxiliary, ask.subject, ask.rest)}?`)
    case 'statement':
      return `${ask.statement}${/[.?!]$/.test(ask.statement) ? '' : '.'} ${ask.task}`
    case 'gap':
      return withoutAlso(joinGap(ask.before, ask.after))
  }
}

/** "also" leans on the sentence before; "not only … but also" does not. */
const withoutAlso = (whole: string): string => {
  const text = whole.replace(/,? (?:as well|too)(?=[?.]$)/, '')
  return /not only/.test(text)
    ? text
    : text
        .replace(/(?<!but),? \balso\b,?(?= \p{L}| ____)/u, '')
        .replace(/^(Who|Who had) then /, '$1 ')
}

function joinGap(before: string, after: string): string {
  const left = before === '' || /[(“‘—–]$/.test(before) ? before : `${before} `
  const right = after === '' || /^[,;:.!?)”’—–]/.test(after) ? after : ` ${after}`
  return `${left}${GAP}${right}`.trim()
}

/** The forms of an item, the best first. `options`: three with the answer among them, or null where none are good. */
export function formsOf(
  fact: PassedFact,
  question: string,
  options: readonly string[] | null,
): FormSpec[] {
  if (fact.elements.length > 0)
    return [
      { form: 'list', prompt: question },
      { form: 'flip', prompt: question },
    ]
  const forms: FormSpec[] = []
  if (fact.ask.way === 'gap') forms.push({ form: 'cloze', prompt: question })
  else if (isTypeable(fact)) forms.push({ form: 'typed', prompt: question })
  if (options !== null) forms.push({ form: 'choice', prompt: question, options: [...options] })
  if (fact.ask.way !== 'gap') forms.push({ form: 'flip', prompt: question })
  return forms
}

/** What a machine can check is short; the rest is turned over and graded by the learner. */
function isTypeable(fact: PassedFact): boolean {
  const words = fact.answer.text.split(' ').length
  // A reason or a description is said in many ways: a long one is weighed by who gives it.
  return fact.answer.type === 'reason' ? words <= 6 : words <= 14
}

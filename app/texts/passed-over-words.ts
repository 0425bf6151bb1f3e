/** Why nothing is asked of some passages of a text, in a sentence. */
import { count } from '@/app/components/dates'
import type { PassedOver, Unfit } from '@/lib/core/generate/fitness/unfit'

const WHAT: Record<Unfit, readonly [one: string, many: string]> = {
  language: ['passage in another language', 'passages in another language'],
  code: ['passage of code', 'passages of code'],
  lines: [
    'passage in short lines, such as a poem or a list,',
    'passages in short lines, such as poems and lists,',
  ],
  table: ['table', 'tables'],
  figures: ['passage of figures', 'passages of figures'],
  references: ['entry of a list of sources', 'entries of a list of sources'],
  garbled: ['passage that cannot be read', 'passages that cannot be read'],
}

/** Where nearly all of a text is of one kind. */
const ALL: Record<Unfit, string> = {
  language: 'It is not in English',
  code: 'It is code',
  lines: 'It is set in short lines, as poems and lists are',
  table: 'It is a table',
  figures: 'It is mostly figures',
  references: 'It is a list of sources',
  garbled: 'Most of its words cannot be read, perhaps because it was badly scanned',
}
const NEARLY_ALL = 0.8

const RULE = 'items are made of English prose only'

export function passedOverWords(text: {
  readonly words: number
  readonly passedOver: readonly PassedOver[]
}): string {
  const all = text.passedOver.find((one) => one.words >= text.words * NEARLY_ALL)
  if (all) return `${ALL[all.why]}, and ${RULE}.`
  const parts = text.passedOver.map(({ why, passages }) => count(passages, ...WHAT[why]))
  const listed = [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ')
  const one = text.passedOver.reduce((sum, { passages }) => sum + passages, 0) === 1
  return `${listed} ${one ? 'was' : 'were'} passed over: ${RULE}.`.replace(/,,/g, ',')
}

/** Items for the tests of the measures, made by hand. */
import { evidenceAt } from '@/lib/core/items/evidence'
import type { FormSpec, ItemKind, ProposedItem } from '@/lib/core/items/item'
import { elementKey } from '@/lib/core/items/key'
import type { CheckAnswer } from './says-the-same'

type Parts = {
  readonly question: string
  readonly answer: string
  readonly accept?: readonly string[]
  readonly elements?: readonly string[]
  readonly kind?: ItemKind
  readonly options?: readonly string[]
  /** The words of the body that show it; the whole body where left out. */
  readonly quote?: string
}

/** The key is the question: tests tell items apart by it. */
export function itemOf(body: string, parts: Parts): ProposedItem {
  const {
    question,
    answer,
    accept = [],
    elements = [],
    kind = 'name',
    options,
    quote = body,
  } = parts
  const start = body.indexOf(quote)
  const forms: FormSpec[] = [{ form: elements.length > 0 ? 'list' : 'typed', prompt: question }]
  if (options !== undefined) forms.push({ form: 'choice', prompt: question, options: [...options] })
  return {
    key: question,
    kind,
    question,
    answer,
    accept: [...accept],
    elements: elements.map((text) => ({ key: elementKey(text), text, accept: [] })),
    forms,
    evidence: [evidenceAt(body, { start, end: start + quote.length })],
    section: '',
    construction: 'by-hand',
    confidence: 0.9,
  }
}

/** Right is what is the same but for case; of a person the last name. */
export const checkPlainly: CheckAnswer = (given, right, person) =>
  right.some((one) => plain(one, person) === plain(given, person))

const plain = (text: string, person: boolean): string =>
  (person ? (text.split(' ').at(-1) ?? '') : text).toLowerCase()

/** Items for tests of mock tests, each with an id that its number gives. */
import { CardId, ItemId, TextId } from '../../ids'
import type { FormSpec, ItemContent, ItemKind } from '../../items/item'
import { elementKey } from '../../items/key'
import type { PoolItem } from './draw-test'

const uuid = (block: number, n: number) =>
  `00000000-0000-7000-80${block.toString(16).padStart(2, '0')}-${n.toString(16).padStart(12, '0')}`
export const itemId = (n: number) => ItemId.parse(uuid(1, n))
export const cardId = (n: number, element = 0) => CardId.parse(uuid(2 + element, n))
const TEXT = TextId.parse(uuid(99, 1))

type Change = {
  readonly section?: string
  readonly kind?: ItemKind
  readonly accept?: readonly string[]
  readonly options?: readonly [string, string]
  readonly cloze?: string
  readonly elements?: readonly string[]
  readonly lastForm?: string
  readonly flipOnly?: boolean
}

/** Number `n`: a question, its answer, and what it has besides the typed form. */
export function poolItem(n: number, answer: string, change: Change = {}): PoolItem {
  const elements = (change.elements ?? []).map((text) => ({
    key: elementKey(text),
    text,
    accept: [],
  }))
  const question = `Question ${n}?`
  const content: ItemContent = {
    kind: elements.length > 0 ? 'list' : (change.kind ?? 'name'),
    question,
    answer,
    accept: [...(change.accept ?? [])],
    elements,
    forms: formsOf(question, answer, change),
    evidence: [],
    section: change.section ?? 'I',
  }
  const keys = elements.length > 0 ? elements.map((e) => e.key) : ['']
  return {
    itemId: itemId(n),
    section: change.section ?? 'I',
    textId: TEXT,
    textTitle: 'A text',
    home: TEXT,
    content,
    cards: keys.map((key, at) => ({ id: cardId(n, at), elementKey: key })),
    lastForm: change.lastForm ?? null,
  }
}

function formsOf(prompt: string, answer: string, change: Change): FormSpec[] {
  if (change.flipOnly) return [{ form: 'flip', prompt }]
  if (change.elements) return [{ form: 'list', prompt }]
  return [
    { form: 'typed', prompt },
    ...(change.cloze ? [{ form: 'cloze' as const, prompt: change.cloze }] : []),
    ...(change.options
      ? [{ form: 'choice' as const, prompt, options: [answer, ...change.options] }]
      : []),
  ]
}

/** Names that nobody takes for each other. */
export const NAMES = [
  'Adda',
  'Tanaro',
  'Mincio',
  'Brenta',
  'Oglio',
  'Secchia',
  'Piave',
  'Ticino',
  'Volturno',
  'Garigliano',
]

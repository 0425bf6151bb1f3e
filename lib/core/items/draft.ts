/**
 * A draft is what a person types when writing or mending an item: its words, without spans and keys. It becomes content
 * again by composeContent, which derives the forms that suit it.
 */
import { z } from 'zod'
import { storable } from '../text/storable'
import { GAP } from './gap'
import { type Element, type Evidence, type FormSpec, ItemContent, type ItemKind } from './item'
import { elementKey } from './key'

/** Longest question, answer or cloze, and longest option, element or accepted answer. In UTF-16 units, as in item.ts. */
const MOST_WORDS = 4000
const MOST_OPTION = 1000

const words = (most: number) =>
  z.string().overwrite(storable).trim().max(most, `At most ${most} characters.`)
const listOf = (most: number, each: number) =>
  z
    .array(z.unknown())
    .max(most, `At most ${most}.`)
    .pipe(z.array(words(each)))
    .transform((list) => [...new Set(list.filter((w) => w !== ''))])

export const ItemDraft = z
  .object({
    question: words(MOST_WORDS).min(1, 'A question is missing.'),
    /** For a list item it is made from the elements when left empty. */
    answer: words(MOST_WORDS),
    accept: listOf(50, MOST_OPTION),
    /** Two or more make it a list item: each is asked for and remembered by itself. */
    elements: listOf(60, MOST_OPTION).transform((list) =>
      [...new Map(list.map((text) => [plain(text), text] as const).reverse()).values()].reverse(),
    ),
    /** '' for none, else a sentence with one gap. */
    cloze: words(MOST_WORDS).refine(
      (c) => c === '' || c.split(GAP).length === 2,
      `A cloze needs exactly one gap, written ${GAP}.`,
    ),
    /** No wrong options, or two: a choice has three. */
    options: listOf(2, MOST_OPTION).refine(
      (o) => o.length !== 1,
      'A choice needs two wrong options.',
    ),
  })
  .refine((d) => d.answer !== '' || d.elements.length > 0, {
    path: ['answer'],
    message: 'An answer is missing.',
  })
  .refine((d) => d.elements.length !== 1, {
    path: ['elements'],
    message: 'A list has at least two elements.',
  })
  .refine((d) => !d.options.some((o) => plain(o) === plain(d.answer)), {
    path: ['options'],
    message: 'A wrong option is the answer itself.',
  })
export type ItemDraft = z.infer<typeof ItemDraft>

/**
 * What is left when case, accents and punctuation are taken away. Signs stay, and so does what stands between or before
 * figures: −5 is not 5, nor 1.5 the same as 15. Words that are nothing but punctuation are what they are.
 */
export function plain(text: string): string {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/(?<![\p{L}\p{N}])[-‐‑–](?=\p{N})/gu, '−')
    .replace(/(?:(?!(?<=\p{N})[.,:/]\p{N})[^\p{L}\p{M}\p{N}\p{S}])+/gu, ' ')
    .trim()
  return bare || text.trim()
}

export function draftOf(content: ItemContent): ItemDraft {
  const cloze = content.forms.find((f) => f.form === 'cloze')
  const choice = content.forms.find((f) => f.form === 'choice')
  const wrong = choice?.options.filter((o) => plain(o) !== plain(content.answer)) ?? []
  return {
    question: content.question,
    answer: content.answer,
    accept: [...content.accept],
    elements: content.elements.map((e) => e.text),
    cloze: cloze?.prompt ?? '',
    options: wrong.length === 2 ? wrong : [],
  }
}

/** What a draft is composed with: what it was before, if anything, and where the text says it. */
export type ComposedWith = {
  readonly before: ItemContent | null
  readonly evidence: readonly Evidence[]
  readonly section: string
}

/** Content from a checked draft. Elements whose words stay keep their key, and with it their card. */
export function composeContent(
  draft: ItemDraft,
  { before, evidence, section }: ComposedWith,
): ItemContent {
  const isList = draft.elements.length > 0
  const kind: ItemKind = isList ? 'list' : before && before.kind !== 'list' ? before.kind : 'own'
  return ItemContent.parse({
    kind,
    question: draft.question,
    answer: draft.answer || toldOf(draft.elements),
    accept: draft.accept,
    elements: composeElements(draft.elements, before?.elements ?? []),
    forms: composeForms(draft, isList, before),
    evidence: [...evidence],
    section,
  })
}

/** The elements in one line; of many long ones the beginning. */
function toldOf(elements: readonly string[]): string {
  const told = elements.join('; ')
  return told.length <= MOST_WORDS ? told : storable(`${told.slice(0, MOST_WORDS - 2)} …`)
}

function composeElements(texts: readonly string[], before: readonly Element[]): Element[] {
  const byWords = new Map(before.map((e) => [plain(e.text), e]))
  const stay = texts.map((text) => byWords.get(plain(text)))
  const staying = new Set(stay.map((e) => e?.key))
  const known = new Set(before.map((e) => e.key))
  return texts.map((text, at) => {
    const same = stay[at]
    if (same) return { key: same.key, text, accept: same.accept }
    // A list whose length stays was mended in place: the element at the same position is the same fact.
    const inPlace = before.length === texts.length ? before[at] : undefined
    const key = inPlace && !staying.has(inPlace.key) ? inPlace.key : freeKey(text, known)
    known.add(key)
    return { key, text, accept: [] }
  })
}

/** The key of an element's words, or, where another element that was mended still has it, the next one. */
function freeKey(text: string, known: ReadonlySet<string>): string {
  let key = elementKey(text)
  for (let n = 2; known.has(key); n++) key = elementKey(`${text} ${n}`)
  return key
}

function composeForms(draft: ItemDraft, isList: boolean, before: ItemContent | null): FormSpec[] {
  const prompt = draft.question
  if (isList) return [{ form: 'list', prompt }]
  const forms: FormSpec[] = [{ form: 'typed', prompt }]
  if (draft.cloze !== '') forms.push({ form: 'cloze', prompt: draft.cloze })
  const [first, second] = draft.options
  if (first && second && draft.answer.length <= MOST_OPTION)
    forms.push({ form: 'choice', prompt, options: [draft.answer, first, second] })
  // An answer of a paragraph cannot be typed from memory: it is turned over.
  if (draft.answer.length > 120)
    return [{ form: 'flip', prompt }, ...forms.filter((f) => f.form !== 'typed')]
  const order = before?.forms.map((f) => f.form) ?? []
  const place = (f: FormSpec) => (order.includes(f.form) ? order.indexOf(f.form) : order.length)
  return forms.sort((a, b) => place(a) - place(b))
}

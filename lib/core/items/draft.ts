/**
 * A draft is what a person types when writing or mending an item: its words, without spans and keys. It becomes content
 * again by composeContent, which derives the forms that suit it.
 */
import { z } from 'zod'
import { storable } from '../text/storable'
import { type Element, type Evidence, type FormSpec, GAP, ItemContent, type ItemKind } from './item'
import { elementKey } from './key'

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
    question: words(4000).min(1, 'A question is missing.'),
    /** For a list item it is made from the elements when left empty. */
    answer: words(4000),
    accept: listOf(50, 1000),
    /** Two or more make it a list item: each is asked for and remembered by itself. */
    elements: listOf(60, 1000),
    /** '' for none, else a sentence with one gap. */
    cloze: words(4000).refine(
      (c) => c === '' || c.split(GAP).length === 2,
      `A cloze needs exactly one gap, written ${GAP}.`,
    ),
    /** No wrong options, or two: a choice has three. */
    options: listOf(2, 1000).refine((o) => o.length !== 1, 'A choice needs two wrong options.'),
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

/** Letters and figures only: what is left when wording, case and punctuation are taken away. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function draftOf(content: ItemContent): ItemDraft {
  const cloze = content.forms.find((f) => f.form === 'cloze')
  const choice = content.forms.find((f) => f.form === 'choice')
  return {
    question: content.question,
    answer: content.answer,
    accept: [...content.accept],
    elements: content.elements.map((e) => e.text),
    cloze: cloze?.prompt ?? '',
    options: choice ? choice.options.filter((o) => plain(o) !== plain(content.answer)) : [],
  }
}

/**
 * Whether a draft still asks for the same fact ('same': its memory is kept) or for another one ('new': it is asked anew).
 * The answer decides: a question may be worded as one likes.
 */
export function suggestMeaning(before: ItemContent, draft: ItemDraft): 'same' | 'new' {
  const elements = (list: readonly string[]) => list.map(plain).sort().join('\n')
  if (before.elements.length > 0 || draft.elements.length > 0) {
    return elements(before.elements.map((e) => e.text)) === elements(draft.elements)
      ? 'same'
      : 'new'
  }
  const known = [before.answer, ...before.accept].map(plain)
  return known.includes(plain(draft.answer)) ? 'same' : 'new'
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
    answer: draft.answer || draft.elements.join('; '),
    accept: draft.accept,
    elements: composeElements(draft.elements, before?.elements ?? []),
    forms: composeForms(draft, isList, before),
    evidence: [...evidence],
    section,
  })
}

function composeElements(texts: readonly string[], before: readonly Element[]): Element[] {
  const byWords = new Map(before.map((e) => [plain(e.text), e]))
  return texts.map((text, at) => {
    // A list whose length stays was mended in place: the element at the same position is the same fact.
    const was =
      byWords.get(plain(text)) ?? (before.length === texts.length ? before[at] : undefined)
    const taken = was && texts.some((other, i) => i !== at && plain(other) === plain(was.text))
    return was && !taken
      ? { key: was.key, text, accept: was.text === text ? was.accept : [] }
      : { key: elementKey(text), text, accept: [] }
  })
}

function composeForms(draft: ItemDraft, isList: boolean, before: ItemContent | null): FormSpec[] {
  const prompt = draft.question
  if (isList) return [{ form: 'list', prompt }]
  const forms: FormSpec[] = [{ form: 'typed', prompt }]
  if (draft.cloze !== '') forms.push({ form: 'cloze', prompt: draft.cloze })
  const [first, second] = draft.options
  if (first && second)
    forms.push({ form: 'choice', prompt, options: [draft.answer, first, second] })
  // An answer of a paragraph cannot be typed from memory: it is turned over.
  if (draft.answer.length > 120)
    return [{ form: 'flip', prompt }, ...forms.filter((f) => f.form !== 'typed')]
  const order = before?.forms.map((f) => f.form) ?? []
  const place = (f: FormSpec) => (order.includes(f.form) ? order.indexOf(f.form) : order.length)
  return forms.sort((a, b) => place(a) - place(b))
}

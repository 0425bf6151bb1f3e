/** A question of a room is data, as it was asked: it can be shown again although the item has changed since. */
import { z } from 'zod'
import type { AskedQuestion } from '../exam/mock/question'
import { ItemId, RevisionId, TextId } from '../ids'
import { ItemContent } from '../items/item'
import { optionOrder } from '../session/choose-form'
import type { PassageExcerpt } from '../session/question'

const Excerpt = z.object({
  textId: TextId,
  revisionId: RevisionId,
  textTitle: z.string(),
  language: z.string(),
  section: z.string(),
  start: z.int(),
  content: z.string(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
}) satisfies z.ZodType<PassageExcerpt>

export const RoomQuestion = z.object({
  /** The item of whoever owns the deck. */
  itemId: ItemId,
  form: z.enum(['choice', 'typed', 'cloze', 'list']),
  prompt: z.string().min(1),
  /** Of a choice, in the order in which everybody sees them. */
  options: z.array(z.string()),
  content: ItemContent,
  passage: Excerpt.nullable(),
})
export type RoomQuestion = z.infer<typeof RoomQuestion>

/** The easiest on a device first: options to choose among, then words. A list is asked as a list. */
const FORMS = ['choice', 'typed', 'cloze'] as const

/**
 * The question as it is asked of a class. Null where it can only be turned over: nobody but oneself could mark that.
 * @param seed by which options are shuffled
 */
export function askInRoom(
  item: { readonly id: ItemId; readonly content: ItemContent },
  passage: PassageExcerpt | null,
  seed: string,
): RoomQuestion | null {
  const { id: itemId, content } = item
  const base = { itemId, content, passage: passage && Excerpt.parse(passage) }
  if (content.elements.length > 0) {
    const list = content.forms.find((spec) => spec.form === 'list')
    return { ...base, form: 'list', prompt: list?.prompt ?? content.question, options: [] }
  }
  for (const form of FORMS) {
    const spec = content.forms.find((one) => one.form === form)
    if (spec?.form === 'choice')
      return {
        ...base,
        form: 'choice',
        prompt: spec.prompt,
        options: optionOrder(spec.options, seed),
      }
    if (spec) return { ...base, form, prompt: spec.prompt, options: [] }
  }
  return null
}

/** Whether it can be asked of a class at all. */
export const canBeAsked = ({ elements, forms }: Pick<ItemContent, 'elements' | 'forms'>): boolean =>
  elements.length > 0 || forms.some(({ form }) => FORMS.some((one) => one === form))

/** As much of it as may be known before it is answered. */
export const askedOf = ({ form, prompt, options, content }: RoomQuestion): AskedQuestion => ({
  ...{ form, prompt, options },
  points: 1,
  elements: content.elements.length,
  lines: [],
})

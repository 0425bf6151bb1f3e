/** Between a draft and the fields it is edited in: lists are written one a line. */
import { ItemDraft } from '@/lib/core/items/draft'

export type DraftFields = {
  readonly question: string
  readonly answer: string
  readonly accept: string
  readonly isList: boolean
  readonly elements: string
  readonly cloze: string
  readonly firstOption: string
  readonly secondOption: string
}

export type DraftErrors = Partial<Record<keyof ItemDraft, string>>

export const EMPTY_DRAFT: ItemDraft = {
  question: '',
  answer: '',
  accept: [],
  elements: [],
  cloze: '',
  options: [],
}

export function fieldsOf(draft: ItemDraft): DraftFields {
  return {
    question: draft.question,
    answer: draft.answer,
    accept: draft.accept.join('\n'),
    isList: draft.elements.length > 0,
    elements: draft.elements.join('\n'),
    cloze: draft.cloze,
    firstOption: draft.options[0] ?? '',
    secondOption: draft.options[1] ?? '',
  }
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The draft, or what is wrong with which of its parts. */
export function readFields(
  fields: DraftFields,
): { ok: true; draft: ItemDraft } | { ok: false; errors: DraftErrors } {
  const options = [fields.firstOption, fields.secondOption].filter((o) => o.trim() !== '')
  const parsed = ItemDraft.safeParse({
    question: fields.question,
    answer: fields.isList ? '' : fields.answer,
    accept: fields.isList ? [] : lines(fields.accept),
    elements: fields.isList ? lines(fields.elements) : [],
    cloze: fields.isList ? '' : fields.cloze,
    options: fields.isList ? [] : options,
  })
  if (parsed.success) {
    const missing = fields.isList && parsed.data.elements.length === 0
    return missing
      ? { ok: false, errors: { elements: 'A list has at least two elements.' } }
      : { ok: true, draft: parsed.data }
  }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const part = String(issue.path[0] ?? 'question')
    errors[part] ??= issue.message
  }
  if (fields.isList && errors.answer) {
    errors.elements ??= 'A list has at least two elements.'
    delete errors.answer
  }
  return { ok: false, errors }
}

/** What is said when a question or its answer is read aloud: the words that are shown, without marks, in pieces. */
import { GAP } from '@/lib/core/items/gap'
import type { Question } from '@/lib/core/session/question'
import type { AnswerStage, QuestionStage } from '@/lib/core/session/state'
import { withoutEmphasis } from '../components/emphasis'

/** Longer stretches are cut: some voices fall silent in the middle of a long one. In characters. */
const LONGEST = 200

/** One piece after the other, with a pause between; none where there is nothing to say. */
export function spoken(
  stage: QuestionStage | AnswerStage,
  content: Question['content'],
  elements: readonly string[],
): string[] {
  const said = stage.phase === 'question' ? asked(stage) : answered(stage, content, elements)
  return said.flatMap((text) => pieces(plain(text)))
}

function asked({ turn: { form, options } }: QuestionStage): readonly string[] {
  return [form.prompt.split(GAP).join(' blank '), ...options]
}

/** The answer only: what was thought of it is the learner's, and stands there. */
function answered(
  { turn: { form } }: AnswerStage,
  content: Question['content'],
  elements: readonly string[],
): readonly string[] {
  if (form.form === 'list') return elements
  return form.form === 'cloze'
    ? [form.prompt.split(GAP).join(` ${content.answer} `)]
    : [content.answer]
}

function plain(text: string): string {
  return withoutEmphasis(text)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim()
}

/** Cut where a sentence ends, else where a clause does, else between two words. */
function pieces(text: string): string[] {
  const cut: string[] = []
  let rest = text
  while (rest.length > LONGEST) {
    const at = lastEnd(rest.slice(0, LONGEST))
    cut.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return rest === '' ? cut : [...cut, rest]
}

function lastEnd(text: string): number {
  for (const end of [/[.!?…]["”’)]?\s/g, /[,;:–—]\s/g, /\s/g]) {
    const last = [...text.matchAll(end)].at(-1)
    if (last && last.index > 0) return last.index + last[0].length
  }
  return text.length
}

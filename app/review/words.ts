/** What the review page says: verdicts and grades in words, the same for eyes and ears. */
import { formatInterval, type Preview, spokenInterval } from '@/lib/core/memory/preview'
import type { Grade } from '@/lib/core/review/event'
import type { AnswerStage, Verdict } from '@/lib/core/session/state'
import { withoutEmphasis } from '../components/emphasis'

export const GRADES: readonly { readonly grade: Grade; readonly name: string }[] = [
  { grade: 1, name: 'Again' },
  { grade: 2, name: 'Hard' },
  { grade: 3, name: 'Good' },
  { grade: 4, name: 'Easy' },
]

/** With two buttons the same grades, by what they mean. */
export const TWO_GRADES: readonly { readonly grade: Grade; readonly name: string }[] = [
  { grade: 1, name: 'Forgot' },
  { grade: 3, name: 'Remembered' },
]

export const intervalOn = (preview: Preview): string => formatInterval(preview.interval)
export const intervalSaid = (preview: Preview): string => `in ${spokenInterval(preview.interval)}`

export function verdictWords(verdict: Verdict, overruled: boolean): string {
  if (overruled) return 'Right, you say'
  return verdict === 'right'
    ? 'Right'
    : verdict === 'close'
      ? 'Right, but spelled differently'
      : 'Wrong'
}

/** What is read aloud when the answer shows. */
export function announced(stage: AnswerStage, answer: string): string {
  if (stage.turn.form.form === 'list') {
    return `${recalledOf(stage)} of ${stage.credits.length} recalled.`
  }
  const verdict = stage.verdict ? `${verdictWords(stage.verdict, stage.overruled)}. ` : ''
  return `${verdict}The answer: ${withoutEmphasis(answer)}`
}

export const recalledOf = (stage: AnswerStage): number =>
  stage.credits.filter((credit) => credit.recalled).length

/** Whether what was typed says the very same, so that it need not stand there twice. */
export function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase()
  return plain(a) === plain(b)
}

/** The names of a text, as the reader of English finds them: for looking at options. */
import type { NameOfText } from '@/lib/core/generate/measure/option-faults'
import { mentionsOf, namesOf } from '@/lib/core/language/mentions/mentions'
import { readSegmented } from '@/lib/core/language/read'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { readModel, WEIGHTS } from '../language/weights'

export type NamesIn = (text: SegmentedText) => readonly NameOfText[]

export function openNames(): NamesIn {
  const model = readModel(WEIGHTS)
  return (text) => namesOf(mentionsOf(readSegmented(text, model)))
}

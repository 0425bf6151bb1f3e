import 'server-only'
import { examDay } from '@/lib/core/exam/exam'
import { type ExamSection, sectionRecall, shareOf } from '@/lib/core/exam/sections'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findExam } from '@/lib/store/exam'
import { admitId, missing } from './door'
import { examSections } from './exam-scope'
import { type ExamLine, examLine } from './list-exams'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

export type SectionLine = Pick<ExamSection, 'key' | 'name' | 'text' | 'weight' | 'weightSet'> & {
  /** What it counts of the whole, 0 … 1. */
  readonly share: number
  readonly items: number
  readonly seen: number
  /** Mean recall of the items seen, 0 … 1, now and at the exam if nothing more is answered; null where none was seen. */
  readonly recallNow: number | null
  readonly recallThen: number | null
}

export type ExamPage = { readonly exam: ExamLine; readonly sections: readonly SectionLine[] }

export async function readExam(visit: Visit, examId: string): Promise<Outcome<ExamPage>> {
  const id = admitId(ExamId, examId, 'exam')
  if (!id.ok) return id
  const exam = await findExam(store(), visit.learner.id, id.value)
  if (!exam) return failed('notFound', missing('exam'))
  const sections = await examSections(visit, exam)
  const { parameters } = parametersOf(visit.learner)
  const then = examDay(exam, visit.learner.rolloverHour)
  const items = sections.reduce((sum, section) => sum + section.items.length, 0)
  return done({
    exam: examLine(visit, exam, items),
    sections: sections.map((section) => {
      const { key, name, text, weight, weightSet } = section
      const { seen, recall } = sectionRecall(section, visit.studyDay, parameters)
      return {
        ...{ key, name, text, weight, weightSet, seen },
        share: shareOf(section, sections),
        items: section.items.length,
        recallNow: recall,
        recallThen: sectionRecall(section, then, parameters).recall,
      }
    }),
  })
}

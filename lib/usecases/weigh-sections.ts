import 'server-only'
import { SectionWeights } from '@/lib/core/exam/exam'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findExam, setWeights } from '@/lib/store/exam'
import { admit, admitId, missing } from './door'
import { examSections } from './exam-scope'
import type { Visit } from './visit'

/** How much each section counts; one that is not named counts as many as it has items. */
export async function weighSections(
  visit: Visit,
  input: { examId: unknown; weights: unknown },
): Promise<Outcome<{ examId: ExamId }>> {
  const id = admitId(ExamId, input.examId, 'exam')
  if (!id.ok) return id
  const given = admit(SectionWeights, input.weights)
  if (!given.ok) return given
  const exam = await findExam(store(), visit.learner.id, id.value)
  if (!exam) return failed('notFound', missing('exam'))
  const sections = await examSections(visit, { id: exam.id, weights: given.value })
  if (sections.length > 0 && sections.every(({ weight }) => weight === 0))
    return failed('invalid', 'At least one section must count something.')
  // Weights of sections that are not there would come back with them, long after anybody thinks of it.
  const set = sections.flatMap(({ key, weight, weightSet }) => (weightSet ? [[key, weight]] : []))
  const there = await setWeights(store(), visit.learner.id, id.value, Object.fromEntries(set))
  return there ? done({ examId: id.value }) : failed('notFound', missing('exam'))
}

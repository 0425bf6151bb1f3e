import 'server-only'
import { ExamResult, examAt } from '@/lib/core/exam/exam'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findExam, setResult } from '@/lib/store/exam'
import { admit, admitId, missing } from './door'
import type { Visit } from './visit'

/** What came of an exam, in points of points (a percentage is points of 100); null takes it back. */
export async function enterResult(
  visit: Visit,
  input: { examId: unknown; result: unknown },
): Promise<Outcome<{ examId: ExamId }>> {
  const id = admitId(ExamId, input.examId, 'exam')
  if (!id.ok) return id
  const result = admit(ExamResult.nullable(), input.result)
  if (!result.ok) return result
  const exam = await findExam(store(), visit.learner.id, id.value)
  if (!exam) return failed('notFound', missing('exam'))
  if (result.value && examAt(exam) > visit.now)
    return failed('conflict', 'This exam is still to come. Enter the score when it is over.')
  const there = await setResult(store(), visit.learner.id, id.value, result.value)
  return there ? done({ examId: id.value }) : failed('notFound', missing('exam'))
}

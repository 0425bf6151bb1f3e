import 'server-only'
import { ExamDraft, examAt } from '@/lib/core/exam/exam'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { findExam, setResult, updateExam } from '@/lib/store/exam'
import { lockLearner } from '@/lib/store/learner'
import { admit, admitId, missing } from './door'
import { checkParts } from './exam-scope'
import { checkMoment } from './make-exam'
import type { Visit } from './visit'

/** Everything but the weights, which stay as they are: they are set where the sections are seen. */
export async function changeExam(
  visit: Visit,
  input: { examId: unknown; draft: unknown },
): Promise<Outcome<{ examId: ExamId }>> {
  const id = admitId(ExamId, input.examId, 'exam')
  if (!id.ok) return id
  const draft = admit(ExamDraft, input.draft)
  if (!draft.ok) return draft
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    const exam = await findExam(db, visit.learner.id, id.value)
    if (!exam) return failed('notFound', missing('exam'))
    const moved = examAt(exam) !== examAt(draft.value)
    const moment = moved ? checkMoment(visit, draft.value) : done(null)
    if (!moment.ok) return moment
    const parts = await checkParts(db, visit, draft.value.parts)
    if (!parts.ok) return parts
    const { weights } = exam
    await updateExam(db, visit.learner.id, id.value, { ...draft.value, weights })
    // Put off, it has no result yet.
    if (moved && exam.result) await setResult(db, visit.learner.id, id.value, null)
    return done({ examId: id.value })
  })
}

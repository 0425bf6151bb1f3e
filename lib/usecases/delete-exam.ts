import 'server-only'
import { z } from 'zod'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { setDeleted } from '@/lib/store/exam'
import { admit, admitId, missing } from './door'
import type { Visit } from './visit'

/** Puts an exam away, or brings it back as it was. Its items and their memory are untouched. */
export async function deleteExam(
  visit: Visit,
  input: { examId: unknown; deleted: unknown },
): Promise<Outcome<{ examId: ExamId }>> {
  const id = admitId(ExamId, input.examId, 'exam')
  if (!id.ok) return id
  const deleted = admit(z.boolean(), input.deleted)
  if (!deleted.ok) return deleted
  const at = deleted.value ? new Date(visit.now) : null
  const there = await setDeleted(store(), visit.learner.id, id.value, at)
  return there ? done({ examId: id.value }) : failed('notFound', missing('exam'))
}

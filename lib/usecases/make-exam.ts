import 'server-only'
import { ExamDraft, examAt } from '@/lib/core/exam/exam'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { insertExam } from '@/lib/store/exam'
import { lockLearner } from '@/lib/store/learner'
import { admit } from './door'
import { checkParts } from './exam-scope'
import { newId } from './new-id'
import type { Visit } from './visit'

/** So far ahead a date is a slip rather than an exam. */
const FURTHEST_MS = 3_660 * 86_400_000

export async function makeExam(visit: Visit, input: unknown): Promise<Outcome<{ examId: ExamId }>> {
  const draft = admit(ExamDraft, input)
  if (!draft.ok) return draft
  const moment = checkMoment(visit, draft.value)
  if (!moment.ok) return moment
  const id = ExamId.parse(newId())
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    const parts = await checkParts(db, visit, draft.value.parts)
    if (!parts.ok) return parts
    await insertExam(db, visit.learner.id, id, draft.value)
    return done({ examId: id })
  })
}

export function checkMoment({ now }: Visit, draft: ExamDraft): Outcome<null> {
  const at = examAt(draft)
  if (at <= now)
    return failed('invalid', 'This date and time are over already. Give those of the exam to come.')
  if (at > now + FURTHEST_MS)
    return failed('invalid', 'This date is more than ten years ahead. Check the year.')
  return done(null)
}

import 'server-only'
import { MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { studentWithAccount } from '@/lib/store/account-link'
import { store } from '@/lib/store/client'
import { enterClass } from './class-access'
import { admitId } from './door'
import { makeLink } from './reset-password'
import type { Visit } from './visit'

/**
 * A teacher hands a student a link to set a new password: who holds it can sign in as them, so it is made only where
 * nobody else teaches them here, and they see on their account that it was made, when and by whom.
 */
export async function makeResetLink(
  visit: Visit,
  input: { readonly classId: unknown; readonly memberId: unknown },
): Promise<Outcome<{ path: string }>> {
  const here = await enterClass(store(), visit, input.classId, 'manage students')
  if (!here.ok) return here
  const memberId = admitId(MemberId, input.memberId, 'student')
  if (!memberId.ok) return memberId
  const teacherId = visit.learner.id
  const at = { teacherId, classId: here.value.class.id, memberId: memberId.value }
  const student = await studentWithAccount(store(), at)
  if (!student) return failed('notFound', 'This student has no account here.')
  if (!student.may)
    return failed(
      'forbidden',
      'You can make a link only for students all of whose classes you teach. Whoever runs this place can make one for everybody.',
    )
  return done({ path: await makeLink(student.accountId, 'teacher', teacherId) })
}

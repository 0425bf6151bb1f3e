import 'server-only'
import { ClassName } from '@/lib/core/class/class'
import { ClassId, MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { accountOf } from '@/lib/store/account'
import { insertClass, insertMember } from '@/lib/store/class'
import { inTransaction } from '@/lib/store/client'
import { admit } from './door'
import { newJoinCode } from './join-code'
import { newId } from './new-id'
import type { Visit } from './visit'

/** Opens a class whose owner is whoever asks; its dates are those of their zone. */
export async function openClass(
  visit: Visit,
  input: { name: unknown },
): Promise<Outcome<{ classId: ClassId }>> {
  const name = admit(ClassName, input.name)
  if (!name.ok) return name
  const { learner, now, timeZone } = visit
  const classId = ClassId.parse(newId())
  const memberId = MemberId.parse(newId())
  return inTransaction(async (db) => {
    const account = await accountOf(db, learner.id)
    if (!account)
      return failed(
        'forbidden',
        'Opening a class needs an account, so that it is still yours on another device. What you did here stays yours when you sign up.',
      )
    await insertClass(db, { id: classId, name: name.value, timeZone, code: newJoinCode(now) })
    const seat = { id: memberId, classId, learnerId: learner.id, role: 'owner' as const }
    await insertMember(db, { ...seat, displayName: account.name.slice(0, 100) }, now)
    return done({ classId })
  })
}

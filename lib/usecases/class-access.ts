/** The door of everything that is done in a class: who asks, and whether they may. */
import 'server-only'
import type { Class, Member } from '@/lib/core/class/class'
import { type ClassAction, mayInClass, mayWhenArchived } from '@/lib/core/class/roles'
import { ClassId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { findSeat, lockClass } from '@/lib/store/class'
import type { Db } from '@/lib/store/client'
import { admitId, missing } from './door'
import type { Visit } from './visit'

export type ClassHere = {
  readonly class: Class
  /** The seat of whoever asks. */
  readonly seat: Member
}

/** The class, where the visitor may do this in it. Who does not sit in it is not told that there is such a class. */
export async function enterClass(
  db: Db,
  visit: Visit,
  classId: unknown,
  action: ClassAction,
): Promise<Outcome<ClassHere>> {
  const id = admitId(ClassId, classId, 'class')
  if (!id.ok) return id
  const here = await findSeat(db, visit.learner.id, id.value)
  if (!here) return failed('notFound', missing('class'))
  if (!mayInClass(here.seat.role, action))
    return failed(
      'forbidden',
      `This is not open to you: in this class you take part as ${WORDS[here.seat.role]}.`,
    )
  if (here.class.archived && !mayWhenArchived(action))
    return failed('conflict', 'This class is archived. Whoever owns it can open it again.')
  return done(here)
}

/** The same, and until the transaction ends nobody else fills, frees or takes a seat of it, or gives it another role. */
export async function enterAndHoldClass(
  db: Db,
  visit: Visit,
  classId: unknown,
  action: ClassAction,
): Promise<Outcome<ClassHere>> {
  const id = ClassId.safeParse(classId)
  // Held before it is asked who may, since that may change while it is waited for.
  if (id.success) await lockClass(db, id.data)
  return enterClass(db, visit, classId, action)
}

const WORDS = {
  owner: 'its owner',
  teacher: 'a teacher',
  assistant: 'an assistant',
  student: 'a student',
} as const

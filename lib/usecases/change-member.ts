/** What is done with one seat of a class: its name, its role, its end. */
import 'server-only'
import { DisplayName } from '@/lib/core/class/class'
import { type ClassAction, ClassRole } from '@/lib/core/class/roles'
import { MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction } from '@/lib/store/client'
import { deleteSeat, findMember, type SeatDetails, updateSeat } from '@/lib/store/seat'
import { type ClassHere, enterAndHoldClass, enterClass } from './class-access'
import { admit, admitId, missing } from './door'
import type { Visit } from './visit'

type Which = { readonly classId: unknown; readonly memberId: unknown }
type Found = ClassHere & { readonly member: SeatDetails }

/** The seat, where the visitor may do this; the class is held until the transaction ends. */
async function enterSeat(
  db: Db,
  visit: Visit,
  { classId, memberId }: Which,
  action: ClassAction,
): Promise<Outcome<Found>> {
  const here = await enterAndHoldClass(db, visit, classId, action)
  if (!here.ok) return here
  const id = admitId(MemberId, memberId, 'seat')
  if (!id.ok) return id
  const member = await findMember(db, here.value.class.id, id.value)
  return member ? done({ ...here.value, member }) : failed('notFound', missing('seat'))
}

/** Students are in the hands of those who teach; who teaches and assists, in the owner's. */
async function enterSeatByRole(db: Db, visit: Visit, which: Which): Promise<Outcome<Found>> {
  const found = await enterSeat(db, visit, which, 'manage students')
  if (!found.ok || found.value.member.role === 'student') return found
  const asOwner = await enterClass(db, visit, which.classId, 'change roles')
  return asOwner.ok ? found : asOwner
}

/** Another name in this class; the account keeps its own. Who may: see enterSeatByRole. */
export async function renameMember(
  visit: Visit,
  input: Which & { displayName: unknown },
): Promise<Outcome<null>> {
  const name = admit(DisplayName, input.displayName)
  if (!name.ok) return name
  return inTransaction(async (db) => {
    const found = await enterSeatByRole(db, visit, input)
    if (!found.ok) return found
    await updateSeat(db, found.value.member.id, { displayName: name.value })
    return done(null)
  })
}

/** To make somebody the owner is to hand the class over: who owned it until now teaches. */
export async function changeRole(
  visit: Visit,
  input: Which & { role: unknown },
): Promise<Outcome<null>> {
  const role = admit(ClassRole, input.role)
  if (!role.ok) return role
  return inTransaction(async (db) => {
    const found = await enterSeat(db, visit, input, 'change roles')
    if (!found.ok) return found
    const { member, seat } = found.value
    if (member.id === seat.id)
      return role.value === 'owner'
        ? done(null)
        : failed('conflict', 'A class always has an owner. Hand it over to somebody first.')
    if (role.value === 'owner' && member.learnerId === null)
      return failed('conflict', 'Nobody sits on this seat yet, so nobody could own the class.')
    if (role.value !== 'student' && member.learnerId !== null && !member.account)
      return failed(
        'conflict',
        `${member.displayName} takes part without an account. Whoever teaches or assists needs one: they make it under “Sign up”.`,
      )
    if (role.value === 'owner') await updateSeat(db, seat.id, { role: 'teacher' })
    await updateSeat(db, member.id, { role: role.value })
    return done(null)
  })
}

/** Whoever is removed keeps what they did, and gets the seat back if they join again. A free seat is taken away. */
export async function removeMember(visit: Visit, input: Which): Promise<Outcome<null>> {
  return inTransaction(async (db) => {
    const found = await enterSeatByRole(db, visit, input)
    if (!found.ok) return found
    const { member } = found.value
    if (member.role === 'owner') return failed('conflict', OWNER_STAYS)
    await endSeat(db, member, visit.now)
    return done(null)
  })
}

/** Anybody's own seat but the owner's, who hands the class over first. What they did stays theirs. */
export async function leaveClass(visit: Visit, classId: unknown): Promise<Outcome<null>> {
  return inTransaction(async (db) => {
    const here = await enterAndHoldClass(db, visit, classId, 'leave')
    if (!here.ok) return here
    const { seat, class: room } = here.value
    if (seat.role === 'owner') return failed('conflict', OWNER_STAYS)
    const member = await findMember(db, room.id, seat.id)
    if (!member) throw new Error(`seat ${seat.id} is gone while its class is held`)
    await endSeat(db, member, visit.now)
    return done(null)
  })
}

const OWNER_STAYS =
  'A class always has an owner. Hand it over to somebody who teaches, or delete the class.'

async function endSeat(db: Db, seat: SeatDetails, now: number): Promise<void> {
  if (seat.learnerId === null) return deleteSeat(db, seat.id)
  await updateSeat(db, seat.id, { endedAt: new Date(now), linkHash: null, linkUntil: null })
}

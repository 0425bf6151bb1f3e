/** The link of a seat: who opens it sits down there. It opens once, holds for 30 days, and only its hash is kept. */
import 'server-only'
import { z } from 'zod'
import { MOST_MEMBERS } from '@/lib/core/class/class'
import { MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction } from '@/lib/store/client'
import { findMember, type SeatDetails, taughtByOne, updateSeat } from '@/lib/store/seat'
import { type ClassHere, enterAndHoldClass, enterClass } from './class-access'
import { admit, missing } from './door'
import { hashToken, newToken } from './secrets'
import type { Visit } from './visit'

export const LINK_DAYS = 30

export type SeatLink = {
  readonly memberId: MemberId
  readonly displayName: string
  readonly email: string | null
  /** The secret part of the address. */
  readonly token: string
  /** Milliseconds since 1970. */
  readonly until: number
}

const Members = z
  .array(MemberId)
  .min(1, 'No seat was chosen.')
  .max(MOST_MEMBERS, `At most ${MOST_MEMBERS} seats at once.`)

/** New links for these seats, each instead of the one before. For all of them or for none. */
export async function makeSeatLinks(
  visit: Visit,
  input: { classId: unknown; memberIds: unknown },
): Promise<Outcome<SeatLink[]>> {
  const ids = admit(Members, input.memberIds)
  if (!ids.ok) return ids
  return inTransaction(async (db) => {
    const here = await enterAndHoldClass(db, visit, input.classId, 'manage students')
    if (!here.ok) return here
    const members: SeatDetails[] = []
    for (const id of new Set(ids.value)) {
      const member = await findMember(db, here.value.class.id, id)
      if (!member) return failed('notFound', missing('seat'))
      const may = await mayMakeLink(db, visit, here.value, member)
      if (!may.ok) return may
      members.push(member)
    }
    const links: SeatLink[] = []
    for (const member of members) links.push(await renewLink(db, visit, member))
    return done(links)
  })
}

async function renewLink(db: Db, { now }: Visit, member: SeatDetails): Promise<SeatLink> {
  const token = newToken()
  const until = now + LINK_DAYS * 86_400_000
  await updateSeat(db, member.id, { linkHash: hashToken(token), linkUntil: new Date(until) })
  const { id: memberId, displayName, email } = member
  return { memberId, displayName, email, token, until }
}

async function mayMakeLink(
  db: Db,
  visit: Visit,
  here: ClassHere,
  member: SeatDetails,
): Promise<Outcome<unknown>> {
  const { id: classId } = here.class
  if (member.role !== 'student') {
    const asOwner = await enterClass(db, visit, classId, 'change roles')
    if (!asOwner.ok) return asOwner
  }
  if (member.learnerId === null) return done(null)
  if (member.account)
    return failed(
      'conflict',
      `${member.displayName} has an account and signs in with it. A link to this seat would open nothing more.`,
    )
  if (!(await taughtByOne(db, member.learnerId, classId, visit.learner.id)))
    return failed(
      'forbidden',
      `${member.displayName} is also in a class that you do not teach. A link would open what they do there too, so none is made.`,
    )
  return done(null)
}

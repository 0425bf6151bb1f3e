/** Sitting down on a seat with its link: what it opens is shown first, and only what is then confirmed uses it up. */
import 'server-only'
import { z } from 'zod'
import type { Class, Member } from '@/lib/core/class/class'
import type { ClassRole } from '@/lib/core/class/roles'
import type { ClassId, LearnerId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { accountOf } from '@/lib/store/account'
import { findSeat, lockClass, membersOf } from '@/lib/store/class'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { holdingsOf } from '@/lib/store/erasure'
import { type SeatDetails, seatByLink, taughtByOne, updateSeat } from '@/lib/store/seat'
import { admit } from './door'
import { mergeLearners } from './merge-learners'
import { hashToken } from './secrets'
import { openVisit, type Visit } from './visit'

/** What happens when the link is used by whoever asks. */
export type SeatOffer = {
  readonly class: Class
  readonly displayName: string
  readonly role: ClassRole
  readonly teachers: readonly string[]
  readonly kind:
    | 'take it'
    /** They sit in the class: on this seat, or on another one. */
    | 'already here'
    /** Somebody without an account sits there: this browser would go on as that one. */
    | 'come back'
    /** The same, but this browser is signed in to an account. */
    | 'come back signed in'
    /** A seat of the staff, and they have no account. */
    | 'needs an account'
  /** Answers that this browser's own guest gave, who would not be found by it any more; 0 where it stays theirs. */
  readonly left: number
}

const Token = z.string().regex(/^[\w-]{20,100}$/)

const SPENT =
  'This link opens no seat. It may have been used, be over, or be replaced by a newer one: ask whoever gave it to you.'

type Opened = { readonly class: Class; readonly seat: SeatDetails }

async function open(db: Db, token: unknown, now: number): Promise<Outcome<Opened>> {
  const read = Token.safeParse(token)
  const found = read.success ? await seatByLink(db, hashToken(read.data), now) : null
  if (!found || found.class.archived) return failed('notFound', SPENT)
  const { learnerId, account, classId } = found.seat
  // Since the link was made its learner may have got an account, or joined a class of somebody else's.
  if (learnerId !== null && (account || !(await taughtByOne(db, learnerId, classId))))
    return failed('notFound', SPENT)
  return done(found)
}

async function kindOf(
  db: Db,
  { learner: { id } }: Pick<Visit, 'learner'>,
  { seat }: Opened,
): Promise<SeatOffer['kind']> {
  if (seat.learnerId === id || (await findSeat(db, id, seat.classId))) return 'already here'
  const account = await accountOf(db, id)
  if (seat.learnerId !== null) return account ? 'come back signed in' : 'come back'
  return seat.role !== 'student' && !account ? 'needs an account' : 'take it'
}

export async function readSeatOffer(visit: Visit, token: string): Promise<Outcome<SeatOffer>> {
  const db = store()
  const opened = await open(db, token, visit.now)
  if (!opened.ok) return opened
  const { class: room, seat } = opened.value
  const [members, kind] = await Promise.all([
    membersOf(db, room.id),
    kindOf(db, visit, opened.value),
  ])
  return done({
    class: room,
    displayName: seat.displayName,
    role: seat.role,
    teachers: teachersAmong(members),
    kind,
    left: kind === 'come back' ? (await holdingsOf(db, visit.learner.id)).answers : 0,
  })
}

export const teachersAmong = (members: readonly Member[]): string[] =>
  members
    .filter(({ role, learnerId }) => learnerId !== null && (role === 'owner' || role === 'teacher'))
    .map(({ displayName }) => displayName)

/** `become`: who this browser is from now on; null: whoever it was. */
export type Taken = { readonly classId: ClassId; readonly become: LearnerId | null }

/** `bringIn`: where the browser becomes somebody else, what its own guest did becomes theirs. */
export async function takeSeat(
  visit: Visit,
  input: { token: unknown; bringIn?: unknown },
): Promise<Outcome<Taken>> {
  const bringIn = admit(z.boolean(), input.bringIn ?? false)
  if (!bringIn.ok) return bringIn
  if (bringIn.value) {
    // Before the link is spent: whatever dies between the two, it can be opened again.
    const brought = await bringAlong(visit, input.token)
    if (!brought.ok) return brought
  }
  return sitDown(visit, input.token)
}

async function bringAlong(visit: Visit, token: unknown): Promise<Outcome<unknown>> {
  const opened = await open(store(), token, visit.now)
  if (!opened.ok) return opened
  const { learnerId } = opened.value.seat
  if (learnerId === null || (await kindOf(store(), visit, opened.value)) !== 'come back')
    return done(null)
  const other = await openVisit({ learnerId, timeZone: null, now: visit.now })
  return mergeLearners(other, visit.learner.id)
}

async function sitDown({ learner, now }: Visit, token: unknown): Promise<Outcome<Taken>> {
  return inTransaction(async (db) => {
    const first = await open(db, token, now)
    if (!first.ok) return first
    const classId = first.value.class.id
    await lockClass(db, classId)
    // Of two who use a link at once the second finds it spent.
    const opened = await open(db, token, now)
    if (!opened.ok) return opened
    const { seat } = opened.value
    const kind = await kindOf(db, { learner }, opened.value)
    const spent = { linkHash: null, linkUntil: null }
    switch (kind) {
      case 'already here':
        return done({ classId, become: null })
      case 'needs an account':
        return failed('forbidden', 'Whoever teaches or assists needs an account. Sign up first.')
      case 'come back signed in':
        return failed(
          'conflict',
          'You are signed in, and this seat belongs to somebody without an account. Sign out first, or open the link in another browser.',
        )
      case 'come back':
        await updateSeat(db, seat.id, spent)
        return done({ classId, become: seat.learnerId })
      case 'take it':
        await updateSeat(db, seat.id, {
          ...spent,
          learnerId: learner.id,
          joinedAt: new Date(now),
        })
        return done({ classId, become: null })
    }
  })
}

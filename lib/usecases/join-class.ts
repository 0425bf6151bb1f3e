/** Joining a class with its code: what it opens is shown first. */
import 'server-only'
import { z } from 'zod'
import { type Class, DisplayName } from '@/lib/core/class/class'
import { readJoinCode } from '@/lib/core/class/join-code'
import { type ClassId, MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { accountOf } from '@/lib/store/account'
import { classByCode, findSeat, insertMember, lockClass, membersOf } from '@/lib/store/class'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { seatLeft, updateSeat } from '@/lib/store/seat'
import { roomFor } from './add-seats'
import { admit } from './door'
import { newId } from './new-id'
import { teachersAmong } from './take-seat'
import type { Visit } from './visit'

export type Joinable = {
  readonly class: Class
  readonly code: string
  readonly teachers: readonly string[]
  /** Whoever asks sits in it. */
  readonly already: boolean
  /** What they are called, where that is known. */
  readonly displayName: string
}

// The same for a code that never was, is over, or was closed: who tries codes learns nothing from the difference.
const CLOSED =
  'This code opens no class. It may be mistyped, over, or replaced by a newer one: ask whoever gave it to you.'

async function classOfCode(db: Db, typed: unknown, now: number): Promise<Outcome<Class>> {
  const code = readJoinCode(z.string().safeParse(typed).data ?? '')
  const found = code === null ? null : await classByCode(db, code, now)
  return found ? done(found) : failed('notFound', CLOSED)
}

export async function readJoinable(visit: Visit, typed: string): Promise<Outcome<Joinable>> {
  const db = store()
  const found = await classOfCode(db, typed, visit.now)
  if (!found.ok) return found
  const [members, account, here] = await Promise.all([
    membersOf(db, found.value.id),
    accountOf(db, visit.learner.id),
    findSeat(db, visit.learner.id, found.value.id),
  ])
  return done({
    class: found.value,
    code: readJoinCode(typed) ?? '',
    teachers: teachersAmong(members),
    already: here !== null,
    displayName: account?.name ?? '',
  })
}

/** Takes a seat as a student; whoever sat in the class before gets the old one back. Joining twice is joining once. */
export async function joinClass(
  visit: Visit,
  input: { code: unknown; displayName: unknown },
): Promise<Outcome<{ classId: ClassId; already: boolean }>> {
  const displayName = admit(DisplayName, input.displayName)
  if (!displayName.ok) return displayName
  const { learner, now } = visit
  return inTransaction(async (db) => {
    const found = await classOfCode(db, input.code, now)
    if (!found.ok) return found
    const classId = found.value.id
    await lockClass(db, classId)
    if (await findSeat(db, learner.id, classId)) return done({ classId, already: true })
    const room = await roomFor(db, classId, 1)
    if (!room.ok) return room
    const seat = { role: 'student' as const, displayName: displayName.value }
    const left = await seatLeft(db, learner.id, classId)
    if (left) await updateSeat(db, left, { ...seat, endedAt: null })
    else {
      const id = MemberId.parse(newId())
      await insertMember(db, { ...seat, id, classId, learnerId: learner.id }, now)
    }
    return done({ classId, already: false })
  })
}

/** Seats that are kept for people on a pasted list. */
import 'server-only'
import { z } from 'zod'
import { MOST_MEMBERS } from '@/lib/core/class/class'
import { ClassRole } from '@/lib/core/class/roles'
import { LONGEST_ROSTER, readRoster } from '@/lib/core/class/roster'
import { type ClassId, MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction } from '@/lib/store/client'
import { countSeats, insertFreeSeats, seatsOf } from '@/lib/store/seat'
import { enterAndHoldClass } from './class-access'
import { admit } from './door'
import { newId } from './new-id'
import type { Visit } from './visit'

const List = z.object({
  list: z
    .string()
    .max(LONGEST_ROSTER, 'A list has at most 100,000 characters. Paste it in two parts.'),
  role: ClassRole.exclude(['owner']),
})

/** Whether so many more still fit. Whoever asks has locked the class. */
export async function roomFor(db: Db, classId: ClassId, more: number): Promise<Outcome<null>> {
  const seats = await countSeats(db, classId)
  if (seats + more <= MOST_MEMBERS) return done(null)
  return failed(
    'tooLarge',
    `A class has at most ${MOST_MEMBERS} seats, and this one has ${seats}. Nobody was added.`,
  )
}

/** One free seat for each line that names somebody who has none. The lines are read as the preview showed them. */
export async function addSeats(
  visit: Visit,
  input: { classId: unknown; list: unknown; role: unknown },
): Promise<Outcome<{ added: number }>> {
  const list = admit(List, { list: input.list, role: input.role })
  if (!list.ok) return list
  const { role } = list.value
  return inTransaction(async (db) => {
    const action = role === 'student' ? 'manage students' : 'change roles'
    const here = await enterAndHoldClass(db, visit, input.classId, action)
    if (!here.ok) return here
    const classId = here.value.class.id
    const known = (await seatsOf(db, classId)).map(({ displayName, email }) => ({
      name: displayName,
      email,
    }))
    const seats = readRoster(list.value.list, known).flatMap((line) =>
      line.kind === 'seat'
        ? [{ id: MemberId.parse(newId()), displayName: line.name, email: line.email }]
        : [],
    )
    if (seats.length === 0)
      return failed('invalid', 'There is nobody in this list who could be added.')
    const room = await roomFor(db, classId, seats.length)
    if (!room.ok) return room
    await insertFreeSeats(db, classId, role, seats)
    return done({ added: seats.length })
  })
}

import 'server-only'
import type { MemberId } from '@/lib/core/ids'
import { readClass } from '@/lib/usecases/read-class'
import type { Visit } from '@/lib/usecases/visit'

/** The visitor's seat, where they take part as a student. */
export async function ownSeat(visitor: Visit, classId: string): Promise<MemberId | null> {
  const home = await readClass(visitor, classId)
  return home.ok && home.value.seat.role === 'student' ? home.value.seat.id : null
}

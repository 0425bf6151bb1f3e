import Link from 'next/link'
import { mayInClass } from '@/lib/core/class/roles'
import type { ClassHere } from '@/lib/usecases/class-access'

/** From an item that the class does not know to asking it on the wall. */
export function AskInRoom({
  here: { class: room, seat },
  itemId,
}: {
  here: ClassHere
  itemId: string | undefined
}) {
  if (itemId === undefined || room.archived || !mayInClass(seat.role, 'lead a room')) return null
  return (
    <Link
      href={`/classes/${room.id}/rooms?item=${itemId}`}
      className="link inline-flex min-h-9 items-center text-note print:hidden"
    >
      Ask it in the room
    </Link>
  )
}

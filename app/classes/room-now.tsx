import 'server-only'
import { roomsNow } from '@/lib/usecases/list-rooms'
import { LinkButton } from '../components/button'
import { visit } from '../visit'

/** Says that a class of the learner's, or this one, is in a room now; nothing where none is. */
export async function RoomNow({ classId }: { classId?: string }) {
  const rooms = await roomsNow(await visit())
  const here = rooms.filter((room) => classId === undefined || room.classId === classId)
  return here.map((room) => (
    <div
      key={room.id}
      className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-l-3 border-accent py-1 pl-4"
    >
      <p className="min-w-0 wrap-anywhere">
        {classId ? 'Your class' : room.className} is in a room now.
      </p>
      <LinkButton href={`/classes/${room.classId}/rooms/${room.id}`}>Take part</LinkButton>
    </div>
  ))
}

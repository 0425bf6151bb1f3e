import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { mayInClass } from '@/lib/core/class/roles'
import { type ClassHome, readClass } from '@/lib/usecases/read-class'
import { AssignmentsHere } from '../assignments-here'
import { ClassFrame } from '../class-frame'
import { RoomNow } from '../room-now'
import { SeenOfMe } from '../seen-of-me'
import { ClassMenu } from './class-menu'
import { Joining } from './joining'
import { LeaveClass } from './leave-class'

type Props = { params: Promise<{ classId: string }> }

const read = cache(async (classId: string) => readClass(await visit(), classId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const home = await read((await params).classId)
  return { title: home.ok ? home.value.class.name : 'No such class' }
}

export default async function ClassPage({ params }: Props) {
  const home = await read((await params).classId)
  if (!home.ok) notFound()
  const { class: room, seat } = home.value
  return (
    <ClassFrame
      here={home.value}
      place=""
      actions={
        seat.role === 'owner' ? (
          <ClassMenu classId={room.id} name={room.name} archived={room.archived} />
        ) : null
      }
    >
      {room.archived ? (
        <p className="border-l-3 border-edge py-1 pl-4">
          This class is archived. What was done in it can still be looked at; nobody joins, and
          nothing new is assigned.
        </p>
      ) : null}
      <RoomNow classId={room.id} />
      <AssignmentsHere here={home.value} />
      {seat.role === 'student' ? <ForStudent home={home.value} /> : <ForStaff home={home.value} />}
      <PageSection title="Who teaches">
        <ul className="max-w-measure">
          {home.value.staff.map(({ id, displayName, role }) => (
            <li key={id} className="py-1 wrap-anywhere">
              {displayName}
              <span className="text-quiet"> · {role}</span>
            </li>
          ))}
        </ul>
        {seat.role === 'owner' ? null : (
          <div className="mt-6">
            <LeaveClass classId={room.id} name={room.name} />
          </div>
        )}
      </PageSection>
    </ClassFrame>
  )
}

function ForStaff({ home: { class: room, seat, counts, code } }: { home: ClassHome }) {
  return (
    <>
      <PageSection
        title="Students"
        actions={
          <Link href={`/classes/${room.id}/students`} className="link">
            All, and their seats
          </Link>
        }
      >
        <p>
          {counts.students === 0 ? 'Nobody has joined yet' : count(counts.students, 'student')}
          {counts.free > 0 ? `; ${count(counts.free, 'seat')} kept free` : ''}.
        </p>
      </PageSection>
      {mayInClass(seat.role, 'manage students') && !room.archived ? (
        <PageSection title="Joining" id="joining">
          <Joining classId={room.id} code={code} timeZone={room.timeZone} />
        </PageSection>
      ) : null}
    </>
  )
}

function ForStudent({ home: { seat } }: { home: ClassHome }) {
  return (
    <PageSection title="What is seen of you">
      <p className="mb-2 max-w-measure">
        Here you are <strong className="font-medium wrap-anywhere">{seat.displayName}</strong>.
      </p>
      <SeenOfMe />
    </PageSection>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count } from '@/app/components/dates'
import { visit } from '@/app/visit'
import { sendsMail } from '@/lib/usecases/mail-seat-links'
import { readStudents, type SeatDetails } from '@/lib/usecases/read-students'
import { ClassFrame } from '../../class-frame'
import { AddSeats } from './add-seats'
import type { SeatRow } from './seat-row'
import { Seats } from './seats'

type Props = { params: Promise<{ classId: string }> }

const read = cache(async (classId: string) => readStudents(await visit(), classId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const list = await read((await params).classId)
  return { title: list.ok ? `Students of ${list.value.class.name}` : 'No such class' }
}

export default async function StudentsPage({ params }: Props) {
  const list = await read((await params).classId)
  if (!list.ok) notFound()
  const { class: room, seat, staff, students, mayManage, mayChangeRoles } = list.value
  const day = dayIn(room.timeZone)
  const rows = (of: readonly SeatDetails[]) => of.map((one) => rowOf(one, day, seat.id))
  const free = students.filter(({ learnerId }) => learnerId === null).length
  return (
    <ClassFrame
      here={list.value}
      place="/students"
      title="Students"
      under={`${count(students.length - free, 'student')}${free > 0 ? `, ${count(free, 'seat')} kept free` : ''}`}
    >
      <Seats
        classId={room.id}
        className={room.name}
        students={rows(students)}
        staff={rows(staff)}
        {...{ mayManage, mayChangeRoles }}
        addresses={
          sendsMail()
            ? students.filter(({ learnerId, email }) => learnerId === null && email !== null).length
            : 0
        }
      />
      {mayManage ? (
        <div className="print:hidden">
          <AddSeats
            classId={room.id}
            mayAddStaff={mayChangeRoles}
            known={[...students, ...staff].map(({ displayName, email }) => ({
              name: displayName,
              email,
            }))}
          />
        </div>
      ) : null}
    </ClassFrame>
  )
}

/** A moment as a day in the class's zone: 3 November 2026. */
function dayIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone })
  return (at) => format.format(at)
}

function rowOf(seat: SeatDetails, day: (at: number) => string, own: string): SeatRow {
  const { id, displayName, role, email, linkUntil, joinedAt, account } = seat
  const link = linkUntil === null ? null : `link until ${day(linkUntil)}`
  const words =
    joinedAt === null
      ? ['free', link ?? 'no link yet', email]
      : [`since ${day(joinedAt)}`, account ? null : 'without an account', link]
  return {
    ...{ id, displayName, role },
    state: joinedAt === null ? 'free' : account ? 'account' : 'guest',
    own: id === own,
    words: words.filter((word) => word !== null && word !== '').join(' · '),
  }
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { dueWords } from '@/app/classes/assignment-words'
import { ClassFrame } from '@/app/classes/class-frame'
import { LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { visit } from '@/app/visit'
import { mayInClass } from '@/lib/core/class/roles'
import { readAssignment } from '@/lib/usecases/read-assignment'
import { EndAssignment } from './end-assignment'
import { StaffView } from './staff-view'
import { StudentView } from './student-view'

type Props = { params: Promise<{ classId: string; assignmentId: string }> }

const read = cache(async (classId: string, assignmentId: string) =>
  readAssignment(await visit(), { classId, assignmentId }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId, assignmentId } = await params
  const page = await read(classId, assignmentId)
  return { title: page.ok ? page.value.assignment.name : 'No such assignment' }
}

export default async function AssignmentPage({ params }: Props) {
  const { classId, assignmentId } = await params
  const page = await read(classId, assignmentId)
  if (!page.ok) notFound()
  const { here, assignment, items, today } = page.value
  const mayAssign = mayInClass(here.seat.role, 'assign decks') && !here.class.archived
  const dueOn = page.value.kind === 'student' ? page.value.own.dueOn : assignment.dueOn
  return (
    <ClassFrame
      here={here}
      place=""
      title={assignment.name}
      under={
        assignment.ended ? 'Taken back' : `${dueWords(dueOn, today)} · ${count(items, 'item')}`
      }
      actions={
        mayAssign ? (
          <>
            <LinkButton href={`/classes/${here.class.id}/assignments/${assignment.id}/edit`}>
              Edit
            </LinkButton>
            <EndAssignment
              classId={here.class.id}
              assignmentId={assignment.id}
              ended={assignment.ended}
            />
          </>
        ) : null
      }
    >
      {page.value.kind === 'staff' ? (
        <StaffView page={page.value} mayAssign={mayAssign} />
      ) : (
        <StudentView page={page.value} />
      )}
    </ClassFrame>
  )
}

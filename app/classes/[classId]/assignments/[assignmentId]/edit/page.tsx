import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssignForm } from '@/app/classes/assign-form'
import { valuesOf } from '@/app/classes/assignment-values'
import { ClassFrame } from '@/app/classes/class-frame'
import { visit } from '@/app/visit'
import { assignmentToChange } from '@/lib/usecases/assign-choices'

export const metadata: Metadata = { title: 'Edit the assignment' }

type Props = { params: Promise<{ classId: string; assignmentId: string }> }

export default async function EditAssignmentPage({ params }: Props) {
  const found = await assignmentToChange(await visit(), await params)
  if (!found.ok) notFound()
  const { here, assignment, sections, reached } = found.value
  return (
    <ClassFrame here={here} place="" title="Edit the assignment" under={assignment.name}>
      <AssignForm
        classId={here.class.id}
        assignmentId={assignment.id}
        values={valuesOf(assignment)}
        decks={[{ id: assignment.deckId, name: assignment.name, sections }]}
        classes={[]}
        sectionsFixed={reached > 0}
      />
    </ClassFrame>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { readClass } from '@/lib/usecases/read-class'
import { ClassFrame } from '../class-frame'

type Props = { params: Promise<{ classId: string }> }

const read = cache(async (classId: string) => readClass(await visit(), classId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const home = await read((await params).classId)
  return { title: home.ok ? home.value.class.name : 'No such class' }
}

export default async function ClassPage({ params }: Props) {
  const home = await read((await params).classId)
  if (!home.ok) notFound()
  const { staff, counts, seat } = home.value
  return (
    <ClassFrame here={home.value} place="">
      {seat.role === 'student' ? null : (
        <p>
          {count(counts.students, 'student')}
          {counts.free > 0 ? `, and ${count(counts.free, 'seat')} kept free` : ''}
        </p>
      )}
      <PageSection title="Who teaches">
        <ul className="max-w-measure">
          {staff.map(({ id, displayName, role }) => (
            <li key={id} className="py-1">
              {displayName}
              <span className="text-quiet"> · {role}</span>
            </li>
          ))}
        </ul>
      </PageSection>
    </ClassFrame>
  )
}

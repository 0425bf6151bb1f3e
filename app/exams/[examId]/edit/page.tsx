import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { chosenItems, examChoices } from '@/lib/usecases/exam-choices'
import { readExam } from '@/lib/usecases/read-exam'
import { ExamForm } from '../../exam-form'
import { zonesWith } from '../../zones'

export const metadata: Metadata = { title: 'Edit the exam' }

export default async function EditExamPage({ params }: { params: Promise<{ examId: string }> }) {
  const visitor = await visit()
  const page = await readExam(visitor, (await params).examId)
  if (!page.ok) notFound()
  const { exam } = page.value
  const itemIds = exam.parts.flatMap((part) => (part.kind === 'item' ? [part.itemId] : []))
  const [choices, items] = await Promise.all([
    examChoices(visitor, exam.parts),
    chosenItems(visitor, itemIds),
  ])
  const { name, date, time, timeZone, parts, minutesPerDay, weekdaysOff, daysOff } = exam
  return (
    <Page>
      <PageHeading over={exam.name}>Edit the exam</PageHeading>
      <ExamForm
        examId={exam.id}
        values={{ name, date, time, timeZone, parts, minutesPerDay, weekdaysOff, daysOff }}
        choices={choices}
        items={items}
        zones={zonesWith(visitor.timeZone, timeZone)}
      />
    </Page>
  )
}

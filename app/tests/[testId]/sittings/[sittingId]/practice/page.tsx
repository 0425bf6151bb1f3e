import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { PracticeRun } from '@/app/tests/practice-run'
import { visit } from '@/app/visit'
import { askedOf } from '@/lib/core/exam/mock/question'
import { readPractice } from '@/lib/usecases/read-practice'

type Props = { params: Promise<{ testId: string; sittingId: string }> }

export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

export const metadata: Metadata = { title: 'Practice' }

export default async function PracticePage({ params }: Props) {
  const { testId, sittingId } = await params
  const practice = await readPractice(await visit(), sittingId)
  if (!practice.ok || practice.value.test.id !== testId) notFound()
  const { questions, passages, test } = practice.value
  return (
    <PracticeRun
      name={test.name}
      back={`/tests/${testId}/sittings/${sittingId}`}
      questions={questions.map((question) => ({ question, asked: askedOf(question) }))}
      passages={passages}
    />
  )
}

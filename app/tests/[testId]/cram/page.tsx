import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { PracticeRun } from '@/app/tests/practice-run'
import { visit } from '@/app/visit'
import { askedOf } from '@/lib/core/exam/mock/question'
import { readCram } from '@/lib/usecases/read-cram'

type Props = {
  params: Promise<{ testId: string }>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

export const metadata: Metadata = { title: 'Practice' }

/** ?section=KEY is the section of the test. */
export default async function CramPage({ params, searchParams }: Props) {
  const { testId } = await params
  const { section } = await searchParams
  const practice = await readCram(await visit(), {
    testId,
    section: typeof section === 'string' ? section : '',
  })
  if (!practice.ok) notFound()
  const { questions, passages, test } = practice.value
  return (
    <PracticeRun
      name={test.name}
      back={`/tests/${testId}`}
      questions={questions.map((question) => ({ question, asked: askedOf(question) }))}
      passages={passages}
    />
  )
}

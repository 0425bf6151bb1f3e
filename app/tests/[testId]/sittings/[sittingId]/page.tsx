import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { Sit } from '@/app/tests/sit'
import { visit } from '@/app/visit'
import { readSitting } from '@/lib/usecases/read-sitting'
import { Result } from './result'

type Props = { params: Promise<{ testId: string; sittingId: string }> }

/** What lies at the bottom of the screen moves up with the keyboard of a phone. */
export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

export const metadata: Metadata = { title: 'Mock test' }

export default async function SittingPage({ params }: Props) {
  const visitor = await visit()
  const { testId, sittingId } = await params
  const page = await readSitting(visitor, sittingId)
  if (!page.ok || page.value.test.id !== testId) notFound()
  if (page.value.phase === 'handedIn') return <Result page={page.value} />
  return <Sit learnerId={visitor.learner.id} page={page.value} />
}

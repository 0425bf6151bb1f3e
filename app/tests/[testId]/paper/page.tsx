import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Paper } from '@/app/tests/paper'
import { visit } from '@/app/visit'
import { readTest } from '@/lib/usecases/read-test'

type Props = { params: Promise<{ testId: string }> }

export const metadata: Metadata = { title: 'Mock test on paper' }

export default async function PaperPage({ params }: Props) {
  const page = await readTest(await visit(), (await params).testId)
  if (!page.ok) notFound()
  return <Paper test={page.value.test} isKey={false} />
}

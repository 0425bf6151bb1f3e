import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { visit } from '@/app/visit'
import { assignChoices } from '@/lib/usecases/assign-choices'
import { AssignForm } from '../../assign-form'
import { newValues } from '../../assignment-values'
import { ClassFrame } from '../../class-frame'

export const metadata: Metadata = { title: 'Assign a deck' }

type Props = {
  params: Promise<{ classId: string }>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

export default async function AssignPage({ params, searchParams }: Props) {
  const choices = await assignChoices(await visit(), (await params).classId)
  if (!choices.ok) notFound()
  const { here, decks, classes, today } = choices.value
  const { deck: wished } = await searchParams
  const first = decks.find(({ id }) => id === wished) ?? decks[0]
  return (
    <ClassFrame here={here} place="" title="Assign a deck" under=" ">
      {first ? (
        <AssignForm
          classId={here.class.id}
          assignmentId={null}
          values={newValues(first, today)}
          decks={decks}
          classes={classes}
        />
      ) : (
        <p className="max-w-measure">
          You have no deck with items yet.{' '}
          <Link href="/texts/new" className="link">
            Add a text
          </Link>{' '}
          and keep what it proposes, or{' '}
          <Link href="/decks" className="link">
            make a deck
          </Link>
          .
        </p>
      )}
    </ClassFrame>
  )
}

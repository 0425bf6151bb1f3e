import type { Metadata } from 'next'
import { SeenOfMe } from '@/app/classes/seen-of-me'
import { teachersWords } from '@/app/classes/words'
import { LinkButton } from '@/app/components/button'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { tooMany } from '@/app/limits'
import { visit } from '@/app/visit'
import { readJoinable } from '@/lib/usecases/join-class'
import { EnterCode } from '../enter-code'
import { JoinForm } from './join-form'

export const metadata: Metadata = { title: 'Join a class' }

type Props = { params: Promise<{ code: string }> }

export default async function JoinCodePage({ params }: Props) {
  const typed = decoded((await params).code)
  const often = await tooMany('join code')
  const found = often
    ? { ok: false as const, problem: often }
    : await readJoinable(await visit(), typed)
  if (!found.ok)
    return (
      <Page>
        <PageHeading>Join a class</PageHeading>
        <p className="mb-8 max-w-measure border-l-3 border-accent py-1 pl-4">
          {found.problem.message}
        </p>
        <EnterCode typed={typed.slice(0, 20)} />
      </Page>
    )
  const { class: room, teachers, already, code, displayName } = found.value
  return (
    <Page>
      <PageHeading over="Join a class" under={teachersWords(teachers)}>
        {room.name}
      </PageHeading>
      {already ? (
        <>
          <p>You are in it already.</p>
          <LinkButton tone="primary" href={`/classes/${room.id}`} className="mt-6">
            To the class
          </LinkButton>
        </>
      ) : (
        <>
          <JoinForm code={code} displayName={displayName} />
          <PageSection title="What is seen of you">
            <SeenOfMe />
          </PageSection>
        </>
      )}
    </Page>
  )
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

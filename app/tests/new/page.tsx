import type { Metadata } from 'next'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { readOwnExtraTime } from '@/lib/usecases/begin-sitting'
import { testScopes } from '@/lib/usecases/test-scopes'
import { NewTest } from './new-test'

export const metadata: Metadata = { title: 'New test' }

/** ?deck=ID or ?exam=ID chooses what it is on. */
export default async function NewTestPage({
  searchParams,
}: {
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}) {
  const { deck, exam } = await searchParams
  const visitor = await visit()
  const scopes = await testScopes(visitor)
  const extraTime = await readOwnExtraTime(visitor)
  const chosen =
    scopes.find(({ part }) =>
      part.kind === 'deck' ? part.deckId === deck : part.examId === exam,
    ) ?? scopes[0]
  return (
    <Page>
      <PageHeading under="The same seed and the same items give the same questions.">
        New test
      </PageHeading>
      {chosen ? (
        <NewTest scopes={scopes} first={scopes.indexOf(chosen)} extraTime={extraTime} />
      ) : (
        <p>
          There is nothing to draw from yet. Keep some proposals of a text, or write items for a
          deck.
        </p>
      )}
    </Page>
  )
}

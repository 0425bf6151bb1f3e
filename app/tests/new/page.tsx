import type { Metadata } from 'next'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { testScopes } from '@/lib/usecases/test-scopes'
import { NewTest } from './new-test'

export const metadata: Metadata = { title: 'New test' }

/** ?deck=ID chooses the deck. */
export default async function NewTestPage({
  searchParams,
}: {
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}) {
  const { deck } = await searchParams
  const scopes = await testScopes(await visit())
  const chosen = scopes.find((scope) => scope.id === deck) ?? scopes[0]
  return (
    <Page>
      <PageHeading under="The same seed and the same items give the same questions.">
        New test
      </PageHeading>
      {chosen ? (
        <NewTest scopes={scopes} first={chosen.id} />
      ) : (
        <p>
          There is nothing to draw from yet. Keep some proposals of a text, or write items for a
          deck.
        </p>
      )}
    </Page>
  )
}

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { count } from '@/app/components/dates'
import { Page, PageHeading } from '@/app/components/frame'
import { guestHere, signInHere } from '@/app/visit'
import { whereTo } from '@/app/where-to'
import { guestHistory } from '@/lib/usecases/guest-history'
import { BringIn } from './bring-in'

export const metadata: Metadata = { title: 'What was done here' }

export default async function BringInPage({
  searchParams,
}: {
  searchParams: Promise<{ to?: string | string[] }>
}) {
  const to = whereTo((await searchParams).to)
  const signedIn = await signInHere()
  if (!signedIn || signedIn === 'ended') redirect('/sign-in')
  const left = await guestHistory(await guestHere())
  if (!left) redirect(to)
  const { answers, decks, texts } = left
  return (
    <Page>
      <PageHeading under={`You are signed in as ${signedIn.name}.`}>
        Was it you who studied in this browser?
      </PageHeading>
      <p className="prose-read max-w-measure">
        Before you signed in, {count(answers, 'answer was given', 'answers were given')} here
        without an account, with {count(decks, 'deck')} and {count(texts, 'text')} added.
      </p>
      <p className="prose-read mt-4 max-w-measure">
        Brought in, it is as if you had done it signed in: every answer counts once, and what you
        know is computed again from all of them. Left out, nobody can come back to it.
      </p>
      <BringIn to={to} />
    </Page>
  )
}

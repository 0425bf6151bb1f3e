import type { Metadata } from 'next'
import { SeenOfMe } from '@/app/classes/seen-of-me'
import { teachersWords } from '@/app/classes/words'
import { LinkButton } from '@/app/components/button'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { tooMany } from '@/app/limits'
import { visit } from '@/app/visit'
import { readSeatOffer, type SeatOffer } from '@/lib/usecases/take-seat'
import { TakeSeat } from './take-seat'

export const metadata: Metadata = { title: 'Your seat in a class', referrer: 'no-referrer' }

type Props = { params: Promise<{ token: string }> }

export default async function SeatPage({ params }: Props) {
  const { token } = await params
  const often = await tooMany('link')
  const offer = often
    ? { ok: false as const, problem: often }
    : await readSeatOffer(await visit(), token)
  if (!offer.ok)
    return (
      <Page>
        <PageHeading>Your seat in a class</PageHeading>
        <p className="max-w-measure border-l-3 border-accent py-1 pl-4">{offer.problem.message}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/join">Join with a code</LinkButton>
          <LinkButton href="/classes">Your classes</LinkButton>
        </div>
      </Page>
    )
  const { class: room, teachers } = offer.value
  return (
    <Page>
      <PageHeading over="Your seat in a class" under={teachersWords(teachers)}>
        {room.name}
      </PageHeading>
      <Offer offer={offer.value} token={token} />
    </Page>
  )
}

function Offer({ offer, token }: { offer: SeatOffer; token: string }) {
  const name = <strong className="font-medium wrap-anywhere">{offer.displayName}</strong>
  switch (offer.kind) {
    case 'take it':
      return (
        <>
          <p className="max-w-measure">
            A seat is kept for {name}
            {offer.role === 'student' ? '' : `, as ${offer.role}`}. Take it only if that is you: the
            link opens once.
          </p>
          <TakeSeat token={token} confirm="Take the seat" />
          {offer.role === 'student' ? (
            <PageSection title="What is seen of you">
              <SeenOfMe />
            </PageSection>
          ) : null}
        </>
      )
    case 'already here':
      return (
        <>
          <p>You are in this class already.</p>
          <LinkButton tone="primary" href={`/classes/${offer.class.id}`} className="mt-6">
            To the class
          </LinkButton>
        </>
      )
    case 'come back':
      return (
        <>
          <p className="max-w-measure">
            {name} takes part here without an account. Going on, this browser becomes theirs, with
            all they have studied. Go on only if that is you.
          </p>
          <TakeSeat token={token} confirm="That is me: go on" left={offer.left} />
        </>
      )
    case 'come back signed in':
      return (
        <>
          <p className="max-w-measure">
            {name} takes part here without an account, and this browser is signed in. Sign out
            first, or open the link in another browser.
          </p>
          <LinkButton href="/account" className="mt-6">
            To the account that is signed in
          </LinkButton>
        </>
      )
    case 'needs an account':
      return (
        <>
          <p className="max-w-measure">
            A seat is kept for {name}, as {offer.role}. Whoever teaches or assists needs an account;
            what you did in this browser stays yours.
          </p>
          <div className="mt-6 flex flex-wrap gap-3">
            <LinkButton tone="primary" href={`/sign-up?to=/seat/${token}`}>
              Sign up
            </LinkButton>
            <LinkButton href={`/sign-in?to=/seat/${token}`}>Sign in</LinkButton>
          </div>
        </>
      )
  }
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { SignOut } from '../account/sign-out'
import { Page, PageHeading } from '../components/frame'
import { type SignInReason, signInHere } from '../visit'
import { whereTo } from '../where-to'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

const WHY: Record<SignInReason, string> = {
  ended:
    'This browser was signed out: from elsewhere, or because nobody came for two months. What you did is kept in your account.',
  account: 'What was done in this browser belongs to an account now. Sign in to go on with it.',
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ to?: string | string[]; why?: string | string[] }>
}) {
  const { to: asked, why } = await searchParams
  const to = whereTo(asked)
  const signedIn = await signInHere()
  const isHere = signedIn && signedIn !== 'ended'
  const reason = why === 'ended' || why === 'account' ? why : null
  return (
    <Page>
      <PageHeading>Sign in</PageHeading>
      {isHere ? (
        <p className="max-w-measure">
          You are signed in as {signedIn.name}.{' '}
          <Link href="/account" className="link">
            Your account
          </Link>
        </p>
      ) : (
        <>
          {reason ? <p className="prose-read mb-8 max-w-measure">{WHY[reason]}</p> : null}
          <SignInForm to={to} />
          <p className="mt-8 text-quiet">
            You have none yet?{' '}
            <Link href={`/sign-up?to=${encodeURIComponent(to)}`} className="link">
              Open an account
            </Link>
          </p>
          <p className="mt-2 text-quiet">
            <Link href="/forgot" className="link">
              I do not know my password
            </Link>
          </p>
          {reason ? (
            <div className="mt-6">
              <SignOut label="Go on without an account" learnerId={null} />
            </div>
          ) : null}
        </>
      )}
    </Page>
  )
}

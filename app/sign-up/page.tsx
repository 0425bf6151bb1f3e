import type { Metadata } from 'next'
import Link from 'next/link'
import { Page, PageHeading } from '../components/frame'
import { signInHere } from '../visit'
import { whereTo } from '../where-to'
import { SignUpForm } from './sign-up-form'

export const metadata: Metadata = { title: 'Open an account' }

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ to?: string | string[] }>
}) {
  const to = whereTo((await searchParams).to)
  const signedIn = await signInHere()
  return (
    <Page>
      <PageHeading>Open an account</PageHeading>
      {signedIn && signedIn !== 'ended' ? (
        <p className="max-w-measure">
          You have one: you are signed in as {signedIn.name}.{' '}
          <Link href="/account" className="link">
            Your account
          </Link>
        </p>
      ) : (
        <>
          <p className="prose-read mb-8 max-w-measure">
            What you have done in this browser stays yours and goes into the account. With it you
            find everything again in every browser you sign in with.
          </p>
          <SignUpForm to={to} />
          <p className="mt-8 text-quiet">
            You have an account?{' '}
            <Link href={`/sign-in?to=${encodeURIComponent(to)}`} className="link">
              Sign in
            </Link>
          </p>
        </>
      )}
    </Page>
  )
}

import type { Metadata } from 'next'
import { LinkButton } from '@/app/components/button'
import { Page, PageHeading } from '@/app/components/frame'
import { tooMany } from '@/app/limits'
import { readResetLink } from '@/lib/usecases/reset-password'
import { ResetForm } from './reset-form'

/** The address itself is the secret: it goes nowhere from here. */
export const metadata: Metadata = {
  title: 'A new password',
  referrer: 'no-referrer',
  robots: 'noindex',
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const often = await tooMany('link')
  const link = often ? null : await readResetLink(token)
  return (
    <Page>
      <PageHeading>A new password</PageHeading>
      {link ? (
        <>
          <p className="prose-read mb-8 max-w-measure">
            {link.name}, every browser that is signed in to your account will be signed out.
          </p>
          <ResetForm token={token} />
        </>
      ) : (
        <>
          <p className="prose-read max-w-measure">
            {often?.message ??
              'This link does nothing any more: it was used, or its hour is over. Ask for a new one.'}
          </p>
          <div className="mt-6">
            <LinkButton href="/forgot">Ask for a new link</LinkButton>
          </div>
        </>
      )}
    </Page>
  )
}

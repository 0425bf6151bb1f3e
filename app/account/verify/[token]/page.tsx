import type { Metadata } from 'next'
import { Page, PageHeading } from '@/app/components/frame'
import { VerifyButton } from './verify-button'

export const metadata: Metadata = {
  title: 'Your address',
  referrer: 'no-referrer',
  robots: 'noindex',
}

/** With a button: programs that look at mail open its links too. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return (
    <Page>
      <PageHeading>Is this your address?</PageHeading>
      <p className="prose-read mb-6 max-w-measure">
        The link was sent to the e-mail address of an account. Whoever presses the button says that
        it is theirs.
      </p>
      <VerifyButton token={token} />
    </Page>
  )
}

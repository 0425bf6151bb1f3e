import type { Metadata } from 'next'
import Link from 'next/link'
import { mailSetting } from '@/lib/usecases/mail'
import { Page, PageHeading } from '../components/frame'
import { ForgotForm } from './forgot-form'

export const metadata: Metadata = { title: 'Forgotten password' }

/** Whether there is mail is for the server that runs to say, not for the build. */
export const dynamic = 'force-dynamic'

export default function ForgotPage() {
  return (
    <Page>
      <PageHeading>A new password</PageHeading>
      {mailSetting() ? (
        <>
          <p className="prose-read mb-8 max-w-measure">
            A link to set a new password is sent to your address. It holds for an hour.
          </p>
          <ForgotForm />
        </>
      ) : (
        <p className="prose-read max-w-measure">
          This place sends no mail. If you take part in a class, ask your teacher for a link to set
          a new password; otherwise ask whoever runs this place. They can make one for you, and do
          not learn your password by it.
        </p>
      )}
      <p className="mt-8 text-quiet">
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      </p>
    </Page>
  )
}

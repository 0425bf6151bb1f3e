import type { Metadata } from 'next'
import { readAccount } from '@/lib/usecases/read-account'
import { LinkButton } from '../components/button'
import { Page, PageHeading } from '../components/frame'
import { visit } from '../visit'
import { SignOut } from './sign-out'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const account = await readAccount(await visit())
  return account ? (
    <Page>
      <PageHeading under={account.email}>{account.name}</PageHeading>
      <SignOut label="Sign out" />
    </Page>
  ) : (
    <Page>
      <PageHeading>You study without an account</PageHeading>
      <p className="prose-read max-w-measure">
        This browser alone knows who you are. With an account you find everything again elsewhere,
        and after this browser’s data were deleted.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/sign-up" tone="primary">
          Open an account
        </LinkButton>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </div>
    </Page>
  )
}

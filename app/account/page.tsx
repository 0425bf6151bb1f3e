import type { Metadata } from 'next'
import { mailSetting } from '@/lib/usecases/mail'
import { type AccountView, readAccount } from '@/lib/usecases/read-account'
import { LinkButton } from '../components/button'
import { Page, PageHeading, PageSection } from '../components/frame'
import { signInHere, visit } from '../visit'
import { Browsers } from './browsers'
import { EmailForm, NameForm, PasswordForm } from './change-forms'
import { SignOut } from './sign-out'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const visitor = await visit()
  const account = await readAccount(visitor)
  if (!account) return <WithoutAccount />
  const signedIn = await signInHere()
  const here = signedIn && signedIn !== 'ended' ? signedIn.signInId : null
  const { timeZone, learner } = visitor
  return (
    <Page>
      <PageHeading under={account.email}>{account.name}</PageHeading>
      <SignOut label="Sign out" learnerId={learner.id} />
      <ResetLinks links={account.resetLinks} timeZone={timeZone} />
      <PageSection title="Where you are signed in">
        <Browsers browsers={account.browsers} here={here} timeZone={timeZone} />
        <div className="mt-5 flex max-w-[34rem] flex-col items-start gap-3">
          <p className="text-note text-quiet">
            Signing out everywhere holds at once, in this browser too. What you did stays in your
            account.
          </p>
          <SignOut label="Sign out everywhere" learnerId={learner.id} everywhere />
        </div>
      </PageSection>
      <PageSection title="Name">
        <NameForm name={account.name} />
      </PageSection>
      <PageSection title="E-mail address">
        <p className="mb-4 max-w-[34rem] text-note text-quiet">
          {account.email}
          {mailSetting() === null
            ? '. This place sends no mail; the address is what you sign in with.'
            : account.emailVerified
              ? ', which is yours: you opened a link that was sent to it.'
              : '. Whether it is yours, a link says that was sent to it.'}
        </p>
        <EmailForm />
      </PageSection>
      <PageSection title="Password">
        <PasswordForm email={account.email} />
      </PageSection>
      <p className="mt-12 text-quiet">
        What is yours can be downloaded and deleted in the{' '}
        <a href="/settings#data" className="link">
          settings
        </a>
        .
      </p>
    </Page>
  )
}

function WithoutAccount() {
  return (
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

/** Whoever held such a link could sign in: that is not to happen behind somebody's back. */
function ResetLinks({ links, timeZone }: { links: AccountView['resetLinks']; timeZone: string }) {
  if (links.length === 0) return null
  const when = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  const maker = ({ madeBy, maker }: AccountView['resetLinks'][number]) =>
    madeBy === 'teacher'
      ? `by ${maker ?? 'a teacher who is no longer here'}, your teacher`
      : madeBy === 'operator'
        ? 'by whoever runs this place'
        : 'and sent to your address'
  return (
    <PageSection title="Links to set a new password">
      <p className="mb-3 max-w-[34rem] text-note text-quiet">
        Whoever held such a link could set a password of your account. If you do not know of one
        that was used, change your password.
      </p>
      <ul>
        {links.map((link) => (
          <li key={link.id} className="border-t border-rule py-2 first:border-0">
            Made on {when.format(link.madeAt)} {maker(link)};{' '}
            {link.usedAt === null ? 'not used' : `used on ${when.format(link.usedAt)}`}
          </li>
        ))}
      </ul>
    </PageSection>
  )
}

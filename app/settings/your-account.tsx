import Link from 'next/link'

/** Where somebody is known again in other browsers; `name` is the account's, null for a guest. */
export function YourAccount({ name }: { name: string | null }) {
  return (
    <p className="max-w-measure">
      {name === null ? (
        <>
          You study without an account: this browser alone knows who you are.{' '}
          <Link href="/sign-up?to=/settings" className="link">
            Open an account
          </Link>{' '}
          or{' '}
          <Link href="/sign-in?to=/settings" className="link">
            sign in
          </Link>
          .
        </>
      ) : (
        <>
          You are signed in as {name}. Name, address, password and where you are signed in:{' '}
          <Link href="/account" className="link">
            your account
          </Link>
          .
        </>
      )}
    </p>
  )
}

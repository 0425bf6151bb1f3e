'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** Pages from which one goes elsewhere; on the others one is in the middle of something. */
const PLACES: readonly string[] = [
  '/',
  '/texts',
  '/decks',
  '/exams',
  '/classes',
  '/numbers',
  '/settings',
]

/** Says at the end of a page who studies here. */
export function AccountLine({ name }: { name: string | null }) {
  const path = usePathname()
  if (!PLACES.includes(path)) return null
  return (
    <footer className="mx-auto mt-auto w-full max-w-page px-5 pb-6 text-note text-quiet sm:px-8">
      {name === null ? (
        <>
          You study in this browser without an account.{' '}
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
        </>
      ) : (
        <>
          Signed in as{' '}
          <Link href="/account" className="link">
            {name}
          </Link>
        </>
      )}
    </footer>
  )
}

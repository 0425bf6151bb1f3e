import '@fontsource-variable/instrument-sans/wght.css'
import '@fontsource-variable/literata/opsz.css'
import '@fontsource-variable/literata/opsz-italic.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { environment } from '@/lib/environment'
import { AccountLine } from './components/account-line'
import { Navigation } from './components/navigation'
import { Wordmark } from './components/wordmark'
import { Zone } from './components/zone'
import { ZONE_COOKIE } from './cookies'
import { Equip } from './device/equip'
import { GlobalKeys } from './keys/global-keys'
import { SendWaiting } from './review/send-waiting'
import { whoIsHere } from './visit'

export const metadata: Metadata = {
  title: { default: 'Passage', template: '%s · Passage' },
  description:
    'Turns a text into quiz items that lead back to their passages, and schedules their review.',
  appleWebApp: { capable: true, title: 'Passage' },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171512' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const zone = (await cookies()).get(ZONE_COOKIE)?.value ?? null
  const { learnerId, name, ended } = await whoIsHere()
  return (
    <html lang="en">
      <body>
        <div className="isolate flex min-h-dvh flex-col">
          <a
            href="#main"
            className="absolute left-4 -top-16 z-50 bg-ink px-4 py-3 text-paper focus:top-2"
          >
            Skip to the page
          </a>
          <header className="mx-auto flex w-full max-w-page items-center gap-1 px-3 pt-2 sm:gap-4 sm:px-8 sm:pt-4">
            <Link
              href="/"
              aria-label="Passage, today"
              className="grid min-h-11 min-w-11 place-items-center max-[23.5rem]:min-w-9 sm:min-w-0"
            >
              <Wordmark />
            </Link>
            <Navigation />
          </header>
          {children}
          {learnerId ? <AccountLine name={name} /> : null}
        </div>
        <Zone known={zone} />
        <GlobalKeys />
        <SendWaiting />
        <Equip learnerId={learnerId} ended={ended} hasWorker={environment().build !== null} />
      </body>
    </html>
  )
}

'use client'

import { type MouseEvent, useEffect, useState } from 'react'
import { LinkButton } from '../components/button'
import { Page, PageHeading } from '../components/frame'
import { type Kept, readKept } from './kept'
import { OfflineReview } from './offline-review'
import { OfflineToday } from './offline-today'
import { TryAgain } from './try-again'
import { useWayBack } from './use-way-back'

type Place = 'today' | 'review' | 'elsewhere'

type Shown = { readonly place: Place; readonly search: string; readonly kept: Kept | null }

/** The page for offline: today and the session from what this device has, and for other addresses why they have to wait. */
export function Offline() {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const { pathname, search } = window.location
    void readKept().then((kept) => setShown({ place: placeOf(pathname), search, kept }))
  }, [])
  return <div onClickCapture={goByAddress}>{shown ? <Shown {...shown} /> : <Reading />}</div>
}

function Shown({ place, search, kept }: Shown) {
  if (place === 'elsewhere') return <NeedsNetwork hasProvisions={kept !== null} />
  if (!kept) return <NothingHere />
  return place === 'review' ? (
    <OfflineReview kept={kept} search={search} />
  ) : (
    <OfflineToday kept={kept} />
  )
}

const placeOf = (pathname: string): Place =>
  pathname === '/review'
    ? 'review'
    : pathname === '/' || pathname === '/offline'
      ? 'today'
      : 'elsewhere'

/** Links are followed by the browser itself: the router would first ask the server for the page. */
function goByAddress(click: MouseEvent): void {
  const link = click.target instanceof Element ? click.target.closest('a') : null
  if (!link || click.metaKey || click.ctrlKey || click.shiftKey) return
  click.preventDefault()
  click.stopPropagation()
  window.location.assign(link.href)
}

function Reading() {
  return (
    <Page>
      <h1 className="sr-only">Offline</h1>
      <p className="text-quiet">Looking for what is on this device.</p>
    </Page>
  )
}

function NothingHere() {
  useWayBack()
  return (
    <Page>
      <PageHeading>You are offline</PageHeading>
      <p className="prose-read max-w-measure">
        Nothing to study is on this device yet. Open Passage once with a network, and the questions
        of the coming week will be here with their passages.
      </p>
      <TryAgain />
    </Page>
  )
}

function NeedsNetwork({ hasProvisions }: { hasProvisions: boolean }) {
  useWayBack()
  return (
    <Page>
      <PageHeading>This page needs a network</PageHeading>
      <p className="prose-read max-w-measure">
        Texts, decks, items, search and settings come from the server, which cannot be reached now.
        {hasProvisions ? ' What is to be reviewed today is on this device.' : ''}
      </p>
      <TryAgain>
        <LinkButton href="/" tone={hasProvisions ? 'primary' : 'plain'}>
          Today
        </LinkButton>
      </TryAgain>
    </Page>
  )
}

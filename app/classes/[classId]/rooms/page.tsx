import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/app/components/button'
import { ContentsLine } from '@/app/components/contents-line'
import { count } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { mayInClass } from '@/lib/core/class/roles'
import { listRooms, type Rooms } from '@/lib/usecases/list-rooms'
import { ClassFrame } from '../../class-frame'
import { BeginRoom } from './begin-room'

export const metadata: Metadata = { title: 'In the room' }

type Props = {
  params: Promise<{ classId: string }>
  searchParams: Promise<{ item?: string | string[] }>
}

export default async function RoomsPage({ params, searchParams }: Props) {
  const visitor = await visit()
  const { item } = await searchParams
  const rooms = await listRooms(visitor, (await params).classId, item)
  if (!rooms.ok) notFound()
  const { class: of, seat, open, past } = rooms.value
  const leads = mayInClass(seat.role, 'lead a room') && !of.archived
  return (
    <ClassFrame
      here={rooms.value}
      place="/rooms"
      title="In the room"
      under="One question at a time on the wall, answered by everybody on their own device or by hand."
    >
      {open ? (
        <div className="border-l-3 border-accent py-1 pl-4">
          <p>{leads ? `A room is open, on ${open.deckName}.` : 'Your class is in a room now.'}</p>
          <LinkButton tone="primary" href={`/classes/${of.id}/rooms/${open.id}`} className="mt-3">
            {leads ? 'Go on with it' : 'Take part'}
          </LinkButton>
        </div>
      ) : leads ? null : (
        <p className="text-quiet">
          No room is open now. When your teacher begins one, it says so here and on Today.
        </p>
      )}
      {leads ? <Begin rooms={rooms.value} itemId={typeof item === 'string' ? item : null} /> : null}
      {past.length > 0 ? (
        <PageSection title="Rooms that are over">
          <ul className="divide-y divide-rule border-b border-rule">
            {past.map(({ id, deckName, startedAt, state }) => (
              <li key={id}>
                <ContentsLine
                  href={`/classes/${of.id}/rooms/${id}`}
                  title={whenWords(startedAt, visitor.timeZone)}
                  end={count(state.round, 'question')}
                  under={leads ? deckName : undefined}
                />
              </li>
            ))}
          </ul>
        </PageSection>
      ) : null}
    </ClassFrame>
  )
}

function Begin({ rooms, itemId }: { rooms: Rooms; itemId: string | null }) {
  const { class: of, decks, deckId, open } = rooms
  return (
    <PageSection title={open ? 'Another room' : 'Begin a room'}>
      {decks.length > 0 ? (
        <>
          {deckId ? <p className="mb-4">The question that you came from is asked first.</p> : null}
          <BeginRoom
            classId={of.id}
            decks={decks}
            chosen={deckId}
            itemId={deckId ? itemId : null}
            isAnotherOpen={open !== null}
          />
        </>
      ) : (
        <p className="max-w-measure text-quiet">
          There is nothing to ask yet: assign a deck to the class, or keep items in a deck of your
          own.
        </p>
      )}
    </PageSection>
  )
}

const whenWords = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
    timeZone,
  }).format(at)

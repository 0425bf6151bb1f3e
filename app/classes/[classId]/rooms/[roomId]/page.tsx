import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { qrOf } from '@/app/components/qr-path'
import { ownAddress } from '@/app/own-address'
import { visit } from '@/app/visit'
import { groupedCode } from '@/lib/core/class/join-code'
import { type RoomPage, readRoom } from '@/lib/usecases/read-room'
import { ClassFrame } from '../../../class-frame'
import { Device } from './device'
import { Lead } from './lead'
import { OwnRounds, Rounds } from './rounds'

type Props = { params: Promise<{ classId: string; roomId: string }> }

const read = cache(async (classId: string, roomId: string) =>
  readRoom(await visit(), { classId, roomId }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId, roomId } = await params
  const page = await read(classId, roomId)
  return { title: page.ok ? `${page.value.class.name}, in the room` : 'No such room' }
}

export default async function RoomPlace({ params }: Props) {
  const { classId, roomId } = await params
  const page = await read(classId, roomId)
  if (!page.ok) notFound()
  const { value } = page
  switch (value.phase) {
    case 'leading':
      return <Leading page={value} />
    case 'taking part': {
      const { learner, now, timeZone } = await visit()
      const watch = { learnerId: learner.id, now, timeZone }
      return (
        <Device roomId={value.room.id} className={value.class.name} first={value.view} {...watch} />
      )
    }
    case 'over':
      return (
        <ClassFrame
          here={value}
          place="/rooms"
          title={value.room.deckName}
          under="What was asked in the room, and how it was answered."
        >
          <Rounds rounds={value.rounds} />
        </ClassFrame>
      )
    case 'was there':
      return (
        <ClassFrame
          here={value}
          place="/rooms"
          title="In the room"
          under="This room is over. What you answered was stored when you answered it."
        >
          <OwnRounds rounds={value.rounds} />
        </ClassFrame>
      )
  }
}

async function Leading({ page }: { page: Extract<RoomPage, { phase: 'leading' }> }) {
  const { class: of, room, order, view, code } = page
  const address = await ownAddress()
  const link = code && `${address}/join/${code.code}`
  return (
    <Lead
      room={{ id: room.id, classId: of.id, className: of.name, deckName: room.deckName }}
      order={order}
      first={view}
      join={
        code && link
          ? {
              ...{ link, code: groupedCode(code.code), qr: qrOf(link) },
              host: address.replace(/^\w+:\/\//, ''),
            }
          : null
      }
    />
  )
}

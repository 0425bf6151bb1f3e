'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { copySharedDeckAction } from '@/app/decks/share-actions'
import { useAct } from '@/app/items/use-act'

export function CopyDeck({ token }: { token: string }) {
  const router = useRouter()
  const { act, pending, problem } = useAct()
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        tone="primary"
        disabled={pending}
        onClick={() =>
          act(
            () => copySharedDeckAction(token),
            ({ deckId }) => router.push(`/decks/${deckId}`),
          )
        }
      >
        Copy into my decks
      </Button>
      <Notice tone="alert">{problem}</Notice>
    </div>
  )
}

'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Select } from '@/app/components/field'
import { EMPTY_DRAFT } from '@/app/components/item-draft-form'
import { ItemEditor } from '@/app/components/item-editor'
import { Notice } from '@/app/components/notice'
import type { ItemDraft } from '@/lib/core/items/draft'
import type { Problem } from '@/lib/core/outcome'
import { writeAction } from '../actions'

/** Writes items one after the other: after each the form is empty again, and the last one can be looked at. */
export function NewItemForm({
  decks,
  deckId: first,
  textId,
  evidence,
}: {
  decks: readonly { id: string; name: string }[]
  deckId: string
  textId: string | null
  evidence: { start: number; end: number }[]
}) {
  const [deckId, setDeckId] = useState(first)
  const [saved, setSaved] = useState<{ readonly count: number; readonly itemId: string } | null>(
    null,
  )
  const deck = decks.find((each) => each.id === deckId)

  async function save(draft: ItemDraft): Promise<Problem | null> {
    const outcome = await writeAction({ draft, textId, evidence, deckId })
    if (!outcome.ok) return outcome.problem
    setSaved((was) => ({ count: (was?.count ?? 0) + 1, itemId: outcome.value.itemId }))
    return null
  }

  return (
    <div className="max-w-[40rem]">
      <Notice className="mb-6">
        {saved ? (
          <>
            Added to “{deck?.name}”.{' '}
            <Link href={`/items/${saved.itemId}`} className="link">
              See it
            </Link>
            , or write another.
          </>
        ) : null}
      </Notice>
      <ItemEditor
        key={saved?.count ?? 0}
        draft={EMPTY_DRAFT}
        onSave={save}
        saveLabel="Add the item"
      >
        <Select label="Deck" value={deckId} onChange={(event) => setDeckId(event.target.value)}>
          {decks.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </ItemEditor>
    </div>
  )
}

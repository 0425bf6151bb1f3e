import type { Metadata } from 'next'
import { listTrash } from '@/lib/usecases/list-trash'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading } from '../components/frame'
import { visit } from '../visit'
import { TrashList } from './trash-list'

export const metadata: Metadata = { title: 'Trash' }

export default async function TrashPage() {
  const visitor = await visit()
  const items = await listTrash(visitor)
  return (
    <Page>
      <PageHeading under="What you deleted. Nothing here is asked, and nothing is lost: a restored item comes back with its reviews.">
        Trash
      </PageHeading>
      {items.length === 0 ? <EmptyState title="The trash is empty." /> : null}
      <TrashList
        items={items.map((item) => ({
          id: item.id,
          question: item.question,
          answer: item.answer,
          from: item.decks.map((deck) => deck.name).join(', ') || (item.textTitle ?? ''),
        }))}
      />
    </Page>
  )
}

import type { Metadata } from 'next'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { MAX_FILE_BYTES } from '@/lib/core/text/decode'
import { readBooks } from '@/lib/usecases/import-book'
import { bookCovers } from '../count-covers'
import { Adding } from './adding'

export const metadata: Metadata = { title: 'Add a text' }

export default async function AddTextPage() {
  const visitor = await visit()
  const imports = await readBooks(visitor)
  const covers = await bookCovers(visitor, imports)
  return (
    <Page>
      <PageHeading under="Paste it, or choose a .txt or .md file.">Add a text</PageHeading>
      <Adding maxBytes={MAX_FILE_BYTES} imports={imports} covers={covers} />
    </Page>
  )
}

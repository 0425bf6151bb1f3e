import type { Metadata } from 'next'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { MAX_FILE_BYTES } from '@/lib/core/text/decode'
import { readBooks } from '@/lib/usecases/import-book'
import { Adding } from './adding'

export const metadata: Metadata = { title: 'Add a text' }

export default async function AddTextPage() {
  const imports = await readBooks(await visit())
  return (
    <Page>
      <PageHeading under="Paste it, or choose a .txt or .md file.">Add a text</PageHeading>
      <Adding maxBytes={MAX_FILE_BYTES} imports={imports} />
    </Page>
  )
}

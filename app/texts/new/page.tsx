import type { Metadata } from 'next'
import { Page, PageHeading } from '@/app/components/frame'
import { MAX_FILE_BYTES } from '@/lib/core/text/decode'
import { AddText } from './add-text'

export const metadata: Metadata = { title: 'Add a text' }

export default function AddTextPage() {
  return (
    <Page>
      <PageHeading under="Paste it, or choose a .txt or .md file.">Add a text</PageHeading>
      <AddText maxBytes={MAX_FILE_BYTES} />
    </Page>
  )
}

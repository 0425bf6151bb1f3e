import type { Metadata } from 'next'
import { LinkButton } from './components/button'
import { Page, PageHeading } from './components/frame'

export const metadata: Metadata = { title: 'Not here' }

export default function NotFound() {
  return (
    <Page>
      <PageHeading>There is nothing here</PageHeading>
      <div className="prose-read max-w-measure">
        <p>
          The address may be mistyped, or what stood here was deleted, or it belongs to the learner
          of another browser.
        </p>
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/" tone="primary">
          Today
        </LinkButton>
        <LinkButton href="/texts">Texts</LinkButton>
        <LinkButton href="/trash">Trash</LinkButton>
      </div>
    </Page>
  )
}

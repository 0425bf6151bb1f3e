import type { Metadata } from 'next'
import { Page, PageHeading } from '../components/frame'
import { EnterCode } from './enter-code'

export const metadata: Metadata = { title: 'Join a class' }

export default function JoinPage() {
  return (
    <Page>
      <PageHeading under="You see which class it is before you join.">Join a class</PageHeading>
      <EnterCode />
    </Page>
  )
}

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { listClasses } from '@/lib/usecases/list-classes'
import { OpenClass } from './open-class'

export const metadata: Metadata = { title: 'Open a class' }

export default async function NewClassPage() {
  const { mayOpen } = await listClasses(await visit())
  if (!mayOpen) redirect('/sign-up?to=/classes/new')
  return (
    <Page>
      <PageHeading under="You will own it. Students join with a code, or from a list that you paste.">
        Open a class
      </PageHeading>
      <OpenClass />
    </Page>
  )
}

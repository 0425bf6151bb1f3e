import type { Metadata } from 'next'
import { Page, PageHeading } from '../components/frame'
import { visit } from '../visit'
import { SettingsForm } from './settings-form'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const { learner } = await visit()
  const { rolloverHour, desiredRetention, newPerDay, showIntervals, gradeButtons } = learner
  return (
    <Page>
      <PageHeading
        under={`They hold for you, in this browser. Your time zone is ${learner.timeZone}, as this device says.`}
      >
        Settings
      </PageHeading>
      <SettingsForm
        settings={{ rolloverHour, desiredRetention, newPerDay, showIntervals, gradeButtons }}
      />
    </Page>
  )
}

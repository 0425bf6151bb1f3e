import type { Metadata } from 'next'
import { Suspense } from 'react'
import { readHoldings } from '@/lib/usecases/erase-learner'
import { readMemoryModel } from '@/lib/usecases/memory-model'
import { Page, PageHeading } from '../components/frame'
import { visit, whoIsHere } from '../visit'
import { YourMemoryModel } from './memory-model'
import { RetentionForecast, RetentionForecastToCome } from './retention-forecast'
import { SettingsForm } from './settings-form'
import { YourAccount } from './your-account'
import { YourData } from './your-data'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const visitor = await visit()
  const { name } = await whoIsHere()
  const {
    id: _,
    timeZone,
    catchUp: __,
    ownWeights: ___,
    rescheduled: ____,
    isStudent,
    ...settings
  } = visitor.learner
  return (
    <Page>
      <PageHeading
        under={`They hold for you, ${name === null ? 'in this browser' : 'wherever you are signed in'}. Your time zone is ${timeZone}, as this device says.`}
      >
        Settings
      </PageHeading>
      <YourAccount name={name} />
      <SettingsForm
        settings={settings}
        isStudent={isStudent}
        forecast={
          <Suspense fallback={<RetentionForecastToCome />}>
            <RetentionForecast />
          </Suspense>
        }
      />
      <YourMemoryModel model={await readMemoryModel(visitor)} />
      <YourData holdings={await readHoldings(visitor)} />
    </Page>
  )
}

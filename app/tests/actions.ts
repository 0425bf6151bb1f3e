'use server'

import { archiveTest } from '@/lib/usecases/archive-test'
import { beginSitting } from '@/lib/usecases/begin-sitting'
import { makeTest } from '@/lib/usecases/make-test'
import { recordSitting } from '@/lib/usecases/record-sitting'
import { acting } from '../items/acting'

// What arrives is whatever was sent; the use cases check it at their door.

export async function makeTestAction(draft: unknown) {
  return acting((visit) => makeTest(visit, draft), 'keep the page')
}

export async function beginSittingAction(testId: string) {
  return acting((visit) => beginSitting(visit, testId), 'keep the page')
}

export async function archiveTestAction(testId: string, archived: boolean) {
  return acting((visit) => archiveTest(visit, { testId, archived }))
}

export async function contestAction(sittingId: string, event: unknown) {
  return acting((visit) => recordSitting(visit, sittingId, [event]))
}

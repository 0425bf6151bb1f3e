'use server'

import { claimFreeDay } from '@/lib/usecases/claim-free-day'
import { acting } from '../items/acting'

// What arrives is whatever was sent; the use case checks it at its door.

export async function claimFreeDayAction(classId: string, assignmentId: string) {
  return acting((visit) => claimFreeDay(visit, { classId, assignmentId }))
}

'use server'

import { endCatchUp, startCatchUp } from '@/lib/usecases/catch-up'
import { acting } from '../items/acting'

export async function startCatchUpAction(perDay: number) {
  return acting((visit) => startCatchUp(visit, { perDay }))
}

export async function endCatchUpAction() {
  return acting((visit) => endCatchUp(visit))
}

'use server'

import { changeSettings } from '@/lib/usecases/change-settings'
import { acting } from '../items/acting'

export async function changeSettingsAction(input: unknown) {
  return acting((visit) => changeSettings(visit, input))
}

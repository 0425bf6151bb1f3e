'use server'

import { changeSettings } from '@/lib/usecases/change-settings'
import { changeMemoryModel, previewChange } from '@/lib/usecases/memory-model'
import { tryNow } from '@/lib/usecases/try-parameters'
import { acting } from '../items/acting'

export async function changeSettingsAction(input: unknown) {
  return acting((visit) => changeSettings(visit, input))
}

export async function tryWeightsAction() {
  return acting(tryNow)
}

export async function previewModelAction(input: unknown) {
  return acting((visit) => previewChange(visit, input), 'keep the page')
}

export async function changeModelAction(input: unknown) {
  return acting((visit) => changeMemoryModel(visit, input))
}

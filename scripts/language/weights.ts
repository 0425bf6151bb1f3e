/** The weights, for a program of the shell: those that ship, or a file that is named. */
import { readFileSync } from 'node:fs'
import { type EnglishModel, openModel } from '@/lib/core/language/model'
import { BrokenWeights } from '@/lib/core/language/net/container'
import { EXIT, Refusal, wordsOf } from '../run/program'
import { inProject } from '../setup/project.mjs'

export const WEIGHTS = inProject('weights', 'english.weights')

export function readModel(file: string): EnglishModel {
  try {
    return openModel(readFileSync(file))
  } catch (error) {
    if (error instanceof BrokenWeights) throw new Refusal(`${file}: ${error.message}`, EXIT.usage)
    if (error instanceof Error && 'code' in error) {
      throw new Refusal(`The weights ${file} could not be read: ${wordsOf(error)}`, EXIT.usage)
    }
    throw error
  }
}

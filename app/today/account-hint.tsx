import { countAnswers } from '@/lib/usecases/count-answers'
import { visit, whoIsHere } from '../visit'
import { ToldOnce } from './told-once'

/** So many answers are worth keeping when a browser is lost. */
const WORTH_KEEPING = 50

/** Once somebody has done something here that only this browser leads to, they are told that an account keeps it. */
export async function AccountHint() {
  const { name } = await whoIsHere()
  if (name !== null) return null
  const answers = await countAnswers(await visit())
  return answers < WORTH_KEEPING ? null : <ToldOnce answers={answers} />
}

/**
 * The optimiser: FSRS' own in Rust. It takes half a second for 10,000 answers and blocks while it reads them, so only the
 * worker calls it.
 */
import 'server-only'
import {
  computeParameters,
  convertCsvToFsrsItems,
  type FSRSBindingItem,
} from '@open-spaced-repetition/binding'
import type { CardId } from '@/lib/core/ids'
import type { Answered } from '@/lib/core/memory/learner-log'
import { DEFAULT_PARAMETERS, SchedulingParametersSchema } from '@/lib/core/memory/parameters'

/**
 * 21 weights found from these answers, in the order of their days and times: to four decimals, as other programs show and
 * take them, so that what is compared, kept, shown and copied are the same numbers.
 */
export async function fitWeights(answers: readonly Answered[]): Promise<readonly number[]> {
  const found = await computeParameters(itemsOf(answers), {
    enableShortTerm: true,
    numRelearningSteps: DEFAULT_PARAMETERS.relearningSteps.length,
  })
  return SchedulingParametersSchema.shape.weights.parse(found.map(toFourDecimals))
}

const toFourDecimals = (weight: number): number => Math.round(weight * 10_000) / 10_000

const DAY_MS = 86_400_000

/**
 * One item for each answer that tests the model, with those of its card before it. The optimiser reads a table of answers
 * twenty times faster than objects. It counts days from times: ours are made from the study days that are stored, and
 * differ, so that the items come back in the order of their answers.
 */
function itemsOf(answers: readonly Answered[]): FSRSBindingItem[] {
  const numbers = new Map<CardId, number>()
  const rows = ['card_id,review_time,review_rating,review_state,review_duration']
  for (const [index, { cardId, day, grade, nth }] of answers.entries()) {
    const number = numbers.get(cardId) ?? numbers.size + 1
    numbers.set(cardId, number)
    rows.push(`${number},${day * DAY_MS + index},${grade},${nth === 0 ? 0 : 2},0`)
  }
  const items = convertCsvToFsrsItems(Buffer.from(rows.join('\n')), 0, 'UTC', () => 0)
  const later = answers.filter((answer) => answer.elapsed > 0)
  if (items.length !== later.length)
    throw new Error(`the optimiser read ${items.length} items of ${later.length} answers`)
  return items.filter((_, index) => later[index]?.tests)
}

/** What is said of a learner's memory model. */
import type { MemoryModel } from '@/lib/usecases/memory-model'
import { count, figure } from '../components/dates'

type Result = MemoryModel['results'][number]

const loss = (value: number): string => value.toFixed(3)

/** 'the usual weights', 'your weights no. 2' */
const weightsWords = (number: number | null): string =>
  number === null ? 'the usual weights' : `your weights no. ${number}`

/** What came of a try, with what it rests on. */
export function resultWords(result: Result): string {
  if (result.outcome === 'tooFew') {
    return 'There were too few answers on later days to check weights on, so none were looked for.'
  }
  const { lossOwn, lossInUse, comparedWith, trainedOn, heldBack, outcome } = result
  const other = comparedWith === null ? 'the usual ones' : `your no. ${comparedWith}`
  const compared = `Found from ${count(trainedOn, 'answer')}. On ${figure(heldBack)} later ones, which they had not seen, forecasts were off by ${loss(lossOwn)} with them and by ${loss(lossInUse)} with ${other}`
  return outcome === 'adopted'
    ? `${compared}: they were taken.`
    : `${compared}: what was in use stayed.`
}

/** Which weights are in use, and since when own ones are looked for. */
export function inUseWords({ inUse, reviews, results }: MemoryModel): string {
  if (inUse !== null) return `In use: ${weightsWords(inUse)}.`
  const tried = results.length > 0
  return tried || reviews >= 1000
    ? 'In use: the usual weights of FSRS-6.'
    : 'In use: the usual weights of FSRS-6, found from the reviews of many thousand people.'
}

/** What comes next by itself. */
export function nextWords({ reviews, nextTry }: MemoryModel): string {
  return `You have given ${count(reviews, 'answer')}. At ${figure(nextTry)} weights of your own are looked for${reviews >= 1000 ? ' again' : ''}: found from the earlier answers, checked on the later ones, and taken only if their forecasts are better.`
}

export function jobWords(job: MemoryModel['job']): string | null {
  switch (job) {
    case 'waiting':
      return 'A try is waiting for its turn.'
    case 'running':
      return 'A try is under way.'
    case 'failed':
      return 'The last try could not be finished. You can ask for another one.'
    case null:
      return null
  }
}

export const isUnderWay = (job: MemoryModel['job']): boolean =>
  job === 'waiting' || job === 'running'

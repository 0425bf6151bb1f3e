/** Fits the prior of the forecast (lib/core/exam/forecast/prior.ts) to simulated people, who are none of those it is tested on. */
import { learnRecall, type Prior } from '@/lib/core/exam/forecast/learned-recall'
import { algorithmFor } from '@/lib/core/memory/algorithm'
import { lotsFrom } from './lots'
import { priorPerson } from './people'
import { BELIEVED, itemsOf, study } from './studies'
import { recollectionsOf } from './trial'

/** By then it moves no more in the second digit. */
const ROUNDS = 4

const BEGIN: Prior = {
  mean: [0, 0, 0],
  covariance: [
    [0.5, 0, 0],
    [0, 0.2, 0],
    [0, 0, 0.3],
  ],
}

/** Empirical Bayes by expectation and maximisation: each round the prior becomes the mixture of what the last one leads to. */
export function fitPrior(people: number): Prior {
  const model = algorithmFor(BELIEVED).forgetting
  const logs = Array.from({ length: people }, (_, n) => {
    const lots = lotsFrom(`prior:${n}`)
    const truth = priorPerson(lots)
    const items = itemsOf(300, 6, lots)
    return recollectionsOf(study(items, truth, { days: 150, newPerDay: 5, daysOff: 0.1 }, lots))
  })
  let prior = BEGIN
  for (let round = 0; round < ROUNDS; round++) {
    const points = logs.flatMap((log) => learnRecall(log, prior, model))
    prior = momentsOf(points, people)
  }
  return prior
}

function momentsOf(points: ReturnType<typeof learnRecall>, people: number): Prior {
  const places = [0, 1, 2]
  const sum = (of: (departure: readonly number[]) => number) =>
    points.reduce((all, { departure, weight }) => all + weight * of(departure), 0) / people
  const mean = places.map((i) => sum((departure) => departure[i] ?? 0))
  const off = (departure: readonly number[], i: number) => (departure[i] ?? 0) - (mean[i] ?? 0)
  return {
    mean,
    covariance: places.map((i) =>
      places.map((j) => sum((departure) => off(departure, i) * off(departure, j))),
    ),
  }
}

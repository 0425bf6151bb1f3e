/** What is known of people before one of them has answered anything. */
import type { Prior } from './learned-recall'

/**
 * How far memories depart from FSRS-6 with the usual weights (true-recall.ts): fitted to 150 simulated people whose weights
 * lie as far apart as those of real people (`npm run --silent simulate -- prior` fits them again).
 */
export const PRIOR: Prior = {
  mean: [0.1, 0.14, 0.08],
  covariance: [
    [0.33, 0.085, -0.015],
    [0.085, 0.235, -0.01],
    [-0.015, -0.01, 0.28],
  ],
}

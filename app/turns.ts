/**
 * Pages that ask the database much take turns. A class that opens its session in one moment would otherwise fill the pool
 * of connections and the one thread of this process, and an answer, which needs a hundredth of that, would wait behind
 * all of them. In turn the pages themselves come no later: as much is done, one after the other.
 */
import pLimit from 'p-limit'

/** Two: while one waits for the database, another uses the thread. */
const AT_ONCE = 2

/** Runs the load of a page when it is its turn, in the order of asking. Never within another turn: it would wait for itself. */
export const inTurn = pLimit(AT_ONCE)

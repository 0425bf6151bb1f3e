/** What every server action here shares: who acts, a page that shows the change, and a database that may be gone. */
import 'server-only'
import { refresh } from 'next/cache'
import { failed, type Outcome } from '@/lib/core/outcome'
import { isStoreUnavailable } from '@/lib/usecases/availability'
import type { Visit } from '@/lib/usecases/visit'
import { NoLearner, visit } from '../visit'

export async function acting<T>(
  work: (visit: Visit) => Promise<Outcome<T>>,
  then: 'show the change' | 'keep the page' = 'show the change',
): Promise<Outcome<T>> {
  return answering(async () => {
    const outcome = await work(await visit())
    if (outcome.ok && then === 'show the change') refresh()
    return outcome
  })
}

/** The same for what somebody does who need not be known yet, such as signing in. */
export async function answering<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoLearner) return failed('notFound', error.message)
    if (!isStoreUnavailable(error)) throw error
    return failed(
      'unavailable',
      'The database cannot be reached now. Nothing was changed, and what you wrote is still here. Try again in a moment.',
    )
  }
}

/** What the worker needs to know of its jobs. */
import 'server-only'
import { store } from '@/lib/store/client'
import { releaseJobs } from '@/lib/store/jobs'
import { takePlace } from '@/lib/store/worker-place'

export { FIT_PARAMETERS, FOLD_AGAIN, IMPORT_BOOK, JOBS_SCHEMA } from '@/lib/store/jobs'

/**
 * Waits until no other worker is at work on the database, and gives back the jobs that one left behind when it was killed.
 * @param onLost the place is lost with the connection that holds it
 */
export async function becomeTheWorker(
  databaseUrl: string,
  onLost: () => void,
): Promise<{ readonly leave: () => Promise<void> }> {
  const place = await takePlace(databaseUrl, onLost)
  await releaseJobs(store())
  return place
}

/** Importing from the shell puts a text into the library: everyone who studies on this machine, now or later, gets it. */
import 'server-only'
import { LearnerId } from '@/lib/core/ids'
import { failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findLearner, LIBRARY } from '@/lib/store/learner'
import { type ImportFile, type ImportProgress, type ImportResult, importFor } from './import-text'

/** Imports into the library, or for one learner. Items wait to be looked at, unless `keep` keeps them all. */
export async function importForEveryone(
  file: ImportFile,
  options: { learner: string | null; keep: boolean },
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<Outcome<ImportResult>> {
  const status = options.keep ? 'kept' : 'proposed'
  if (options.learner === null) return importFor(LIBRARY, file, status, onProgress)
  const id = LearnerId.safeParse(options.learner)
  if (!id.success || id.data === LIBRARY || !(await findLearner(store(), id.data))) {
    return failed(
      'notFound',
      `There is no learner ${options.learner}. The settings page shows one's own id.`,
    )
  }
  return importFor(id.data, file, status, onProgress)
}

import 'server-only'
import { z } from 'zod'
import { TestId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { archiveTest as archiveRow } from '@/lib/store/mock-test'
import { admit, admitId, missing } from './door'
import type { Visit } from './visit'

/** Puts a test away, or takes it out again. Its results stay, and what it taught too. */
export async function archiveTest(
  visit: Visit,
  input: { testId: string; archived: boolean },
): Promise<Outcome<null>> {
  const id = admitId(TestId, input.testId, 'test')
  if (!id.ok) return id
  const archived = admit(z.boolean(), input.archived)
  if (!archived.ok) return archived
  const at = archived.value ? new Date(visit.now) : null
  return (await archiveRow(store(), visit.learner.id, id.value, at))
    ? done(null)
    : failed('notFound', missing('test'))
}

/**
 * Goes through a long text part by part: each part's items are stored in one transaction with the count of parts that are
 * done, so that after a crash, or when it was stopped, it goes on where it was. Run by the worker.
 */
import 'server-only'
import { z } from 'zod'
import { ImportId } from '@/lib/core/ids'
import { type Part, partsOf, textOfPart } from '@/lib/core/passages/parts'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import {
  beginTry,
  bodyOfImport,
  endImport,
  type ImportRow,
  notePart,
} from '@/lib/store/book-import'
import { store } from '@/lib/store/client'
import { readBody } from '@/lib/store/text'
import { longestPart } from './book-size'
import { type Generator, generator } from './generator'
import { offFor } from './read-constructions'
import { finishBook, storeBook, storePart } from './store-book'

type Setting = {
  readonly make?: Generator['make']
  /** Words of a part at most. */
  readonly most?: number
  /** Milliseconds between two looks at whether it is to be stopped. */
  readonly lookEvery?: number
}

/** A part that was begun so often, and never ended, is given up. */
const MOST_TRIES = 3
const TRIED_TOO_OFTEN =
  'It was cut off three times at the same place. What was done before stays. You can try again.'

const Job = z.object({ importId: ImportId })

/** The same as a job. */
export const goThroughBookJob = (job: unknown): Promise<void> =>
  goThroughBook(Job.parse(job).importId)

/** Until the last part, or until it is stopped. May be cut off and begun again anywhere. */
export async function goThroughBook(id: ImportId, setting: Setting = {}): Promise<void> {
  const { most = longestPart() } = setting
  const row = await beginTry(store(), id)
  if (!row) return
  if (row.tries > MOST_TRIES) return fail(id, TRIED_TOO_OFTEN)
  const text = segment(readSource(await bodyOf(row), { fileName: row.fileName }))
  if (text.words === 0) return fail(id, 'There is nothing to read in it: it has no sentences.')
  const parts = partsOf(text, most)
  const off = await offFor(row.ownerId)
  const at = row.stored ? row.partsDone : await storeBook(id, text, parts.length)
  if (at === null) return
  for (const [n, part] of parts.entries()) {
    if (n < at) continue
    if (!(await goThroughPart(id, { n, part, text, off }, setting))) return
  }
  await finishBook(id)
}

async function bodyOf(row: ImportRow): Promise<string> {
  const { stored } = row
  return stored
    ? (await readBody(store(), stored.revisionId)).body
    : ((await bodyOfImport(store(), row.id)) ?? '')
}

type Going = {
  readonly n: number
  readonly part: Part
  readonly text: SegmentedText
  readonly off: ReadonlySet<string>
}

/** False where it is to be left. */
async function goThroughPart(
  id: ImportId,
  { n, part, text, off }: Going,
  { make = generator().make, lookEvery = 1_000 }: Setting,
): Promise<boolean> {
  const stop = new AbortController()
  let partShare = 0
  const look = async () => {
    if (!(await notePart(store(), id, { chapter: part.chapter ?? '', partShare }))) stop.abort()
  }
  await look()
  // A database that is gone for a moment is asked again at the next look.
  const looking = setInterval(() => void look().catch(() => undefined), lookEvery)
  try {
    const made = await make(textOfPart(text, part), {
      off,
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        partShare = Math.min(1, done / total)
      },
    })
    if (made.kind === 'stopped') return false
    if (made.kind === 'made') return await storePart(id, { n, part, made })
    await fail(id, made.message)
    return false
  } finally {
    clearInterval(looking)
  }
}

const fail = async (id: ImportId, problem: string): Promise<void> => {
  await endImport(store(), id, ['running'], 'failed', problem)
}

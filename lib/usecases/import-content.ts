/**
 * What ships in content/ becomes the library: each file a text whose items are kept. Run at every start; a file that is
 * as it was costs one look at its hash. An edited file becomes a revision, for the library and for everyone who has it.
 */
import 'server-only'
import { segment } from '@/lib/core/passages/segment'
import { decodeText } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'
import { inTransaction, store } from '@/lib/store/client'
import { LIBRARY, lockLearner } from '@/lib/store/learner'
import { findShippedText, updateAbout } from '@/lib/store/text'
import { makeItems } from './make-items'
import { storeRevision, storeText } from './store-import'

export type ContentFile = { readonly name: string; readonly bytes: Uint8Array }

export type ContentProgress = {
  readonly file: string
  readonly outcome: 'new' | 'same' | 'revision'
  readonly items: number
}

/**
 * Imports the files in the order given. Throws when one of them cannot be read: they are the app's own.
 */
export async function importContent(
  files: readonly ContentFile[],
  onProgress: (progress: ContentProgress) => void = () => {},
): Promise<void> {
  for (const file of files) onProgress(await importFile(file))
}

async function importFile({ name, bytes }: ContentFile): Promise<ContentProgress> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Error(`content/${name}: ${decoded.problem.message}`)
  const source = readSource(decoded.body, { fileName: name })
  const slug = name.replace(/\.[^.]+$/, '')
  const before = await findShippedText(store(), slug)
  if (before?.revision.sha256 === source.sha256) return { file: name, outcome: 'same', items: 0 }
  const text = segment(source)
  const made = await makeItems(text)
  if (made.kind !== 'made')
    throw new Error(`content/${name}: ${made.kind === 'failed' ? made.message : made.kind}`)
  const { items: proposals, passages } = made
  return inTransaction(async (db): Promise<ContentProgress> => {
    await lockLearner(db, LIBRARY)
    const now = await findShippedText(db, slug)
    if (now?.revision.sha256 === source.sha256) return { file: name, outcome: 'same', items: 0 }
    if (now) await updateAbout(db, now.id, source.about)
    const given = { ownerId: LIBRARY, text, proposals, passages, status: 'kept' as const }
    const stored = now ? await storeRevision(db, given, now) : await storeText(db, given, slug)
    return { file: name, outcome: stored.kind, items: proposals.length }
  })
}

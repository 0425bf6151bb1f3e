/** Taking a text from a visitor: a short one while they wait, a book in the background. */
import 'server-only'
import type { ImportId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import { countWords } from '@/lib/core/passages/count-words'
import { storable } from '@/lib/core/text/storable'
import { store } from '@/lib/store/client'
import { findTextByHash } from '@/lib/store/text'
import { isBook } from './book-size'
import { beginBook } from './import-book'
import {
  type ImportFile,
  type ImportProgress,
  type ImportResult,
  importRead,
  readFile,
} from './import-text'
import type { Visit } from './visit'

export type Taken =
  | { readonly kind: 'imported'; readonly result: ImportResult }
  | { readonly kind: 'book'; readonly importId: ImportId }

export async function takeText(
  visit: Visit,
  file: ImportFile,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<Outcome<Taken>> {
  onProgress({ step: 'reading', done: 0, total: 1 })
  const read = readFile(file)
  if (!read.ok) return read
  const ownerId = visit.learner.id
  const { source, encoding } = read.value
  const words = countWords(source.body)
  if (isBook(words) && !(await findTextByHash(store(), ownerId, source.sha256))) {
    const given = { fileName: storable(file.fileName), encoding, words }
    return done({ kind: 'book', importId: await beginBook(ownerId, source, given) })
  }
  const imported = await importRead(ownerId, read.value, 'proposed', onProgress)
  return imported.ok ? done({ kind: 'imported', result: imported.value }) : imported
}

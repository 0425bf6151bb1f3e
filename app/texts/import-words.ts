/** What is said of a long text that is gone through in the background. */
import type { ImportView } from '@/app/api/imports/import-view'
import { count, figure } from '@/app/components/dates'
import { passedOverWords } from './passed-over-words'

export const isUnderWay = ({ state }: Pick<ImportView, 'state'>): boolean =>
  state === 'waiting' || state === 'running'

const HEADING: Record<ImportView['state'], string> = {
  waiting: 'Waiting for its turn',
  running: 'Being gone through',
  done: 'Added',
  stopped: 'Stopped',
  failed: 'Not gone through to the end',
}

export const headingOf = (book: ImportView): string => `${HEADING[book.state]}: ${book.title}`

/** How far it is, in figures. */
export function progressWords(book: ImportView): string {
  const { parts, partsDone, words, wordsDone, items, chapter } = book
  if (book.state === 'waiting') return 'It begins by itself. You can leave this page.'
  if (parts === 0) return 'Its chapters and sentences are being found. You can leave this page.'
  const at = `Part ${figure(Math.min(parts, partsDone + 1))} of ${figure(parts)}`
  return [
    chapter === '' ? at : `${at}, ${chapter}`,
    `${figure(wordsDone)} of ${count(words, 'word')}`,
    `${count(items, 'item')} proposed so far`,
  ].join(' · ')
}

/** What came of it, once it has ended. */
export function endWords(book: ImportView): string {
  const { state, parts, partsDone, items, problem } = book
  const proposed =
    items > 0
      ? `${count(items, 'item is', 'items are')} proposed.`
      : 'No items are proposed: nothing was found that makes a good question.'
  if (state === 'done') return [proposed, passedOver(book)].filter(Boolean).join(' ')
  const stays =
    book.textId === null
      ? 'Nothing of it is stored as a text yet.'
      : `What was done stays: the text, and the items of ${figure(partsDone)} of ${count(parts, 'part')}. ${proposed}`
  return [problem, stays].filter(Boolean).join(' ')
}

const passedOver = (book: ImportView): string =>
  book.passedOver.length > 0 ? passedOverWords(book) : ''

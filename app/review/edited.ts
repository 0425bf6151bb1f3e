/** What becomes of a session when an item was edited in the middle of it. */
import { composeContent } from '@/lib/core/items/draft'
import type { Question } from '@/lib/core/session/question'
import type { Edited } from '../items/edit-dialog'
import type { Act } from './use-session'

export function takeEdited(question: Question, { itemId, draft, meaning }: Edited, act: Act): void {
  if (meaning === 'new' || itemId !== question.itemId) {
    act(
      { type: 'remove', itemId: question.itemId },
      'A new question took its place. It comes with the next session.',
    )
    return
  }
  const { evidence, section } = question.content
  const content = composeContent(draft, { before: question.content, evidence, section })
  act({ type: 'edit', itemId: question.itemId, content }, 'Mended.')
}

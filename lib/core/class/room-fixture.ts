/** Questions for tests of rooms. */
import { ItemId } from '../ids'
import type { ItemContent } from '../items/item'
import { elementKey } from '../items/key'
import { askInRoom, type RoomQuestion } from './room-question'

const ITEM = ItemId.parse('01930000-0000-7000-8000-000000000001')

const base = { kind: 'own' as const, accept: [], elements: [], evidence: [], section: '' }

export const HEIGHT: ItemContent = {
  ...base,
  question: 'How high is the tower of Cremona?',
  answer: '112 metres',
  forms: [
    { form: 'typed', prompt: 'How high is it?' },
    {
      form: 'choice',
      prompt: 'How high is the tower?',
      options: ['112 metres', '95 metres', '140 metres'],
    },
  ],
}

export const RIVER: ItemContent = {
  ...base,
  question: 'Which river runs through Cremona?',
  answer: 'the Po',
  forms: [{ form: 'typed', prompt: 'Which river runs through Cremona?' }],
}

export const STRINGS: ItemContent = {
  ...base,
  kind: 'list',
  question: 'Name the strings.',
  answer: 'G; D; A',
  elements: ['G string', 'D string', 'A string'].map((text) => ({
    ...{ key: elementKey(text), text, accept: [] },
  })),
  forms: [{ form: 'list', prompt: 'Name the strings.' }],
}

export const TURNED: ItemContent = {
  ...base,
  question: 'Why is the wood left to dry?',
  answer: 'Because fresh wood warps.',
  forms: [{ form: 'flip', prompt: 'Why is the wood left to dry?' }],
}

export function asked(content: ItemContent, seed = 'room'): RoomQuestion {
  const question = askInRoom({ id: ITEM, content }, null, seed)
  if (!question) throw new Error('it cannot be asked')
  return question
}

/** Plans, checkers and ids for tests of the session. */
import { CardId, DeckId, ItemId, ReviewId, RevisionId, TextId } from '../ids'
import type { ItemContent } from '../items/item'
import { NEW_CARD } from '../memory/fold'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { CardState } from '../memory/state'
import { addDays, studyDayOf } from '../time/study-day'
import { chooseForm } from './choose-form'
import type { Question, SessionPlan } from './question'
import type { Checkers } from './state'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const cardId = (n: number, element = 0) => CardId.parse(uuid(0xc00000 + n * 100 + element))
export const itemId = (n: number) => ItemId.parse(uuid(n))
export const reviewId = (n: number) => ReviewId.parse(uuid(0xe00000 + n))
/** Counts on for as long as a test runs. */
export function idSource() {
  let made = 0
  return (count: number) => Array.from({ length: count }, () => reviewId(made++))
}

export const NOW = Date.parse('2026-05-10T08:00:00Z')
const ZONE = 'Europe/Berlin'
export const TODAY = studyDayOf(NOW, ZONE, 4)

export const TOMORROW = addDays(TODAY, 1)

/** Known for a while and due today. */
export const DUE = {
  ...NEW_CARD,
  memory: {
    phase: 'review',
    step: 0,
    stability: 4.7,
    difficulty: 5.3,
    reps: 3,
    lapses: 0,
    lastStudyDay: addDays(TODAY, -5),
    dueDay: TODAY,
    lastAt: NOW - 5 * 86_400_000,
    dueAt: NOW - 5 * 86_400_000,
  },
} satisfies CardState

const bare = { accept: [], elements: [], evidence: [], section: 'The heart' }

export function typedContent(n: number): ItemContent {
  return {
    ...bare,
    kind: 'count',
    question: `How many valves has model ${n}?`,
    answer: `${n} valves`,
    forms: [{ form: 'typed', prompt: `How many valves has model ${n}?` }],
  }
}

export function choiceContent(n: number): ItemContent {
  return {
    ...typedContent(n),
    forms: [
      { form: 'typed', prompt: 'How many valves?' },
      { form: 'choice', prompt: 'How many valves?', options: [`${n} valves`, 'none', 'a dozen'] },
    ],
  }
}

export function listContent(words: readonly string[]): ItemContent {
  return {
    ...bare,
    kind: 'list',
    question: 'What does the heart have?',
    answer: words.join(', '),
    elements: words.map((text) => ({ key: `key ${text}`, text, accept: [] })),
    forms: [{ form: 'list', prompt: 'Name what the heart has.' }],
  }
}

export function question(n: number, content: ItemContent, states: readonly CardState[]): Question {
  return {
    itemId: itemId(n),
    content,
    form: chooseForm(content, states[0]?.memory ?? NEW_CARD.memory, itemId(n)),
    deckId: DeckId.parse(uuid(0xd00000)),
    deckName: 'The heart',
    passage: {
      textId: TextId.parse(uuid(0xa00000)),
      revisionId: RevisionId.parse(uuid(0xb00000)),
      textTitle: 'The heart',
      language: 'en',
      section: '',
      start: 100,
      content: 'The heart has valves.',
      marks: [{ start: 4, end: 9 }],
    },
    cards: states.map((state, i) => ({
      id: cardId(n, i),
      elementKey: content.elements[i]?.key ?? '',
      state,
    })),
  }
}

export const single = (n: number, state: CardState = NEW_CARD, content = typedContent(n)) =>
  question(n, content, [state])

export const planOf = (...questions: Question[]): SessionPlan => ({
  now: NOW,
  studyDay: TODAY,
  timeZone: ZONE,
  rolloverHour: 4,
  parameters: { ...DEFAULT_PARAMETERS, fuzz: false },
  load: null,
  parametersName: 'usual/0.9',
  left: { due: 0, new: 0 },
  questions,
})

/** Word for word. */
export const checkers: Checkers = {
  checkAnswer: (typed, { answer, accept }) => ({
    verdict: [answer, ...accept].includes(typed) ? 'right' : 'wrong',
  }),
  checkList: (lines, elements) => ({
    found: elements.flatMap(({ key, text }) => {
      const line = lines.indexOf(text)
      return line < 0 ? [] : [{ key, line }]
    }),
  }),
}

/** What tests of use cases stand on: a database of their own with all migrations, learners, items and a clock they move. */
import { afterAll, beforeAll } from 'vitest'
import { CardId, DeckId, ItemId, LearnerId, ReviewId } from '@/lib/core/ids'
import { elementKey } from '@/lib/core/items/key'
import { cardKeys } from '@/lib/core/items/stored'
import type { Outcome } from '@/lib/core/outcome'
import type { ReviewEventInput } from '@/lib/core/review/event'
import { cardsOfItems, ensureCards } from '@/lib/store/card'
import { closeStore, openStore, store } from '@/lib/store/client'
import { addToDeck, insertDeck } from '@/lib/store/deck'
import { insertItems } from '@/lib/store/item'
import { freshDatabase, misplacedCards } from '@/lib/store/test-database'
import { type ImportResult, importText } from './import-text'
import { newId } from './new-id'
import { openVisit, type Visit } from './visit'

type Bench = { readonly url: string; readonly close: () => Promise<void> }

async function openBench(): Promise<Bench> {
  const { url, drop } = await freshDatabase()
  openStore(url)
  return {
    url,
    close: async () => {
      await closeStore()
      const misplaced = await misplacedCards(url)
      await drop()
      // Whatever the tests of a file did, the triggers have kept up with it.
      if (misplaced.length > 0)
        throw new Error(`cards are not where they belong: ${JSON.stringify(misplaced.slice(0, 3))}`)
    },
  }
}

/** Says that the tests of this file stand on a bench of their own; its url is there from the first of them on. */
export function setUpBench(): { readonly url: string } {
  let bench: Bench | null = null
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench?.close())
  return {
    get url() {
      if (!bench) throw new Error('the database of these tests is not there yet')
      return bench.url
    },
  }
}

/** What was asked for, where the test is about what comes after. */
export function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value
}

/** A text as its reader hands it in. */
export const addText = async (
  visit: Visit,
  text: string,
  fileName = 'mill.txt',
): Promise<ImportResult> =>
  succeeded(await importText(visit, { bytes: new TextEncoder().encode(text), fileName }))

/** Noon in Vienna on a Sunday. */
export const NOON = Date.UTC(2026, 10, 22, 11)
export const DAY_MS = 86_400_000

export const visitOf = (learnerId: LearnerId, now = NOON): Promise<Visit> =>
  openVisit({ learnerId, timeZone: 'Europe/Vienna', now })

export const newVisit = (now = NOON): Promise<Visit> => visitOf(LearnerId.parse(newId()), now)

/** A learner with an account, who can open a class. */
export async function newTeacher(now = NOON): Promise<Visit> {
  const visit = await newVisit(now)
  const { id } = visit.learner
  const email = `teacher-${id}@example.org`
  await store().account.create({ data: { learnerId: id, name: 'Teacher', email } })
  return visit
}

/** A kept item of the learner's own with its cards; with `elements` a list. */
export async function ownItem(visit: Visit, elements: readonly string[] = []) {
  const ownerId = visit.learner.id
  const itemId = ItemId.parse(newId())
  const deckId = DeckId.parse(newId())
  const content = {
    kind: elements.length > 0 ? ('list' as const) : ('own' as const),
    question: 'Which river runs through Vienna?',
    answer: elements.length > 0 ? elements.join('; ') : 'the Danube',
    accept: [],
    elements: elements.map((text) => ({ key: elementKey(text), text, accept: [] })),
    forms: [
      elements.length > 0
        ? { form: 'list' as const, prompt: 'Name them' }
        : { form: 'typed' as const, prompt: 'Which?' },
    ],
    evidence: [],
    section: '',
  }
  const own = {
    id: itemId,
    textId: null,
    revisionId: null,
    key: itemId,
    construction: 'own',
    confidence: 1,
  }
  await insertItems(store(), ownerId, [{ ...content, ...own, status: 'kept' }])
  await insertDeck(store(), { id: deckId, ownerId, name: `Rivers ${deckId}`, textId: null })
  await addToDeck(store(), ownerId, deckId, [itemId])
  await ensureCards(
    store(),
    ownerId,
    cardKeys(content).map((key) => ({ itemId, elementKey: key })),
    newId,
  )
  const cards = await cardsOfItems(store(), ownerId, [itemId])
  return { itemId, deckId, cardIds: cards.map((card) => card.id) }
}

type Answer = Extract<ReviewEventInput, { kind: 'review' }>

/** A review as a client sends it. */
export function answer(
  cardId: string,
  at: number,
  change: Partial<Record<Exclude<keyof Answer, 'id'>, unknown>> = {},
) {
  return {
    id: ReviewId.parse(newId()),
    cardId: CardId.parse(cardId),
    kind: 'review' as const,
    grade: 3,
    form: 'typed',
    typed: 'the Danube',
    overruled: false,
    durationMs: 4_000,
    reviewedAt: new Date(at).toISOString(),
    timeZone: 'Europe/Vienna',
    ...change,
  }
}

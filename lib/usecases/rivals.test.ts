/** A card that keeps slipping comes with what it is mistaken for, in a session and on its page. */
import { describe, expect, it } from 'vitest'
import type { Grade } from '@/lib/core/review/event'
import { decideItems } from './decide-items'
import { itemViews } from './item-view'
import { planSession } from './plan-session'
import { readItem } from './read-item'
import { recordReviews } from './record-reviews'
import {
  addText,
  answer,
  DAY_MS,
  NOON,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'
import type { Visit } from './visit'
import { writeItem } from './write-item'

setUpBench()

/** An item forgotten `lapses` times, its deck, and a second item in it. */
async function slipping(lapses: number, typed: string) {
  const begun = NOON - 400 * DAY_MS
  const visit = await newVisit(begun)
  const { itemId, deckId, cardIds } = await ownItem(visit)
  const other = succeeded(
    await writeItem(visit, {
      draft: {
        question: 'Which river runs through Graz?',
        answer: 'the Mur',
        accept: [],
        elements: [],
        cloze: '',
        options: [],
      },
      textId: null,
      evidence: [],
      deckId,
    }),
  )
  const [card = ''] = cardIds
  await forget(visit, card, lapses, begun, typed)
  const later = await visitOf(visit.learner.id, NOON)
  return { visit: later, itemId, deckId, otherId: other.itemId }
}

/** Learned once, then forgotten and learned again every four days. */
async function forget(visit: Visit, card: string, lapses: number, begun: number, typed: string) {
  const grades: Grade[] = [4]
  for (let n = 0; n < lapses; n++) grades.push(1, 3)
  const events = grades.map((grade, i) =>
    answer(card, begun + i * 2 * DAY_MS, { grade, typed: grade === 1 ? typed : '' }),
  )
  await recordReviews(await visitOf(visit.learner.id, NOON), events)
}

describe('what an item is mistaken for', () => {
  it('comes with the plan when the next lapse would be the eighth', async () => {
    const { visit, itemId, deckId, otherId } = await slipping(7, 'the Mur')
    const plan = succeeded(await planSession(visit, { deckId }))
    const rival = {
      item: { id: otherId, question: 'Which river runs through Graz?' },
      answer: 'the Mur',
      given: 7,
    }
    const asked = plan.questions.find((question) => question.itemId === itemId)
    expect(asked?.rival).toEqual(rival)
    const rest = plan.questions.filter((question) => question.itemId !== itemId)
    expect(rest.map((question) => question.rival)).toEqual([undefined])
    // It does not keep slipping for another learner.
    expect(await readItem(await newVisit(), itemId)).toMatchObject({ ok: false })
  })

  it('stands on the page of an item that keeps slipping', async () => {
    const { visit, itemId } = await slipping(8, 'the Inn')
    const page = await readItem(visit, itemId)
    expect(page).toMatchObject({
      value: { rival: { item: null, answer: 'the Inn', given: 8 } },
    })
  })

  it('is not looked for before', async () => {
    const { visit, itemId } = await slipping(6, 'the Mur')
    expect(await readItem(visit, itemId)).toMatchObject({ value: { rival: null } })
  })
})

const MILL = `The Mill on the Brook

The mill at Lauter was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley until the flood.

The bridge at Erlen was built by Jakob Ammann in 1891. The chapel at Moos was built by Franz Huber in 1903.
`

describe('an item of a text', () => {
  it('is mistaken for one of its kind that stands near it, where nothing else was answered', async () => {
    const begun = NOON - 400 * DAY_MS
    const visit = await newVisit(begun)
    const { textId } = await addText(visit, MILL)
    const proposed = await itemViews(visit, { textId })
    await decideItems(visit, { itemIds: proposed.map(({ id }) => id), decision: 'keep' })
    const items = await itemViews(visit, { textId })
    const built = (answer: string) => items.find((item) => item.answer === answer)
    const chapel = built('1903')
    await forget(visit, chapel?.cards[0]?.id ?? '', 8, begun, '')
    const page = await readItem(await visitOf(visit.learner.id), chapel?.id ?? '')
    const bridge = built('1891')
    expect(page).toMatchObject({
      value: { rival: { item: { id: bridge?.id }, answer: '1891', given: 0 } },
    })
  })
})

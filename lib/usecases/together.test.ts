/** What happens at the same moment: a first visit, a text that ships, two imports, two tabs. */
import { describe, expect, it } from 'vitest'
import { LearnerId } from '@/lib/core/ids'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { inTransaction, store } from '@/lib/store/client'
import { LIBRARY, lockLearner } from '@/lib/store/learner'
import { inSqlTransaction } from '@/lib/store/sql'
import { decideItems } from './decide-items'
import { generator } from './generator'
import { importForEveryone } from './import-for-everyone'
import { itemViews } from './item-view'
import { listLibrary } from './list-library'
import { mergeDecks } from './merge-decks'
import { newId } from './new-id'
import { readText } from './read-text'
import { recordReviews } from './record-reviews'
import { renameDeck } from './rename-deck'
import { storeText } from './store-import'
import {
  addText,
  answer,
  NOON,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'

setUpBench()

const file = (text: string) => ({ bytes: new TextEncoder().encode(text), fileName: 'mill.txt' })
const mill = (name: string) => `The Mill of ${name}

The mill of ${name} was built by Rosa Lindt in 1874. It ground rye for the three villages of ${name}.

The flood of 1921 destroyed the lower weir of ${name}.
`
const revised = (name: string) =>
  `${mill(name)}\nThe lower weir was built again by Josef Klamm in 1926.\n`

async function shipped(text: string, keep = true): Promise<string> {
  return succeeded(await importForEveryone(file(text), { learner: null, keep })).textId
}

const itemsOf = (textId: string, learnerId: string) =>
  store().item.count({ where: { textId, ownerId: learnerId, status: 'kept' } })

describe('a learner made while a text is shipped', () => {
  it('neither misses nor doubles it', async () => {
    const text = segment(readSource(mill('Lindau')))
    const made = await generator().make(text)
    const proposals = made.kind === 'made' ? made.items : []
    const id = LearnerId.parse(newId())
    const { textId, visits } = await inTransaction(async (db) => {
      await lockLearner(db, LIBRARY)
      const given = { ownerId: LIBRARY, text, proposals, passages: [], status: 'kept' as const }
      const stored = await storeText(db, given)
      // Two first requests at once, before the text is there to be seen: either they wait, or they are soon done.
      const visits = Promise.all([visitOf(id), visitOf(id)])
      await Promise.race([visits, new Promise((resolve) => setTimeout(resolve, 1_500))])
      return { textId: stored.text.id, visits }
    })
    await visits
    const shipped = await itemsOf(textId, LIBRARY)
    expect(shipped).toBeGreaterThan(0)
    expect(await itemsOf(textId, id)).toBe(shipped)
    expect(await itemsOf(textId, (await newVisit()).learner.id)).toBe(shipped)
  }, 60_000)

  it('has the items of the revision that it reads', async () => {
    const textId = await shipped(mill('Bregenz'))
    const ids = Array.from({ length: 3 }, () => LearnerId.parse(newId()))
    await Promise.all([shipped(revised('Bregenz')), ...ids.map((id) => visitOf(id))])
    for (const id of ids) {
      const page = succeeded(await readText(await visitOf(id), textId))
      for (const item of page.items)
        for (const e of item.evidence) expect(page.body.slice(e.start, e.end)).toBe(e.quote)
    }
  }, 60_000)
})

describe('a text that a learner has as their own', () => {
  it('is not given to them a second time when it becomes everyone’s', async () => {
    const visit = await newVisit()
    const { textId } = await addText(visit, mill('Wangen'))
    const libraryId = await shipped(mill('Wangen'))
    expect(await itemsOf(libraryId, visit.learner.id)).toBe(0)
    const titles = async () => (await listLibrary(visit)).texts.map((t) => t.id)
    expect(await titles()).toContain(textId)
    expect(await titles()).not.toContain(libraryId)
    expect(await addText(visit, mill('Wangen'))).toMatchObject({ textId, kind: 'same' })

    await shipped(revised('Wangen'))
    expect(await itemsOf(libraryId, visit.learner.id)).toBe(0)
    expect(await addText(visit, revised('Wangen'))).toMatchObject({ textId, kind: 'revision' })
    const other = await newVisit()
    expect(await itemsOf(libraryId, other.learner.id)).toBeGreaterThan(0)
  })
})

describe('decisions while a text is revised for everyone', () => {
  it('are made before or after it, and never fail', async () => {
    const textId = await shipped(mill('Isny'), false)
    const visits = [await newVisit(), await newVisit(), await newVisit()]
    const items = await Promise.all(visits.map((visit) => itemViews(visit, {})))
    const outcomes = await Promise.all([
      shipped(revised('Isny').replace('1921', 'long ago'), false),
      ...visits.map((visit, n) =>
        decideItems(visit, {
          itemIds: (items[n] ?? []).filter((i) => i.textId === textId).map((i) => i.id),
          decision: 'keep',
        }),
      ),
    ])
    expect(outcomes.slice(1).every((o) => typeof o === 'object' && o.ok)).toBe(true)
  })
})

describe('a deck that is merged away in another tab', () => {
  it('is not there to be renamed, in words', async () => {
    const visit = await newVisit()
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await ownItem(visit), await ownItem(visit)]
      const [renamed] = await Promise.all([
        renameDeck(visit, { deckId: a.deckId, name: `Streams ${round}` }),
        mergeDecks(visit, { from: [a.deckId], into: b.deckId }),
      ])
      if (!renamed.ok) expect(renamed.problem.code).toBe('notFound')
    }
  })
})

describe('an event id that was taken', () => {
  it('by another card of the same batch is refused, not said to be known', async () => {
    const visit = await newVisit()
    const [one, two] = [await ownItem(visit), await ownItem(visit)]
    const event = answer(one.cardIds[0] ?? '', NOON)
    const outcome = await recordReviews(visit, [event, { ...event, cardId: two.cardIds[0] }])
    expect(outcome.ok && outcome.value.results.map((r) => r.status)).toEqual(['stored', 'refused'])
  })
})

describe('two transactions that wait for each other', () => {
  it('both end well: the one that the database gives up is run again', async () => {
    const visit = await newVisit()
    const [one, two] = [await ownItem(visit), await ownItem(visit)]
    const touch = (first: string, second: string, raw: boolean) =>
      inTransaction(async (db) => {
        for (const id of [first, second]) {
          if (raw) await db.$queryRaw`SELECT 1 FROM item WHERE id = ${id}::uuid FOR UPDATE`
          else await db.item.update({ where: { id }, data: { updatedAt: new Date() } })
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        return true
      })
    const touchBySql = (first: string, second: string) =>
      inSqlTransaction(async (sql) => {
        for (const id of [first, second]) {
          await sql.$queryRaw`SELECT 1 FROM item WHERE id = ${id}::uuid FOR UPDATE`
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        return true
      })
    for (const raw of [true, false]) {
      const both = [touch(one.itemId, two.itemId, raw), touch(two.itemId, one.itemId, raw)]
      expect(await Promise.all(both)).toEqual([true, true])
    }
    const both = [touchBySql(one.itemId, two.itemId), touchBySql(two.itemId, one.itemId)]
    expect(await Promise.all(both)).toEqual([true, true])
  })
})

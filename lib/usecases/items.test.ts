import { describe, expect, it } from 'vitest'
import { archiveDeck } from './archive-deck'
import { deleteItems, restoreItems, resumeItems, suspendItems } from './change-items'
import { decideItems } from './decide-items'
import { editItem } from './edit-item'
import { itemView, itemViews } from './item-view'
import { listTrash } from './list-trash'
import { newId } from './new-id'
import { planSession } from './plan-session'
import { readItem } from './read-item'
import { recordReviews } from './record-reviews'
import { search } from './search'
import { addText, answer, NOON, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'
import { writeItem } from './write-item'

setUpBench()

const TEXT = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley until the flood.

The flood of 1921 destroyed the lower weir.
`

const draft = (change: Record<string, unknown> = {}) => ({
  question: 'Who built the mill?',
  answer: 'Rosa Lindt',
  accept: ['Lindt'],
  elements: [],
  cloze: 'The mill was built by ____ in 1874.',
  options: ['Anna Berg', 'Josef Klamm'],
  ...change,
})

async function written(visit: Visit, change: Record<string, unknown> = {}) {
  const { deckId } = await ownItem(visit)
  const { textId } = await addText(visit, TEXT)
  const start = TEXT.indexOf('The mill was')
  const outcome = succeeded(
    await writeItem(visit, {
      draft: draft(change),
      textId,
      evidence: [{ start, end: TEXT.indexOf('1874.') + 5 }],
      deckId,
    }),
  )
  return { itemId: outcome.itemId, textId, deckId }
}

const asked = async (visit: Visit) => {
  const plan = await planSession(visit, {})
  return plan.ok ? plan.value.questions.map((q) => q.itemId) : []
}

describe('an item written by hand', () => {
  it('leads back to its passage, can be asked in three forms and waits in its deck', async () => {
    const visit = await newVisit()
    const { itemId, textId } = await written(visit)
    const { item, passage, reviews } = succeeded(await readItem(visit, itemId))
    expect(item.forms.map((f) => f.form)).toEqual(['typed', 'cloze', 'choice'])
    expect(item.evidence[0]?.quote).toBe('The mill was built by Rosa Lindt in 1874.')
    expect(passage).toMatchObject({ textId, textTitle: 'The Mill on the Brook' })
    expect(passage?.marks.map((m) => passage.content.slice(m.start, m.end))).toEqual([
      item.evidence[0]?.quote,
    ])
    expect(reviews).toEqual([])
    expect(await asked(visit)).toContain(itemId)
  })

  it('needs a question, an answer, one gap, two options, a deck and a passage that is there', async () => {
    const visit = await newVisit()
    const { deckId } = await ownItem(visit)
    const { textId } = await addText(visit, TEXT)
    const base = { draft: draft(), textId, evidence: [{ start: 0, end: 5 }], deckId }
    const wrong: [object, RegExp][] = [
      [{ draft: draft({ question: ' ' }) }, /question is missing/],
      [{ draft: draft({ answer: '' }) }, /answer is missing/i],
      [{ draft: draft({ cloze: 'no gap' }) }, /one gap/],
      [{ draft: draft({ options: ['one'] }) }, /two wrong options/],
      [{ draft: draft({ options: ['rosa lindt', 'x'] }) }, /the answer itself/],
      [{ draft: draft({ elements: ['only one'] }) }, /at least two/],
      [{ evidence: [{ start: 5, end: 5 }] }, /empty/],
      [{ evidence: [{ start: 0, end: 9_999 }] }, /beyond the end/],
      [{ textId: null }, /no text was named/],
      [{ textId: newId() }, /no such text/],
      [{ deckId: newId() }, /no such deck/],
      [{ draft: 'words' }, /./],
    ]
    const before = (await itemViews(visit, {})).length
    for (const [change, message] of wrong) {
      const outcome = await writeItem(visit, { ...base, ...change })
      expect(outcome.ok ? 'taken' : outcome.problem.message).toMatch(message)
    }
    expect((await itemViews(visit, {})).length).toBe(before)
  })
})

describe('an edit', () => {
  it('of the wording keeps the memory', async () => {
    const visit = await newVisit()
    const { itemId } = await written(visit)
    const card = (await itemView(visit, itemId))?.cards[0]
    await recordReviews(visit, [answer(card?.id ?? '', NOON)])
    const studied = await itemView(visit, itemId)
    const edited = await editItem(visit, {
      itemId,
      draft: draft({ question: 'By whom was the mill built?' }),
      meaning: 'same',
    })
    expect(edited).toEqual({ ok: true, value: { itemId } })
    const now = await itemView(visit, itemId)
    expect(now?.question).toBe('By whom was the mill built?')
    expect(now?.cards).toEqual(studied?.cards)
  })

  it('of the meaning starts a new item in the same deck and puts the old one into the trash', async () => {
    const visit = await newVisit()
    const { itemId, deckId } = await written(visit)
    const card = (await itemView(visit, itemId))?.cards[0]
    await recordReviews(visit, [answer(card?.id ?? '', NOON)])
    const edited = succeeded(
      await editItem(visit, {
        itemId,
        draft: draft({ answer: '1874', cloze: '', options: [] }),
        meaning: 'new',
      }),
    )
    const now = await itemView(visit, edited.itemId)
    expect(now).toMatchObject({ status: 'kept', recall: null, decks: [{ id: deckId }] })
    expect((await listTrash(visit)).map((i) => i.id)).toEqual([itemId])
  })

  it('of a list keeps the cards of the elements that stay', async () => {
    const visit = await newVisit()
    const { itemId } = await ownItem(visit, ['Danube', 'Inn', 'Enns'])
    const before = await itemView(visit, itemId)
    await recordReviews(
      visit,
      (before?.cards ?? []).map((c) => answer(c.id, NOON, { form: 'list' })),
    )
    const studied = await itemView(visit, itemId)
    await editItem(visit, {
      itemId,
      draft: draft({ cloze: '', options: [], elements: ['the Inn', 'Danube', 'Enns', 'Drau'] }),
      meaning: 'same',
    })
    const now = await itemView(visit, itemId)
    expect(now?.cards).toHaveLength(4)
    const keyOf = (text: string) => studied?.elements.find((e) => e.text === text)?.key
    for (const text of ['Danube', 'Enns']) {
      const find = (c: { elementKey: string }) => c.elementKey === keyOf(text)
      expect(now?.cards.find(find)).toEqual(studied?.cards.find(find))
    }
  })

  it('of somebody else’s item is as of none', async () => {
    const { itemId } = await written(await newVisit())
    const other = await newVisit()
    expect(await editItem(other, { itemId, draft: draft(), meaning: 'same' })).toMatchObject({
      problem: { code: 'notFound' },
    })
    expect(await readItem(other, itemId)).toMatchObject({ problem: { code: 'notFound' } })
    expect(await deleteItems(other, { itemIds: [itemId] })).toEqual({
      ok: true,
      value: { changed: 0 },
    })
    expect(await suspendItems(other, { itemIds: [itemId], reason: '' })).toEqual({
      ok: true,
      value: { changed: 0 },
    })
  })
})

describe('the trash', () => {
  it('takes an item out of the questions and gives it back with its memory and its decks', async () => {
    const visit = await newVisit()
    const { itemId, deckId } = await written(visit)
    const card = (await itemView(visit, itemId))?.cards[0]
    await recordReviews(visit, [answer(card?.id ?? '', NOON)])
    const before = await itemView(visit, itemId)
    await deleteItems(visit, { itemIds: [itemId] })
    expect(await asked(visit)).not.toContain(itemId)
    await archiveDeck(visit, { deckId, archived: true })
    await restoreItems(visit, { itemIds: [itemId] })
    const after = await itemView(visit, itemId)
    expect(after).toMatchObject({ status: 'kept', cards: before?.cards })
    await archiveDeck(visit, { deckId, archived: false })
    expect(await asked(visit)).toContain(itemId)
  })
})

describe('a suspended item', () => {
  it('is not asked, says why, and comes back as it was', async () => {
    const visit = await newVisit()
    const { itemId } = await written(visit)
    await suspendItems(visit, { itemIds: [itemId], reason: 'ambiguous' })
    expect(await itemView(visit, itemId)).toMatchObject({
      suspended: true,
      suspendReason: 'ambiguous',
    })
    expect(await asked(visit)).not.toContain(itemId)
    await resumeItems(visit, { itemIds: [itemId] })
    expect(await itemView(visit, itemId)).toMatchObject({ suspended: false, suspendReason: '' })
    expect(await asked(visit)).toContain(itemId)
    const page = await readItem(visit, itemId)
    expect(page.ok && page.value.reviews.map((r) => r.kind)).toEqual(['resume', 'suspend'])
  })
})

describe('proposals', () => {
  it('kept go into the deck of their text with cards; taken back they leave it; deciding twice is as once', async () => {
    const visit = await newVisit()
    const { textId } = await addText(visit, TEXT)
    const proposed = (await itemViews(visit, { status: ['proposed'] })).filter(
      (i) => i.textId === textId,
    )
    const itemIds = proposed.map((i) => i.id)
    expect(itemIds.length).toBeGreaterThan(0)
    const decide = (decision: string) => decideItems(visit, { itemIds, decision })
    expect(await decide('keep')).toEqual({ ok: true, value: { changed: itemIds.length } })
    expect(await decide('keep')).toEqual({ ok: true, value: { changed: 0 } })
    expect(await asked(visit)).toEqual(expect.arrayContaining(itemIds))
    await decide('propose')
    expect(await asked(visit)).toEqual([])
    await decide('reject')
    expect((await itemViews(visit, { ids: itemIds })).map((i) => i.status)).toEqual(
      itemIds.map(() => 'rejected'),
    )
    expect(await decide('burn')).toMatchObject({ ok: false })
  })
})

describe('search', () => {
  it('finds items and passages by their words in any form, the learner’s alone, and marks the hits', async () => {
    const visit = await newVisit()
    const { itemId, textId } = await written(visit)
    const items = await search(visit, 'mills')
    expect(items.ok && items.value.items.map((i) => i.item.id)).toContain(itemId)
    const { passages } = succeeded(await search(visit, 'flooding weirs'))
    expect(passages).toMatchObject([{ textId, textTitle: 'The Mill on the Brook' }])
    const hits = passages[0]?.headline.filter((f) => f.hit)
    expect(hits?.map((f) => f.text)).toEqual(['flood', 'weir'])
    expect(await search(await newVisit(), 'mill')).toEqual({
      ok: true,
      value: { items: [], passages: [] },
    })
  })

  it.each(['', '   ', '\0', `'; DROP TABLE item; --`, '!!! & | <->', '"open', 'x'.repeat(500)])(
    'survives %j',
    async (query) => {
      expect((await search(await newVisit(), query)).ok).toBe(true)
    },
  )
})

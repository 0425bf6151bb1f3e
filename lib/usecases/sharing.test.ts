import { describe, expect, it } from 'vitest'
import { DeckId, ItemId } from '@/lib/core/ids'
import { inTransaction, store } from '@/lib/store/client'
import { insertDeck } from '@/lib/store/deck'
import { eraseLearner } from '@/lib/store/erasure'
import { findItems } from '@/lib/store/item'
import { findReadableText } from '@/lib/store/text'
import { deleteItems } from './change-items'
import { countStudents } from './count-students'
import { decideItems } from './decide-items'
import { editItem } from './edit-item'
import { listLibrary } from './list-library'
import { newId } from './new-id'
import { readDeckPaper } from './read-deck-paper'
import { copySharedDeck, readSharedDeck } from './read-shared-deck'
import { recordReviews } from './record-reviews'
import { endShare, readShare, shareDeck } from './share-deck'
import { shareIdOf, shareToken } from './share-link'
import { keepMine, readDeckChanges, readOriginal, takeChanges, takeOriginal } from './take-over'
import { addText, answer, NOON, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'
import { writeItem } from './write-item'

setUpBench()

const SECRET = 'a secret of thirty-two characters.'
const TEXT =
  'In 1873 the Norhavn mill lost 40 per cent of its workers.\n\nAnna Berg ran the mill from 1880 to 1891.'

const draft = (question: string, answer: string) => ({
  ...{ question, answer, accept: [], elements: [], cloze: '', options: [] },
})

/** A deck with what a text yields, shared by its owner. */
async function shared() {
  const owner = await newVisit()
  const { textId } = await addText(owner, TEXT)
  const items = await findItems(store(), owner.learner.id, { textId })
  const itemIds = items.map((item) => item.id)
  succeeded(await decideItems(owner, { itemIds, decision: 'keep' }))
  const deck = await store().deck.findFirstOrThrow({
    where: { ownerId: owner.learner.id, textId },
  })
  const deckId = DeckId.parse(deck.id)
  const { token } = succeeded(await shareDeck(owner, { deckId, name: 'A. Berg' }, SECRET))
  return { owner, textId, deckId, token, itemIds }
}

const copy = async (visit: Visit, token: string) =>
  succeeded(await copySharedDeck(visit, { token }, SECRET)).deckId

describe('a shared deck', () => {
  it('shows its name, its text, some questions with their passages, and the name its owner chose', async () => {
    const { owner, token, itemIds } = await shared()
    const page = succeeded(await readSharedDeck(await newVisit(), token, SECRET))
    expect(page).toMatchObject({ from: 'A. Berg', items: itemIds.length, own: null })
    expect(page.shown.length).toBeGreaterThan(0)
    expect(page.shown.every((item) => (item.passage?.marks.length ?? 0) > 0)).toBe(true)
    expect(JSON.stringify(page)).not.toContain(owner.learner.id)
    expect(succeeded(await readSharedDeck(owner, token, SECRET)).own).toMatchObject({
      isOrigin: true,
    })
  })

  it('is copied once, with its passages, and says from whom the text is', async () => {
    const { token, textId, itemIds } = await shared()
    const visit = await newVisit()
    const deckId = await copy(visit, token)
    expect(await copy(visit, token)).toBe(deckId)
    const items = await findItems(store(), visit.learner.id, { deckId, status: ['kept'] })
    expect(items).toHaveLength(itemIds.length)
    expect(items.every((item) => item.evidence.length > 0)).toBe(true)
    const { texts } = await listLibrary(visit)
    expect(texts.find((text) => text.id === textId)).toMatchObject({ givenBy: 'A. Berg' })
    expect(succeeded(await readDeckPaper(visit, deckId)).items).toHaveLength(itemIds.length)
    expect(succeeded(await countStudents(visit, { itemIds })).students).toBe(0)
  })

  it('keeps its link until that is ended, and then opens nothing, nor tells of changes', async () => {
    const { owner, deckId, token, itemIds } = await shared()
    const visit = await newVisit()
    const copied = await copy(visit, token)
    const again = succeeded(await shareDeck(owner, { deckId, name: 'Ms Berg' }, SECRET))
    expect(again).toEqual({ token, name: 'Ms Berg' })
    expect(await readShare(owner, deckId, SECRET)).toEqual(again)
    // Nobody else can end it, nor offer the deck.
    expect(await endShare(visit, { deckId })).toMatchObject({ ok: false })
    expect(await shareDeck(visit, { deckId, name: 'X' }, SECRET)).toMatchObject({ ok: false })
    expect(await readShare(owner, deckId, SECRET)).toEqual(again)
    succeeded(await endShare(owner, { deckId }))
    expect(await readShare(owner, deckId, SECRET)).toBeNull()
    expect(await readSharedDeck(visit, token, SECRET)).toMatchObject({ ok: false })
    expect(await copySharedDeck(await newVisit(), { token }, SECRET)).toMatchObject({ ok: false })
    succeeded(await deleteItems(owner, { itemIds }))
    expect(await readDeckChanges(visit, copied)).toBeNull()
    const next = succeeded(await shareDeck(owner, { deckId, name: 'Ms Berg' }, SECRET))
    expect(next.token).not.toBe(token)
  })

  it('is opened by its own link alone', async () => {
    const { token } = await shared()
    const visit = await newVisit()
    const id = shareIdOf(token, SECRET)
    if (!id) throw new Error('the link names no share')
    const forged = shareToken(id, `${SECRET} of somebody else`)
    for (const wrong of [forged, token.slice(0, -1), `${token}x`, id, '', 'x'.repeat(54)])
      expect(await readSharedDeck(visit, wrong, SECRET)).toMatchObject({
        ok: false,
        problem: { code: 'notFound' },
      })
  })

  it('offers what has changed since: reworded, new, gone; taken over, memory stays', async () => {
    const { owner, deckId, token, itemIds } = await shared()
    const visit = await newVisit()
    const copied = await copy(visit, token)
    const none = { from: 'A. Berg', changes: [] }
    expect(await readDeckChanges(visit, copied)).toEqual(none)
    const [mended = '', removed = ''] = itemIds
    const before = await store().item.findFirstOrThrow({
      where: { ownerId: visit.learner.id, originId: mended },
      include: { cards: true },
    })
    const [card] = before.cards
    succeeded(await recordReviews(visit, [answer(card?.id ?? '', NOON - 1000)]))

    const said = draft('Worded better?', before.answer)
    succeeded(await editItem(owner, { itemId: mended, draft: said, meaning: 'same' }))
    succeeded(await deleteItems(owner, { itemIds: [removed] }))
    const more = { draft: draft('When?', 'in 1873'), textId: null, evidence: [], deckId }
    const added = succeeded(await writeItem(owner, more)).itemId
    const page = await readDeckChanges(visit, copied)
    expect(new Set(page?.changes.map(({ kind, id }) => `${kind} ${id}`))).toEqual(
      new Set([`reworded ${mended}`, `gone ${removed}`, `added ${added}`]),
    )
    expect(page?.changes.find((change) => change.kind === 'reworded')).toMatchObject({
      mine: { question: before.question },
      theirs: { question: 'Worded better?' },
    })
    // Nothing is taken by itself.
    const item = () => store().item.findUniqueOrThrow({ where: { id: before.id } })
    expect(await item()).toMatchObject({ question: before.question })

    succeeded(await takeChanges(visit, { deckId: copied, ids: [mended] }))
    expect(await item()).toMatchObject({ question: 'Worded better?' })
    expect(await store().card.findMany({ where: { itemId: before.id } })).toMatchObject([
      { id: card?.id, reps: 1 },
    ])
    succeeded(await takeChanges(visit, { deckId: copied, ids: [removed, added] }))
    expect(await readDeckChanges(visit, copied)).toEqual(none)
    const kept = await findItems(store(), visit.learner.id, { deckId: copied, status: ['kept'] })
    expect(kept.map((one) => one.question)).toContain('When?')
    expect(kept).toHaveLength(itemIds.length)
  })

  it('offers no more what its holder does not want, until the original says something else', async () => {
    const { owner, deckId, token, itemIds } = await shared()
    const visit = await newVisit()
    const copied = await copy(visit, token)
    const [mended = '', removed = ''] = itemIds
    const reword = async (question: string) =>
      succeeded(
        await editItem(owner, { itemId: mended, draft: draft(question, 'so'), meaning: 'same' }),
      )
    const offered = async () =>
      (await readDeckChanges(visit, copied))?.changes.map(({ kind, id }) => `${kind} ${id}`).sort()
    await reword('Worded better?')
    succeeded(await deleteItems(owner, { itemIds: [removed] }))
    const more = { draft: draft('When?', 'in 1873'), textId: null, evidence: [], deckId }
    const added = succeeded(await writeItem(owner, more)).itemId
    const all = [`reworded ${mended}`, `gone ${removed}`, `added ${added}`].sort()
    expect(await offered()).toEqual(all)
    const held = () => findItems(store(), visit.learner.id, { deckId: copied, status: ['kept'] })
    const before = await held()

    // Nobody else can decline it, and what is not offered cannot be declined.
    expect(await keepMine(owner, { deckId: copied, ids: [mended] })).toMatchObject({ ok: false })
    const other = itemIds.find((id) => id !== mended && id !== removed) ?? ''
    expect(await keepMine(visit, { deckId: copied, ids: [other] })).toMatchObject({
      value: { changed: 0 },
    })
    expect(await offered()).toEqual(all)
    const ids = [mended, removed, added]
    expect(await keepMine(visit, { deckId: copied, ids })).toMatchObject({ value: { changed: 3 } })
    expect(await offered()).toEqual([])
    expect(await held()).toEqual(before)
    expect(await takeChanges(visit, { deckId: copied, ids })).toMatchObject({
      value: { changed: 0 },
    })

    await reword('Worded better still?')
    expect(await offered()).toEqual([`reworded ${mended}`])
    succeeded(await keepMine(visit, { deckId: copied, ids: [mended] }))
    expect(await offered()).toEqual([])
    // Another thing than what was declined.
    succeeded(await deleteItems(owner, { itemIds: [mended, added] }))
    expect(await offered()).toEqual([`gone ${mended}`])
  })

  it('keeps the words of who worded their copy otherwise, until they take the original over', async () => {
    const { owner, token, itemIds } = await shared()
    const visit = await newVisit()
    await copy(visit, token)
    const [first = ''] = itemIds
    const [mine] = await findItems(store(), visit.learner.id, {
      ids: (
        await store().item.findMany({ where: { ownerId: visit.learner.id, originId: first } })
      ).map((row) => ItemId.parse(row.id)),
    })
    if (!mine) throw new Error('nothing was copied')
    expect(await readOriginal(visit, mine.id)).toBeNull()
    const own = draft('In my words?', mine.answer)
    succeeded(await editItem(visit, { itemId: mine.id, draft: own, meaning: 'same' }))
    const original = await readOriginal(visit, mine.id)
    expect(original).toMatchObject({ question: mine.question })
    // Nobody else sees either.
    expect(await readOriginal(owner, mine.id)).toBeNull()
    expect(await takeOriginal(owner, { itemId: mine.id })).toMatchObject({ ok: false })
    succeeded(await takeOriginal(visit, { itemId: mine.id }))
    const [now] = await findItems(store(), visit.learner.id, { ids: [mine.id] })
    expect(now).toMatchObject({ question: mine.question })
    expect(await readOriginal(visit, mine.id)).toBeNull()
  })

  it('stays with those who copied it when its owner is gone, and the text with them', async () => {
    const { owner, token, textId, itemIds } = await shared()
    const visit = await newVisit()
    const deckId = await copy(visit, token)
    await inTransaction((db) => eraseLearner(db, owner.learner.id))
    const items = await findItems(store(), visit.learner.id, { deckId, status: ['kept'] })
    expect(items).toHaveLength(itemIds.length)
    expect(items.every((item) => item.textId === textId && item.evidence.length > 0)).toBe(true)
    expect(await findReadableText(store(), visit.learner.id, textId)).not.toBeNull()
    expect(await readDeckChanges(visit, deckId)).toBeNull()
  })

  it('is no way to somebody else’s deck or items', async () => {
    const { owner, deckId } = await shared()
    const visit = await newVisit()
    expect(await readDeckPaper(visit, deckId)).toMatchObject({ ok: false })
    const own = DeckId.parse(newId())
    await insertDeck(store(), { id: own, ownerId: visit.learner.id, name: 'Own', textId: null })
    const { itemId } = await ownItem(owner)
    expect(await takeChanges(visit, { deckId: own, ids: [itemId] })).toMatchObject({ ok: false })
    expect(await takeChanges(visit, { deckId, ids: [itemId] })).toMatchObject({ ok: false })
    expect(succeeded(await countStudents(visit, { itemIds: [itemId] })).students).toBe(0)
  })
})

/** Server actions are public addresses: whatever is sent to a use case, it answers, and the server goes on. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { archiveDeck } from './archive-deck'
import { changeExam } from './change-exam'
import { deleteItems, moveItems, restoreItems, resumeItems, suspendItems } from './change-items'
import { changeSettings } from './change-settings'
import { decideItems } from './decide-items'
import { deleteExam } from './delete-exam'
import { editItem } from './edit-item'
import { enterResult } from './enter-result'
import { findExamItems } from './exam-choices'
import { importText } from './import-text'
import { itemView } from './item-view'
import { makeDeck } from './make-deck'
import { makeExam } from './make-exam'
import { mergeDecks } from './merge-decks'
import { newId } from './new-id'
import { planSession } from './plan-session'
import { readDeck } from './read-deck'
import { readExam } from './read-exam'
import { readItem } from './read-item'
import { readText } from './read-text'
import { recordReviews } from './record-reviews'
import { renameDeck } from './rename-deck'
import { search } from './search'
import { addText, answer, NOON, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'
import { weighSections } from './weigh-sections'
import { writeItem } from './write-item'

let visit: Visit
let own: { itemId: string; deckId: string; cardIds: string[] }
let textId: string
let examId: string
setUpBench()
beforeAll(async () => {
  visit = await newVisit()
  own = await ownItem(visit)
  const text = await addText(
    visit,
    `# ${'Long heading '.repeat(200)}\n\nThe mill stands there.\n`,
    'mill.md',
  )
  textId = text.textId
  examId = succeeded(await makeExam(visit, exam())).examId
})

const draft = (change: Record<string, unknown> = {}) => ({
  ...{ question: 'Which?', answer: 'That', accept: [], elements: [], cloze: '', options: [] },
  ...change,
})

const exam = (change: Record<string, unknown> = {}) => ({
  ...{ name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'UTC', minutesPerDay: 20 },
  parts: [{ kind: 'deck', deckId: own.deckId }],
  ...{ weekdaysOff: Array.from({ length: 7 }, () => false), daysOff: [] },
  ...change,
})

/** Every use case that takes input, with the given value in each place of it in turn. */
// biome-ignore format: one line each
const doors: Record<string, (value: never) => Promise<{ ok: boolean }>> = {
  'archiveDeck deckId': (v) => archiveDeck(visit, { deckId: v, archived: false }),
  'archiveDeck archived': (v) => archiveDeck(visit, { deckId: own.deckId, archived: v }).finally(() => archiveDeck(visit, { deckId: own.deckId, archived: false })),
  'renameDeck deckId': (v) => renameDeck(visit, { deckId: v, name: 'Name' }),
  'renameDeck name': (v) => renameDeck(visit, { deckId: own.deckId, name: v }),
  'makeDeck name': (v) => makeDeck(visit, { name: v }),
  'mergeDecks from': (v) => mergeDecks(visit, { from: v, into: own.deckId }),
  'mergeDecks into': (v) => mergeDecks(visit, { from: [newId()], into: v }),
  deleteItems: (v) => deleteItems(visit, { itemIds: v }),
  restoreItems: (v) => restoreItems(visit, { itemIds: v }),
  'moveItems itemIds': (v) => moveItems(visit, { itemIds: v, from: own.deckId, to: newId() }),
  'moveItems from': (v) => moveItems(visit, { itemIds: [own.itemId], from: v, to: own.deckId }),
  'moveItems to': (v) => moveItems(visit, { itemIds: [own.itemId], from: own.deckId, to: v }),
  'suspendItems itemIds': (v) => suspendItems(visit, { itemIds: v, reason: '' }),
  'suspendItems reason': (v) => suspendItems(visit, { itemIds: [own.itemId], reason: v }),
  resumeItems: (v) => resumeItems(visit, { itemIds: v }),
  changeSettings: (v) => changeSettings(visit, v),
  'decideItems itemIds': (v) => decideItems(visit, { itemIds: v, decision: 'reject' }),
  'decideItems decision': (v) => decideItems(visit, { itemIds: [newId()], decision: v }),
  'editItem itemId': (v) => editItem(visit, { itemId: v, draft: draft(), meaning: 'same' }),
  'editItem draft': (v) => editItem(visit, { itemId: own.itemId, draft: v, meaning: 'same' }),
  'editItem question': (v) => editItem(visit, { itemId: own.itemId, draft: draft({ question: v }), meaning: 'same' }),
  'editItem options': (v) => editItem(visit, { itemId: own.itemId, draft: draft({ options: [v, 'b'] }), meaning: 'same' }),
  'editItem meaning': (v) => editItem(visit, { itemId: own.itemId, draft: draft(), meaning: v }),
  writeItem: (v) => writeItem(visit, v),
  'writeItem draft': (v) => writeItem(visit, { draft: v, textId: null, evidence: [], deckId: own.deckId }),
  'writeItem elements': (v) => writeItem(visit, { draft: draft({ elements: [v, 'b'] }), textId: null, evidence: [], deckId: own.deckId }),
  'writeItem textId': (v) => writeItem(visit, { draft: draft(), textId: v, evidence: [], deckId: own.deckId }),
  'writeItem evidence': (v) => writeItem(visit, { draft: draft(), textId, evidence: v, deckId: own.deckId }),
  'writeItem deckId': (v) => writeItem(visit, { draft: draft(), textId, evidence: [], deckId: v }),
  makeExam: (v) => makeExam(visit, v),
  'makeExam name': (v) => makeExam(visit, exam({ name: v })),
  'makeExam date': (v) => makeExam(visit, exam({ date: v })),
  'makeExam time': (v) => makeExam(visit, exam({ time: v })),
  'makeExam timeZone': (v) => makeExam(visit, exam({ timeZone: v })),
  'makeExam parts': (v) => makeExam(visit, exam({ parts: v })),
  'makeExam part': (v) => makeExam(visit, exam({ parts: [v] })),
  'makeExam section': (v) => makeExam(visit, exam({ parts: [{ kind: 'section', textId, section: v }] })),
  'makeExam minutesPerDay': (v) => makeExam(visit, exam({ minutesPerDay: v })),
  'makeExam weekdaysOff': (v) => makeExam(visit, exam({ weekdaysOff: v })),
  'makeExam daysOff': (v) => makeExam(visit, exam({ daysOff: [v] })),
  'changeExam examId': (v) => changeExam(visit, { examId: v, draft: exam() }),
  'changeExam draft': (v) => changeExam(visit, { examId, draft: v }),
  'weighSections examId': (v) => weighSections(visit, { examId: v, weights: {} }),
  'weighSections weights': (v) => weighSections(visit, { examId, weights: v }),
  'weighSections weight': (v) => weighSections(visit, { examId, weights: { [`deck:${own.deckId}`]: v } }),
  'deleteExam examId': (v) => deleteExam(visit, { examId: v, deleted: true }),
  'deleteExam deleted': (v) => deleteExam(visit, { examId, deleted: v }),
  'enterResult examId': (v) => enterResult(visit, { examId: v, result: null }),
  'enterResult result': (v) => enterResult(visit, { examId, result: v }),
  'enterResult points': (v) => enterResult(visit, { examId, result: { points: v, of: 100 } }),
  readExam: (v) => readExam(visit, v),
  findExamItems: (v) => findExamItems(visit, v),
  planSession: (v) => planSession(visit, v),
  'planSession deckId': (v) => planSession(visit, { deckId: v }),
  'planSession textId': (v) => planSession(visit, { textId: v }),
  'planSession moreNew': (v) => planSession(visit, { moreNew: v }),
  readDeck: (v) => readDeck(visit, v),
  readItem: (v) => readItem(visit, v),
  readText: (v) => readText(visit, v),
  search: (v) => search(visit, v),
  recordReviews: (v) => recordReviews(visit, v),
  'recordReviews event': (v) => recordReviews(visit, [v]),
  'recordReviews typed': (v) => recordReviews(visit, [answer(own.cardIds[0] ?? '', NOON, { typed: v })]),
  'recordReviews reviewedAt': (v) => recordReviews(visit, [answer(own.cardIds[0] ?? '', NOON, { reviewedAt: v })]),
  'recordReviews timeZone': (v) => recordReviews(visit, [answer(own.cardIds[0] ?? '', NOON, { timeZone: v })]),
  'recordReviews durationMs': (v) => recordReviews(visit, [answer(own.cardIds[0] ?? '', NOON, { durationMs: v })]),
}

/** What has brought servers down before. */
const NASTY: unknown[] = [
  ...[
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ],
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udc00y',
    '\u0002',
    '%',
    '__proto__',
    'null',
    '💧'.repeat(300),
  ],
  ...['9999-12-31T23:59:59-23:59', '2026-11-22T11:00:00.123456789Z', 'x'.repeat(200_000)],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', newId()],
  ...[
    [],
    [null],
    [[]],
    ['\u0000'],
    [newId()],
    [newId(), {}],
    Array.from({ length: 5_000 }, () => ''),
  ],
  ...[
    {},
    { length: 3 },
    JSON.parse('{"__proto__": {"x": 1}}'),
    { toString: null },
    { deckId: {}, textId: [] },
  ],
  ...[[{ start: -1, end: 2 ** 40 }], [{ start: 0, end: 2 ** 53 }], { draft: null, evidence: null }],
]

describe('whatever is sent', () => {
  it.each(Object.keys(doors))('%s answers', async (name) => {
    const door = doors[name]
    for (const value of NASTY) {
      const outcome = await door?.(value as never).catch((error: unknown) => ({
        thrown: `${JSON.stringify(value)?.slice(0, 60)}: ${error}`,
      }))
      expect(outcome).toEqual(expect.objectContaining({ ok: expect.any(Boolean) }))
    }
  })

  it('a draft of any words within the bounds is kept, or refused in words', async () => {
    const words = (most: number) =>
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('', '____', 'a ____ b', 'x'.repeat(most), '+', '−', 'Foo', 'foo', ' '),
      )
    const drafts = fc.record({
      ...{ question: words(4000), answer: words(4000), cloze: words(4000) },
      accept: fc.array(words(1000), { maxLength: 3 }),
      elements: fc.array(words(1000), { maxLength: 60, size: '+1' }),
      options: fc.array(words(1000), { maxLength: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(drafts, async (any) => {
        const outcome = await writeItem(visit, {
          ...{ draft: any, textId, evidence: [{ start: 0, end: 9 }], deckId: own.deckId },
        })
        if (!outcome.ok) expect(outcome.problem.message).toMatch(/\.$/)
        else expect((await itemView(visit, outcome.value.itemId))?.cards.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  it.each(['a\u0000b.txt', '\u0000', '', '.md', '\ud800'])(
    'a file named %j is read',
    async (fileName) => {
      const bytes = new TextEncoder().encode(
        `${' \n'.repeat(3_000)}The mill of ${fileName.length}.`,
      )
      const outcome = await importText(await newVisit(), { bytes, fileName })
      expect(outcome.ok && outcome.value.title).toBeTruthy()
    },
  )
})

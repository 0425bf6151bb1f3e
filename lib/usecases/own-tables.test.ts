/** Every table that hangs on a learner goes into the export, and goes with them; one that is new must say how. */
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { store } from '@/lib/store/client'
import { bareClass, seat } from './class-fixture'
import { eraseLearner, readHoldings } from './erase-learner'
import { examAndSitting } from './exam-fixture'
import { exportData } from './export-data'
import { importForEveryone } from './import-for-everyone'
import { newId } from './new-id'
import { recordReviews } from './record-reviews'
import { recordSitting } from './record-sitting'
import {
  addText,
  answer,
  NOON,
  newTeacher,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
} from './test-bench'
import type { Visit } from './visit'

const bench = setUpBench()

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.
`
const WEIR = `The Weir

The flood of 1921 destroyed the lower weir. The weir was built again by Josef Klamm in 1926.
`

const TOKEN_HASH = 'a5'.repeat(32)

/** Where the rows of each table are in the export. */
const IN_EXPORT: Readonly<Record<string, string>> = {
  account: 'account.email',
  sign_in: 'account.signIns.0.userAgent',
  credential: 'account.credentials.0.providerId',
  reset_link: 'account.resetLinks.0.madeBy',
  learner_merge: 'merges.0.fromId',
  card_alias: 'merges.0.aliases.0.cardId',
  item_alias: 'merges.0.items.0.itemId',
  text: 'texts.0.title',
  text_revision: 'texts.0.revisions.0.body',
  // Cut from the body of the revision, and not stored for its own sake.
  passage: 'texts.0.revisions.0.body',
  book_import: 'imports.0.body',
  text_reader: 'textsRead.0.text.title',
  item: 'items.0.question',
  evidence: 'items.*.evidence.0.quote',
  deck: 'decks.0.name',
  deck_item: 'decks.*.items.0.itemId',
  deck_share: 'shares.0.deckId',
  declined_change: 'decks.*.declined.0.kind',
  card: 'cards.0.itemId',
  review: 'events.0.reviewedAt',
  // How many events there are.
  review_tally: 'events.0.id',
  learner_parameters: 'parametersResults.0.occasion',
  exam: 'exams.0.name',
  exam_part: 'exams.0.parts.0.kind',
  exam_forecast: 'exams.0.forecasts.0.expected',
  mock_test: 'tests.0.drawn',
  sitting: 'tests.0.sittings.0.startedAt',
  sitting_event: 'tests.0.sittings.0.events.0.kind',
  class_member: 'seats.0.displayName',
  assignment: 'seats.0.assignments.0.name',
  assignment_exception: 'seats.0.exceptions.0.dueOn',
  delivery: 'deliveries.0.assignment.name',
  free_day: 'deliveries.0.freeDays.0.studyDay',
  room: 'seats.0.rooms.0.startedAt',
  room_round: 'seats.0.rooms.0.rounds.0.question',
  room_presence: 'seats.0.presence.0.seenAt',
  room_answer: 'seats.0.roomAnswers.0.response',
  room_hands: 'seats.0.rooms.0.hands.0.hands',
}

describe('whatever is a learner’s', () => {
  it('is in the export, and gone when they are', async () => {
    const shipped = succeeded(
      await importForEveryone(
        { bytes: new TextEncoder().encode(WEIR), fileName: 'weir.txt' },
        { learner: null, keep: true },
      ),
    )
    const before = await counts()
    const visit = await newTeacher()
    await live(visit, shipped.textId)
    const now = await counts()
    const tables = await hangingOn('learner')
    expect(tables.length).toBeGreaterThan(30)
    const data = await exported(visit)
    for (const table of tables) {
      expect(now[table], `nothing in this test is in ${table}`).toBeGreaterThan(before[table] ?? 0)
      expect(IN_EXPORT, `${table} is not in the export`).toHaveProperty(table)
      const path = IN_EXPORT[table] ?? ''
      expect(at(data, path.split('.')), `${table} is not at ${path}`).toBeDefined()
    }
    const text = JSON.stringify(data)
    for (const secret of [TOKEN_HASH, 'a hash of a password']) expect(text).not.toContain(secret)
    succeeded(await eraseLearner(visit, { word: 'delete' }))
    expect(await counts()).toEqual(before)
  }, 60_000)
})

describe('what others have a part in', () => {
  it('goes on without its owner: a class that is taught by two, and a text that is studied', async () => {
    const [owner, colleague, student] = [await newTeacher(), await newTeacher(), await newVisit()]
    const { textId } = await addText(owner, MILL)
    const shared = await bareClass()
    await seat(shared, owner, 'owner')
    await seat(shared, colleague, 'teacher')
    await seat(shared, student)
    const { deckId, itemId } = await ownItem(owner)
    const assignmentId = newId()
    const day = new Date('2026-11-22')
    await store().assignment.create({
      data: {
        ...{ id: assignmentId, classId: shared, deckId, name: 'Rivers', sections: [] },
        ...{ startsOn: day, dueOn: day, goal: { kind: 'introduced' } },
      },
    })
    const held = await ownItem(student)
    await store().item.update({
      where: { id: held.itemId },
      data: { originId: itemId, originRevision: 1 },
    })
    const alone = await bareClass()
    await seat(alone, owner, 'owner')
    await seat(alone, student)
    for (const [n, learnerId] of [student.learner.id, colleague.learner.id].entries())
      await store().textReader.create({ data: { textId, learnerId, since: new Date(NOON + n) } })
    expect(await readHoldings(owner)).toMatchObject({
      ...{ texts: 1, textsHandedOn: 1, classesHandedOn: 1, classesEnding: 1, seats: 2 },
    })
    const origin = await store().item.findFirstOrThrow({ where: { textId } })
    const copyId = newId()
    await store().item.create({
      data: {
        ...{ ...origin, id: copyId, ownerId: student.learner.id, originId: origin.id },
        ...{ originRevision: 1, elements: [], forms: [{ form: 'flip', prompt: 'Who?' }] },
        kind: 'own',
      },
    })
    succeeded(await eraseLearner(owner, { word: 'delete' }))
    const seats = await store().classMember.findMany({
      where: { learnerId: { in: [colleague.learner.id, student.learner.id] } },
      orderBy: { createdAt: 'asc' },
    })
    expect(seats.map(({ classId, role }) => [classId, role])).toEqual([
      [shared, 'owner'],
      [shared, 'student'],
    ])
    expect(await store().class.findUnique({ where: { id: alone } })).toBeNull()
    expect(await store().text.findUnique({ where: { id: textId } })).toMatchObject({
      ownerId: student.learner.id,
    })
    expect(await store().textReader.findMany({ where: { textId } })).toEqual([
      expect.objectContaining({ learnerId: colleague.learner.id }),
    ])
    const assignment = await store().assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      include: { deck: { include: { items: true } } },
    })
    expect(assignment.deck).toMatchObject({ ownerId: colleague.learner.id, studied: false })
    expect(await store().item.findUnique({ where: { id: held.itemId } })).toMatchObject({
      originId: assignment.deck.items[0]?.itemId,
      originRevision: 1,
    })
    expect(await store().item.findUnique({ where: { id: copyId } })).toMatchObject({
      ...{ textId, originId: null },
    })
  })
})

/** Something in every table. */
async function live(visit: Visit, libraryTextId: string): Promise<void> {
  const learnerId = visit.learner.id
  await addText(visit, MILL)
  const own = await ownItem(visit)
  const [cardId = ''] = own.cardIds
  const review = answer(cardId, NOON)
  succeeded(await recordReviews(visit, [review]))
  await signedIn(visit)
  await tested(visit, own.deckId)
  await store().learnerParameters.create({
    data: {
      ...{ learnerId, number: 1, occasion: 'at-1000', outcome: 'tooFew', reviews: 1000 },
      ...{ weights: [], trainedOn: 0, heldBack: 0 },
    },
  })
  await store().bookImport.create({
    data: {
      ...{ id: newId(), ownerId: learnerId, fileName: 'book.txt', title: 'A book', words: 4 },
      ...{ sha256: 'b0'.repeat(32), encoding: 'utf-8', body: 'A book of mills.' },
    },
  })
  const fromId = newId()
  await store().learnerMerge.create({ data: { fromId, intoId: learnerId } })
  await store().cardAlias.create({ data: { fromId, id: newId(), cardId } })
  await store().itemAlias.create({ data: { fromId, id: newId(), itemId: own.itemId } })
  await store().textReader.create({ data: { textId: libraryTextId, learnerId } })
  await store().deckShare.create({
    data: { id: newId(), ownerId: learnerId, deckId: own.deckId, name: 'Teacher' },
  })
  await store().declinedChange.create({
    data: { deckId: own.deckId, originId: own.itemId, kind: 'gone', originRevision: 1 },
  })
  await taught(visit, own, review.id)
}

async function signedIn({ learner }: Visit): Promise<void> {
  const account = await store().account.findUniqueOrThrow({ where: { learnerId: learner.id } })
  const accountId = account.id
  const expiresAt = new Date(NOON)
  await store().signIn.create({
    data: { accountId, tokenHash: TOKEN_HASH, expiresAt, userAgent: 'a browser' },
  })
  const password = 'a hash of a password'
  await store().credential.create({
    data: { accountId, providerAccountId: accountId, providerId: 'credential', password },
  })
  const makerId = learner.id
  await store().resetLink.create({ data: { id: newId(), accountId, madeBy: 'teacher', makerId } })
}

async function tested(visit: Visit, deckId: string): Promise<void> {
  const { sittingId } = await examAndSitting(visit, deckId, 1)
  const flag = { id: newId(), seq: 1, at: NOON, kind: 'flag', question: 0, flagged: true }
  succeeded(await recordSitting(visit, sittingId, [flag]))
}

async function taught(
  { learner }: Visit,
  { deckId, itemId }: { deckId: string; itemId: string },
  reviewId: string,
): Promise<void> {
  const learnerId = learner.id
  const classId = await bareClass()
  const memberId = await seat(classId, { learner }, 'owner')
  const day = new Date('2026-11-22')
  const assignmentId = newId()
  await store().assignment.create({
    data: {
      ...{ id: assignmentId, classId, deckId, name: 'Rivers', sections: [] },
      ...{ startsOn: day, dueOn: day, goal: { kind: 'introduced' } },
    },
  })
  await store().assignmentException.create({ data: { assignmentId, memberId, dueOn: day } })
  await store().delivery.create({ data: { assignmentId, learnerId, deckId } })
  await store().freeDay.create({ data: { assignmentId, learnerId, studyDay: day } })
  const roomId = newId()
  await store().room.create({
    data: { id: roomId, classId, deckId, phase: 'asking', round: 1, itemId },
  })
  await store().roomAnswer.create({
    data: {
      ...{ roomId, round: 1, memberId, reviewId, response: 'the Danube', right: true },
      at: day,
    },
  })
  await store().roomHands.create({ data: { roomId, round: 1, response: 'right', hands: 3 } })
  await store().roomRound.create({ data: { roomId, round: 1, question: {}, askedAt: day } })
  await store().roomPresence.create({ data: { roomId, memberId, seenAt: day } })
}

async function exported(visit: Visit): Promise<unknown> {
  let text = ''
  for await (const piece of exportData(visit)) text += piece
  return JSON.parse(text)
}

/** What stands at a path; * is whichever element has it. */
function at(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  if (name !== '*') return at((value as Record<string, unknown>)[name], rest)
  return Object.values(value)
    .map((each) => at(each, rest))
    .find((found) => found !== undefined)
}

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: bench.url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The tables whose rows refer to it, directly or through others. */
async function hangingOn(table: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `WITH RECURSIVE refers AS (
       SELECT DISTINCT k.table_name::text AS child, c.table_name::text AS parent
       FROM information_schema.referential_constraints r
       JOIN information_schema.table_constraints k USING (constraint_schema, constraint_name)
       JOIN information_schema.table_constraints c
         ON c.constraint_schema = r.unique_constraint_schema AND c.constraint_name = r.unique_constraint_name
       WHERE r.constraint_schema = 'public'
     ), hanging AS (
       SELECT child FROM refers WHERE parent = '${table}' AND child <> '${table}'
       UNION SELECT refers.child FROM refers JOIN hanging ON refers.parent = hanging.child WHERE refers.child <> '${table}'
     ) SELECT DISTINCT child AS name FROM hanging ORDER BY 1`,
  )
  return rows.map((row) => row.name)
}

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const tables = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const of: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`)
    of[name] = row?.n ?? 0
  }
  return of
}

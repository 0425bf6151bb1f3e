/** A class and those around it, on a served build: each with a cookie of their own, and with things that only they may see. */
import { randomBytes } from 'node:crypto'
import { sectionKey } from '@/lib/core/exam/sections'
import { DeckId, LearnerId } from '@/lib/core/ids'
import { readSource } from '@/lib/core/text/read-source'
import { closeStore, openStore, store } from '@/lib/store/client'
import { assignDeck } from '@/lib/usecases/assign-deck'
import { beginRoom } from '@/lib/usecases/begin-room'
import { beginSitting } from '@/lib/usecases/begin-sitting'
import { decideItems } from '@/lib/usecases/decide-items'
import { beginBook } from '@/lib/usecases/import-book'
import { importText } from '@/lib/usecases/import-text'
import { itemViews } from '@/lib/usecases/item-view'
import { makeDeck } from '@/lib/usecases/make-deck'
import { makeExam } from '@/lib/usecases/make-exam'
import { makeTest } from '@/lib/usecases/make-test'
import { newId } from '@/lib/usecases/new-id'
import { openClass } from '@/lib/usecases/open-class'
import { recordSitting } from '@/lib/usecases/record-sitting'
import { shareDeck } from '@/lib/usecases/share-deck'
import { succeeded } from '@/lib/usecases/test-bench'
import { openVisit, type Visit } from '@/lib/usecases/visit'
import { writeItem } from '@/lib/usecases/write-item'
import { newLearner } from '../bench/seed'
import type { Ground } from './ground'
import { type Action, actionsOf, call } from './http'
import { PEOPLE, type Person, type Things, type Who } from './people'

export interface World {
  readonly url: string
  readonly people: Readonly<Record<Who, Person>>
  readonly owners: Things
  readonly students: Things
  readonly classId: string
  /** Of a deck of the owner's with a text, that has reached the student. */
  readonly assignmentId: string
  /** In the class, on the deck that is assigned. */
  readonly roomId: string
  /** The deck that is assigned is also shared by link. */
  readonly shareToken: string
  /** The seat of another student, who never comes. */
  readonly otherStudentId: string
  /** In which the same people sit. */
  readonly otherClassId: string
  readonly members: Readonly<Record<'owner' | 'teacher' | 'assistant' | 'student', string>>
}

const DAY_MS = 86_400_000
const dayFrom = (now: number, days: number) =>
  new Date(now + days * DAY_MS).toISOString().slice(0, 10)

/** Who teaches has an account, and is signed in; the student and the stranger are guests. */
const WITH_ACCOUNT: readonly Who[] = ['owner', 'teacher', 'assistant', 'outsider']

async function person(url: string, signUp: Action, who: Who): Promise<Person> {
  const { id, cookie } = await newLearner(url)
  const visit = () =>
    openVisit({ learnerId: id, timeZone: 'Europe/Vienna', now: Date.now(), asGuest: false })
  await visit()
  if (who === 'nobody') return { cookie: '', visit: await visit() }
  if (!WITH_ACCOUNT.includes(who)) return { cookie, visit: await visit() }
  const input = { name: `Person ${who}`, email: `${who}@example.org`, password: `walks as ${who}` }
  const signedUp = await call(url, '/sign-up', signUp, [input], cookie)
  return { cookie: cookiesAfter(cookie, signedUp.headers), visit: await visit() }
}

/** What a browser sends after this answer. */
function cookiesAfter(cookie: string, headers: Headers): string {
  const jar = new Map(
    [cookie, ...headers.getSetCookie()].map((line): [string, string] => {
      const [pair = ''] = line.split(';')
      return [pair.slice(0, pair.indexOf('=')), pair]
    }),
  )
  return [...jar.values()].join('; ')
}

let made = 0
const numbered = (what: string) => `${what} ${++made}`

export const newDeck = async (visit: Visit, name: string): Promise<string> =>
  succeeded(await makeDeck(visit, { name: numbered(name) })).deckId

export const newItem = async (visit: Visit, deckId: string, secret: string): Promise<string> =>
  succeeded(
    await writeItem(visit, {
      draft: draftOf(numbered(secret)),
      textId: null,
      evidence: [],
      deckId,
    }),
  ).itemId

export const draftOf = (words: string) => ({
  question: `What is ${words}?`,
  answer: `It is ${words}`,
  accept: [],
  elements: [],
  cloze: '',
  options: [],
})

export const examDraft = (deckId: string, name: string, now: number) => ({
  ...{ name, date: dayFrom(now, 30), time: '09:00', timeZone: 'Europe/Vienna' },
  ...{ parts: [{ kind: 'deck', deckId }], minutesPerDay: 20 },
  ...{ weekdaysOff: Array(7).fill(false), daysOff: [] },
})

export const newExam = async (visit: Visit, deckId: string, secret: string): Promise<string> =>
  succeeded(await makeExam(visit, examDraft(deckId, numbered(secret), visit.now))).examId

export const newTest = async (visit: Visit, deckId: string): Promise<string> =>
  succeeded(await makeTest(visit, { parts: [{ kind: 'deck', deckId }], questions: 1, minutes: 20 }))
    .testId

const TEXT = `# The mill of SECRET

## The building

The mill was built by Rosa Lindt in 1874. The wheel is 4 metres high. It has 36 buckets. They spoke of SECRET.

## The congress

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911. 160 millers came.
`

const OPEN_TEXT = `# The lighthouse

## The tower

The lighthouse was built by Paul Brandt in 1853. The tower is 31 metres high. It has 144 steps.

## The council

The Council of Keepers was held in Bregenz from the 5th to the 8th of June 1902. 75 keepers came.
`

const fileOf = (secret: string, name: string) => ({
  bytes: new TextEncoder().encode(TEXT.replaceAll('SECRET', secret)),
  fileName: `${name}.md`,
})

const newImport = (visit: Visit, secret: string): Promise<string> =>
  beginBook(visit.learner.id, readSource(`The book of ${secret}, which nobody goes through.`), {
    ...{ fileName: 'book.txt', encoding: 'utf-8', words: 8 },
  })

async function things(visit: Visit, secret: string): Promise<Things> {
  const deckId = await newDeck(visit, secret)
  const itemId = await newItem(visit, deckId, secret)
  const { textId } = succeeded(await importText(visit, fileOf(secret, secret)))
  const [proposal, second] = await itemViews(visit, { textId, status: ['proposed'] })
  if (!proposal || !second) throw new Error('the text of the walk yields no two proposals')
  succeeded(await decideItems(visit, { itemIds: [second.id], decision: 'keep' }))
  const testId = await newTest(visit, deckId)
  const handedInId = succeeded(await beginSitting(visit, testId)).sittingId
  const event = (seq: number, what: object) => ({ id: newId(), seq, at: visit.now, ...what })
  const wrong = { kind: 'answer', question: 0, given: ['something else'], ms: 900 }
  succeeded(await recordSitting(visit, handedInId, [event(1, wrong), event(2, { kind: 'handIn' })]))
  const { sittingId } = succeeded(await beginSitting(visit, testId))
  const section = sectionKey({ kind: 'deck', deckId: DeckId.parse(deckId), deckName: '' })
  const card = await store().card.findFirstOrThrow({
    where: { learnerId: visit.learner.id, itemId },
  })
  return {
    ...{ secret, section, deckId, itemId, textId, testId, sittingId, handedInId },
    ...{ proposalId: proposal.id, cardId: card.id },
    importId: await newImport(visit, secret),
    otherDeckId: await newDeck(visit, secret),
    examId: await newExam(visit, deckId, secret),
  }
}

export async function makeWorld({ url, databaseUrl, build, secret }: Ground): Promise<World> {
  openStore(databaseUrl)
  const signUp = actionsOf(build).find(({ name }) => name === 'app/account/actions.ts#signUpAction')
  if (!signUp) throw new Error('the build has no sign-up')
  const entries: [Who, Person][] = []
  for (const who of PEOPLE) entries.push([who, await person(url, signUp, who)])
  const people = Object.fromEntries(entries) as Record<Who, Person>
  const { classId, members } = await newClass(people)
  succeeded(await openClass(people.outsider.visit, { name: 'Another class' }))
  return {
    ...{ url, people, classId, members },
    shareToken: await newShare(people.owner.visit, secret),
    roomId: await newRoom(people.owner.visit, classId),
    assignmentId: await newAssignment(people.owner.visit, classId),
    otherStudentId: await newSeat(classId, 'student', await absent()),
    otherClassId: (await newClass(people)).classId,
    owners: await things(people.owner.visit, 'quagga'),
    students: await things(people.student.visit, 'thylacine'),
  }
}

/** A class of the owner's in which the others sit too. */
export async function newClass(people: World['people']) {
  const { classId } = succeeded(await openClass(people.owner.visit, { name: numbered('Class') }))
  const own = await store().classMember.findFirstOrThrow({ where: { classId, role: 'owner' } })
  return {
    classId,
    members: {
      owner: own.id,
      teacher: await newSeat(classId, 'teacher', people.teacher.visit),
      assistant: await newSeat(classId, 'assistant', people.assistant.visit),
      student: await newSeat(classId, 'student', people.student.visit),
    },
  }
}

async function newRoom(visit: Visit, classId: string): Promise<string> {
  const { deckId } = await draftFor(visit)
  return succeeded(await beginRoom(visit, { classId, deckId })).roomId
}

async function newShare(visit: Visit, secret: string): Promise<string> {
  const { deckId } = await draftFor(visit)
  return succeeded(await shareDeck(visit, { deckId, name: 'Somebody' }, secret)).token
}

const absent = () =>
  openVisit({
    learnerId: LearnerId.parse(newId()),
    timeZone: null,
    now: Date.now(),
    asGuest: false,
  })

/** The seat of a student with an account, who sits in this class alone. */
export async function newPupil(classId: string): Promise<string> {
  const visit = await absent()
  const email = `${newId()}@example.org`
  await store().account.create({ data: { learnerId: visit.learner.id, name: 'Pupil', email } })
  return newSeat(classId, 'student', visit)
}

/** Another browser in which somebody is signed in. */
export async function newSignIn({ learner, now }: Visit): Promise<string> {
  const { id: accountId } = await store().account.findFirstOrThrow({
    where: { learnerId: learner.id },
  })
  // The hash of a token that nobody has.
  const tokenHash = randomBytes(32).toString('hex')
  const expiresAt = new Date(now + DAY_MS)
  return (await store().signIn.create({ data: { accountId, tokenHash, expiresAt } })).id
}

/** A deck with a text that holds nothing secret. */
async function openDeck(visit: Visit): Promise<string> {
  const { textId } = succeeded(
    await importText(visit, {
      bytes: new TextEncoder().encode(OPEN_TEXT),
      fileName: 'lighthouse.md',
    }),
  )
  const items = await itemViews(visit, { textId, status: ['proposed'] })
  succeeded(await decideItems(visit, { itemIds: items.map((item) => item.id), decision: 'keep' }))
  return (await store().deck.findFirstOrThrow({ where: { textId, ownerId: visit.learner.id } })).id
}

let assigned: string | null = null

/** Of the one deck that is assigned again and again. */
export async function draftFor(visit: Visit) {
  assigned ??= await openDeck(visit)
  return {
    ...{ deckId: assigned, name: 'The mill', sections: [], goal: { kind: 'introduced' } },
    ...{ startsOn: dayFrom(visit.now, 2), dueOn: dayFrom(visit.now, 14), exam: null },
  }
}

export async function newAssignment(visit: Visit, classId: string): Promise<string> {
  const draft = await draftFor(visit)
  const { assignmentIds } = succeeded(await assignDeck(visit, { classIds: [classId], draft }))
  return assignmentIds[0] ?? ''
}

/** A free seat without a visit. */
export async function newSeat(
  classId: string,
  role: 'teacher' | 'assistant' | 'student',
  visit: Visit | null,
): Promise<string> {
  const sits = visit && { learnerId: visit.learner.id, joinedAt: new Date(visit.now) }
  const id = newId()
  const displayName = numbered('Seat')
  await store().classMember.create({ data: { id, classId, role, displayName, ...sits } })
  return id
}

export const closeWorld = closeStore

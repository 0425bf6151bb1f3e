/**
 * How a room stands, as its screens ask every second or two. That it is the same as before is found by one statement, in
 * which `enterClass` would be a second one: the same table of roles decides here too.
 */
import 'server-only'
import { createHash } from 'node:crypto'
import { mayInClass } from '@/lib/core/class/roles'
import type { RoomState } from '@/lib/core/class/room'
import { type Hands, type Histogram, histogramOf } from '@/lib/core/class/room-histogram'
import { askedOf, type RoomQuestion } from '@/lib/core/class/room-question'
import type { AskedQuestion } from '@/lib/core/exam/mock/question'
import { type ItemId, type LearnerId, RoomId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { store } from '@/lib/store/client'
import { askedItems, findRound, type Glimpse, glimpseRoom } from '@/lib/store/room'
import { answerOf, answersInTime, cardsOfCopy, handsOf } from '@/lib/store/room-answer'
import { outsideTransaction } from '@/lib/store/sql'
import { missing } from './door'
import type { Visit } from './visit'

/** What is right, from the moment at which no more answers are taken. */
type Told = {
  readonly answer: string
  readonly elements: readonly string[]
  readonly passage: PassageExcerpt | null
}

type Asked = {
  readonly state: RoomState
  /** What is asked in this round; null before the first and between two. */
  readonly question: AskedQuestion | null
  readonly told: Told | null
}

/** What the screen of whoever leads shows: everybody sees it, so it names nobody. */
export type LeaderView = Asked & {
  readonly role: 'leader'
  readonly answered: number
  readonly present: number
  readonly hands: Hands
  readonly histogram: Histogram | null
  /** What was asked in this room already. */
  readonly asked: readonly ItemId[]
}

/** What the device of a student shows. */
export type DeviceView = Asked & {
  readonly role: 'student'
  /** Whether they have a copy of it, so that their answer is a review. */
  readonly counts: boolean
  readonly mine: {
    readonly response: string
    readonly late: boolean
    /** Null as long as answers are taken. */
    readonly right: boolean | null
  } | null
}

export type RoomView = LeaderView | DeviceView

export type Watched =
  /** As the tag that was given says. */
  | { readonly changed: false; readonly tag: string }
  | { readonly changed: true; readonly tag: string; readonly view: RoomView }

export async function watchRoom(
  { learner: { id: learnerId }, now }: Pick<Visit, 'learner' | 'now'>,
  roomId: unknown,
  /** What the screen has. */
  tag: string | null,
): Promise<Outcome<Watched>> {
  const id = RoomId.safeParse(roomId)
  const seen = id.success ? await glimpseRoom(outsideTransaction(), learnerId, id.data, now) : null
  if (!id.success || !seen) return failed('notFound', missing('room'))
  const leads = mayInClass(seen.role, 'lead a room')
  if (!leads && !mayInClass(seen.role, 'take part')) return failed('notFound', missing('room'))
  const standing = seen.archived ? { ...seen, state: over(seen.state) } : seen
  const fresh = tagOf(standing, leads)
  if (fresh === tag) return done({ changed: false, tag: fresh })
  const view = leads
    ? await leaderView(id.data, standing)
    : await deviceView(id.data, standing, learnerId)
  return done({ changed: true, tag: fresh, view })
}

/** What an archived class left open is over. */
const over = ({ round }: RoomState): RoomState => ({ phase: 'over', round })

/** Of a device only what it shows, so that the answers of others do not wake it. */
function tagOf({ state, answered, present, hands, mine }: Glimpse, leads: boolean): string {
  const shown = leads ? [state, answered, present, hands] : [state, mine]
  return `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)}"`
}

/** The question of the round, from its asking until the next is chosen. */
async function questionOf(roomId: RoomId, state: RoomState): Promise<RoomQuestion | null> {
  if (state.phase === 'waiting' || state.phase === 'over') return null
  return (await findRound(store(), roomId, state.round))?.question ?? null
}

const toldOf = (question: RoomQuestion | null, { phase }: RoomState): Told | null =>
  question === null || phase === 'asking'
    ? null
    : {
        answer: question.content.answer,
        elements: question.content.elements.map(({ text }) => text),
        passage: phase === 'passage' ? question.passage : null,
      }

async function leaderView(roomId: RoomId, seen: Glimpse): Promise<LeaderView> {
  const { state, answered, present } = seen
  const [question, hands, asked] = await Promise.all([
    questionOf(roomId, state),
    handsOf(store(), roomId, state.round),
    askedItems(store(), roomId),
  ])
  const told = toldOf(question, state)
  const responses = told
    ? (await answersInTime(store(), roomId, state.round)).map(({ response }) => response)
    : []
  return {
    ...{ role: 'leader', state, told, answered, hands, asked },
    question: question && askedOf(question),
    // Who answered is here, although their device may sleep.
    present: Math.max(present, answered),
    histogram: question && told ? histogramOf(question, responses, hands) : null,
  }
}

async function deviceView(
  roomId: RoomId,
  { state, memberId }: Glimpse,
  learnerId: LearnerId,
): Promise<DeviceView> {
  const question = await questionOf(roomId, state)
  const base = { role: 'student', state, question: question && askedOf(question) } as const
  if (!question) return { ...base, told: null, counts: false, mine: null }
  const [cards, answer] = await Promise.all([
    cardsOfCopy(store(), learnerId, question.itemId),
    answerOf(store(), roomId, state.round, memberId),
  ])
  const told = toldOf(question, state)
  return {
    ...base,
    told,
    counts: cards.size > 0,
    mine: answer && {
      response: answer.response,
      late: answer.late,
      right: told ? answer.right : null,
    },
  }
}
